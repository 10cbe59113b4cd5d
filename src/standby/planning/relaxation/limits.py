"""The limits on what all needs together may take, as rows of the linear programme: beds and reception."""

import numpy as np

from standby.planning.model.instance import NO_LIMIT, Instance, Ints
from standby.planning.relaxation.drafting import Draft


def add_limits(draft: Draft, instance: Instance) -> tuple[Ints, int]:
    """Rows for the columns of needs, which stand first: which limits, and the first row.

    A limit that all heads together respect is left out.
    """
    needs, left = instance.needs, instance.left
    spans = needs["bed_high"] - needs["bed_low"]
    need = np.concatenate([np.repeat(np.arange(len(spans)), spans), np.arange(len(spans))])
    nights = np.arange(spans.sum()) - np.repeat(np.cumsum(spans) - spans - needs["bed_low"], spans)
    limit = np.concatenate([nights, needs["reception"]])
    wanted = np.bincount(limit, weights=instance.heads_left[need], minlength=len(left))
    binding = np.flatnonzero((wanted > left) & (left < NO_LIMIT) & (np.arange(len(left)) >= len(spans)))
    row_of = np.full(len(left), -1, np.int64)
    row_of[binding] = draft.add_rows(limit=left[binding].astype(np.float64)) + np.arange(len(binding))
    kept = row_of[limit] >= 0
    draft.add_entries(row=row_of[limit[kept]], column=need[kept], entry=np.ones(int(kept.sum())))
    return binding, int(draft.rows - len(binding))
