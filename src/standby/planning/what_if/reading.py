"""A file of changes: `changes = ["site:S1:closed", "beds:S2:2020-10-12..2020-10-16:+20"]`."""

import tomllib
from pathlib import Path

from standby.domain.errors import Fault, Refused, UnusableInput
from standby.planning.what_if.grammar import operation_change
from standby.planning.what_if.operation_changes import OperationChange

_KEY = "changes"


def read_changes(path: Path) -> tuple[OperationChange, ...]:
    """Raises UnusableInput, naming each change that cannot be read."""
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise _unusable(path, f"The file cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _unusable(path, f"The file is no TOML: {error}.") from error
    texts = content.get(_KEY)
    if set(content) != {_KEY} or not isinstance(texts, list) or not texts:
        raise _unusable(path, 'One setting is wanted, changes = ["…"], with at least one change.')
    return changes_from([str(text) for text in texts], file=path.name)


def changes_from(texts: list[str], *, file: str) -> tuple[OperationChange, ...]:
    changes, faults = [], []
    for row, text in enumerate(texts, start=1):
        try:
            changes.append(operation_change(text))
        except Refused as error:
            faults.append(Fault(file=file, row=row, field=_KEY, what=str(error)))
    if faults:
        raise UnusableInput(tuple(faults))
    return tuple(changes)


def _unusable(path: Path, what: str) -> UnusableInput:
    return UnusableInput((Fault(file=str(path), what=what),))
