"""Words beside a line's end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.look.charts.labels import LINE, Label, set_down

_labels = st.builds(
    Label, text=st.text(alphabet="աբգ xyz", min_size=1, max_size=40), at=st.floats(0, 200, allow_nan=False)
)


@given(labels=st.lists(_labels, max_size=6))
def test_no_label_stands_on_another(labels: list[Label]) -> None:
    lines = set_down(sorted(labels, key=lambda label: label.at), top=0)

    heights = [line.y for line in lines]
    assert all(lower - upper >= LINE - 0.2 for upper, lower in pairwise(heights))
    assert all(height > 0 for height in heights)


def test_a_label_with_room_stands_at_its_height() -> None:
    (line,) = set_down([Label(text="answered", at=100, kind="answered")], top=0)

    assert (line.text, line.kind) == ("answered", "answered")
    assert line.y == 100 - LINE / 2 + LINE * 0.75
