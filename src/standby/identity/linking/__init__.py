"""Whole lists at once: which rows are one person, by a model fitted to the lists themselves.

    linked = link(records)          every pair that is worth a look, its chances, and the people that come of it

Three classes and not two, because a family shares a surname, a phone and a home, and is still several people.
"""

from standby.identity.linking.classes import PairClass
from standby.identity.linking.link import link, link_crowd
from standby.identity.linking.results import Linked, LinkedPair
from standby.identity.linking.settings import DEFAULT_SETTINGS, Settings

__all__ = ["DEFAULT_SETTINGS", "Linked", "LinkedPair", "PairClass", "Settings", "link", "link_crowd"]
