"""What the enquiry desk says of a wait: a range, and when nobody knows, that."""

from django.utils.translation import gettext, ngettext

from standby.domain.pace import Wait
from standby.rooms.look.numbers import say_number

_HOUR = 60


def say_wait(wait: Wait | None) -> str:
    if wait is None:
        return gettext("We cannot say yet how long it takes: too few people were served today.")
    least, most = (round(end.total_seconds() / 60) for end in (wait.least, wait.most))
    if least == 0:
        return gettext("It takes up to %(most)s.") % {"most": _say_minutes(most)}
    return gettext("It takes between %(least)s and %(most)s, as far as we can say now.") % {
        "least": _say_minutes(least),
        "most": _say_minutes(most),
    }


def _say_minutes(minutes: int) -> str:
    """ "1 h 35 min": the same in a sentence of every language, whatever case it asks for."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return gettext("%(minutes)s min") % {"minutes": rest}
    if not rest:
        return gettext("%(hours)s h") % {"hours": hours}
    return gettext("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}


def say_ahead(ahead: int) -> str:
    if not ahead:
        return gettext("You are the next to be called.")
    return ngettext("%(shown)s person is called before you.", "%(shown)s people are called before you.", ahead) % {
        "shown": say_number(ahead)
    }
