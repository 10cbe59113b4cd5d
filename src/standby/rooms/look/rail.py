"""What the rail asks of whoever sits at the desk."""

from typing import Protocol


class Sitting(Protocol):
    """Somebody at the desk; their room stands above this one."""

    def opens(self, view: object, /) -> bool:
        """Whether this page of the staff opens to them."""
        ...
