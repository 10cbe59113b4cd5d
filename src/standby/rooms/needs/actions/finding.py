"""The request that a deed is about, held for as long as the deed takes."""

from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.needs.models import Request
from standby.rooms.operations.queries import OperationView


def lock_request(operation: OperationView, request_ref: str) -> Request:
    """Two who decide at once wait for each other here."""
    rows = Request.objects.select_for_update(of=("self",)).select_related("site__region")
    row = rows.filter(operation_id=operation.id, ref=request_ref).first()
    if row is None:
        raise Refused(gettext("There is no such need."))
    return row
