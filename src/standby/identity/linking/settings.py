"""Where the lines are drawn: what is joined without asking, what a person sees, what is too common to look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`join` and `ask`: chances of being one person. `largest_block`: a key that more records share is skipped.

    `pairs_per_record`: on lists so long that names would bring more pairs together, only rarer names do.
    """

    join: float = 0.96
    ask: float = 0.05
    largest_block: int = 200
    pairs_per_record: float = 10.0

    def __post_init__(self) -> None:
        if not 0 <= self.ask <= self.join <= 1:
            raise ValueError("What is asked about lies below what is joined without asking.")


DEFAULT_SETTINGS = Settings()
