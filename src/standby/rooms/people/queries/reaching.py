"""When somebody is known to have heard from us last."""

from datetime import datetime

from standby.rooms.people.models import Reached


def newest_reached(*, person_id: int) -> datetime | None:
    return Reached.objects.filter(person_id=person_id).order_by("-id").values_list("at", flat=True).first()
