"""policy.toml: the coordinator's settings."""

from standby.formats.settings import settings_in
from standby.formats.source import Source
from standby.planning.operation import Policy

FILE = "policy.toml"


def read_policy(source: Source) -> Policy:
    """The settings given, and the usual ones for those that are not."""
    reader = settings_in(source, FILE)
    if reader is None:
        return Policy()
    policy = Policy(
        as_of=reader.day("as_of"),
        rest_days=reader.number("rest_days", 2),
        weights=reader.weights("weights", (100, 30, 10, 3, 1), may_be_more=True),
        notice_hours=reader.number("notice_hours", 48),
        seed=reader.number("seed", 0),
        change_within_notice=reader.yes("change_within_notice"),
    )
    reader.refuse_the_rest()
    return policy
