"""For what is only forecast: how many people a plan keeps free."""

from dataclasses import dataclass

from standby.domain.catalogue import title
from standby.rooms.accounts.doors import Desk
from standby.rooms.callup.queries.plans import PlanSummary
from standby.rooms.callup.views.names import site_names
from standby.rooms.look.days import page_language
from standby.rooms.needs.queries.forecasts import ForecastView, forecasts_by_code
from standby.rooms.needs.words import likelihood_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    one: ForecastView
    people: int
    role_title: str
    site_name: str
    likelihood: str


def expected_of(desk: Desk, plan: PlanSummary) -> list[Kept]:
    """Those for which somebody is kept free, the soonest first."""
    if not plan.kept_free:
        return []
    found = forecasts_by_code(operation_id=desk.operation.id, codes=plan.kept_free).values()
    sites, language = site_names(desk, {one.site_id for one in found}), page_language()
    return [
        Kept(
            one=one,
            people=plan.kept_free[one.code],
            role_title=title(one.role, one.tags[0] if one.tags else "", language=language),
            site_name=sites.get(one.site_id, one.site_code),
            likelihood=likelihood_words(one.percent),
        )
        for one in sorted(found, key=lambda one: (one.days.first, one.code))
    ]
