"""What the planner wrote of the two rows of a need, read as of one need again."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from standby.domain.statuses import Reason
from standby.rooms.callup.insurance import Rows
from standby.rooms.callup.relief import read_relief
from standby.rooms.callup.results import ConflictRow, NeedRow, PlanResult
from standby.rooms.needs.queries.planning import NeedView

_FILLED = "filled"
_PLACE = re.compile(r"need:([^:]+):(\+\d+)")
_SURPLUS = re.compile(r"surplus:([^:]+):(\d+):(\d+)")


def as_one_need(
    result: PlanResult, *, rows: Mapping[str, Rows], needs: Mapping[str, NeedView], weights: Sequence[int]
) -> PlanResult:
    """Every id is a need's code again, and what a relief is worth counts in the operation's own `weights`."""
    codes = {row_id: code for code, of_need in rows.items() for row_id in of_need.ids}
    open_places = _open_places(result, codes)
    return replace(
        result,
        calls=tuple(replace(called, need_code=codes[called.need_code]) for called in result.calls),
        stand_bys=tuple(
            replace(one, would_be_called_if=_said_of_needs(one.would_be_called_if, codes, open_places))
            for one in result.stand_bys
        ),
        needs=_needs(result.needs, rows, {code: weights[need.priority - 1] for code, need in needs.items()}),
        conflicts=_conflicts(result.conflicts, codes),
    )


def _needs(found: Sequence[NeedRow], rows: Mapping[str, Rows], weights: Mapping[str, int]) -> tuple[NeedRow, ...]:
    by_id = {row.need_code: row for row in found}
    return tuple(_one(of_need, by_id, weights[of_need.code]) for of_need in rows.values())


def _one(of_need: Rows, by_id: Mapping[str, NeedRow], weight: int) -> NeedRow:
    """The reason and the relief are those of the places while a place is free, else those of the insurance."""
    places = by_id[of_need.code]
    parts = [by_id[row_id] for row_id in of_need.ids]
    to_call, filled = sum(part.to_call for part in parts), sum(part.filled for part in parts)
    short = places if places.filled < places.to_call else parts[-1]
    if filled >= to_call:
        return replace(places, to_call=to_call, filled=filled, reason=_FILLED, relief="")
    relief = _in_own_weights(short.relief, in_files=2 * weight if short is places else weight, own=weight)
    return replace(places, to_call=to_call, filled=filled, reason=short.reason, relief=relief)


def _in_own_weights(text: str, *, in_files: int, own: int) -> str:
    relief = read_relief(text)
    if relief is None or not in_files:
        return text
    return f"{text.rpartition('=')[0]}=+{relief.worth // in_files * own}"


def _open_places(result: PlanResult, codes: Mapping[str, str]) -> Counter[str]:
    """By need, how many are called to it or could be, but for those who are fixed."""
    places: Counter[str] = Counter()
    for need in result.needs:
        places[codes[need.need_code]] += need.to_call
    for called in result.calls:
        places[codes[called.need_code]] -= called.reason is Reason.FIXED
    return places


def _said_of_needs(text: str, codes: Mapping[str, str], open_places: Mapping[str, int]) -> str:
    """What would call somebody, and how many compete with them; a part that is true of one row alone is left out."""
    parts = (_said(part, codes, open_places) for part in text.split("|"))
    return "|".join(part for part in parts if part)


def _said(part: str, codes: Mapping[str, str], open_places: Mapping[str, int]) -> str:
    if place := _PLACE.fullmatch(part):
        return f"need:{codes[place[1]]}:{place[2]}"
    if surplus := _SURPLUS.fullmatch(part):
        code, suited = codes[surplus[1]], int(surplus[2])
        return f"surplus:{code}:{suited}:{open_places[code]}" if suited > open_places[code] else ""
    return part


def _conflicts(found: Sequence[ConflictRow], codes: Mapping[str, str]) -> tuple[ConflictRow, ...]:
    return tuple(
        replace(one, subject=codes.get(one.subject, one.subject)) if one.rule == "headcount" else one for one in found
    )
