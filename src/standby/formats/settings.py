"""A file of settings (TOML): each taken out by name; what is left over is a spelling mistake."""

import tomllib
from datetime import date, datetime

from standby.formats import cells
from standby.formats.faults import FaultList, shown
from standby.formats.source import Source

_MOST_PRIORITIES = 99


class SettingReader:
    """Takes settings out of the file one by one; `refuse_the_rest` names whatever nobody asked for."""

    def __init__(self, *, file: str, content: bytes, settings: dict[str, object], faults: FaultList) -> None:
        self._file, self._content, self._settings, self._faults = file, content, settings, faults

    def day(self, name: str) -> date | None:
        value = self._settings.pop(name, None)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        try:
            return cells.as_day(str(value))
        except ValueError as error:
            self.fault(name, str(error))
            return None

    def number(self, name: str, usual: int) -> int:
        value = self._settings.pop(name, usual)
        if _is_number(value):
            return int(str(value))
        self.fault(name, f"{shown(str(value))} is no whole number from 0 up.")
        return usual

    def yes(self, name: str) -> bool:
        value = self._settings.pop(name, False)
        if not isinstance(value, bool):
            self.fault(name, f"{shown(str(value))} is neither true nor false.")
        return value is True

    def weights(self, name: str, usual: tuple[int, ...], *, may_be_more: bool = False) -> tuple[int, ...]:
        """One for each priority: as many as are usual, or more where there may be more priorities."""
        value = self._settings.pop(name, list(usual))
        most = _MOST_PRIORITIES if may_be_more else len(usual)
        if isinstance(value, list) and len(usual) <= len(value) <= most and all(map(_is_number, value)):
            return tuple(value)
        many = f"Five to {most}" if may_be_more else "Five"
        self.fault(name, f"{many} whole numbers from 0 up are wanted, the highest priority first.")
        return usual

    def refuse_the_rest(self) -> None:
        for name in sorted(self._settings):
            self.fault(name, "There is no such setting.")

    def fault(self, name: str, what: str) -> None:
        start = self._content.find(name.encode())
        _fault(self._faults, self._file, self._content, name=name, what=what, at=max(0, start))


def settings_in(source: Source, file: str) -> SettingReader | None:
    """The settings of a file that may be absent; None, and one more fault, for one that cannot be read."""
    content = source.contents.get(file, b"")
    try:
        settings = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        _fault(source.faults, file, content, name="", what="The file is not UTF-8.", at=error.start)
        return None
    except tomllib.TOMLDecodeError as error:
        source.faults.add(file=file, line=_line_in(str(error)), what=f"The file is no TOML: {_one_line(error)}.")
        return None
    return SettingReader(file=file, content=content, settings=dict(settings), faults=source.faults)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _fault(faults: FaultList, file: str, content: bytes, *, name: str, what: str, at: int) -> None:
    faults.add(file=file, line=content.count(b"\n", 0, at) + 1, field=name, what=what)


def _line_in(message: str) -> int | None:
    """The line that tomllib names in its message, "(at line 3, column 5)"."""
    _, found, rest = message.partition("at line ")
    return int(rest.split(",")[0]) if found else None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
