"""The next version of a list: a few rows new, a few changed, a few gone, all in another order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from standby.exercise.dice import Dice
from standby.exercise.keeping import Keeping, keep_list
from standby.exercise.kept import KeptList, ListRow, RowKind
from standby.exercise.phones import draw_phone, written_phone
from standby.exercise.volunteers import Volunteer

_GONE = 0.010
_CHANGED = 0.020


def next_version(
    before: KeptList, *, keeping: Keeping, latecomers: Sequence[Volunteer], seed: int, today: date
) -> KeptList:
    """`keeping` is how the list is kept; its file is the new one's. Latecomers stand on this version alone."""
    dice = Dice(seed=seed, name=f"next version {before.id}")
    phone_column = next(place for place, column in enumerate(keeping.columns) if column.field == "phone")
    stay_column = next(place for place, column in enumerate(keeping.columns) if column.field == "max_stay")
    kept = [row for row in before.rows if row.kind is not RowKind.NOBODY and not dice.chance(_GONE)]
    rows = [
        _changed(row, phone_column=phone_column, stay_column=stay_column, dice=dice) if dice.chance(_CHANGED) else row
        for row in kept
    ]
    late = keep_list(keeping, people=latecomers, seed=seed + 1, today=today)
    rows += [row for row in late.rows if row.kind is not RowKind.NOBODY]
    return replace(late, id=f"{before.id}-2", rows=tuple(dice.shuffled(rows)))


def _changed(row: ListRow, *, phone_column: int, stay_column: int, dice: Dice) -> ListRow:
    """Another phone, or longer away; of a torn row there is nothing to change."""
    cells = list(row.cells)
    if len(cells) <= stay_column:
        return row
    if dice.chance(0.5):
        cells[phone_column] = written_phone(draw_phone(dice, country="RU"), dice=dice)
    else:
        cells[stay_column] = dice.between(15, 20)
    return replace(row, cells=tuple(cells))
