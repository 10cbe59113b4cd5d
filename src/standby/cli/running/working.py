"""What is worked off beside the pages: what somebody waits for in one process, what can wait in another.

Settling a surge takes the processor for minutes. In a process of its own, which the kernel serves last, it takes little
from the pages, and a recall goes out while it lasts (docs/decisions/0032-patient-work.md).
"""

from dataclasses import dataclass

# What is done is not kept.
_COMMON = ("--delete-jobs", "successful", "--shutdown-graceful-timeout", "10")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """`at_once`: how many jobs; `niceness`: how far the kernel serves others first, as `nice` has it."""

    name: str
    queues: tuple[str, ...]
    at_once: int
    niceness: int = 0

    @property
    def arguments(self) -> tuple[str, ...]:
        return ("--queues", ",".join(self.queues), "--concurrency", str(self.at_once), *_COMMON)


WORKERS = (
    # A plan takes seconds in a process of its own: messages go out meanwhile.
    Worker(
        name="worker",
        queues=("messages", "calls", "promises", "plans", "lists", "licences", "upkeep"),
        at_once=4,
    ),
    # Each of its jobs goes on by itself, some for minutes in a surge: there is always a place left to count it.
    Worker(name="settler", queues=("sign-ups", "identity", "counts"), at_once=7, niceness=10),
)
