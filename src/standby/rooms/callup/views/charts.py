"""How full a plan makes each need, site and role, as charts whose titles are their messages."""

from collections.abc import Mapping, Sequence

from django.utils.translation import get_language, gettext, ngettext

from standby.domain.catalogue import title
from standby.rooms.callup.queries.plan_needs import PlannedNeed, Total, total_by
from standby.rooms.callup.saying import say_need
from standby.rooms.look.charts import Fill, FillChart
from standby.rooms.look.numbers import say_number

_SHOWN = 12


def charts_of(needs: Sequence[PlannedNeed], sites: Mapping[int, str]) -> list[FillChart]:
    by_site = total_by(needs, lambda one: sites.get(one.need.site_id, one.need.site_code))
    by_role = total_by(needs, _role)
    return [_by_need(needs, sites), _by_site(by_site), _by_role(by_role)]


def _by_need(needs: Sequence[PlannedNeed], sites: Mapping[int, str]) -> FillChart:
    shown = [one for one in needs if one.missing][:_SHOWN] or list(needs[:_SHOWN])
    missing = sum(one.missing for one in shown)
    fills = [
        Fill(name=say_need(one.need, sites), filled=one.sure, expected=one.expected, goal=one.headcount)
        for one in shown
    ]
    message = ngettext(
        "%(missing)s person is missing in the most urgent needs",
        "%(missing)s people are missing in the most urgent needs",
        missing,
    ) % {"missing": say_number(missing)}
    return FillChart(key="needs", title=message, what=gettext("Need"), fills=fills)


def _by_site(totals: Sequence[Total]) -> FillChart:
    short = sum(bool(total.missing) for total in totals)
    message = ngettext(
        "People are missing at %(short)s of %(all)s sites",
        "People are missing at %(short)s of %(all)s sites",
        short,
    ) % {"short": say_number(short), "all": say_number(len(totals))}
    return FillChart(key="sites", title=message, what=gettext("Site"), fills=_fills(totals))


def _by_role(totals: Sequence[Total]) -> FillChart:
    short = sum(bool(total.missing) for total in totals)
    message = ngettext(
        "%(short)s of %(all)s roles has places missing",
        "%(short)s of %(all)s roles have places missing",
        short,
    ) % {"short": say_number(short), "all": say_number(len(totals))}
    return FillChart(key="roles", title=message, what=gettext("Role"), fills=_fills(totals))


def _fills(totals: Sequence[Total]) -> list[Fill]:
    return [
        Fill(name=total.key, filled=total.sure, expected=total.expected, goal=total.headcount)
        for total in totals[:_SHOWN]
    ]


def _role(one: PlannedNeed) -> str:
    return title(one.need.role, one.need.tags[0] if one.need.tags else "", language=get_language() or "en")
