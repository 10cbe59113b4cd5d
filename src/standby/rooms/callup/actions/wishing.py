"""A person says how seldom they want to hear that nothing has changed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.domain.words import NO_WISH, Wish
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.models import WordWish
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

LONGEST = 30


@transaction.atomic
def wish_for_words(*, operation: OperationView, person: PersonView, wish: Wish, by: Actor, now: datetime) -> None:
    """Holds from the next word on. What they were promised already stays promised."""
    if wish.every_days > LONGEST:
        raise Refused(
            gettext("Choose at most %(days)s days: after that we no longer know you are there.") % {"days": LONGEST}
        )
    rows = WordWish.objects.filter(person_id=person.id)
    if wish == NO_WISH:
        rows.delete()
    else:
        WordWish.objects.update_or_create(
            person_id=person.id,
            defaults={
                "operation_id": operation.id,
                "every_days": wish.every_days,
                "only_changes": wish.only_changes,
                "changed_at": now,
            },
        )
    journal(operation=operation.ref, actor=by, action="person.wish", now=now, subject=person.ref)
