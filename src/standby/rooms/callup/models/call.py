from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from standby.sealing import new_ref


class CallState(models.TextChoices):
    CALLED = "called"
    # Said yes on the telephone or by message, but has not yet read or heard the terms.
    INTERESTED = "interested"
    ACCEPTED = "accepted"
    TRAVELLING = "travelling"
    ARRIVED = "arrived"
    BRIEFED = "briefed"
    ON_DUTY = "on_duty"
    RELIEVED = "relieved"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"
    # Taken back by a later announcement, or because the site said "enough".
    RELEASED = "released"
    DID_NOT_ARRIVE = "did_not_arrive"


HOLDING_STATES = ["called", "interested", "accepted", "travelling", "arrived", "briefed", "on_duty"]


class Int8Range(models.Func):
    function = "int8range"
    template = "%(function)s(%(expressions)s, %(expressions)s, '[]')"


class Call(models.Model):
    """One person called to one need, from the announcement to the thanks.

    `absence` is the days away, travel included. Nobody is in two places: the database refuses two calls of a person
    whose absences overlap while both hold.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="calls")
    need = models.ForeignKey("needs.Need", on_delete=models.PROTECT, related_name="calls")
    announcement = models.ForeignKey("callup.Announcement", on_delete=models.PROTECT, null=True, related_name="calls")
    first_day = models.DateField()
    last_day = models.DateField()
    absence = DateRangeField()
    state = models.CharField(max_length=16, choices=CallState.choices, default=CallState.CALLED)
    called_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    # Which text of the terms was read or heard before accepting.
    terms_version = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="call_one_place_at_a_time",
                expressions=[
                    (Int8Range("person"), RangeOperators.OVERLAPS),
                    ("absence", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(state__in=HOLDING_STATES),
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["accepted", "travelling", "arrived", "briefed", "on_duty"])
                | models.Q(terms_version__isnull=False),
                name="call_accepted_after_terms",
            ),
        ]
        indexes = [
            models.Index(fields=["operation", "state", "answer_by"], name="call_unanswered"),
            models.Index(fields=["need", "state"], name="call_of_need"),
            models.Index(fields=["person", "-id"], name="call_of_person"),
        ]

    def __str__(self) -> str:
        return self.ref


class CallEvent(models.Model):
    """What happened to a call; only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    call = models.ForeignKey("callup.Call", on_delete=models.PROTECT, related_name="events")
    state = models.CharField(max_length=16, choices=CallState.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.call_id} {self.state}"


class SpokenOutcome(models.TextChoices):
    SPOKE = "spoke"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    CALL_BACK = "call_back"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    HANDED_SLIP = "handed_slip"


class SpokenTo(models.Model):
    """What a caller from the call sheet reports about one person; only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT)
    status_change = models.ForeignKey("people.StatusChange", on_delete=models.PROTECT)
    outcome = models.CharField(max_length=12, choices=SpokenOutcome.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["status_change", "-id"], name="spoken_of_status")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.outcome}"
