"""The files a plan is made from say where homes and sites lie, so that the shorter way is taken."""

from datetime import date, datetime
from pathlib import Path

from standby.domain.points import MapPoint
from standby.planning.reading.operation import read
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.files import PlanInput, write_input
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.adding import HomeFacts, NewSite, add_home
from standby.rooms.places.actions.changing import change_site
from standby.rooms.places.models import Site
from standby.rooms.places.queries.limits import limits_of
from standby.rooms.places.queries.points import points_of


def test_the_planner_reads_where_homes_and_sites_lie(
    operation: OperationView, the_site: Site, machine: Actor, now: datetime, tmp_path: Path
) -> None:
    near, far = MapPoint(lat=40.2, lon=44.5), MapPoint(lat=48.9, lon=2.4)
    add_home(operation=operation, code="near", facts=HomeFacts(names={"en": "Near"}, point=near), by=machine, now=now)
    add_home(operation=operation, code="nowhere", facts=HomeFacts(names={"en": "Nowhere"}), by=machine, now=now)
    moved = NewSite(region_id=the_site.region_id, code=the_site.code, names={"en": "School"}, beds=40, point=far)
    change_site(operation=operation, ref=the_site.ref, changed=moved, by=machine, now=now)

    write_input(
        tmp_path,
        PlanInput(
            operation=operation,
            as_of=date(2026, 10, 1),
            seed=1,
            people=(),
            needs=(),
            limits=limits_of(operation_id=operation.id),
            points=points_of(operation_id=operation.id),
            holding=(),
        ),
    )

    assert (tmp_path / "places.csv").read_text(encoding="utf-8").splitlines() == ["place_id,lat,lon", "near,40.2,44.5"]
    assert (tmp_path / "sites.csv").read_text(encoding="utf-8").splitlines()[1:] == ["school-1,north,40,48.9,2.4"]
    found = read(tmp_path)
    assert [(site.point.lat, site.point.lon) for site in found.sites if site.point] == [(48.9, 2.4)]
    assert [(point.lat, point.lon) for point in found.places.values()] == [(40.2, 44.5)]
