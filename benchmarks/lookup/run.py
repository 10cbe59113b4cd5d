"""A sign-up looked up among a million people in PostgreSQL, as it is done behind the door.

    ./standby bench lookup                        1,000,000 people; about five minutes to make them
    BENCH_PEOPLE=100000 ./standby bench lookup    a tenth

Included in each look-up: reading the name, its keyed hashes, the statement, opening what is found, comparing it. Beside
it, in the same run, the plain way: a LIKE over names that lie in the clear, which finds one spelling in one script.
"""

import os
import random
import statistics
import string
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import TypeAlias

from benchmarks.exercise import empty_installation

_PEOPLE = int(os.environ.get("BENCH_PEOPLE", "1000000"))
_LOOKUPS = 2000
_BATCH = 20_000
_NOW = datetime(2026, 10, 5, 12, tzinfo=UTC)
_VOWELS, _CONSONANTS = "aeiou", "bdghklmnprstvz"
_SEED = 7
_NO_VOWELS = str.maketrans("", "", "aeo")
_NAME_KINDS = ("name", "consonants")
# Given name, surname, telephone, birth date.
Person: TypeAlias = tuple[str, str, str, str]
_SIZE = "SELECT reltuples::bigint, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class WHERE relname = %s"


def main() -> None:
    with empty_installation() as url:
        _measure(url)


def _measure(url: str) -> None:
    from standby.rooms.audit.actors import system  # noqa: PLC0415  # Django stands only once its settings do
    from standby.rooms.operations.actions import NewOperation, found_operation  # noqa: PLC0415

    texts = {"en": "Insured."}
    new = NewOperation(
        name="Bench", lead_organisation="Relief", help_contact="+374 00 000 100", insurance=texts, terms=texts
    )
    operation = found_operation(new=new, by=system("bench"), now=_NOW)
    people = list(_people(random.Random(_SEED)))
    began = time.perf_counter()
    _store(people, operation.id)
    print(f"{len(people):,} people stored in {time.perf_counter() - began:.0f} s")
    _say_sizes(url)
    asked = _asked(people, random.Random(_SEED + 1))
    _say("looked up by keyed hashes", _times(asked, _by_hash(operation.id)))
    _say("LIKE over names in the clear", _times(asked[:40], _by_like(url, people)))


def _people(draw: random.Random) -> Iterator[Person]:
    """Given name, surname, telephone and birth date; surnames as unequal as they are: a few thousand bear the first."""
    given = [_word(draw, 2) for _ in range(400)]
    surnames = [_word(draw, 3) + draw.choice(("yan", "ov", "adze")) for _ in range(60_000)]
    weights = [1 / (rank + 25) for rank in range(len(surnames))]
    chosen = draw.choices(surnames, weights, k=_PEOPLE)
    for number, surname in enumerate(chosen):
        born = f"{draw.randrange(1950, 2006)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
        yield draw.choice(given), surname, f"+3740{number:07}", born if draw.random() < 0.5 else ""


def _word(draw: random.Random, syllables: int) -> str:
    return "".join(draw.choice(_CONSONANTS) + draw.choice(_VOWELS) for _ in range(syllables)).capitalize()


def _store(people: Sequence[Person], operation_id: int) -> None:
    """What a look-up reads, stored by COPY: the sealed registrations, their keys, the keyed hashes.

    The keys are put together from folds of the names, each folded once; a sample is checked against the function that
    takes a list in.
    """
    from standby.rooms.people.models import MatchKey, NameKey, Registration  # noqa: PLC0415
    from standby.rooms.vault.copying import copy_rows, next_ids  # noqa: PLC0415

    rows = iter(enumerate(people))
    while batch := list(islice(rows, _BATCH)):
        ids = next_ids(Registration, len(batch))
        numbered = [(row_id, number, person) for row_id, (number, person) in zip(ids, batch, strict=True)]
        _check_keys(numbered[0][2])
        copy_rows(Registration, _registrations(numbered, operation_id))
        found = [(row_id, key) for row_id, _, person in numbered for key in _keys(person)]
        copy_rows(MatchKey, _match_keys(found, operation_id))
        copy_rows(NameKey, _name_keys(found, operation_id))


def _registrations(numbered: Sequence[tuple[int, int, Person]], operation_id: int) -> Iterator[dict[str, object]]:
    from standby.domain.offers import PersonalDetails  # noqa: PLC0415
    from standby.rooms.people.sealed import registration_place, seal_details  # noqa: PLC0415
    from standby.rooms.vault.actions import make_keys  # noqa: PLC0415
    from standby.sealing import new_ref  # noqa: PLC0415

    refs = [new_ref() for _ in numbered]
    keys = make_keys(refs)
    for ref, (row_id, number, (given, surname, phone, born)) in zip(refs, numbered, strict=True):
        details = PersonalDetails(given=given, surname=surname, phones=(phone,), birth_date=born)
        yield {
            "id": row_id,
            "ref": ref,
            "operation_id": operation_id,
            "source_list_id": None,
            "fingerprint": number.to_bytes(8, "big"),
            "sealed": seal_details(details, key=keys[ref], place=registration_place(ref)),
            "offer": {},
            "language": "hy",
            "is_under_age": False,
            "is_affiliated": False,
            "registered_at": _NOW,
            "recorded_at": _NOW,
        }


