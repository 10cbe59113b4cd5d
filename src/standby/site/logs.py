"""A log that may be read by anyone on the team: when, what, how long; never about whom."""

import logging
import traceback
from types import TracebackType


class DiscreetFormatter(logging.Formatter):
    """Where an error happened and its kind, but not its text: a database error quotes the value it refused."""

    def __init__(self) -> None:
        super().__init__(fmt="{asctime} {levelname} {name}: {message}", style="{")

    def formatException(  # noqa: N802 - the name is the standard library's
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, error, _trace = ei
        if kind is None or error is None:
            return ""
        return "\n".join(_told(link) for link in _chain(error))


def _chain(error: BaseException) -> list[BaseException]:
    """The error and what led to it, the first cause first."""
    links = [error]
    while (earlier := links[-1].__cause__ or links[-1].__context__) is not None and earlier not in links:
        links.append(earlier)
    return links[::-1]


def _told(error: BaseException) -> str:
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{frames}{type(error).__module__}.{type(error).__qualname__}"
