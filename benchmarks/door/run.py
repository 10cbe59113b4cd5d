"""The door under a surge.

    ./standby bench door                  a hundredth of the record
    BENCH_SCALE=1 ./standby bench door    all 405,000 sign-ups; BENCH_SECONDS=20 for longer rounds
    BENCH_ONLY=compare (or replay)        one half of it

First, in five interleaved rounds on one database whose tables are emptied before each: transactions a second of pgbench
(32 clients, two inserts each), and sign-ups a second over HTTP (wrk, 128 connections), each acknowledged after its
COMMIT; nobody is asked for a puzzle there, which wrk could not solve. Trust the ratio of a round, not the figures: they
drift with the disk and with what else the machine does.
Then the replay: 12 % of people come again, 3 % send something wrong, 20 % of requests are machines. Puzzles are made
easy there, for one process solves them for everybody; what they cost a browser is not measured here.
"""

import os
import shutil
import statistics
import sys

from tests.house import ALL_UNASKED, RunningHouse, running_house

from benchmarks.door.measured import bare, load_now, reset, surge
from benchmarks.door.replay import replay, report

_ROUNDS = 5
_RECORD = 405_000
_EASY = {"FLOOD_FIRST_BITS": "4", "FLOOD_MOST_BITS": "6"}


def main() -> None:
    seconds = int(os.environ.get("BENCH_SECONDS", "5"))
    number = int(_RECORD * float(os.environ.get("BENCH_SCALE", "0.01")))
    if shutil.which("wrk") is None:
        sys.exit("wrk is not installed. Debian: apt-get install wrk")
    only = os.environ.get("BENCH_ONLY", "")
    if only != "replay":
        with running_house(STANDBY_PROXIES="1", **ALL_UNASKED) as house:
            _compare(house, seconds=seconds)
    if only != "compare":
        _replay(number)


def _replay(number: int) -> None:
    with running_house(STANDBY_PROXIES="1", **_EASY) as house:
        print(f"\nreplay of {number} requests (load of the machine before: {load_now()})")
        replayed = replay(house, number=number, connections=64)
        report(house, replayed)


def _compare(house: RunningHouse, *, seconds: int) -> None:
    surge(house, seconds=2, run="warm")
    ratios, p99s = [], []
    print(f"{'pgbench/s':>10} {'sign-ups/s':>11} {'ratio':>6} {'p50 ms':>7} {'p99 ms':>7} {'others':>7}  load")
    for number in range(_ROUNDS):
        reset(house)
        plain = bare(house, seconds=seconds)
        reset(house)
        met = surge(house, seconds=seconds, run=f"round-{number}")
        if met.stored < met.acknowledged:
            sys.exit(f"{met.acknowledged} were acknowledged and {met.stored} stored.")
        ratios.append(met.a_second / plain)
        p99s.append(met.p99)
        print(
            f"{plain:>10.0f} {met.a_second:>11.0f} {ratios[-1]:>6.2f} {met.p50:>7.0f} {met.p99:>7.0f} {met.others:>7}  "
            f"{load_now()}"
        )
    print(f"median: {statistics.median(ratios):.2f} × pgbench, p99 {statistics.median(p99s):.0f} ms")


if __name__ == "__main__":
    main()
