"""A notice as an alert of CAP 1.2, in every language it was written in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext, override

from standby.exchange.cap import Alert, Info, MessageType, Status, Urgency
from standby.rooms.operations.queries import OperationView
from standby.rooms.situation.kinds import WEIGHTS, WITHDRAWN, Kind, Weight, kind_word, urgency_of
from standby.rooms.situation.texts import NewNotice, NoticeText

T = TypeVar("T")
# A cancellation that nobody had time to receive would cancel nothing.
_SHORTEST_CANCELLATION = timedelta(days=1)
_EXERCISE = "EXERCISE: this belongs to a practice with invented people. Nobody need act on it."
KIND_CODE, OPERATION_NAME = "standby:kind", "standby:operation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is the same in every language and for every kind: whose notice it is and where it will stand."""

    ref: str
    operation: OperationView
    public_url: str
    key_id: str
    now: datetime

    @property
    def identifier(self) -> str:
        return identifier_of(self.ref)

    @property
    def sender(self) -> str:
        """The host that everybody knows; without one, the key that signs is at least nobody else's."""
        return urlsplit(self.public_url).netloc or f"standby-{self.key_id}"

    @property
    def web(self) -> str:
        return self.public_url and self.public_url + reverse("notices:notice", args=[self.ref])

    def moment(self, moment: datetime) -> datetime:
        """A whole second, in the time of the place."""
        return moment.astimezone(self.operation.zone).replace(microsecond=0)


def identifier_of(ref: str) -> str:
    return f"standby-{ref}"


def alert_of(new: NewNotice, *, sheet: Sheet, before: Alert | None) -> Alert:
    """A new alert, or with `before` one that replaces it."""
    message_type = MessageType.UPDATE if before else MessageType.ALERT
    urgency = urgency_of(new.kind, effective=new.effective, now=sheet.now)
    infos = [
        _info(
            sheet,
            language=language,
            kind=new.kind,
            text=text,
            weight=WEIGHTS[new.kind],
            urgency=urgency,
            effective=new.effective,
            expires=new.expires,
        )
        for language, text in _in_order(sheet, new.texts)
    ]
    return _alert(sheet, message_type, infos, before)


def cancellation_of(reasons: Mapping[str, str], *, sheet: Sheet, before: Alert, kind: Kind) -> Alert:
    """Says in each language given why what was said is not so any more."""
    headlines = {info.language: info.headline for info in before.infos}
    first = before.infos[0].headline
    expires = max(before.infos[0].expires, sheet.now + _SHORTEST_CANCELLATION)
    infos = []
    for language, reason in _in_order(sheet, reasons):
        with override(language):
            headline = gettext("Withdrawn: %(headline)s") % {"headline": headlines.get(language, first)}
        infos.append(
            _info(
                sheet,
                language=language,
                kind=kind,
                text=NoticeText(headline=headline, text=reason),
                weight=WITHDRAWN,
                urgency=WITHDRAWN.urgency,
                effective=sheet.now,
                expires=expires,
            )
        )
    return _alert(sheet, MessageType.CANCEL, infos, before)


def _in_order(sheet: Sheet, texts: Mapping[str, T]) -> Iterator[tuple[str, T]]:
    """The operation's languages in its own order: the first is what a reader of a missing one is shown."""
    return ((language, texts[language]) for language in sheet.operation.languages if language in texts)


def _alert(sheet: Sheet, message_type: MessageType, infos: list[Info], before: Alert | None) -> Alert:
    return Alert(
        identifier=sheet.identifier,
        sender=sheet.sender,
        sent=sheet.moment(sheet.now),
        status=Status.EXERCISE if sheet.operation.is_exercise else Status.ACTUAL,
        message_type=message_type,
        note=_EXERCISE if sheet.operation.is_exercise else "",
        # All that came before: whoever missed one in between knows what this one replaces.
        references=(*before.references, before.reference) if before else (),
        infos=tuple(infos),
    )


def _info(
    sheet: Sheet,
    *,
    language: str,
    kind: Kind,
    text: NoticeText,
    weight: Weight,
    urgency: Urgency,
    effective: datetime,
    expires: datetime,
) -> Info:
    with override(language):
        event = kind_word(kind)
        audience = gettext("Everybody who wants to help")
    return Info(
        language=language,
        categories=(weight.category,),
        event=event,
        response_types=(weight.response,),
        urgency=urgency,
        severity=weight.severity,
        certainty=weight.certainty,
        audience=audience,
        event_codes=((KIND_CODE, kind.value),),
        effective=sheet.moment(effective),
        expires=sheet.moment(expires),
        sender_name=sheet.operation.lead_organisation,
        headline=text.headline,
        description=text.text,
        instruction=text.instruction,
        web=sheet.web,
        contact=sheet.operation.help_contact,
        parameters=((OPERATION_NAME, sheet.operation.name),),
    )
