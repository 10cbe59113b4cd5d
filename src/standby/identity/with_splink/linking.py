"""Linking with the comparisons made elsewhere: the same pairs, the same joins, the same second look."""

from standby.identity.linking.beside import beside_degrees
from standby.identity.linking.blocking import Blocked, blocked
from standby.identity.linking.classes import PairClass
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.joining import joined_people
from standby.identity.linking.kinds import Kinds
from standby.identity.linking.link import joined_at_last
from standby.identity.linking.people import People
from standby.identity.linking.results import Linked
from standby.identity.linking.scoring import Scores, Trained, of_log_odds, without_what_joining_brought
from standby.identity.linking.settings import DEFAULT_SETTINGS, Settings
from standby.identity.with_splink.back_ends import BackEnd
from standby.identity.with_splink.model_settings import AGAINST, splink_settings
from standby.identity.with_splink.registrations import told


def link_with(crowd: Crowd, saved: Trained, *, back_end: BackEnd, settings: Settings = DEFAULT_SETTINGS) -> Linked:
    """As `link_crowd` with a saved model and no labels."""
    found = blocked(crowd, largest=settings.largest_block, pairs_per_record=settings.pairs_per_record)
    first = _scored(crowd, found, saved, back_end, None)
    joined = joined_people(crowd, found, first, saved.model, {}, settings)
    again = _scored(crowd, found, saved, back_end, joined.people)
    second = without_what_joining_brought(first, again, found, joined)
    return joined_at_last(crowd, found, second, {}, saved, settings)


def _scored(crowd: Crowd, found: Blocked, saved: Trained, back_end: BackEnd, people: People | None) -> Scores:
    """How rare a name is counts half of what its frequency says, and a father by how frequent he is only where the
    given names agree: Splink would count all of it, and everywhere. And Splink takes all fields for independent, the
    names of strangers too. Both is therefore added here, to what Splink says for the degrees."""
    judged = back_end.judge(told(crowd, people), found, [splink_settings(saved, against=one) for one in AGAINST])
    against = judged.log_odds.copy()
    against[:, AGAINST.index(PairClass.OTHER)] -= saved.model.names_together(judged.table)
    return of_log_odds(Kinds.of(judged.table), against, beside_degrees(crowd, found, judged.table, saved.model))
