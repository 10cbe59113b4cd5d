"""Turns an operation into arrays, and keeps what is needed to turn the answer back."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from standby.domain.eligibility import Profile, Requirement
from standby.planning.model.crowd import crowd_of
from standby.planning.model.fixed import Fixed, fixed_of
from standby.planning.model.instance import Flags, Instance, Ints, Records, records
from standby.planning.model.lists import Shelf, flattened
from standby.planning.model.needs import heads_uncalled, is_open, region_of_needs, rotations_of
from standby.planning.model.people import people_records, plannable
from standby.planning.model.rows import BedRows, ReceptionRows, SeatRows, bed_rows, reception_rows, seat_rows
from standby.planning.model.skills import met_by, needs_of_skills, profile_numbers, skill_numbers
from standby.planning.model.units import Unit, units_of
from standby.planning.operation import Need, Operation, Person, PlaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRows:
    """The keys of all rows but those of heads, which come first, one a need: then beds, reception, seats."""

    heads: int
    beds: BedRows
    reception: ReceptionRows
    seats: SeatRows

    @property
    def first_bed(self) -> int:
        return self.heads

    @property
    def first_reception(self) -> int:
        return self.first_bed + len(self.beds.keys)

    @property
    def first_seat(self) -> int:
        return self.first_reception + len(self.reception.keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTable:
    """The profile and skill of each person (-1 for those who may not be called), and what the needs ask for."""

    profile: Ints
    profiles: tuple[Profile, ...]
    requirements: tuple[Requirement, ...]
    requirement: Ints
    skill: Ints
    meets: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """An operation and its arrays. People, needs and units stand in the order in which the arrays count them."""

    operation: Operation
    people: tuple[Person, ...]
    needs: tuple[Need, ...]
    units: tuple[Unit, ...]
    fixed: Fixed
    skills: SkillTable
    rows: LimitRows
    instance: Instance


def build(operation: Operation) -> Model:
    people = tuple(sorted(operation.people, key=lambda person: person.person_id))
    needs = tuple(sorted(operation.needs, key=lambda need: need.need_id))
    units, fixed = units_of(people), fixed_of(operation)
    homes = tuple(PlaceId(home) for home in sorted({person.offer.home for person in people}))
    reception = reception_rows(operation, fixed, needs)
    rows = LimitRows(
        heads=len(needs),
        beds=bed_rows(operation, fixed, needs),
        reception=reception,
        seats=seat_rows(operation, fixed, homes=homes, departures=reception.keys),
    )
    draft = _Draft(
        operation=operation,
        people=people,
        needs=needs,
        units=units,
        fixed=fixed,
        homes=homes,
        skills=_skill_table(operation, people, needs, units, fixed),
        rows=rows,
    )
    return Model(
        operation=operation,
        people=people,
        needs=needs,
        units=units,
        fixed=fixed,
        skills=draft.skills,
        rows=rows,
        instance=draft.instance(),
    )


def _skill_table(
    operation: Operation, people: Sequence[Person], needs: Sequence[Need], units: Sequence[Unit], fixed: Fixed
) -> SkillTable:
    numbers: dict[Requirement, int] = {}
    for need in needs:
        numbers.setdefault(Requirement.of(need), len(numbers))
    requirement = np.array([numbers[Requirement.of(need)] for need in needs], np.int64)
    wanted = np.zeros(len(numbers), np.int64)
    np.add.at(wanted, requirement, np.array([operation.weight_of(need) for need in needs], np.int64))
    profile, profiles = profile_numbers(people, plannable(operation, people, units, fixed))
    skill_of_profile, met = skill_numbers(profiles, numbers, weight=wanted)
    return SkillTable(
        profile=profile,
        profiles=profiles,
        requirements=tuple(numbers),
        requirement=requirement,
        skill=np.where(profile >= 0, np.append(skill_of_profile, -1)[profile], -1),
        meets=met_by(met, requirements=len(numbers)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """The parts of a model while its arrays are made."""

    operation: Operation
    people: Sequence[Person]
    needs: Sequence[Need]
    units: Sequence[Unit]
    fixed: Fixed
    homes: Sequence[PlaceId]
    skills: SkillTable
    rows: LimitRows

    def instance(self) -> Instance:
        shelf, rows = Shelf(), self.rows
        regions = sorted({site.region for site in self.operation.sites})
        region = region_of_needs(self.operation, self.needs, {name: number for number, name in enumerate(regions)})
        people, windows = people_records(
            self.operation,
            people=self.people,
            units=self.units,
            homes={home: number for number, home in enumerate(self.homes)},
            skill=self.skills.skill,
            fixed=self.fixed,
        )
        needs, rotations = self._needs(shelf, region)
        crowd_columns, crowd = crowd_of(people, windows, skills=len(self.skills.meets))
        ways = [[self.operation.routes.get((home, name), 0) for name in regions] for home in self.homes]
        departures = rows.seats.of_departure
        opened = np.array([is_open(need, self.operation) for need in self.needs], bool)
        heads = np.where(opened, heads_uncalled(self.needs, fixed=self.fixed), 0)
        return Instance(
            people=people,
            windows=windows,
            needs=needs,
            skills=self._skills(shelf, needs, crowd_columns),
            crowd=crowd,
            units=records(shelf.put("", flattened([unit.members for unit in self.units]))),
            rotations=rotations,
            lists=shelf.contents(),
            meets=self.skills.meets,
            ways=np.array(ways, np.int64).reshape(len(self.homes), len(regions)),
            seat_rows=np.where(departures >= 0, departures + rows.first_seat, -1),
            left=np.concatenate([heads, rows.beds.left, rows.reception.left, rows.seats.left]),
            rest_days=self.operation.policy.rest_days,
        )

    def _needs(self, shelf: Shelf, region: Ints) -> tuple[Records, Records]:
        rotations, rows = rotations_of(self.needs), self.rows
        ptr, candidates = flattened([np.flatnonzero(column).tolist() for column in self.skills.meets.T])
        place = shelf.put("candidate_", (ptr, candidates))
        columns = {
            "first": np.array([need.days.first.toordinal() for need in self.needs], np.int64),
            "last": np.array([need.days.last.toordinal() for need in self.needs], np.int64),
            "requirement": self.skills.requirement,
            "region": region,
            "departure": rows.reception.of_need,
            "bed_low": rows.beds.low + rows.first_bed,
            "bed_high": rows.beds.high + rows.first_bed,
            "reception": rows.reception.of_need + rows.first_reception,
            "weight": np.array([self.operation.weight_of(need) for need in self.needs], np.int64),
            "rotation": rotations.of_need,
        }
        columns |= {name: column[self.skills.requirement] for name, column in place.items()}
        some_need = rotations.needs[1][rotations.needs[0][:-1]]
        return records(columns), records(
            {"first": rotations.first, "last": rotations.last, "region": region[some_need]}
            | shelf.put("", rotations.needs)
        )

    def _skills(self, shelf: Shelf, needs: Records, crowd: dict[str, Ints]) -> Records:
        wanted = needs_of_skills(self.skills.meets, requirement=self.skills.requirement, first=needs["first"])
        return records(shelf.put("need_", wanted) | crowd)
