"""The tables of this room, one file a noun."""

from standby.rooms.needs.models.forecast import Forecast
from standby.rooms.needs.models.request import Need, NeedState, Request, Risk

__all__ = ["Forecast", "Need", "NeedState", "Request", "Risk"]
