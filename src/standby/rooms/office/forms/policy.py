"""The policy in words: each number with what follows from it, and what is usual."""

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.rooms.operations.actions import PolicyChange
from standby.rooms.operations.queries import PolicyView

_PRIORITIES = (1, 2, 3, 4, 5)
_MOST_WEIGHT = 100_000


class PolicyForm(forms.Form):
    """What the coordinators decide for the whole operation."""

    why = {
        "rest_days": _("Rest is a rule, not advice: nobody is called again before it is over."),
        "answer_hours": _("Whoever has not answered by then stands by again, and is told so."),
        "next_word_days": _(
            "Everyone who stands by gets a dated word at least this often, also when there is no news."
        ),
        "stale_hours": _("A site that has not renewed its need by then is telephoned; nobody new is called for it."),
        "notice_hours": _("People need time to tell their work and their family."),
    }

    rest_days = forms.IntegerField(
        label=_("Days of rest between two calls"), help_text=_("Usual: 2."), min_value=0, max_value=60
    )
    notice_hours = forms.IntegerField(
        label=_("Hours between a call and setting out"), help_text=_("Usual: 48."), min_value=0, max_value=720
    )
    answer_hours = forms.IntegerField(
        label=_("Hours to answer a call"), help_text=_("Usual: 24."), min_value=1, max_value=240
    )
    next_word_days = forms.IntegerField(
        label=_("Days until we write again"), help_text=_("Usual: 3."), min_value=1, max_value=30
    )
    stale_hours = forms.IntegerField(
        label=_("Hours until a need has to be renewed"), help_text=_("Usual: 48."), min_value=1, max_value=720
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        for priority in _PRIORITIES:
            self.fields[f"weight_{priority}"] = _weight(priority)

    @property
    def weights(self) -> list[forms.BoundField]:
        """The five weights, which the page asks for apart from the rest."""
        return [self[f"weight_{priority}"] for priority in _PRIORITIES]

    @property
    def rules(self) -> list[forms.BoundField]:
        return [bound for bound in self if not bound.name.startswith("weight_")]

    def change(self, *, before: PolicyView) -> PolicyChange:
        """Raises Refused where a rule of the domain is broken. What is decided on the plan's page stays as it is."""
        given = self.cleaned_data
        return PolicyChange(
            rest_days=given["rest_days"],
            weights=tuple(given[f"weight_{priority}"] for priority in _PRIORITIES),
            notice_hours=given["notice_hours"],
            answer_hours=given["answer_hours"],
            next_word_days=given["next_word_days"],
            stale_hours=given["stale_hours"],
            over_call=before.over_call,
            shortfall_risk=before.shortfall_risk,
            waves=before.waves,
        )


def _weight(priority: int) -> forms.IntegerField:
    label = _("Priority 1, the most urgent") if priority == 1 else _("Priority %(number)s") % {"number": priority}
    return forms.IntegerField(label=label, min_value=1, max_value=_MOST_WEIGHT)


def policy_now(policy: PolicyView) -> dict[str, object]:
    weights = dict(zip((f"weight_{priority}" for priority in _PRIORITIES), policy.weights, strict=True))
    return {
        "rest_days": policy.rest_days,
        "notice_hours": policy.notice_hours,
        "answer_hours": policy.answer_hours,
        "next_word_days": policy.next_word_days,
        "stale_hours": policy.stale_hours,
        **weights,
    }
