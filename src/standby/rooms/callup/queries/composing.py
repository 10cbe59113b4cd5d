"""What announcing a plan would send: messages by channel, parts of short messages, money, and how long the cap holds
them. Nothing is opened for it: where a number cannot be read as one, fewer go out than are counted here."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from standby.domain.sms_parts import count_parts
from standby.domain.statuses import PersonStatus
from standby.rooms.callup.deciding import Decision
from standby.rooms.callup.letters import kind_for
from standby.rooms.callup.queries.decision import decision_for_called
from standby.rooms.callup.queries.plans import PlanSummary
from standby.rooms.callup.reaching import Wishes, wishes_in
from standby.rooms.callup.short import ShortMessages
from standby.rooms.messages.models import Channel
from standby.rooms.messages.queries.spending import Budget, budget_of, sms_waiting, spent
from standby.rooms.operations.installation import Installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.audience import STAYING
from standby.rooms.people.queries.means import Means, means_in_groups, means_one_by_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """`numbers` are messages by channel; somebody may get two. `unreached` get none by any machine or on paper."""

    numbers: Mapping[Channel, int]
    unreached: int
    parts: int
    budget: Budget | None
    # Parts that were waiting or had gone out in this hour before it.
    before: int

    @property
    def email(self) -> int:
        return self.numbers.get(Channel.EMAIL, 0)

    @property
    def sms(self) -> int:
        return self.numbers.get(Channel.SMS, 0)

    @property
    def telegram(self) -> int:
        return self.numbers.get(Channel.TELEGRAM, 0)

    @property
    def paper(self) -> int:
        return self.numbers.get(Channel.PAPER, 0)

    @property
    def cost(self) -> str:
        return self.budget.price.of(self.parts) if self.budget else ""

    @property
    def hours_waiting(self) -> int:
        """Whole hours until the cap has let the last part through; 0 where all may go at once."""
        if self.budget is None or not self.budget.parts_an_hour or not self.parts:
            return 0
        return -(-(self.before + self.parts) // self.budget.parts_an_hour) - 1


@dataclass(slots=True, kw_only=True)
class _Count:
    """Adds up messages and parts; each text is drawn and measured once."""

    operation: OperationView
    wishes: Wishes
    until: Mapping[bool, date]
    numbers: Counter[Channel] = field(default_factory=Counter)
    unreached: int = 0
    parts: int = 0
    measured: dict[tuple[str, str, int], int] = field(default_factory=dict)

    def add(self, means: Means, *, kind: str) -> None:
        addresses = {Channel.EMAIL} if means.has_email else set()
        if means.has_phone:
            addresses.add(Channel.SMS)
        if means.ref in self.wishes.chats:
            addresses.add(Channel.TELEGRAM)
        channels = self.wishes.channels(means.ref, kind=kind, addresses=addresses, has_telephone=means.has_phone)
        self.numbers.update(dict.fromkeys(channels, means.number))
        self.unreached += 0 if channels else means.number
        if Channel.SMS in channels:
            self.parts += means.number * self._measure(means, kind)

    def _measure(self, means: Means, kind: str) -> int:
        key = (kind, means.language, len(means.code_word))
        if key not in self.measured:
            text = ShortMessages(operation=self.operation).to(
                kind=kind,
                channel=Channel.SMS,
                language=means.language,
                code_word=means.code_word,
                until=self.until[kind == PersonStatus.CALLED],
            )
            self.measured[key] = count_parts(text)
        return self.measured[key]


def composition_of(*, operation: OperationView, plan: PlanSummary, where: Installation, now: datetime) -> Composition:
    """`numbers` say how many messages, not people: who is called gets two where there are two channels."""
    decision = decision_for_called(operation_id=operation.id, plan_id=plan.id, asked_at=plan.asked_at)
    released = {holding.person_id for holding in decision.released}
    wishes = wishes_in(operation, where)
    singly = {*wishes.choices, *wishes.chats}
    count = _Count(operation=operation, wishes=wishes, until=_days(operation, now))
    for means in means_one_by_one(operation_id=operation.id, ids=decision.words.keys(), refs=singly):
        count.add(means, kind=_kind(means, decision, released))
    for group in means_in_groups(operation_id=operation.id, without=decision.words.keys(), without_refs=singly):
        count.add(group, kind=_kind(group, decision, released))
    return Composition(
        numbers=count.numbers,
        unreached=count.unreached,
        parts=count.parts,
        budget=budget_of(operation_id=operation.id),
        before=spent(operation_id=operation.id, now=now) + sms_waiting(operation_id=operation.id).parts,
    )


def _kind(means: Means, decision: Decision, released: Collection[int]) -> str:
    word = decision.words.get(means.id)
    if word is not None:
        return kind_for(word.status, was_released=means.id in released)
    return kind_for(means.status if means.status in STAYING else PersonStatus.STAND_BY)


def _days(operation: OperationView, now: datetime) -> Mapping[bool, date]:
    """The day that a message names: who is called answers by it, all others hear by it."""
    next_word = operation.next_word_on(now)
    answer = operation.today(now + timedelta(hours=operation.policy.answer_hours))
    return {True: min(next_word, answer), False: next_word}
