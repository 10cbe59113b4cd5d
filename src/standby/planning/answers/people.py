"""An answer for everybody who is not called."""

from dataclasses import dataclass

import numpy as np

from standby.domain.eligibility import Profile, Requirement, has_skill, is_verified, speaks
from standby.domain.statuses import Reason
from standby.planning.answers.more import MoreOfLimits
from standby.planning.answers.would_help import WouldHelp
from standby.planning.kernels import reasons
from standby.planning.kernels.state import State
from standby.planning.model.build import Model
from standby.planning.model.instance import Ints
from standby.planning.model.people import is_incomplete
from standby.planning.operation import Person
from standby.planning.plan import StandBy

_REASONS = {
    reasons.DATES: Reason.DATES,
    reasons.TOO_FAR: Reason.TOO_FAR,
    reasons.NO_WAY_TOGETHER: Reason.PARTY_CANNOT_STAY_TOGETHER,
    reasons.ALL_FILLED: Reason.NO_NEED_NOW,
    reasons.FULL: Reason.SITE_FULL,
    reasons.NO_SEAT: Reason.TOO_FAR,
    reasons.NOT_SPLIT: Reason.PARTY_CANNOT_STAY_TOGETHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswers:
    """Answers from a finished plan: the first rule, in the order of FORMATS.md, that leaves a person no need. `supply`
    is how many are suited for each need.
    """

    model: Model
    state: State
    supply: Ints
    limits: MoreOfLimits

    def all(self) -> tuple[StandBy, ...]:
        waiting = self._waiting()
        by_skill = self._lacking()
        profile = self.model.skills.profile
        skilled = np.array([n for n in waiting if profile[n] >= 0 and profile[n] not in by_skill], np.int64)
        why = np.zeros(len(skilled), np.int64)
        reasons.why_not_called(self.model.instance, self.state, skilled, why)
        found = dict(zip(skilled.tolist(), why.tolist(), strict=True))
        would_help = WouldHelp(model=self.model, state=self.state, supply=self.supply, limits=self.limits).of(waiting)
        return tuple(
            StandBy(
                person_id=self.model.people[number].person_id,
                reason=self._reason(number, by_skill.get(int(profile[number])), found.get(number)),
                would_be_called_if=would_help.get(number, ""),
            )
            for number in waiting
        )

    def _waiting(self) -> list[int]:
        serving = {deployment.person.person_id for deployment in self.model.fixed.deployments}
        idle = np.flatnonzero(self.state.away["first_call"] < 0).tolist()
        return [number for number in idle if self.model.people[number].person_id not in serving]

    def _lacking(self) -> dict[int, Reason]:
        """By profile, what is lacking for every need that wants people; a profile that lacks nothing is absent."""
        wanted = np.unique(self.model.skills.requirement[self.model.instance.heads_left > 0])
        asked: dict[str, list[Requirement]] = {}
        for number in wanted.tolist():
            requirement = self.model.skills.requirements[number]
            asked.setdefault(requirement.role, []).append(requirement)
        lacks = {number: _lack(profile, asked) for number, profile in enumerate(self.model.skills.profiles)}
        return {number: reason for number, reason in lacks.items() if reason}

    def _reason(self, number: int, lacking: Reason | None, why: int | None) -> Reason:
        person = self.model.people[number]
        if self.model.skills.profile[number] < 0:
            return self._unplanned(number, person)
        if lacking:
            return lacking
        if why == reasons.DATES and self._would_be_free_if_rested(number, person):
            return Reason.REST
        return _REASONS[why] if why is not None else Reason.NO_NEED_NOW

    def _unplanned(self, number: int, person: Person) -> Reason:
        if is_incomplete(person, self.model.operation):
            return Reason.INCOMPLETE
        serving = {deployment.person.person_id for deployment in self.model.fixed.deployments}
        members = self.model.units[int(self.model.instance.people[number]["unit"])].members
        if any(self.model.people[member].person_id in serving for member in members):
            return Reason.REST
        return Reason.PARTY_CANNOT_STAY_TOGETHER

    def _would_be_free_if_rested(self, number: int, person: Person) -> bool:
        """Whether a need would fit into the person's windows if they need not rest first."""
        if person.offer.rested_from is None:
            return False
        instance, model = self.model.instance, self.model
        home, skill = int(instance.people[number]["home"]), int(instance.people[number]["skill"])
        for need in np.flatnonzero((instance.heads_left > 0) & instance.meets[skill, model.skills.requirement]):
            way = int(instance.ways[home, instance.needs[need]["region"]])
            absence = model.needs[need].days.widened(way)
            fits = any(window.contains(absence) for window in person.offer.windows)
            if fits and len(absence) <= int(instance.people[number]["max_stay"]):
                return True
        return False


def _lack(profile: Profile, asked: dict[str, list[Requirement]]) -> Reason | None:
    wanted = [asks for code in {role.code for role in profile.roles} for asks in asked.get(code, [])]
    skilled = [asks for asks in wanted if has_skill(profile, asks)]
    if not skilled:
        return Reason.SKILL_NOT_NEEDED
    verified = [asks for asks in skilled if is_verified(profile, asks)]
    if not verified:
        return Reason.SKILL_NOT_VERIFIED
    return None if any(speaks(profile, asks) for asks in verified) else Reason.LANGUAGE
