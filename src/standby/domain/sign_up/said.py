"""Raw answers, asked for one by one; what is wrong is noted and reading goes on, so that all is mended at once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from standby.domain.sign_up.faults import FaultCode, SignUpFault
from standby.domain.sign_up.fields import NO, YES, Field
from standby.domain.sign_up.texts import fault_of_text, plain_text

# Every answer as a list of texts, as a form sends it; a name that is none of ours is not looked at.
Said: TypeAlias = Mapping[str, Sequence[str]]

# Nothing that is asked for fits in more; what is longer is not looked at closely.
LONGEST_ANSWER = 2000
ISO_DAY = 10
_FOUR_DIGITS = 4


class Answers:
    """`faults` grows while answers are read, in the order of reading."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self.faults: list[SignUpFault] = []

    def wrong(
        self, field: Field, code: FaultCode, *, place: int = 0, least: int | None = None, most: int | None = None
    ) -> None:
        self.faults.append(SignUpFault(code=code, field=field, place=place, least=least, most=most))

    def says_any(self, fields: frozenset[Field]) -> bool:
        """Whether anything, be it empty, was sent for one of them; else none of them need be looked at."""
        return not fields.isdisjoint(self._said)

    def raw(self, field: Field) -> str:
        values = self._said.get(field)
        return values[0] if values else ""

    def many(self, field: Field, *, most: int) -> tuple[str, ...]:
        """Each once, in their order; blank ones left out."""
        said = self._said.get(field)
        if not said:
            return ()
        values = tuple(dict.fromkeys([value.strip() for value in said if value.strip()]))
        if len(values) > most:
            self.wrong(field, FaultCode.TOO_MANY, most=most)
            return values[:most]
        return values

    def each(self, field: Field) -> Sequence[str]:
        """All of them, blank ones too: they stand beside those of another field."""
        return self._said.get(field, ())

    def text(self, field: Field, *, longest: int) -> str:
        raw = self.raw(field)
        if not raw:
            return ""
        if len(raw) > max(LONGEST_ANSWER, longest):
            self.wrong(field, FaultCode.TOO_LONG, most=longest)
            return ""
        text = plain_text(raw)
        if fault := fault_of_text(text, longest=longest):
            self.wrong(field, fault, most=longest if fault is FaultCode.TOO_LONG else None)
            return ""
        return text

    def choice(self, field: Field, allowed: Collection[str], *, default: str) -> str:
        """One of those allowed; `default` where nothing was said."""
        value = self.raw(field).strip()
        if not value:
            return default
        if value not in allowed:
            self.wrong(field, FaultCode.NOT_A_CHOICE)
            return default
        return value

    def choices(self, field: Field, allowed: Collection[str]) -> tuple[str, ...]:
        values = self.many(field, most=len(allowed))
        if not values:
            return ()
        if not set(values) <= set(allowed):
            self.wrong(field, FaultCode.NOT_A_CHOICE)
        return tuple(value for value in values if value in allowed)

    def yes_or_no(self, field: Field) -> bool | None:
        """None where nothing was said, which is noted: these questions have to be answered."""
        value = self.raw(field).strip()
        if value not in {YES, NO}:
            self.wrong(field, FaultCode.NOT_A_CHOICE if value else FaultCode.MISSING)
            return None
        return value == YES

    def is_ticked(self, field: Field) -> bool:
        return self.raw(field).strip() == YES

    def number(self, field: Field, *, least: int, most: int) -> int | None:
        raw = self.raw(field)
        if not raw or not (value := plain_text(raw[:LONGEST_ANSWER])):
            return None
        if not value.isdecimal():
            self.wrong(field, FaultCode.NOT_A_NUMBER, least=least, most=most)
            return None
        # "000…1" is a number; "10000…" need not be read to the end.
        number = int(value) if len(value) <= len(str(most)) + _FOUR_DIGITS else most + 1
        if not least <= number <= most:
            self.wrong(field, FaultCode.OUT_OF_RANGE, least=least, most=most)
            return None
        return number

    def day(self, field: Field, value: str, *, place: int = 0) -> date | None:
        if not value or not (value := plain_text(value[:LONGEST_ANSWER])):
            return None
        try:
            return date.fromisoformat(value) if len(value) == ISO_DAY else _no_day()
        except ValueError:
            self.wrong(field, FaultCode.NOT_A_DAY, place=place)
            return None


def _no_day() -> date:
    raise ValueError
