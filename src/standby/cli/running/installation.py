"""Where an installation keeps what is its own: database, keys, logs, and what is true only while it runs."""

import os
from dataclasses import dataclass
from pathlib import Path

from standby.domain.errors import Fault, UnusableInput

CHECKOUT = Path(__file__).resolve().parents[4]
DEFAULT_DATA = CHECKOUT / "var"
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """One data folder; everything that must be kept or carried to another machine lies in it."""

    data: Path

    def __post_init__(self) -> None:
        if not self.data.is_absolute():
            raise ValueError(f"The data folder is an absolute path; {self.data} is not.")

    @property
    def postgres(self) -> Path:
        return self.data / "postgres"

    @property
    def keys(self) -> Path:
        return self.data / "keys"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def run(self) -> Path:
        """What is true only while something runs: the lock, the address."""
        return self.data / "run"

    @property
    def static(self) -> Path:
        return self.data / "static"

    @property
    def first_logins(self) -> Path:
        """The random first passwords, in plain text while they hold: FORMATS.md, "Starting"."""
        return self.data / "first-logins.json"

    def prepare(self) -> None:
        """Make the folders; only the user who runs Standby may look into them."""
        try:
            for folder in (self.data, self.logs, self.run):
                folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableInput(
                (
                    Fault(
                        file=str(self.data),
                        what=f"The data folder cannot be made ({error.strerror}).",
                        remedy="Name another with --data.",
                    ),
                )
            ) from error


def installation_at(folder: str | None) -> Installation:
    """The installation the user means: `--data`, else the environment's STANDBY_DATA, else `var` in the checkout."""
    chosen = folder or os.environ.get("STANDBY_DATA") or str(DEFAULT_DATA)
    return Installation(data=Path(chosen).expanduser().resolve())
