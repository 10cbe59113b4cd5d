"""What was foretold, in plain sentences: the risk beside the journeys in vain."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from standby.rooms.callup.saying import say_channel
from standby.rooms.callup.turnout.cells import Distance, read_cell
from standby.rooms.callup.turnout.foreseeing import Foreseen
from standby.rooms.look.numbers import say_number

_HUNDRED = 100
_DISTANCES = {
    Distance.SAME_DAY: _("travels within a day"),
    Distance.ONE_DAY: _("one day of travel"),
    Distance.MORE_DAYS: _("two days of travel and more"),
    Distance.UNKNOWN: _("home not known"),
}


def say_calling(foreseen: Foreseen, *, waves_chosen: int) -> list[str]:
    """Of one need: what we call, what that risks, what it costs, and what it counts on."""
    sentences = [_called(foreseen), _risk(foreseen), _in_vain(foreseen)]
    if foreseen.is_two_waves:
        sentences.append(
            gettext("%(enough)s yeses are enough: whoever says yes after that is let go before setting out.")
            % {"enough": say_number(foreseen.enough)}
        )
    elif foreseen.chosen_risk and waves_chosen > 1:
        sentences.append(gettext("There is no time left for two waves: everybody is called at once."))
    return [*sentences, _counted_on(foreseen)]


def _called(foreseen: Foreseen) -> str:
    words = {
        "call": say_number(foreseen.planned),
        "needed": say_number(foreseen.headcount),
        "held": say_number(foreseen.held),
    }
    if foreseen.planned < foreseen.call:
        found = {"planned": words["call"], "call": say_number(foreseen.call)}
        return gettext("The plan found %(planned)s of the %(call)s people it was to call.") % found
    if foreseen.held:
        return (
            ngettext(
                "We call %(call)s first so that %(needed)s comes, and hold %(held)s more as a second wave.",
                "We call %(call)s first so that %(needed)s come, and hold %(held)s more as a second wave.",
                foreseen.headcount,
            )
            % words
        )
    return (
        ngettext(
            "We call %(call)s so that %(needed)s comes.",
            "We call %(call)s so that %(needed)s come.",
            foreseen.headcount,
        )
        % words
    )


def _risk(foreseen: Foreseen) -> str:
    words = {"risk": say_number(foreseen.risk), "chosen": say_number(foreseen.chosen_risk)}
    if foreseen.is_riskier:
        return gettext("The risk that fewer come is %(risk)s in a hundred; you chose %(chosen)s.") % words
    return gettext("The risk that fewer come is %(risk)s in a hundred.") % words


def _in_vain(foreseen: Foreseen) -> str:
    words = {
        "in_vain": say_number(foreseen.in_vain),
        "once": say_number(foreseen.once_in_vain),
        "once_call": say_number(foreseen.once_call),
    }
    if foreseen.is_two_waves:
        return (
            gettext(
                "About %(in_vain)s journeys will have been in vain; "
                "calling %(once_call)s people at once it would be about %(once)s."
            )
            % words
        )
    return gettext("About %(in_vain)s journeys will have been in vain.") % words


def _counted_on(foreseen: Foreseen) -> str:
    return gettext(
        "That counts on %(yes)s of a hundred saying yes in time, and on %(comes)s of a hundred of those coming."
    ) % {
        "yes": say_number(round(_HUNDRED * foreseen.yes)),
        "comes": say_number(round(_HUNDRED * foreseen.comes)),
    }


def say_cell(cell: str) -> str:
    """ "e-mail, one day of travel"."""
    channel, distance = read_cell(cell)
    return gettext("%(channel)s, %(distance)s") % {"channel": say_channel(channel), "distance": _DISTANCES[distance]}
