"""Where the lines are drawn: what is joined without asking, what a person sees, what is too common to look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`join` and `ask`: chances of being one person. `largest_block`: a key that more records share is skipped.

    `join_by_little`: so much is asked for where only a town or two days of birth a slip apart are in common beside
    names; `join_by_name`: where not even that is, and up to `join_by_name_at_most` on lists where otherwise more than
    `wrong` of what is joined would be expected to be wrong.
    `pairs_per_record`: on lists so long that names would bring more pairs together, only rarer names do.
    """

    join: float = 0.93
    join_by_little: float = 0.97
    join_by_name: float = 0.99
    join_by_name_at_most: float = 0.995
    wrong: float = 0.001
    ask: float = 0.05
    largest_block: int = 200
    pairs_per_record: float = 10.0

    def __post_init__(self) -> None:
        if not 0 <= self.ask <= self.join <= 1:
            raise ValueError("What is asked about lies below what is joined without asking.")
        if not 0 < self.join_by_name <= self.join_by_name_at_most < 1:
            raise ValueError("The line for names alone lies between nought and one, and never above its own limit.")


DEFAULT_SETTINGS = Settings()
