"""Keeps what was learned from lists in a file, and reads it again."""

import json
from pathlib import Path

from standby.domain.errors import Fault, UnusableInput
from standby.identity.linking import Trained, read_trained, stored_trained

_REMEDY = "Make one with --save-model."


def read_model(path: Path) -> Trained:
    try:
        told = json.loads(path.read_bytes())
    except OSError as error:
        raise UnusableInput((Fault(file=path.name, what=f"cannot be read: {error.strerror}."),)) from error
    except ValueError as error:
        raise UnusableInput((Fault(file=path.name, what="is not JSON in UTF-8.", remedy=_REMEDY),)) from error
    if not isinstance(told, dict):
        raise UnusableInput((Fault(file=path.name, what="is no model.", remedy=_REMEDY),))
    try:
        return read_trained(told)
    except ValueError as error:
        raise UnusableInput((Fault(file=path.name, what=str(error), remedy=_REMEDY),)) from error


def write_model(path: Path, trained: Trained) -> None:
    path.write_text(json.dumps(stored_trained(trained), indent=1) + "\n", encoding="utf-8")
