"""The master keys, which live in a folder outside the database.

Each person's data key is wrapped by a master key and stored in the database; without this folder the database is noise.
A new master key is added beside the old ones; the newest wraps, every one unwraps, so keys are rotated without a pause.
"""

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from standby.sealing.blind import BlindIndex
from standby.sealing.box import KEY_BYTES, DataKey, Unsealable, open_sealed, seal

_BLIND_FILE = "blind.key"
_WRAP_PLACE = "vault|data key|{subject}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MasterKey:
    id: int
    secret: bytes

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError(f"A master key has {KEY_BYTES} bytes; this one has {len(self.secret)}.")

    def __repr__(self) -> str:
        return f"MasterKey(id={self.id})"


class KeyRing:
    """Every master key by its id, and the secret of the blind indexes."""

    def __init__(self, *, masters: Iterable[MasterKey], blind_secret: bytes) -> None:
        self._masters = {master.id: master for master in masters}
        if not self._masters:
            raise ValueError("A key ring holds at least one master key.")
        self._newest = self._masters[max(self._masters)]
        self.blind = BlindIndex(secret=blind_secret)

    @property
    def newest_id(self) -> int:
        return self._newest.id

    def wrap(self, key: DataKey, *, subject: str) -> tuple[int, bytes]:
        """The id of the master key that wraps it, and the wrapped key."""
        place = _WRAP_PLACE.format(subject=subject)
        return self._newest.id, seal(key=self._newest.secret, place=place, value=key)

    def unwrap(self, wrapped: bytes, *, master_id: int, subject: str) -> DataKey:
        master = self._masters.get(master_id)
        if master is None:
            raise Unsealable(f"Master key {master_id} is not on this ring.")
        place = _WRAP_PLACE.format(subject=subject)
        return DataKey(open_sealed(key=master.secret, place=place, sealed=wrapped))

    @classmethod
    def load(cls, folder: Path) -> "KeyRing":
        """Reads `master-<id>.key` and `blind.key`, each 64 hexadecimal digits."""
        masters = [
            MasterKey(id=int(path.stem.removeprefix("master-")), secret=_read(path))
            for path in sorted(folder.glob("master-*.key"))
        ]
        return cls(masters=masters, blind_secret=_read(folder / _BLIND_FILE))

    @classmethod
    def load_or_make(cls, folder: Path) -> "KeyRing":
        """The ring of this installation; made with its first master key where there is none yet."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.glob("master-*.key")):
            # A start that was cut off in between has left the first of the two: nothing was sealed yet, it may stay.
            if not (folder / _BLIND_FILE).exists():
                _write(folder / _BLIND_FILE, secrets.token_bytes(KEY_BYTES))
            _write(folder / "master-1.key", secrets.token_bytes(KEY_BYTES))
        return cls.load(folder)


def add_master_key(folder: Path) -> int:
    """A new newest master key; its id. What older keys wrapped still opens."""
    ids = [int(path.stem.removeprefix("master-")) for path in folder.glob("master-*.key")]
    new_id = max(ids, default=0) + 1
    _write(folder / f"master-{new_id}.key", secrets.token_bytes(KEY_BYTES))
    return new_id


def _read(path: Path) -> bytes:
    return bytes.fromhex(path.read_text(encoding="ascii").strip())


def _write(path: Path, secret: bytes) -> None:
    # Exclusive: two processes that start at once must never each believe in a key of their own.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
