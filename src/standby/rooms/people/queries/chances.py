"""The weeks from which the chance of a call is told."""

from standby.domain.chances import Week
from standby.rooms.people.models import StandingWeek


def weeks_of(*, operation_id: int) -> list[Week]:
    rows = StandingWeek.objects.filter(operation_id=operation_id).order_by("day", "role")
    fields = rows.values_list("day", "role", "standing", "called")
    return [Week(day=day, role=role, standing=standing, called=called) for day, role, standing, called in fields]
