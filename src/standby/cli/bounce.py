"""`standby bounce < MAIL`: takes mail that came back, as a mail server hands it to a command."""

import argparse
import sys

from standby.rooms.messages.bounces import take_back
from standby.rooms.messages.letters import Outcome
from standby.rooms.operations.installation import installation

_ABOUT = """Read a delivery status notification (RFC 3464) from standard input and write down that its letter came back.
Have your mail server pipe whatever is addressed to bounces+…@ your domain into this command."""


def main(argv: list[str]) -> int:
    argparse.ArgumentParser(prog="standby bounce", description=_ABOUT).parse_args(argv)
    receipt = take_back(sys.stdin.buffer.read(), now=installation().clock())
    came_back = receipt.outcome is Outcome.BOUNCED
    print(f"{receipt.ref}: {'came back' if came_back else 'is still being tried'}")
    return 0
