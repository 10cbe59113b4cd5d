"""A refusal becomes plain lines on standard error and an exit code: 2 for input that cannot be used, else 1."""

import sys
from collections.abc import Callable

from standby.domain.errors import StandbyError, UnusableInput

FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130


def answered(work: Callable[[], int], *, name: str) -> int:
    """Run the work; what it refuses is said to the person at the terminal, without a traceback."""
    try:
        return work()
    except UnusableInput as refusal:
        print(refusal, file=sys.stderr)
        return UNUSABLE
    except StandbyError as refusal:
        print(f"standby {name}: {refusal}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
