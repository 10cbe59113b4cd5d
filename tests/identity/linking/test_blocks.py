from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.block_keys import BlockKind, Keys
from standby.identity.linking.blocks import Blocks


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6))))
def test_every_key_of_several_records_is_a_block_of_them_in_order(told: list[tuple[int, int]]) -> None:
    keys = Keys(
        kind=BlockKind.NAME,
        keys=np.array([key << 40 for key, _ in told], np.uint64),
        records=np.array([record for _, record in told], np.int64),
    )

    blocks = Blocks.of(keys, 7)

    members: dict[int, set[int]] = defaultdict(set)
    for key, record in told:
        members[key].add(record)
    expected = [sorted(records) for _, records in sorted(members.items()) if len(records) > 1]
    assert blocks.sizes.tolist() == [len(records) for records in expected]
    assert blocks.records.tolist() == [record for records in expected for record in records]
