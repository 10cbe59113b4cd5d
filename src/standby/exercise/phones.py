"""Phone numbers that nobody can have, and the many ways of writing them.

No subscriber's number begins with 0 after the country code in Armenia, Georgia, Lebanon or Russia (there is no area 00
or 000), so those ranges are never assigned. In France the regulator keeps 06 39 98 xx xx for fiction; in North America
555-0100 to 555-0199 is kept for it in every area.
"""

from standby.exercise.dice import Dice

_CALIFORNIAN_AREAS = ("209", "213", "310", "323", "408", "415", "424", "510", "530", "559", "562", "619", "626", "650",
                      "657", "661", "669", "707", "714", "747", "760", "805", "818", "831", "858", "909", "916", "925",
                      "949", "951")  # fmt: skip

# Country code, then the parts of the national number as people group them.
_Parts = tuple[str, ...]


def draw_phone(dice: Dice, *, country: str) -> _Parts:
    """A fictional number in its parts, the country code first."""
    match country:
        case "AM":
            return ("374", "00", dice.digits(2), dice.digits(2), dice.digits(2))
        case "GE":
            return ("995", "000", dice.digits(2), dice.digits(2), dice.digits(2))
        case "FR":
            return ("33", "6", "39", "98", dice.digits(2), dice.digits(2))
        case "US":
            return ("1", dice.pick(_CALIFORNIAN_AREAS), "555", f"01{dice.digits(2)}")
        case "LB":
            return ("961", "00", dice.digits(3), dice.digits(3))
        case _:
            return ("7", "000", dice.digits(3), dice.digits(2), dice.digits(2))


def written_phone(parts: _Parts, *, dice: Dice) -> str:
    """As one person or another would put it on a list; always with what is needed to read it back."""
    code, area, *rest = parts
    ways = [
        f"+{code}{area}{''.join(rest)}",
        f"+{code} {area} {' '.join(rest)}",
        f"+{code} ({area}) {'-'.join(rest)}",
        f"00{code} {area} {''.join(rest)}",
    ]
    if code == "7":
        ways += [f"8 ({area}) {'-'.join(rest)}", f"8{area}{''.join(rest)}", f"8-{area}-{'-'.join(rest)}"]
    return dice.pick(ways)
