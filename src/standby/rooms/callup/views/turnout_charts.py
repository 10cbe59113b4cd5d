"""Who is expected beside who is needed, and what was foretold beside what happened, as charts with a message."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext, ngettext

from standby.planning.turnout import Calibration
from standby.rooms.callup.saying import say_need
from standby.rooms.callup.turnout.foreseeing import Foreseen
from standby.rooms.callup.turnout.saying import say_cell
from standby.rooms.look.charts import Bar, BarChart
from standby.rooms.look.numbers import say_number
from standby.rooms.needs.queries.planning import NeedView

_HUNDRED = 100


def turnout_chart(rows: Sequence[tuple[NeedView, Foreseen]], sites: Mapping[int, str]) -> BarChart | None:
    """The bar is who is expected to come, the line who is needed."""
    if not rows:
        return None
    riskier = sum(foreseen.is_riskier for _, foreseen in rows)
    title = (
        ngettext(
            "In %(riskier)s need the risk is higher than you chose",
            "In %(riskier)s of the riskiest needs the risk is higher than you chose",
            riskier,
        )
        % {"riskier": say_number(riskier)}
        if riskier
        else gettext("Enough are expected in every need: bars are those expected to come, lines those needed")
    )
    columns = (gettext("Need"), gettext("Needed"), gettext("Expected"), gettext("Risk in a hundred"))
    return BarChart(key="turnout", title=title, columns=columns, rows=[_bar(*row, sites) for row in rows])


def _bar(need: NeedView, foreseen: Foreseen, sites: Mapping[int, str]) -> Bar:
    words = {
        "expected": say_number(foreseen.expected),
        "needed": say_number(foreseen.headcount),
        "risk": say_number(foreseen.risk),
    }
    return Bar(
        name=say_need(need, sites),
        value=foreseen.expected,
        goal=foreseen.headcount,
        figures=gettext("expected %(expected)s · needed %(needed)s · risk %(risk)s in a hundred") % words,
        cells=(words["needed"], words["expected"], words["risk"]),
    )


def truth_chart(key: str, calibration: Calibration) -> BarChart:
    """The bar is what happened, the line what was foretold, of a hundred people each."""
    apart = {"error": say_number(round(_HUNDRED * calibration.error, 1))}
    title = (
        gettext("Saying yes: foretold and happened lie %(error)s in a hundred apart") % apart
        if key == "answers"
        else gettext("Coming after a yes: foretold and happened lie %(error)s in a hundred apart") % apart
    )
    columns = (gettext("Channel and way"), gettext("People"), gettext("Foretold"), gettext("Happened"))
    return BarChart(
        key=key,
        title=title,
        columns=columns,
        rows=[
            _truth_bar(row.key, people=row.people, foretold=row.foretold, happened=row.happened)
            for row in calibration.by_cell
        ],
    )


def _truth_bar(cell: str, *, people: int, foretold: float, happened: float) -> Bar:
    words = {
        "people": say_number(people),
        "foretold": say_number(round(_HUNDRED * foretold)),
        "happened": say_number(round(_HUNDRED * happened)),
    }
    return Bar(
        name=say_cell(cell),
        value=_HUNDRED * happened,
        goal=_HUNDRED * foretold,
        figures=gettext("of a hundred: foretold %(foretold)s · happened %(happened)s · people asked %(people)s")
        % words,
        cells=(words["people"], words["foretold"], words["happened"]),
    )
