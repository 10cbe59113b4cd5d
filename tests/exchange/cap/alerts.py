"""Alerts to be tried: three that hang together, and any that can be built."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from string import ascii_letters, digits

from hypothesis import strategies as st

from standby.exchange.cap import (
    Alert,
    Category,
    Certainty,
    Info,
    MessageType,
    Reference,
    ResponseType,
    Severity,
    Status,
    Urgency,
)

YEREVAN = timezone(timedelta(hours=4))
SENT = datetime(2026, 10, 5, 16, 0, tzinfo=YEREVAN)

ENGLISH = Info(
    language="en",
    categories=(Category.SAFETY,),
    event="Please do not come",
    response_types=(ResponseType.AVOID,),
    urgency=Urgency.IMMEDIATE,
    severity=Severity.MODERATE,
    certainty=Certainty.OBSERVED,
    audience="Everybody who wants to help",
    event_codes=(("standby:kind", "do_not_come"),),
    effective=SENT,
    expires=SENT + timedelta(days=3),
    sender_name="Mountain Relief & Friends",
    headline="Do not come to the valley",
    description="The road is full & beds are < 10.\n\nWe write on Thursday.",
    instruction="Stand by at home.",
    web="https://standby.example.org/notices/0123456789ABCDEF/",
    contact="+374 00 000 100",
    parameters=(("standby:operation", "Earthquake"),),
)
ARMENIAN = replace(
    ENGLISH,
    language="hy",
    event="Խնդրում ենք չգալ",
    audience="Բոլորը, ովքեր ուզում են օգնել",
    headline="Մի՛ եկեք հովիտ",
    description="Ճանապարհը լի է։",
    instruction="Սպասեք տանը։",
)
ALERT = Alert(
    identifier="standby-0123456789ABCDEF",
    sender="standby.example.org",
    sent=SENT,
    status=Status.ACTUAL,
    message_type=MessageType.ALERT,
    infos=(ENGLISH, ARMENIAN),
)
UPDATE = replace(
    ALERT,
    identifier="standby-1123456789ABCDEF",
    sent=SENT + timedelta(hours=1),
    message_type=MessageType.UPDATE,
    references=(ALERT.reference,),
)
CANCEL = replace(
    ALERT,
    identifier="standby-2123456789ABCDEF",
    sent=SENT + timedelta(hours=2),
    status=Status.EXERCISE,
    message_type=MessageType.CANCEL,
    note="EXERCISE",
    references=(ALERT.reference, UPDATE.reference),
    infos=(replace(ENGLISH, instruction="", web="", contact="", audience="", response_types=(), parameters=()),),
)
GOLDEN = {"alert": ALERT, "update": UPDATE, "cancel": CANCEL}

# Everything that XML can carry, markup and entities above all.
_SIGNS = st.one_of(
    st.sampled_from("<>&\"'\n\t ]"), st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
)
TEXTS = st.text(_SIGNS, max_size=30)
FILLED = TEXTS.filter(str.strip)
NAMES = st.text(ascii_letters + digits + "-._:/@", min_size=1, max_size=20)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2000, 1, 2), datetime(2098, 1, 1), timezones=ZONES).map(  # noqa: DTZ001  # zones are drawn
    lambda moment: moment.replace(microsecond=0)
)
PAIRS = st.lists(st.tuples(FILLED, FILLED), max_size=2).map(tuple)


@st.composite
def infos(draw: st.DrawFn, language: str) -> Info:
    effective = draw(MOMENTS)
    return Info(
        language=language,
        categories=tuple(draw(st.lists(st.sampled_from(Category), min_size=1, max_size=3))),
        event=draw(FILLED),
        response_types=tuple(draw(st.lists(st.sampled_from(ResponseType), max_size=2))),
        urgency=draw(st.sampled_from(Urgency)),
        severity=draw(st.sampled_from(Severity)),
        certainty=draw(st.sampled_from(Certainty)),
        audience=draw(TEXTS),
        event_codes=draw(PAIRS),
        effective=effective,
        expires=effective + timedelta(seconds=draw(st.integers(1, 10**6))),
        sender_name=draw(FILLED),
        headline=draw(FILLED),
        description=draw(FILLED),
        instruction=draw(TEXTS),
        web=draw(st.sampled_from(["", "https://standby.example.org/notices/A/?a=1&b=2"])),
        contact=draw(TEXTS),
        parameters=draw(PAIRS),
    )


@st.composite
def references(draw: st.DrawFn) -> Reference:
    return Reference(sender=draw(NAMES), identifier=draw(NAMES), sent=draw(MOMENTS))


@st.composite
def alerts(draw: st.DrawFn) -> Alert:
    message_type = draw(st.sampled_from(MessageType))
    languages = draw(st.lists(st.sampled_from(["en", "hy", "ru", "az"]), min_size=1, max_size=4, unique=True))
    earlier = () if message_type is MessageType.ALERT else tuple(draw(st.lists(references(), min_size=1, max_size=3)))
    return Alert(
        identifier=draw(NAMES),
        sender=draw(NAMES),
        sent=draw(MOMENTS),
        status=draw(st.sampled_from(Status)),
        message_type=message_type,
        note=draw(FILLED),
        references=earlier,
        infos=tuple(draw(infos(language)) for language in languages),
    )
