"""What a worker does with its two lines, in a process that can be killed: both channels at once, until nothing is due.

    python -m benchmarks.channels.sender MINUTES

MINUTES are added to the clock: what a killed sender left is taken up after ten.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import django


def main() -> None:
    django.setup()
    from django.db import connections  # noqa: PLC0415  # Django stands only once its settings do

    from standby.rooms.messages.actions import Handed  # noqa: PLC0415
    from standby.rooms.messages.models import Channel  # noqa: PLC0415
    from standby.rooms.messages.queries.outbox import lines_due  # noqa: PLC0415
    from standby.rooms.messages.tasks import hand_over_all  # noqa: PLC0415
    from standby.rooms.operations.installation import install, installation  # noqa: PLC0415
    from standby.rooms.operations.queries import operation_by_id  # noqa: PLC0415

    before, later = installation(), timedelta(minutes=float(sys.argv[1]))
    install(replace(before, clock=lambda: before.clock() + later))

    def work(line: tuple[int, Channel]) -> None:
        try:
            while hand_over_all(operation_by_id(line[0]), line[1]) != Handed():
                pass
        finally:
            connections.close_all()

    with ThreadPoolExecutor() as pool:
        list(pool.map(work, lines_due(now=installation().clock())))


if __name__ == "__main__":
    main()
