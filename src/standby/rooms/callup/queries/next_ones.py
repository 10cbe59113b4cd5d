"""Who is of the second wave now."""

from standby.rooms.callup.models import NextInLine


def is_next(*, person_id: int) -> bool:
    """Whether somebody was told that they are next if others cannot come, and has not heard since."""
    return NextInLine.objects.filter(person_id=person_id, settled_at__isnull=True).exists()


def count_next(*, operation_id: int) -> int:
    return NextInLine.objects.filter(operation_id=operation_id, settled_at__isnull=True).count()


def next_of(*, operation_id: int) -> frozenset[int]:
    """The ids of everybody who is next."""
    rows = NextInLine.objects.filter(operation_id=operation_id, settled_at__isnull=True)
    return frozenset(rows.values_list("person_id", flat=True))
