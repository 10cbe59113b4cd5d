"""What XML can hold, tried against a parser."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from standby.exchange.xml_text import add, document, unfit_signs
from tests.exchange.parsed import parsed


@given(st.text(max_size=40))
def test_fit_text_comes_back_from_a_parser_as_it_was(text: str) -> None:
    fit = "".join(sign for sign in text if not unfit_signs(sign))
    root = ET.Element("a")
    add(root, "b", fit, c=fit)

    (read,) = parsed(document(root))

    assert (read.text or "") == fit
    assert read.get("c") == fit


@given(st.characters())
def test_a_sign_that_a_parser_would_refuse_or_change_is_unfit(sign: str) -> None:
    try:
        comes_back = parsed(f"<a>&#{ord(sign)};</a>").text == sign and sign != "\r"
    except ET.ParseError:
        comes_back = False

    assert comes_back is not bool(unfit_signs(sign))


def test_each_unfit_sign_is_named_once() -> None:
    assert unfit_signs("a\x00b\x00\x1f") == ["U+0000", "U+001F"]
