"""Rest is a rule, not advice (DESIGN.md): what people who work by the hour are owed, to the minute.

    rules = RestRules()                        the limits, in minutes; `loosened` names what falls short of the usual
    breaches(duties, worked=…, rules=rules)    what a plan for one person breaks
    clock_of(stints, now=…, rules=rules)       how far one person has come today: green, amber from 80 %, red

All spans are instants, so a night in which the clocks change is as long as it really is.
"""

from standby.domain.rest.breaches import Breach, breaches, breaches_of_duty
from standby.domain.rest.clock import Clock, Colour, Measure, Reading, clock_of
from standby.domain.rest.duties import Duty, Stint, is_night
from standby.domain.rest.rules import USUAL_RULES, Limit, RestRules, loosened
from standby.domain.rest.signings import Signed, reading_of
from standby.domain.rest.stretches import longest_run, minutes_in_period, runs, stretches

__all__ = [
    "USUAL_RULES",
    "Breach",
    "Clock",
    "Colour",
    "Duty",
    "Limit",
    "Measure",
    "Reading",
    "RestRules",
    "Signed",
    "Stint",
    "breaches",
    "breaches_of_duty",
    "clock_of",
    "is_night",
    "longest_run",
    "loosened",
    "minutes_in_period",
    "reading_of",
    "runs",
    "stretches",
]
