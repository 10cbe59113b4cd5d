"""The house's own catalogue of roles as a matcher of occupations."""

from standby.domain.catalogue import CombatJudgement, judge_offer, match_occupation
from standby.domain.roles import Level
from standby.exchange.occupations import RoleChoice

# A fainter match than this is shown to nobody as a guess.
_SURE = 0.6


def match_in_catalogue(text: str, /) -> RoleChoice | None:
    """The roles that the catalogue reads in somebody's words; None where it has no idea or a person must look.

    >>> match_in_catalogue("врач-анестезиолог").codes, match_in_catalogue("sniper").is_refused
    (('2212',), True)
    """
    judgement = judge_offer(text)
    if judgement is CombatJudgement.COMBAT:
        return RoleChoice(is_refused=True)
    if judgement is CombatJudgement.UNCLEAR:
        return None
    matches = [match for match in match_occupation(text) if match.score >= _SURE]
    if not matches:
        return None
    levels: list[Level] = [match.level for match in matches if match.level is not None]
    return RoleChoice(
        codes=tuple(dict.fromkeys(match.code for match in matches)),
        tags=tuple(dict.fromkeys(tag for match in matches for tag in match.tags)),
        level=min(levels, default=None),
    )
