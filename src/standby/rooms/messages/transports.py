"""Which gateway takes the messages of a channel."""

from standby.rooms.messages.exercise import ExerciseTransport
from standby.rooms.messages.letters import Transport
from standby.rooms.messages.models import Channel
from standby.rooms.messages.places import report_token
from standby.rooms.messages.sms import SmsTransport
from standby.rooms.messages.smtp import SmtpTransport
from standby.rooms.messages.telegram import TelegramTransport
from standby.rooms.operations.installation import Installation
from standby.rooms.operations.queries import OperationView

REPORTS = "gateway/sms/report"


def has_gateway(operation: OperationView, channel: Channel, where: Installation) -> bool:
    return transport_for(operation, channel, where) is not None


def transport_for(operation: OperationView, channel: Channel, where: Installation) -> Transport | None:
    """None where nothing is configured. An exercise's messages never leave the machine, whatever is."""
    if operation.is_exercise:
        return ExerciseTransport()
    match channel:
        case Channel.EMAIL if where.mail.host:
            return SmtpTransport(where.mail)
        case Channel.SMS if where.sms.url:
            return SmsTransport(where.sms, report_url=lambda ref: report_url(ref, public_url=where.public_url))
        case Channel.TELEGRAM if where.telegram.token:
            return TelegramTransport(where.telegram)
        case _:
            return None


def report_url(ref: str, *, public_url: str) -> str:
    """Where the gateway reports what became of one message: a reference and a secret of its own, never a number.

    The gateway puts the state in place of `%d`. Empty where we cannot be reached from outside.
    """
    return f"{public_url}/{REPORTS}/{ref}/{report_token(ref)}/?state=%d" if public_url else ""
