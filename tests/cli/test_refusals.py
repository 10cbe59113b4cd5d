import pytest

from standby.cli.refusals import answered
from standby.domain.errors import Fault, Refused, UnusableInput


def _refuse(refusal: BaseException) -> int:
    raise refusal


def test_every_fault_is_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    faults = (Fault(file="people.csv", line=3, what="No role."), Fault(file="people.csv", line=9, what="No day."))

    assert answered(lambda: _refuse(UnusableInput(faults)), name="plan") == 2
    assert capsys.readouterr().err == "people.csv:3: No role.\npeople.csv:9: No day.\n"


def test_a_refusal_is_a_sentence_and_not_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert answered(lambda: _refuse(Refused("Not like that.")), name="up") == 1
    assert capsys.readouterr().err == "standby up: Not like that.\n"


def test_ctrl_c_is_no_fault() -> None:
    assert answered(lambda: _refuse(KeyboardInterrupt()), name="plan") == 130


def test_what_nobody_foresaw_keeps_its_traceback() -> None:
    with pytest.raises(ZeroDivisionError):
        answered(lambda: _refuse(ZeroDivisionError()), name="plan")
