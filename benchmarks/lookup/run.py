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

from benchmarks.exercise import empty_installation

_PEOPLE = int(os.environ.get("BENCH_PEOPLE", "1000000"))
_LOOKUPS = 2000
_BATCH = 20_000
_NOW = datetime(2026, 10, 5, 12, tzinfo=UTC)
_VOWELS, _CONSONANTS = "aeiou", "bdghklmnprstvz"
_SEED = 7
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


def _people(draw: random.Random) -> Iterator[tuple[str, str, str, str]]:
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


def _store(people: Sequence[tuple[str, str, str, str]], operation_id: int) -> None:
    """By the very function that takes a list in, in batches; each registration belongs to nobody yet."""
    from standby.domain.offers import Offer, PersonalDetails  # noqa: PLC0415
    from standby.rooms.people.actions.registering import register  # noqa: PLC0415
    from standby.rooms.people.values import Incoming  # noqa: PLC0415

    rows = iter(enumerate(people))
    while batch := list(islice(rows, _BATCH)):
        incoming = [
            Incoming(
                row=number,
                details=PersonalDetails(given=given, surname=surname, phones=(phone,), birth_date=born),
                offer=Offer(),
                language="hy",
                registered_at=_NOW,
                fingerprint=number.to_bytes(8, "big"),
            )
            for number, (given, surname, phone, born) in batch
        ]
        register(
            operation_id=operation_id,
            source_list_id=None,
            incoming=incoming,
            default_region="",
            now=_NOW,
            on_progress=lambda _: None,
        )


def _asked(people: Sequence[tuple[str, str, str, str]], draw: random.Random) -> list[tuple[str, str, str, str]]:
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


def _by_hash(operation_id: int) -> Callable[[tuple[str, str, str, str]], object]:
    from standby.domain.offers import PersonalDetails  # noqa: PLC0415
    from standby.rooms.people.queries.knowing import recognise  # noqa: PLC0415

    def look(one: tuple[str, str, str, str]) -> object:
        given, surname, phone, born = one
        details = PersonalDetails(name=f"{given} {surname}", phones=(phone,) if phone else (), birth_date=born)
        return recognise(operation_id=operation_id, details=details).answer

    return look


def _by_like(url: str, people: Sequence[tuple[str, str, str, str]]) -> Callable[[tuple[str, str, str, str]], object]:
    import psycopg  # noqa: PLC0415

    connection = psycopg.connect(url, autocommit=True)
    connection.execute("CREATE UNLOGGED TABLE clear_names (name text, phone text)")
    with connection.cursor().copy("COPY clear_names FROM STDIN") as copy:
        for given, surname, phone, _ in people:
            copy.write_row((f"{given} {surname}", phone))
    connection.execute("ANALYZE clear_names")
    statement = "SELECT name FROM clear_names WHERE name ILIKE %s OR phone = %s LIMIT 16"

    def look(one: tuple[str, str, str, str]) -> object:
        given, surname, phone, _ = one
        return connection.execute(statement, [f"%{given}%{surname}%", phone]).fetchall()

    return look


def _times(
    asked: Sequence[tuple[str, str, str, str]], look: Callable[[tuple[str, str, str, str]], object]
) -> dict[str, list[float]]:
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
