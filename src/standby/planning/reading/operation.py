"""Reads the files of an operation, or refuses them with every fault named."""

from collections.abc import Mapping
from pathlib import Path

from standby.domain.errors import Fault, UnusableInput
from standby.formats.source import Source
from standby.planning.fingerprint import INPUT_FILES, fingerprint
from standby.planning.operation import Operation
from standby.planning.reading.limits import read_arrivals, read_beds, read_transport
from standby.planning.reading.needs import read_announced, read_forecast, read_needs
from standby.planning.reading.people import read_people
from standby.planning.reading.places import read_places, read_routes, read_sites
from standby.planning.reading.policy import read_policy


def read(directory: Path) -> Operation:
    """The operation in a folder of files; raises UnusableInput."""
    return from_files(_contents(directory))


def from_files(contents: Mapping[str, bytes]) -> Operation:
    """The operation in these files, given as bytes by name; raises UnusableInput."""
    source = Source(contents=contents)
    people, sites = read_people(source), read_sites(source)
    site_ids = frozenset(site.site_id for site in sites)
    policy = read_policy(source)
    priorities = len(policy.weights)
    needs = read_needs(source, sites=site_ids, priorities=priorities)
    announced = read_announced(
        source,
        people=frozenset(person.person_id for person in people),
        needs={need.need_id: need for need in needs},
    )
    known = frozenset(need.need_id for need in needs)
    forecast = read_forecast(source, sites=site_ids, needs=known, priorities=priorities)
    beds, arrivals, transport = read_beds(source, sites=site_ids), read_arrivals(source), read_transport(source)
    routes, places = read_routes(source), read_places(source)
    source.faults.settle()
    return Operation(
        people=people,
        sites=sites,
        needs=needs,
        announced=announced,
        forecast=forecast,
        beds=beds,
        arrivals=arrivals,
        transport=transport,
        routes=routes,
        places=places,
        policy=policy,
        input_sha256=fingerprint(contents),
    )


def _contents(directory: Path) -> dict[str, bytes]:
    try:
        return {name: (directory / name).read_bytes() for name in INPUT_FILES if (directory / name).exists()}
    except OSError as error:
        fault = Fault(file=str(error.filename), what=f"The file cannot be read: {error.strerror}.")
        raise UnusableInput((fault,)) from error