def _keys(person: Person) -> list[str]:
    from standby.identity.folds import coarse  # noqa: PLC0415

    given, surname, phone, born = person
    folds = sorted((coarse(given.lower()), coarse(surname.lower())))
    bare = sorted(fold.translate(_NO_VOWELS) or fold for fold in folds)
    keys = [f"phone:{phone}", f"name:{'|'.join(folds)}", f"consonants:{'|'.join(bare)}"]
    return [*keys, f"name_and_birth:{born}:{' '.join(folds)}"] if born else keys


def _check_keys(person: Person) -> None:
    from standby.identity import Record, RecordId, lookup_keys  # noqa: PLC0415

    given, surname, phone, born = person
    record = Record(id=RecordId("1"), given=given, surname=surname, phones=(phone,), birth_date=born)
    assert set(_keys(person)) == lookup_keys(record), (person, _keys(person), lookup_keys(record))


def _match_keys(found: Sequence[tuple[int, str]], operation_id: int) -> Iterator[dict[str, object]]:
    from standby.rooms.people.blinds import match_blind  # noqa: PLC0415

    for row_id, key in found:
        kind = key.partition(":")[0]
        if kind not in _NAME_KINDS:
            blind = match_blind(operation_id=operation_id, key=key)
            yield {"operation_id": operation_id, "registration_id": row_id, "kind": kind, "blind": blind}


def _name_keys(found: Sequence[tuple[int, str]], operation_id: int) -> Iterator[dict[str, object]]:
    from standby.rooms.people.blinds import name_blind  # noqa: PLC0415

    for row_id, key in found:
        if key.partition(":")[0] in _NAME_KINDS:
            blind = name_blind(operation_id=operation_id, key=key)
            yield {"operation_id": operation_id, "registration_id": row_id, "blind": blind}


def _asked(people: Sequence[Person], draw: random.Random) -> list[Person]:
    """Half are known: of these half by telephone, half by name alone; a third of them with a slip of the pen."""
    chosen = draw.sample(range(len(people)), _LOOKUPS)
    asked = []
    for place, number in enumerate(chosen):
        given, surname, phone, born = people[number]
        slip = surname.replace("v", "w", 1) if place % 3 == 0 else surname
        match place % 4:
            case 0:
                asked.append((given, slip, phone, ""))
            case 1:
                asked.append((given, slip, "", born))
            case _:
                asked.append((_word(draw, 3), _word(draw, 3) + "yan", f"+3749{number:07}", ""))
    return asked


def _by_hash(operation_id: int) -> Callable[[Person], object]:
    from standby.domain.offers import PersonalDetails  # noqa: PLC0415
    from standby.rooms.people.queries.knowing import recognise  # noqa: PLC0415

    def look(one: Person) -> object:
        given, surname, phone, born = one
        details = PersonalDetails(name=f"{given} {surname}", phones=(phone,) if phone else (), birth_date=born)
        return recognise(operation_id=operation_id, sought={0: details})[0].answer

    return look


def _by_like(url: str, people: Sequence[Person]) -> Callable[[Person], object]:
    import psycopg  # noqa: PLC0415

    connection = psycopg.connect(url, autocommit=True)
    connection.execute("CREATE UNLOGGED TABLE clear_names (name text, phone text)")
    with connection.cursor().copy("COPY clear_names FROM STDIN") as copy:
        for given, surname, phone, _ in people:
            copy.write_row((f"{given} {surname}", phone))
    connection.execute("ANALYZE clear_names")
    statement = "SELECT name FROM clear_names WHERE name ILIKE %s OR phone = %s LIMIT 16"

    def look(one: Person) -> object:
        given, surname, phone, _ = one
        return connection.execute(statement, [f"%{given}%{surname}%", phone]).fetchall()

    return look


def _times(asked: Sequence[Person], look: Callable[[Person], object]) -> dict[str, list[float]]:
    """Milliseconds by answer, after the first hundredth, which finds everything cold."""
    for one in asked[: len(asked) // 100 + 1]:
        look(one)
    times: dict[str, list[float]] = {}
    for one in asked:
        began = time.perf_counter()
        answer = look(one)
        said = str(answer) if isinstance(answer, str) else "all"
        times.setdefault(said, []).append((time.perf_counter() - began) * 1000)
    return times


def _say(title: str, times: dict[str, list[float]]) -> None:
    everything = [value for values in times.values() for value in values]
    print(title)
    for name, values in {"in all": everything, **times}.items():
        ordered = sorted(values)
        p99 = ordered[int(len(ordered) * 0.99) - 1]
        print(
            f"  {string.capwords(name):<10}{len(values):>6} look-ups   p50 {statistics.median(values):>8.2f} ms"
            f"   p99 {p99:>8.2f} ms   max {ordered[-1]:>8.2f} ms"
        )


def _say_sizes(url: str) -> None:
    import psycopg  # noqa: PLC0415

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ANALYZE")
        for table in ("people_matchkey", "people_namekey"):
            row = connection.execute(_SIZE, [table]).fetchone()
            print(f"{table}: {row[0]:,} rows, {row[1]} with its index" if row else table)


if __name__ == "__main__":
    main()
