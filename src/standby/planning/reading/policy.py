"""policy.toml: the coordinator's settings."""

import tomllib
from datetime import date, datetime

from standby.planning.operation import Policy
from standby.planning.reading import cells
from standby.planning.reading.faults import FaultList, shown
from standby.planning.reading.source import Source

FILE = "policy.toml"


def read_policy(source: Source) -> Policy:
    """The settings given, and the usual ones for those that are not."""
    content = source.contents.get(FILE, b"")
    try:
        settings = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        _fault(source.faults, content, name="", what="The file is not UTF-8.", at=error.start)
        return Policy()
    except tomllib.TOMLDecodeError as error:
        source.faults.add(file=FILE, line=_line_in(str(error)), what=f"The file is no TOML: {_one_line(error)}.")
        return Policy()
    reader = _SettingReader(content=content, settings=dict(settings), faults=source.faults)
    policy = Policy(
        as_of=reader.day("as_of"),
        rest_days=reader.number("rest_days", 2),
        weights=reader.weights("weights", (100, 30, 10, 3, 1)),
        notice_hours=reader.number("notice_hours", 48),
        seed=reader.number("seed", 0),
    )
    reader.refuse_the_rest()
    return policy


class _SettingReader:
    """Takes settings out of the file one by one; what is left over is a spelling mistake."""

    def __init__(self, *, content: bytes, settings: dict[str, object], faults: FaultList) -> None:
        self._content, self._settings, self._faults = content, settings, faults

    def day(self, name: str) -> date | None:
        value = self._settings.pop(name, None)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        try:
            return cells.as_day(str(value))
        except ValueError as error:
            self._fault(name, str(error))
            return None

    def number(self, name: str, usual: int) -> int:
        value = self._settings.pop(name, usual)
        if _is_number(value):
            return int(str(value))
        self._fault(name, f"{shown(str(value))} is no whole number from 0 up.")
        return usual

    def weights(self, name: str, usual: tuple[int, ...]) -> tuple[int, ...]:
        value = self._settings.pop(name, list(usual))
        if isinstance(value, list) and len(value) == 5 and all(map(_is_number, value)):
            return tuple(value)
        self._fault(name, "Five whole numbers from 0 up are wanted, the highest priority first.")
        return usual

    def refuse_the_rest(self) -> None:
        for name in sorted(self._settings):
            self._fault(name, "There is no such setting.")

    def _fault(self, name: str, what: str) -> None:
        start = self._content.find(name.encode())
        _fault(self._faults, self._content, name=name, what=what, at=max(0, start))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _fault(faults: FaultList, content: bytes, *, name: str, what: str, at: int) -> None:
    faults.add(file=FILE, line=content.count(b"\n", 0, at) + 1, field=name, what=what)


def _line_in(message: str) -> int | None:
    """The line that tomllib names in its message, "(at line 3, column 5)"."""
    _, found, rest = message.partition("at line ")
    return int(rest.split(",")[0]) if found else None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
