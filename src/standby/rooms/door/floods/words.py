"""What a flood means for one person, in words."""

from django.utils.translation import gettext as _

from standby.rooms.look.days import say_day
from standby.rooms.people.queries.held import HeldReceipt
from standby.rooms.people.values import Hold


def say_held(held: HeldReceipt) -> str:
    """For the holder of a receipt: honest about the wait, and about what to do after a drop."""
    if held.is_dropped:
        return _(
            "We could not take this registration: it looked as if a machine had sent it. If you want to help, come to "
            "any desk of the operation, or sign up again."
        )
    waiting = _("We have not finished checking your registration. Please do not travel.")
    if held.next_word_on is None:
        return waiting
    return " ".join([waiting, _("We write by %(day)s at the latest.") % {"day": say_day(held.next_word_on)}])


def say_why_held(why: Hold) -> str:
    """For the desk."""
    if why is Hold.CONTACT:
        return _("The same telephone or e-mail was given again and again.")
    return _("Very many came from one network, without a proof of work.")
