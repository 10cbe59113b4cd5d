from standby.domain.errors import Refused, Unavailable


class BackEndMissing(Unavailable):
    """The extra that does the mathematics is not installed."""

    code = "back_end_missing"

    def __init__(self) -> None:
        super().__init__(
            "Comparing lists between organisations needs an extra that is not installed here. Install it with: "
            ".venv/bin/python -m uv pip install --require-hashes -r requirements-between.lock"
        )


class NotTheAnswer(Refused):
    """A file that is no question or answer of this kind, or one that was cut off."""

    code = "not_the_answer"

    def __init__(self) -> None:
        super().__init__("This file is no question and no answer of Standby, or it was cut off. Ask for it again.")


class TooManyItems(Refused):
    """More than a list of people ever needs: somebody may be trying out telephone numbers."""

    code = "too_many_items"

    def __init__(self, number: int, most: int) -> None:
        super().__init__(
            f"The file asks about {number} keys; {most} are the most. Telephone numbers can be tried out one by one, "
            "so no question may be larger than a list of people."
        )
