import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.cli.linking.pair_lines import PairLines, Texts, millionths, write_lines

PLACES, CLASSES, WHYS = ("field,1,", "դաշտ,22,", ""), ("same", "other"), ("given:same:+1.00", "")
_chances = st.floats(0, 1) | st.integers(0, 1_999_999).map(lambda half: half / 2_000_000)
_rows = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), _chances, st.integers(0, 1), st.integers(0, 1)), max_size=5
)


@given(_rows)
def test_lines_are_what_printing_makes_of_them(rows: list[tuple[int, int, float, int, int]]) -> None:
    lines = PairLines(places=Texts.of(PLACES), classes=Texts.of(CLASSES), whys=Texts.of(WHYS))
    table = np.array(rows, np.float64).reshape(-1, 5)
    ones, others, classes, whys = (table[:, column].astype(np.int64) for column in (0, 1, 3, 4))

    found = lines.lines(ones, others, table[:, 2], classes, whys)

    assert found.tobytes().decode() == "".join(
        f"{PLACES[one]}{PLACES[other]}{chance:.6f},{CLASSES[kind]},{WHYS[why]}\n"
        for one, other, chance, kind, why in rows
    )


def test_a_line_is_written_as_the_kernel_has_it_without_the_compiler() -> None:
    places, classes, whys = Texts.of(PLACES), Texts.of(CLASSES), Texts.of(WHYS)
    page, first = np.empty(len("field,1,field,1,1.000000,same,given:same:+1.00\n"), np.uint8), np.array([0])

    write_lines.py_func(
        first, first, np.array([1_000_000]), first, first, places.letters, places.starts, classes.letters,
        classes.starts, whys.letters, whys.starts, page,
    )  # fmt: skip

    assert page.tobytes() == b"field,1,field,1,1.000000,same,given:same:+1.00\n"


@given(st.lists(_chances))
def test_millionths_are_printed_as_a_number_with_six_decimals_is(chances: list[float]) -> None:
    assert millionths(np.array(chances, np.float64)).tolist() == [
        int(f"{chance:.6f}".replace(".", "")) for chance in chances
    ]
