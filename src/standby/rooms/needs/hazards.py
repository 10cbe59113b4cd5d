"""What may hurt whoever comes, and what a site gives them: coded, so that everybody reads it in their own language."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Hazard(models.TextChoices):
    UNSTABLE = "unstable", _("Damaged or unstable buildings")
    HEIGHTS = "heights", _("Work at height")
    LIFTING = "lifting", _("Heavy lifting")
    MACHINES = "machines", _("Machines and sharp tools")
    ELECTRICITY = "electricity", _("Electricity, gas or fire")
    DUST = "dust", _("Dust or smoke")
    CHEMICALS = "chemicals", _("Chemicals or fuel")
    UNEXPLODED = "unexploded", _("Unexploded objects in the area")
    INFECTION = "infection", _("Infections")
    DISTRESS = "distress", _("Meeting people in great distress")
    COLD = "cold", _("Cold or wet for hours")
    HEAT = "heat", _("Heat for hours")
    WATER = "water", _("Deep or fast water")
    ROAD = "road", _("Long or bad roads")
    NIGHT = "night", _("Night work")


class Provision(models.TextChoices):
    BED = "bed", _("A bed")
    FOOD = "food", _("Food")
    WATER = "water", _("Drinking water")
    TOILETS = "toilets", _("Toilets and a place to wash")
    GEAR = "gear", _("Protective gear")
    TRANSPORT = "transport", _("A ride from the meeting point")


def hazard_words(codes: Iterable[str]) -> list[str]:
    """In the language of the page; a code that is no longer listed is read out as it stands."""
    known = dict(Hazard.choices)
    return [str(known.get(code, code)) for code in codes]


def provision_words(codes: Iterable[str]) -> list[str]:
    known = dict(Provision.choices)
    return [str(known.get(code, code)) for code in codes]
