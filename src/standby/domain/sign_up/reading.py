"""The rule itself: raw answers in, a sign-up out, or all that has to be mended, or the refusal of an offer to fight."""

from dataclasses import replace
from typing import TypeAlias

from standby.domain.catalogue import is_combat_offer
from standby.domain.offers import Offer
from standby.domain.roles import is_combat
from standby.domain.sign_up.answers import CombatOffer, PartyIntent, Pledge, SignUp
from standby.domain.sign_up.asked import Asked
from standby.domain.sign_up.faults import FaultCode, Mend
from standby.domain.sign_up.fields import Field
from standby.domain.sign_up.offer import read_offer
from standby.domain.sign_up.party import read_party
from standby.domain.sign_up.person import read_details
from standby.domain.sign_up.pledges import read_pledges
from standby.domain.sign_up.said import LONGEST_ANSWER, Answers, Said

ReadSignUp: TypeAlias = SignUp | CombatOffer | Mend

_OWN_WORDS = frozenset({Field.WORDS, Field.GOODS_TEXT, Field.FROM_HOME_TEXT, Field.MONEY_TEXT})


def read_sign_up(said: Said, *, asked: Asked) -> ReadSignUp:
    """Nothing it returns carries an answer that was refused; faults name fields, never what was written there."""
    answers = Answers(said)
    if _offers_to_fight(answers):
        return CombatOffer()
    language = answers.choice(Field.LANGUAGE, asked.languages, default=min(asked.languages))
    is_of_age = answers.yes_or_no(Field.AGE)
    is_affiliated = answers.yes_or_no(Field.AFFILIATION)
    details = read_details(answers, asked)
    offer = read_offer(answers, asked)
    party = read_party(answers)
    pledges = read_pledges(answers)
    _look_at_whole(answers, asked, offer, pledges)
    if answers.faults:
        return Mend(faults=tuple(answers.faults))
    return SignUp(
        details=details,
        offer=_in_party(offer, party),
        language=language,
        pledges=pledges,
        party=party,
        is_of_age=bool(is_of_age),
        is_affiliated=bool(is_affiliated),
    )


def _offers_to_fight(answers: Answers) -> bool:
    codes = (key.partition("/")[0] for key in answers.each(Field.ROLES))
    if any(is_combat(code) for code in codes):
        return True
    if not answers.says_any(_OWN_WORDS):
        return False
    words = (answers.raw(field)[:LONGEST_ANSWER] for field in _OWN_WORDS)
    return any(is_combat_offer(text) for text in words if text.strip())


def _look_at_whole(answers: Answers, asked: Asked, offer: Offer, pledges: tuple[Pledge, ...]) -> None:
    is_mute = not any(fault.field in _OF_AN_OFFER for fault in answers.faults)
    if is_mute and not offer.roles and not offer.windows and not pledges:
        answers.wrong(Field.WORDS, FaultCode.NOTHING_OFFERED)
    elif not asked.door.of_offer(role.code for role in offer.roles).takes_offers:
        answers.wrong(Field.ROLES, FaultCode.ROLE_CLOSED if offer.roles else FaultCode.DOOR_SHUT)
    if not answers.is_ticked(Field.CONSENT):
        answers.wrong(Field.CONSENT, FaultCode.NOT_AGREED)


_OF_AN_OFFER = {Field.WORDS, Field.ROLES, Field.FIRST_DAY, Field.LAST_DAY, Field.GOODS, Field.FROM_HOME}


def _in_party(offer: Offer, party: PartyIntent) -> Offer:
    return offer if offer.party_rule is party.rule else replace(offer, party_rule=party.rule)
