"""Words of plans and calls in templates."""

from django import template

from standby.rooms.callup import saying
from standby.rooms.callup.letters import letter_title
from standby.rooms.callup.models import CallState, SpokenOutcome
from standby.rooms.callup.queries.plan_needs import PlannedNeed
from standby.rooms.callup.queries.plans import ConflictView
from standby.rooms.messages.models import Channel, MessageState
from standby.rooms.messages.queries.failing import Failing
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.people.values import PersonView

register = template.Library()


@register.filter
def binding(reason: str) -> str:
    return saying.say_binding(reason)


@register.filter
def relief(planned: PlannedNeed) -> str:
    return saying.say_relief(planned)


@register.filter
def conflict(view: ConflictView) -> str:
    return saying.say_conflict(view)


@register.filter
def role_of(need: NeedView) -> str:
    return saying.say_role(need)


@register.filter
def call_state(state: str) -> str:
    return saying.say_call(CallState(state))


@register.filter
def outcome(value: str) -> str:
    return saying.say_outcome(SpokenOutcome(value))


@register.filter
def message_state(value: str) -> str:
    return saying.say_message_state(MessageState(value))


@register.filter
def channel_name(value: str) -> str:
    return saying.say_channel(Channel(value))


@register.filter
def remedy(failing: Failing, person: PersonView) -> str:
    return saying.say_remedy(failing.channel, person)


@register.filter
def letter_kind(kind: str) -> str:
    return letter_title(kind)
