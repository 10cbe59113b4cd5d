"""Sign-ups that were acknowledged and are not settled yet."""

from datetime import datetime

from django.db.models import Min

from standby.rooms.people.blinds import code_blind
from standby.rooms.people.models import ReceivedSignUp
from standby.sealing import InvalidCode, parse_receipt_code


def operations_with_sign_ups_waiting() -> list[int]:
    rows = ReceivedSignUp.objects.filter(settled_at__isnull=True, held="")
    return list(rows.values_list("operation_id", flat=True).distinct().order_by())


def waiting_sign_ups(*, operation_id: int) -> int:
    return ReceivedSignUp.objects.filter(operation_id=operation_id, settled_at__isnull=True, held="").count()


def oldest_waiting(*, operation_id: int) -> datetime | None:
    rows = ReceivedSignUp.objects.filter(operation_id=operation_id, settled_at__isnull=True, held="")
    oldest: datetime | None = rows.aggregate(oldest=Min("received_at"))["oldest"]
    return oldest


def waiting_behind(text: str) -> tuple[int, bytes] | None:
    """The operation and the hash of a receipt whose sign-up waits; None for any other code, mistyped or not."""
    try:
        receipt = code_blind(parse_receipt_code(text))
    except InvalidCode:
        return None
    rows = ReceivedSignUp.objects.filter(receipt=receipt, settled_at__isnull=True, held="")
    operation_id = rows.values_list("operation_id", flat=True).first()
    return None if operation_id is None else (operation_id, receipt)
