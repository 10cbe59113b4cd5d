"""Files that wait: where they stand and how far the work on them is."""

from collections.abc import Collection
from datetime import datetime

from standby.rooms.door.models import Upload, UploadProgress, UploadState


def upload_by_ref(ref: str, *, operation_id: int | None = None) -> Upload | None:
    """With an operation, only one of its own."""
    rows = Upload.objects.select_related("source_list", "progress").filter(ref=ref)
    return (rows if operation_id is None else rows.filter(operation_id=operation_id)).first()


def waiting_uploads(*, operation_id: int) -> list[Upload]:
    """Those that somebody has to look at, or that are being worked on, the oldest first."""
    rows = Upload.objects.select_related("source_list").filter(operation_id=operation_id)
    return list(rows.exclude(state__in=[UploadState.DONE, UploadState.FAILED]).order_by("id"))


def abandoned_uploads(*, states: Collection[UploadState], before: datetime) -> list[Upload]:
    """Whose work has said nothing since this moment."""
    return list(Upload.objects.filter(state__in=states, progress__at__lt=before).order_by("id"))


def fraction_of(upload: Upload) -> float:
    return UploadProgress.objects.filter(upload_id=upload.id).values_list("fraction", flat=True).first() or 0.0
