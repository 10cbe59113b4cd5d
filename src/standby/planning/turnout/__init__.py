"""How many to call, so that enough come and few travel in vain.

>>> waves = plan_waves(headcount=10, answering=ASSUMED, risk=0.05)
>>> (waves.first, waves.held, waves.enough)
(18, 7, 13)
"""

from standby.planning.turnout.answers import ASSUMED, Answering
from standby.planning.turnout.calibration import Calibration, calibrate
from standby.planning.turnout.calling import (
    Outlook,
    journeys_in_vain,
    least_to_call,
    most_to_call,
    most_who_come,
    outlook,
    shortfall_risk,
)
from standby.planning.turnout.learning import Batch, Learned, learn
from standby.planning.turnout.pooling import FirstWave, Pool, pooled
from standby.planning.turnout.spread import Turnout
from standby.planning.turnout.waves import Waves, enough_yeses, foresee_after, foresee_waves, plan_waves, second_wave

__all__ = [
    "ASSUMED",
    "Answering",
    "Batch",
    "Calibration",
    "FirstWave",
    "Learned",
    "Outlook",
    "Pool",
    "Turnout",
    "Waves",
    "calibrate",
    "enough_yeses",
    "foresee_after",
    "foresee_waves",
    "journeys_in_vain",
    "learn",
    "least_to_call",
    "most_to_call",
    "most_who_come",
    "outlook",
    "plan_waves",
    "pooled",
    "second_wave",
    "shortfall_risk",
]
