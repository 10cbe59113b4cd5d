"""Invented people whose names, numbers and words are looked for everywhere: none of them may be found."""

import csv
import io

from tests.security.traces import phone_spellings

HEADER = (
    "Surname",
    "First name",
    "Patronymic",
    "Phone",
    "E-mail",
    "Birth date",
    "Occupation",
    "Licence number",
    "Languages",
    "From",
    "Until",
    "Ethnicity",
)
_DAYS = ("2026-10-06", "2026-10-30")
REGISTERED = (
    ("Զվարթափորձյան", "Հայկանդուխտիկ", "Վարազդատի", "+374 00 777101", "zvartaporc@example.org", "1984-05-02"),
    ("Перепробовальский", "Всеволодимир", "Игнатьевич", "+7 000 7771020", "pereprobov@example.org", "1979-11-11"),
    ("Numunəçizadəli", "Gülçöhrəxanım", "Nizaməddin", "+994 00 7771030", "numunechi@example.org", "1988-03-03"),
    ("ნიმუშაშვილიძე", "გვანცამზეონა", "", "+995 000 777104", "nimushashvili@example.org", "1991-02-14"),
    ("Quillsbotham", "Persephonella", "Thaddeusson", "+44 7700 900777", "quillsbotham@example.org", "1990-01-20"),
)
# A row that asks to fight is counted and nothing else; its name may stand nowhere.
REFUSED = ("Zzyzxrefusian", "Unwantedguy", "", "+374 00 777666", "zzyzxrefusian@example.org", "1985-06-06")
WAITING = (("Waitingtonovskaya", "Uploadinessa", "", "+374 00 777333", "waitingtonov@example.org", "1993-07-07"),)
LICENCE_NUMBER, ETHNICITY = "LIC-77710-QX", "Utterlyirrelevantian"
STAFF_TYPED = "Mistypedhandleova@example.org"
SUPERVISOR, SUPERVISOR_PHONE = "Supervisorenkov Bartholomewik", "+37400777888"
ADDRESS, SITE_PHONE = "Inventedplatz 77701, Nowherestadt", "+37400777999"
ISSUER = "Boardofinventedlicences"


def as_list(people: tuple[tuple[str, ...], ...], *, occupation: str = "nurse") -> bytes:
    out = io.StringIO(newline="")
    rows = [(*who, occupation, LICENCE_NUMBER, "hy", *_DAYS, ETHNICITY) for who in people]
    refused = (*REFUSED, "sniper", "", "hy", *_DAYS, ETHNICITY)
    csv.writer(out).writerows([HEADER, *rows, refused])
    return out.getvalue().encode()


def secrets() -> set[str]:
    """Whatever identifies one of them, in one spelling each; phones in all of theirs."""
    people = (*REGISTERED, *WAITING, REFUSED)
    words = {word for who in people for word in who[:3] if word}
    mails = {who[4] for who in people}
    phones = {spelling for who in people for spelling in _phones(who[3])}
    site = {SUPERVISOR, ADDRESS, *_phones(SUPERVISOR_PHONE), *_phones(SITE_PHONE)}
    return words | mails | phones | site | {LICENCE_NUMBER, ETHNICITY, ISSUER, STAFF_TYPED}


def _phones(written: str) -> set[str]:
    together = written.replace(" ", "")
    country = next(code for code in ("374", "994", "995", "44", "7") if together.startswith(f"+{code}"))
    return {written, *phone_spellings(together, country=country)}
