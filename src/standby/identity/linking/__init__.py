"""Whole lists at once: which rows are one person, by a model fitted to the lists themselves.

    linked = link(records)          every pair that is worth a look, its chances, and the people that come of it

Three classes and not two, because a family shares a surname, a phone and a home, and is still several people.
"""

from standby.identity.linking.builder import CrowdBuilder
from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.intake import Intake
from standby.identity.linking.link import link, link_crowd
from standby.identity.linking.results import Linked, LinkedPair, PairTable
from standby.identity.linking.rows import Rows
from standby.identity.linking.scoring import Trained
from standby.identity.linking.settings import DEFAULT_SETTINGS, Settings
from standby.identity.linking.stored import read_trained, stored_trained

__all__ = [
    "CLASSES",
    "DEFAULT_SETTINGS",
    "Crowd",
    "CrowdBuilder",
    "Intake",
    "Linked",
    "LinkedPair",
    "PairClass",
    "PairTable",
    "Rows",
    "Settings",
    "Trained",
    "link",
    "link_crowd",
    "read_trained",
    "stored_trained",
]
