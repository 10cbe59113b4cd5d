"""Telegram's Bot API: sendMessage, and nothing that would tell Telegram more than that somebody has a message.

The bot's token stands in the address, as their interface wants it: it is never logged.
"""

import json
from collections.abc import Iterable, Iterator

from standby.rooms.messages.http_lane import Answered, HttpLane, NotAnswered, NotAsked
from standby.rooms.messages.lanes import in_lanes
from standby.rooms.messages.letters import Outcome, Parcel, Receipt
from standby.rooms.operations.installation import TelegramBot

_OK = 200
# The chat is gone, the bot was blocked, the account is closed: trying again cannot help.
_HOPELESS = {400, 403}


class TelegramTransport:
    def __init__(self, bot: TelegramBot) -> None:
        self._bot = bot

    def deliver(self, parcels: Iterable[Parcel]) -> Iterator[Receipt]:
        return in_lanes(parcels, lanes=self._bot.connections, opened=lambda: _TelegramLane(self._bot))


class _TelegramLane:
    def __init__(self, bot: TelegramBot) -> None:
        self._http = HttpLane(bot.url, timeout=bot.timeout)
        self._path = f"/bot{bot.token}/sendMessage"

    def send(self, parcel: Parcel) -> Receipt:
        message = {
            "chat_id": int(parcel.address),
            "text": parcel.body,
            "link_preview_options": {"is_disabled": True},
            "protect_content": True,
        }
        try:
            answered = self._http.post(
                json.dumps(message).encode(), headers={"Content-Type": "application/json"}, path=self._path
            )
        except NotAsked as error:
            return Receipt(ref=parcel.ref, outcome=Outcome.DEFERRED, code=str(error))
        except NotAnswered as error:
            return Receipt(ref=parcel.ref, outcome=Outcome.DEFERRED, code=str(error), may_have_gone=True)
        return _receipt(parcel, answered)

    def close(self) -> None:
        self._http.close()


def _receipt(parcel: Parcel, answered: Answered) -> Receipt:
    """429 (too many at once) and all that is wrong on their side is tried again later."""
    outcome = Outcome.DEFERRED
    if answered.status == _OK:
        outcome = Outcome.ACCEPTED
    elif answered.status in _HOPELESS:
        outcome = Outcome.BOUNCED
    return Receipt(ref=parcel.ref, outcome=outcome, code=str(answered.status))
