"""Delivery reports of a gateway for short messages, by the numbers that Kannel gives them."""

from standby.rooms.messages.letters import Outcome, Receipt

# Delivered to the phone; not delivered; refused by the SMSC. The others (buffered, handed to the SMSC) are no end.
_MEANING = {"1": Outcome.DELIVERED, "2": Outcome.BOUNCED, "16": Outcome.BOUNCED}


def read_report(ref: str, state: str) -> Receipt | None:
    """None where it says nothing final."""
    outcome = _MEANING.get(state)
    return Receipt(ref=ref, outcome=outcome, code=f"dlr {state}") if outcome else None
