"""The surge lane: what comes in while one transaction is written goes into the next one, together."""

from standby.rooms.door.lane.gathering import Lane

__all__ = ["Lane"]
