"""The calls of a plan that was written before."""

from pathlib import Path

from standby.domain.days import Days
from standby.domain.errors import Fault, UnusableInput
from standby.formats import cells
from standby.formats.source import Border, Source
from standby.planning.operation import NeedId, Operation, PersonId
from standby.planning.plan import Call, CallReason

_FILE = "calls.csv"
_COLUMNS = ("person_id", "need_id", "first_day", "last_day", "reason")


def read_calls(directory: Path, *, operation: Operation) -> tuple[Call, ...]:
    """Raises UnusableInput where the folder holds no plan, or a plan of another operation."""
    try:
        source = Source(contents={_FILE: (directory / _FILE).read_bytes()})
    except OSError as error:
        raise UnusableInput((Fault(file=str(directory / _FILE), what="There is no plan to read."),)) from error
    table = source.table(_FILE, required=_COLUMNS)
    border = Border(file=_FILE, faults=source.faults)
    days = border.column("first_day", cells.as_days, None)
    needs = {need.need_id for need in operation.needs}
    people = {person.person_id for person in operation.people}
    calls = []
    for line, (person, need, first, last, reason) in table.rows(*_COLUMNS) if table else ():
        run: Days | None = days(f"{first}/{last}", line)
        if person not in people or need not in needs:
            border.fault(line=line, field="person_id", what="The person or the need is not of this operation.")
        elif run:
            calls.append(Call(person_id=PersonId(person), need_id=NeedId(need), days=run, reason=CallReason(reason)))
    source.faults.settle()
    return tuple(calls)
