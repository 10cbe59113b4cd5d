"""Points as people copy them from a map: read in every usual form, kept only to about ten kilometres."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.points import MapPoint, point_said


@pytest.mark.parametrize(
    ("said", "lat", "lon"),
    [
        ("40.1811, 44.5136", 40.2, 44.5),
        ("40.1811,44.5136", 40.2, 44.5),
        (" 40,18 44,51 ", 40.2, 44.5),
        ("40,18; 44,51", 40.2, 44.5),
        ("40 44", 40.0, 44.0),
        ("34.16° N, 118.26° W", 34.2, -118.3),
        ("33.9 S 18.4 E", -33.9, 18.4),
        ("-0.01, 0.02", 0.0, 0.0),
    ],
)
def test_a_point_is_read_as_maps_show_it(said: str, lat: float, lon: float) -> None:
    assert point_said(said) == MapPoint(lat=lat, lon=lon)


@pytest.mark.parametrize(
    "said", ["", "40.18", "40,18", "91, 44", "40, 181", "forty, forty-four", "1, 2, 3", "4" * 5000]
)
def test_anything_else_is_no_point(said: str) -> None:
    with pytest.raises(ValueError, match=r"wanted|lies"):
        point_said(said)


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
def test_what_is_shown_is_read_back_and_lies_near(lat: float, lon: float) -> None:
    point = MapPoint.near(lat=lat, lon=lon)

    assert point_said(str(point)) == point
    assert max(abs(point.lat - lat), abs(point.lon - lon)) <= 0.0501
