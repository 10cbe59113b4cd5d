"""Nothing of one operation is ever joined to something of another."""

from collections.abc import Set as AbstractSet

from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.models import Home, Region, Site


def refuse_foreign(
    model: type[Region] | type[Site] | type[Home], ids: AbstractSet[int], *, operation: OperationView
) -> None:
    """Raises Refused unless every id is one of this operation's own."""
    if model._default_manager.filter(operation_id=operation.id, id__in=ids).count() != len(ids):
        raise Refused(gettext("This place does not belong to your operation."))
