"""Who sits at the desks of the exercise. Nothing secret stands here: passwords are made where it is installed."""

from dataclasses import dataclass
from enum import StrEnum

from standby.exercise.asking import draw_full_name
from standby.exercise.dice import Dice
from standby.exercise.places import Region


class Desk(StrEnum):
    COORDINATOR = "coordinator"
    REGISTRAR = "registrar"
    VERIFIER = "verifier"
    SITE_CONTACT = "site_contact"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """`regions`: for a site contact, the regions whose sites they speak for."""

    handle: str
    name: str
    desk: Desk
    regions: tuple[str, ...] = ()


def draw_staff(*, seed: int, regions: tuple[Region, ...]) -> tuple[StaffMember, ...]:
    """Two coordinators, because two must approve; one site contact a region."""
    dice = Dice(seed=seed, name="staff")
    desks = [
        ("coordinator", Desk.COORDINATOR, ()),
        ("coordinator-2", Desk.COORDINATOR, ()),
        ("registrar", Desk.REGISTRAR, ()),
        ("verifier", Desk.VERIFIER, ()),
        ("auditor", Desk.AUDITOR, ()),
        *((f"site-{region.id}", Desk.SITE_CONTACT, (region.id,)) for region in regions),
    ]
    return tuple(
        StaffMember(handle=handle, name=draw_full_name(dice), desk=desk, regions=places)
        for handle, desk, places in desks
    )
