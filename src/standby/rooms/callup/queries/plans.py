"""Plans and announcements of an operation."""

from standby.rooms.callup.models import Announcement


def has_announced(*, operation_id: int) -> bool:
    return Announcement.objects.filter(operation_id=operation_id).exists()
