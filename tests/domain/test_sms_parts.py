"""Parts of short messages: the lengths of 3GPP TS 23.038 and 23.040, in every alphabet that our people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.sms_parts import Coding, coding_of, count_parts, parts_of

_EXTENDED = "^{}\\[~]|€"
_GSM = st.text(alphabet="abc XYZ0189@£\n" + _EXTENDED, max_size=500)
_ANY = st.text(max_size=400)


@pytest.mark.parametrize(
    ("text", "coding", "parts"),
    [
        ("", Coding.GSM_7, 1),
        ("a" * 160, Coding.GSM_7, 1),
        ("a" * 161, Coding.GSM_7, 2),
        ("a" * 306, Coding.GSM_7, 2),
        ("a" * 307, Coding.GSM_7, 3),
        ("€" * 80, Coding.GSM_7, 1),
        ("€" * 81, Coding.GSM_7, 2),
        ("ä" * 160, Coding.GSM_7, 1),
        ("`", Coding.UCS_2, 1),
        ("ի" * 70, Coding.UCS_2, 1),
        ("ի" * 71, Coding.UCS_2, 2),
        ("ж" * 134, Coding.UCS_2, 2),
        ("ж" * 135, Coding.UCS_2, 3),
        ("ə" + "a" * 69, Coding.UCS_2, 1),
        ("ə" + "a" * 70, Coding.UCS_2, 2),
        ("🙂" * 35, Coding.UCS_2, 1),
        ("🙂" * 36, Coding.UCS_2, 2),
    ],
)
def test_a_text_takes_as_many_parts_as_the_standard_says(text: str, coding: Coding, parts: int) -> None:
    assert (coding_of(text), count_parts(text)) == (coding, parts)


def test_an_escape_at_the_edge_of_a_part_goes_to_the_next_with_its_pair() -> None:
    text = "a" * 152 + "€" + "b" * 20

    assert [part[-1] for part in parts_of(text)] == ["a", "b"]
    assert [len(part) for part in parts_of(text)] == [152, 21]


def test_a_surrogate_pair_at_the_edge_of_a_part_goes_to_the_next_whole() -> None:
    text = "ж" * 66 + "🙂" + "ж" * 20

    assert [len(part) for part in parts_of(text)] == [66, 21]


@given(text=_ANY)
def test_the_parts_together_are_the_text(text: str) -> None:
    assert "".join(parts_of(text)) == text


@given(text=_ANY)
def test_no_part_is_longer_than_a_part_may_be(text: str) -> None:
    coding, parts = coding_of(text), parts_of(text)

    longest = {Coding.GSM_7: 153, Coding.UCS_2: 67} if len(parts) > 1 else {Coding.GSM_7: 160, Coding.UCS_2: 70}
    assert max(_units(part, coding) for part in parts) <= longest[coding]


@given(text=_GSM)
def test_the_number_of_septets_decides(text: str) -> None:
    """The oracle counts in another way: by what the octets of a packed message would hold."""
    septets = len(text) + sum(text.count(character) for character in _EXTENDED)

    assert (count_parts(text) == 1) is (septets <= 160)
    assert count_parts(text) >= -(-septets // 153) if septets > 160 else True


@given(text=st.text(alphabet="жի🙂", min_size=1, max_size=300))
def test_no_part_begins_or_ends_within_a_pair(text: str) -> None:
    for part in parts_of(text):
        part.encode("utf-16-be").decode("utf-16-be")


def _units(text: str, coding: Coding) -> int:
    if coding is Coding.UCS_2:
        return len(text.encode("utf-16-be", "surrogatepass")) // 2
    return len(text) + sum(text.count(character) for character in "\f" + _EXTENDED)
