"""The compiled comparison of names, held against the plain one."""

from math import exp

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standby.identity import name_score
from standby.identity.differences import differences
from standby.identity.heard import heard
from standby.identity.names import parse_name
from standby.identity.weights import weights

_ARMENIAN, _RUSSIAN, _AZERBAIJANI = (
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "абвгдежзийклмнопрстухцчшщъыьэюя",
    "abcçdeəfgğhiıjklmnoöqprsştuüvyz",
)
_GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_ROOTS = st.sampled_from(
    [_ARMENIAN, _RUSSIAN, _AZERBAIJANI, _GEORGIAN, "漢字عربي", _RUSSIAN + _AZERBAIJANI + "'’\u200f🙂1ь"]
).flatmap(lambda letters: st.text(alphabet=letters, min_size=1, max_size=9))
_ENDINGS = st.sampled_from(
    ["", "", "յան", "ян", "yan", "ов", "ова", "ович", "овна", "ի", "i", "შვილი", "zadə", "скаja"]
)
_KNOWN = st.sampled_from(
    ["Հակոբ", "Акоп", "Hagop", "Тина", "Дина", "Хачик", "Խաչատուր", "Анна", "Nino", "ь", "oğlu", "qızı", "Л", "Ա", "S"]
)
_words = st.one_of(st.builds(str.__add__, _ROOTS, _ENDINGS), _KNOWN)
_names = st.lists(_words, max_size=6).map(" ".join)


@st.composite
def _two_names(draw: st.DrawFn) -> tuple[str, str]:
    """Any two, or one and what lists make of it: words turned round, left out, cut to their first letter."""
    one = draw(_names)
    words = one.split(" ")
    return one, draw(
        st.one_of(
            _names,
            st.permutations(words).map(" ".join),
            st.just(" ".join(words[1:])),
            st.just(" ".join([words[0][:1], *words[1:]])),
        )
    )


def plainly(one: str, other: str) -> float:
    first, second = heard(parse_name(name=one)), heard(parse_name(name=other))
    if not first.words or not second.words:
        return 0.0
    learned = weights()
    found = differences(first, second, learned)
    against = sum(learned.steps[name].penalty(value) for name, value in found.items())
    return 1 / (1 + exp(-max(-700.0, learned.certainty - against)))


@given(_two_names())
@example(("Հակոբ Սարգսի Պետրոսյան", "Петросян Саркис Акопович"))
@example(("Саркис Петросян", "Հակոբ Սարգսի Պետրոսյան"))
@example(("Акоп Петросян Ольга Овсепян Грайр", "Акоп Петросян Ольга Овсепян Саркисович"))
@example(("aa.a", "abab.a"))
@example(("abab.a", "aa.a"))
@example(("Саша Петросян", "Ալեքսանդր Պետրոսյան"))
@example(("Ալեքսանդր Պետրոսյան", "Саша Петросян"))
@example(("Саша Петросян", "Саня Петросян"))
@example(("Саркис Алович Петросян", "Ал Петросян"))
@example(("Саркис Акопович Петросян", "Левон Акопов"))
@example(("Саша Петрова", "Саша Иванович Петров"))
@example(("Саркисович Hakob Petrosyan", "Hakob Sargsi Petrosyan"))
@example(("ь ьь", "ьь ь"))
@example(("ь Петросян", "ь Петросян"))
@example(("", "🙂"))
@example(("абвгд" * 1000, "ա բ " * 1250))
def test_a_score_is_what_the_plain_differences_add_up_to(names: tuple[str, str]) -> None:
    assert name_score(*names) == pytest.approx(plainly(*names), rel=1e-12)
