import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.births import BirthAgreement, BirthDate, compare_births
from standby.identity.linking.crowd import births_of
from standby.identity.linking.dates_of import compare_birth_dates
from standby.identity.linking.degrees import Birth

_ONE_BY_ONE = {
    BirthAgreement.SAME: Birth.SAME,
    BirthAgreement.PARTLY: Birth.PARTLY,
    BirthAgreement.SWAPPED: Birth.SWAPPED,
    BirthAgreement.NEAR: Birth.SLIP,
    BirthAgreement.DIFFERENT: Birth.OTHER,
    BirthAgreement.UNKNOWN: Birth.UNKNOWN,
}


@st.composite
def _dates(draw: st.DrawFn) -> BirthDate:
    """Near each other, so that slips and turned days are common."""
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 28)) if month else None
    return BirthDate(year=draw(st.sampled_from([1984, 1948, 1985, 1994])), month=month, day=day)


@given(st.lists(_dates(), min_size=1, max_size=8, unique=True))
def test_many_dates_at_once_agree_as_each_two_do(dates: list[BirthDate]) -> None:
    ones, others = np.indices((len(dates), len(dates))).reshape(2, -1).astype(np.int32)

    found = compare_birth_dates(births_of(tuple(dates)), ones, others).tolist()

    for one, other, degree in zip(ones.tolist(), others.tolist(), found, strict=True):
        expected = _ONE_BY_ONE[compare_births(dates[one], dates[other])]
        if expected is Birth.OTHER and dates[one].year == dates[other].year:
            expected = Birth.SAME_YEAR
        assert degree == expected
