"""Which gateway takes what, and that an exercise's messages never leave the machine."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.fakes.gateways import bot_api, sms_gateway
from tests.fakes.mail import mail_server
from tests.rooms.messages.conftest import Budgets, Queues

from standby.rooms.messages.actions import Handed
from standby.rooms.messages.exercise import ExerciseTransport
from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.sms import SmsTransport
from standby.rooms.messages.smtp import SmtpTransport
from standby.rooms.messages.tasks import hand_over_all, hand_over_due, hand_over_line
from standby.rooms.messages.telegram import TelegramTransport
from standby.rooms.messages.transports import has_gateway, report_url, transport_for
from standby.rooms.operations.installation import (
    Installation,
    MailServer,
    SmsGateway,
    TelegramBot,
    install,
    installation,
)
from standby.rooms.operations.models import Operation
from standby.rooms.operations.queries import OperationView

MACHINES = (Channel.EMAIL, Channel.SMS, Channel.TELEGRAM)


@pytest.fixture
def everything(now: datetime) -> Installation:
    return Installation(
        clock=lambda: now,
        public_url="https://standby.example.org",
        mail=MailServer(host="127.0.0.1", port=9),
        sms=SmsGateway(url="http://127.0.0.1:9/"),
        telegram=TelegramBot(token="1:x"),
    )


def test_each_channel_has_its_own_gateway(operation: OperationView, everything: Installation) -> None:
    found = [type(transport_for(operation, channel, everything)) for channel in MACHINES]

    assert found == [SmtpTransport, SmsTransport, TelegramTransport]


@pytest.mark.parametrize("channel", [*MACHINES, Channel.PAPER, Channel.CALL])
def test_without_settings_nothing_leaves(operation: OperationView, channel: Channel, now: datetime) -> None:
    assert not has_gateway(operation, channel, Installation(clock=lambda: now))


@pytest.mark.parametrize("channel", MACHINES)
def test_an_exercise_has_the_exercises_channel_whatever_is_configured(
    operation: OperationView, everything: Installation, channel: Channel
) -> None:
    exercise = replace(operation, is_exercise=True)

    assert isinstance(transport_for(exercise, channel, everything), ExerciseTransport)


def test_without_a_public_address_no_report_is_asked_for() -> None:
    assert report_url("R1", public_url="") == ""


@pytest.fixture
def real_gateways() -> Iterator[tuple[object, ...]]:
    before = installation()
    with mail_server() as mail, sms_gateway() as sms, bot_api() as bot:
        told = replace(
            before,
            mail=MailServer(host="127.0.0.1", port=mail.port, sender="aid@relief.example.org"),
            sms=SmsGateway(url=sms.url, connections=1),
            telegram=TelegramBot(url=bot.url, token=bot.token),
        )
        install(told)
        yield mail.taken, sms.taken, bot.taken
    install(before)


def queue_one_of_each(queues: Queues, budgets: Budgets) -> None:
    budgets(100)
    queues("helper@example.org")
    queues("+37400000001", channel=Channel.SMS, body="rose 11: stand by")
    queues("700000001", channel=Channel.TELEGRAM, body="rose 11: You have a message from us.")


def test_whatever_is_configured_an_exercise_keeps_its_messages_on_the_machine(
    queues: Queues, budgets: Budgets, operation: OperationView, real_gateways: tuple[list[object], ...]
) -> None:
    queue_one_of_each(queues, budgets)
    Operation.objects.filter(id=operation.id).update(is_exercise=True)

    for channel in MACHINES:
        hand_over_line(operation_id=operation.id, channel=channel.value)

    assert [len(taken) for taken in real_gateways] == [0, 0, 0]
    assert set(Message.objects.values_list("state", flat=True)) == {MessageState.ACCEPTED}


def test_each_line_is_a_job_of_its_own(
    queues: Queues, budgets: Budgets, operation: OperationView, real_gateways: tuple[list[object], ...]
) -> None:
    queue_one_of_each(queues, budgets)

    hand_over_due()
    hand_over_due()

    jobs = ProcrastinateJob.objects.filter(task_name__endswith="hand_over_line")
    assert sorted(job.args["channel"] for job in jobs) == ["email", "sms", "telegram"]
    for job in jobs:
        hand_over_line(**job.args)
    assert [len(taken) for taken in real_gateways] == [1, 1, 1]


def test_a_channel_without_a_gateway_waits_and_says_so(
    queues: Queues, operation: OperationView, caplog: pytest.LogCaptureFixture
) -> None:
    queues("helper@example.org")

    handed = hand_over_all(operation, Channel.EMAIL)

    assert handed == Handed()
    assert "Messages by email wait" in caplog.text
    assert Message.objects.get().state == MessageState.QUEUED
