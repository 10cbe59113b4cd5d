"""The tables of this room, one file a noun."""

from standby.rooms.callup.models.announcement import Announcement, ReachCounts, Recall
from standby.rooms.callup.models.call import Call, CallEvent, CallState, SpokenOutcome, SpokenTo
from standby.rooms.callup.models.plan import PlanCall, PlanConflict, PlanNeed, PlanRevision, PlanStandBy, PlanState
from standby.rooms.callup.models.promise import PromiseRule, WordWish
from standby.rooms.callup.models.trial import PlanTrial, TrialKind
from standby.rooms.callup.models.turnout import NextInLine, RiskChoice

__all__ = [
    "Announcement",
    "Call",
    "CallEvent",
    "CallState",
    "NextInLine",
    "PlanCall",
    "PlanConflict",
    "PlanNeed",
    "PlanRevision",
    "PlanStandBy",
    "PlanState",
    "PlanTrial",
    "PromiseRule",
    "ReachCounts",
    "Recall",
    "RiskChoice",
    "SpokenOutcome",
    "SpokenTo",
    "TrialKind",
    "WordWish",
]
