"""Where on the map a town or a site lies: near enough to reckon journeys, too coarse to find a door."""

import re
from dataclasses import dataclass
from typing import Self

# Of latitude and longitude: a tenth of a degree is at most eleven kilometres.
_DECIMALS = 1
_MOST_NORTH, _MOST_EAST = 90.0, 180.0
_NUMBER = r"[-+]?\d{1,3}(?:[.,]\d+)?"
# As maps show it: "40.1811, 44.5136", "40,18 44,51", "40.18° N, 44.51° E".
_BETWEEN = r"(?:\s*[,;/]\s+|\s*;\s*|\s+|,(?=[-+]?\d+\.))"
_SAID = re.compile(rf"({_NUMBER})\s*°?\s*([NS]?){_BETWEEN}({_NUMBER})\s*°?\s*([EW]?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPoint:
    """Degrees north and east, to a tenth."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (abs(self.lat) <= _MOST_NORTH and abs(self.lon) <= _MOST_EAST):
            raise ValueError("A point lies at 90 degrees north or south at most, and 180 east or west.")

    @classmethod
    def near(cls, *, lat: float, lon: float) -> Self:
        """Adding zero keeps a point at the equator from being written as -0.0."""
        return cls(lat=round(lat, _DECIMALS) + 0.0, lon=round(lon, _DECIMALS) + 0.0)

    def __str__(self) -> str:
        return f"{self.lat:.{_DECIMALS}f}, {self.lon:.{_DECIMALS}f}"


def point_said(said: str) -> MapPoint:
    """The point that a person copied from a map or typed; ValueError where it is none.

    >>> print(point_said("40.1811, 44.5136"))
    40.2, 44.5
    >>> print(point_said("34,16° N 118,26° W"))
    34.2, -118.3
    """
    match = _SAID.fullmatch(said.strip())
    if match is None:
        raise ValueError("Two numbers are wanted, north first.")
    lat, north_or_south, lon, east_or_west = match.groups()
    return MapPoint.near(
        lat=_degrees(lat, is_back=north_or_south.upper() == "S"), lon=_degrees(lon, is_back=east_or_west.upper() == "W")
    )


def _degrees(number: str, *, is_back: bool) -> float:
    value = float(number.replace(",", "."))
    return -value if is_back else value
