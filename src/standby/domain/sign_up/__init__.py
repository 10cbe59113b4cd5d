"""Signing up: the one rule that turns raw answers into an offer of help, or says what to mend.

    read = read_sign_up(said, asked=asked)
    match read:
        case SignUp(): …            # valid, to be taken in
        case CombatOffer(): …       # refused whole: counted, and nothing of it kept
        case Mend(faults=faults): … # each names the field and carries a code that a room puts into words

The form at the door, the JSON interface and the surge lane all call this, and nothing else decides.
"""

from standby.domain.sign_up.answers import (
    CombatOffer,
    GoodsClass,
    HomeTask,
    PartyIntent,
    PartySide,
    Pledge,
    PledgeKind,
    SignUp,
)
from standby.domain.sign_up.asked import Asked
from standby.domain.sign_up.faults import FaultCode, Mend, SignUpFault
from standby.domain.sign_up.fields import FIELDS, Field
from standby.domain.sign_up.first_answer import FirstAnswer, first_answer
from standby.domain.sign_up.reading import ReadSignUp, read_sign_up
from standby.domain.sign_up.said import Said

__all__ = [
    "FIELDS",
    "Asked",
    "CombatOffer",
    "FaultCode",
    "Field",
    "FirstAnswer",
    "GoodsClass",
    "HomeTask",
    "Mend",
    "PartyIntent",
    "PartySide",
    "Pledge",
    "PledgeKind",
    "ReadSignUp",
    "Said",
    "SignUp",
    "SignUpFault",
    "first_answer",
    "read_sign_up",
]
