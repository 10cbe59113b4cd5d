"""Two organisations find out whom both know: 20,000 people at each, end to end.

    ./standby bench between

From two lists of people to the rows that both have: the phrase made a key, every name and telephone read and hashed,
the question, the answer, the answer read. Beside it what it would cost if both simply showed each other their hashes.
"""

import os
import random
import time

from standby.identity import Record, RecordId
from standby.identity.between import answer_question, ask, between_items, in_common, phrase_key

_PEOPLE = int(os.environ.get("BENCH_PEOPLE", "20000"))
_IN_COMMON = 0.3
_PHRASE = "a phrase that two people agreed by voice"


def main() -> None:
    ours, theirs = _lists(random.Random(1))
    began = time.perf_counter(), time.process_time()
    key = phrase_key(_PHRASE)
    mine = [item for record in ours for item in between_items(record, key=key)]
    others = [item for record in theirs for item in between_items(record, key=key)]
    hashed = time.perf_counter()
    secret, question = ask(mine, name="BENCH")
    asked = time.perf_counter()
    answer = answer_question(question, others)
    answered = time.perf_counter()
    places = in_common(secret, answer)
    ended = time.perf_counter(), time.process_time()
    assert {mine[place] for place in places} == set(mine) & set(others)
    print(f"{len(mine):,} keys against {len(others):,}: {len(places):,} in common, exactly")
    print(f"question {len(question) / 1e6:.2f} MB, answer {len(answer) / 1e6:.2f} MB")
    print(f"names and telephones read and hashed, both sides   {hashed - began[0]:>6.2f} s")
    print(f"the question                                       {asked - hashed:>6.2f} s")
    print(f"the answer                                         {answered - asked:>6.2f} s")
    print(f"the answer read                                    {ended[0] - answered:>6.2f} s")
    print(f"in all                                             {ended[0] - began[0]:>6.2f} s")
    print(f"of processor                                       {ended[1] - began[1]:>6.2f} s")
    began_plain = time.perf_counter()
    set(mine) & set(others)
    print(f"if both showed their hashes (and all telephones)   {time.perf_counter() - began_plain:>6.2f} s")


def _lists(draw: random.Random) -> tuple[list[Record], list[Record]]:
    """One telephone each; three in ten are known to both, under another spelling."""
    everybody = range(_PEOPLE * 2)
    ours = everybody[:_PEOPLE]
    common = draw.sample(ours, int(_PEOPLE * _IN_COMMON))
    theirs = [*common, *everybody[_PEOPLE : 2 * _PEOPLE - len(common)]]
    return [_record(number, "Anna Testyan") for number in ours], [_record(number, "Анна Тестян") for number in theirs]


def _record(number: int, name: str) -> Record:
    return Record(id=RecordId(str(number)), name=name, phones=(f"+3740{number:07}",))


if __name__ == "__main__":
    main()
