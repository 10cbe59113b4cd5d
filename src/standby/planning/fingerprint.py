"""What a plan was made from: one hash over the files, so that anyone can see that nothing was changed since."""

from collections.abc import Mapping

from standby.formats.fingerprint import fingerprint_of

INPUT_FILES = (
    "announced.csv",
    "beds.csv",
    "forecast.csv",
    "needs.csv",
    "people.csv",
    "places.csv",
    "policy.toml",
    "reception.csv",
    "routes.csv",
    "sites.csv",
    "transport.csv",
)


def fingerprint(contents: Mapping[str, bytes]) -> str:
    return fingerprint_of(contents, names=INPUT_FILES)
