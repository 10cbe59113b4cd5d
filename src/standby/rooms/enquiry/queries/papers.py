"""Blank forms: which were printed, which came back, and which are still out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from standby.rooms.enquiry.codes import shown_form_number
from standby.rooms.enquiry.models import FormBatch, PaperForm

_BATCHES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchView:
    """`missing` are the numbers of the forms that have not come back, as they are printed."""

    ref: str
    language: str
    printed_at: datetime
    printed: int
    came_back: int
    missing: Sequence[str]


def batches_of(*, operation_id: int) -> list[BatchView]:
    """The newest first."""
    rows = list(
        FormBatch.objects.filter(operation_id=operation_id)
        .annotate(printed=Count("forms"), back=Count("forms", filter=Q(forms__came_in_at__isnull=False)))
        .order_by("-id")[:_BATCHES]
    )
    missing = _missing([row.id for row in rows])
    return [
        BatchView(
            ref=row.ref,
            language=row.language,
            printed_at=row.printed_at,
            printed=row.printed,
            came_back=row.back,
            missing=missing.get(row.id, ()),
        )
        for row in rows
    ]


def sheets_of(*, operation_id: int, ref: str) -> tuple[str, Sequence[str]] | None:
    """The language of a batch and its numbers, to print it; None where there is none."""
    batch = FormBatch.objects.filter(operation_id=operation_id, ref=ref).first()
    if batch is None:
        return None
    numbers = batch.forms.order_by("number").values_list("number", flat=True)
    return batch.language, [shown_form_number(number) for number in numbers]


def _missing(batch_ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = PaperForm.objects.filter(batch_id__in=batch_ids, came_in_at__isnull=True).order_by("number")
    for batch_id, number in rows.values_list("batch_id", "number"):
        found.setdefault(batch_id, []).append(shown_form_number(number))
    return found
