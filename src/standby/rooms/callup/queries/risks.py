"""Which requests have a risk of their own."""

from collections.abc import Mapping

from standby.rooms.callup.models import RiskChoice


def risks_by_request(*, operation_id: int) -> Mapping[str, int]:
    """In per cent, by the request's reference."""
    rows = RiskChoice.objects.filter(operation_id=operation_id)
    return dict(rows.values_list("request__ref", "shortfall_risk"))
