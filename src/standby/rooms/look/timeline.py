"""What happened, in order, for a page that folds its history."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened. `more` is a second sentence, such as the reason."""

    at: datetime
    text: str
    more: str = ""
