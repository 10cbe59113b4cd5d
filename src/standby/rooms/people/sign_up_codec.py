"""A sign-up as JSON and back, while it waits to be settled: only ever passed on to be sealed."""

from collections.abc import Mapping
from typing import cast

from standby.domain.offers import PartyRule
from standby.domain.sign_up import PartyIntent, PartySide, Pledge, PledgeKind, SignUp
from standby.rooms.people.codecs import details_from_json, details_to_json, offer_from_json, offer_to_json

Json = Mapping[str, object]


def sign_up_to_json(sign_up: SignUp) -> dict[str, object]:
    """What is usual is left out: a thousand of these are written a second."""
    kept: dict[str, object] = {
        "details": details_to_json(sign_up.details),
        "offer": offer_to_json(sign_up.offer),
        "language": sign_up.language,
    }
    if sign_up.pledges:
        kept["pledges"] = [[pledge.kind.value, list(pledge.what), pledge.words] for pledge in sign_up.pledges]
    if sign_up.party.side is not PartySide.ALONE:
        party = sign_up.party
        kept["party"] = [party.side.value, party.size, party.code, party.rule.value]
    if not sign_up.is_of_age:
        kept["under_age"] = True
    if sign_up.is_affiliated:
        kept["affiliated"] = True
    return kept


def sign_up_from_json(stored: Json) -> SignUp:
    return SignUp(
        details=details_from_json(cast(Json, stored["details"])),
        offer=offer_from_json(cast(Json, stored["offer"])),
        language=str(stored["language"]),
        pledges=tuple(_pledge(item) for item in cast(list[list[object]], stored.get("pledges", []))),
        party=_party(cast(list[object] | None, stored.get("party"))),
        is_of_age=not stored.get("under_age", False),
        is_affiliated=bool(stored.get("affiliated", False)),
    )


def _pledge(item: list[object]) -> Pledge:
    kind, what, words = item
    return Pledge(kind=PledgeKind(str(kind)), what=tuple(cast(list[str], what)), words=str(words))


def _party(item: list[object] | None) -> PartyIntent:
    if item is None:
        return PartyIntent()
    side, size, code, rule = item
    return PartyIntent(side=PartySide(str(side)), size=cast(int, size), code=str(code), rule=PartyRule(str(rule)))
