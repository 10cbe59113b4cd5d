"""The tables of welfare: shifts and rosters, signing in and out, and rest that is owed."""

from standby.rooms.welfare.models.override import RestOverride
from standby.rooms.welfare.models.roster import RosterDuty, RosterRevision, RosterState
from standby.rooms.welfare.models.shift import Shift
from standby.rooms.welfare.models.signing import Signing, SigningKind

__all__ = ["RestOverride", "RosterDuty", "RosterRevision", "RosterState", "Shift", "Signing", "SigningKind"]
