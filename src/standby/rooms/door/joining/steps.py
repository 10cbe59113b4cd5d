"""The pages of the sign-up, in their order, and the questions that stand on each."""

from collections.abc import Iterable
from enum import StrEnum

from standby.domain.sign_up import FaultCode, Field, SignUpFault


class Step(StrEnum):
    YOU = "you"
    WHAT = "what"
    WHEN = "when"
    SEND = "send"

    @property
    def number(self) -> int:
        return list(Step).index(self) + 1

    @property
    def next(self) -> "Step":
        """The page after this one; the last comes after itself."""
        return list(Step)[min(self.number, len(Step) - 1)]


FIELDS_OF: dict[Step, tuple[Field, ...]] = {
    Step.YOU: (Field.AGE, Field.AFFILIATION, Field.NAME, Field.PHONE, Field.EMAIL, Field.NO_CONTACT),
    Step.WHAT: (
        Field.WORDS,
        Field.ROLES,
        Field.LEVEL,
        Field.LANGUAGES,
        Field.LICENCE_FOR,
        Field.LICENCE_NUMBER,
        Field.LICENCE_ISSUER,
        Field.LICENCE_EXPIRES,
    ),
    Step.WHEN: (
        Field.FIRST_DAY,
        Field.LAST_DAY,
        Field.MAX_STAY_DAYS,
        Field.HOME,
        Field.TRAVEL,
        Field.SEATS,
        Field.LODGING,
        Field.PARTY,
        Field.PARTY_SIZE,
        Field.PARTY_CODE,
        Field.PARTY_RULE,
    ),
    Step.SEND: (
        Field.GOODS,
        Field.GOODS_TEXT,
        Field.MONEY,
        Field.MONEY_TEXT,
        Field.FROM_HOME,
        Field.FROM_HOME_TEXT,
        Field.CONSENT,
    ),
}
_STEP_OF = {field: step for step, fields in FIELDS_OF.items() for field in fields}
# Said of the whole, when it is sent: whoever offers nothing on one page may offer something on the next.
_OF_THE_WHOLE = {FaultCode.NOTHING_OFFERED, FaultCode.DOOR_SHUT}


def step_of(fault: SignUpFault) -> Step:
    """The page on which it can be mended."""
    return Step.SEND if fault.code in _OF_THE_WHOLE else _STEP_OF.get(fault.field, Step.YOU)


def faults_on(step: Step, faults: Iterable[SignUpFault]) -> list[SignUpFault]:
    return [fault for fault in faults if step_of(fault) is step]
