"""People who come together: the first says how many, each companion brings the code, each says if they may be split."""

from standby.domain.offers import PartyRule
from standby.domain.party_codes import parse_party_code
from standby.domain.sign_up.answers import LARGEST_PARTY, SMALLEST_PARTY, PartyIntent, PartySide
from standby.domain.sign_up.faults import FaultCode
from standby.domain.sign_up.fields import Field
from standby.domain.sign_up.said import Answers

_LONGEST_CODE = 40
_SIDES, _RULES = frozenset(PartySide), frozenset(PartyRule)


def read_party(answers: Answers) -> PartyIntent:
    side = PartySide(answers.choice(Field.PARTY, _SIDES, default=PartySide.ALONE))
    if side is PartySide.ALONE:
        return PartyIntent()
    rule = PartyRule(answers.choice(Field.PARTY_RULE, _RULES, default=PartyRule.TOGETHER))
    if side is PartySide.FIRST:
        return _first(answers, rule)
    code = parse_party_code(answers.text(Field.PARTY_CODE, longest=_LONGEST_CODE))
    if code is None:
        answers.wrong(Field.PARTY_CODE, FaultCode.PARTY_CODE_MISTYPED)
        return PartyIntent()
    return PartyIntent(side=side, code=code, rule=rule)


def _first(answers: Answers, rule: PartyRule) -> PartyIntent:
    before = len(answers.faults)
    size = answers.number(Field.PARTY_SIZE, least=SMALLEST_PARTY, most=LARGEST_PARTY)
    if size is None:
        if len(answers.faults) == before:
            answers.wrong(Field.PARTY_SIZE, FaultCode.MISSING)
        return PartyIntent()
    return PartyIntent(side=PartySide.FIRST, size=size, rule=rule)
