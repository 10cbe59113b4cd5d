"""What was read from a file, kept sealed in pieces until its owner confirms or cancels."""

import json
import zlib
from typing import cast

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict
from standby.exchange.kept import Json
from standby.rooms.door.models import Upload, UploadPiece
from standby.rooms.vault.actions import key_for
from standby.rooms.vault.queries import keys_of
from standby.sealing import DataKey, open_sealed, seal

_PIECE = 4 * 1024 * 1024


class Gone(Conflict):
    """The hour is over, or somebody cancelled."""

    code = "upload_gone"

    def __init__(self) -> None:
        super().__init__(
            gettext("This file is not kept any more: nobody confirmed it within the hour. Upload it again.")
        )


@transaction.atomic
def keep(upload: Upload, *, purpose: str, content: bytes) -> None:
    """Seals `content` in place of what was kept for this purpose before; Conflict when the upload is gone."""
    if not Upload.objects.select_for_update().filter(id=upload.id).exists():
        raise Gone
    key = key_for(upload.ref)
    packed = zlib.compress(content, 1)
    UploadPiece.objects.filter(upload=upload, purpose=purpose).delete()
    starts = range(0, max(len(packed), 1), _PIECE)
    UploadPiece.objects.bulk_create(
        [
            UploadPiece(
                upload=upload,
                purpose=purpose,
                number=number,
                sealed=seal(key=key, place=_place(upload, purpose, number), value=packed[start : start + _PIECE]),
            )
            for number, start in enumerate(starts)
        ]
    )


def kept(upload: Upload, *, purpose: str) -> bytes:
    """Raises Gone when the hour is over, or the upload was cancelled meanwhile."""
    key: DataKey | None = keys_of([upload.ref]).get(upload.ref)
    rows = list(UploadPiece.objects.filter(upload=upload, purpose=purpose).order_by("number"))
    if key is None or not rows:
        raise Gone
    pieces = [open_sealed(key=key, place=_place(upload, purpose, row.number), sealed=bytes(row.sealed)) for row in rows]
    return zlib.decompress(b"".join(pieces))


def keep_json(upload: Upload, *, purpose: str, value: Json) -> None:
    keep(upload, purpose=purpose, content=json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def kept_json(upload: Upload, *, purpose: str) -> Json:
    return cast(Json, json.loads(kept(upload, purpose=purpose)))


def _place(upload: Upload, purpose: str, number: int) -> str:
    return f"door_uploadpiece|{purpose}|{upload.ref}|{number}"
