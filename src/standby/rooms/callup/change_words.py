"""What could be otherwise, in words: the changes that the planner writes (docs/reference/what-if.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel import Locale
from django.utils.translation import gettext, ngettext

from standby.domain.catalogue import all_tags, title
from standby.rooms.callup.saying import say_need
from standby.rooms.look.days import page_language, say_days
from standby.rooms.look.numbers import say_number
from standby.rooms.needs.queries.planning import NeedView


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """By code: sites, regions and homes as the page calls them, and needs with the names of their sites."""

    sites: Mapping[str, str]
    regions: Mapping[str, str]
    homes: Mapping[str, str]
    needs: Mapping[str, NeedView]

    def site(self, code: str) -> str:
        return self.sites.get(code, code)

    def place(self, codes: str) -> str:
        """A home, or a home and the region that its seats go to."""
        home, _, region = codes.partition(";")
        named = self.homes.get(home, home)
        return f"{named} → {self.regions.get(region, region)}" if region else named

    def need(self, code: str) -> str:
        found = self.needs.get(code)
        return say_need(found, {found.site_id: self.site(found.site_code)}) if found else code


def say_change(change: str, names: Names) -> str:
    """One plain sentence without a full stop; a change that is not known stands as it is."""
    kind, *parts = change.split(":")
    match kind:
        case "window" | "max_stay" | "max_total" | "party" | "travel" | "parties":
            return _of_the_offer(kind, parts)
        case "verified" | "level" | "role" | "licences" | "language" | "tag":
            return _of_skill(kind, parts)
        case "beds" | "reception" | "seats":
            return _of_limits(kind, parts, names)
        case "need" | "new_need" | "site" | "people" | "route":
            return _of_the_operation(kind, parts, names)
        case _:
            return change


def say_surplus(surplus: str, names: Names) -> str:
    """How many people suit the full need that comes closest to having room for somebody; empty for nothing."""
    kind, *parts = surplus.split(":")
    if kind != "surplus":
        return ""
    code, suited, places = parts
    return ngettext(
        "All is filled that would suit them. Closest comes %(need)s: %(suited)s people suit its %(places)s place.",
        "All is filled that would suit them. Closest comes %(need)s: %(suited)s people suit its %(places)s places.",
        int(places),
    ) % {"need": names.need(code), "suited": say_number(int(suited)), "places": say_number(int(places))}


def _of_the_offer(kind: str, parts: Sequence[str]) -> str:
    match kind:
        case "window":
            return gettext("They are free on these days too, travel included: %(days)s") % {"days": _days(parts[0])}
        case "max_stay":
            return _counted(
                ngettext(
                    "They can stay away for %(n)s day at a time",
                    "They can stay away for %(n)s days at a time",
                    int(parts[0]),
                ),
                int(parts[0]),
            )
        case "max_total":
            return _counted(
                ngettext(
                    "They can be away for %(n)s day in all", "They can be away for %(n)s days in all", int(parts[0])
                ),
                int(parts[0]),
            )
        case "party":
            return gettext("Everybody in their party agrees that it may be divided")
        case "travel":
            return gettext("They come on their own, without a seat of ours")
        case _:
            return gettext("All parties that stand by agree that they may be divided")


def _of_skill(kind: str, parts: Sequence[str]) -> str:
    match kind:
        case "verified":
            return gettext("Their licence is checked: %(role)s") % {"role": _role(parts[0])}
        case "level":
            return _of_level(parts)
        case "role":
            return gettext("They offer this work: %(role)s") % {"role": _role(parts[0])}
        case "licences":
            return gettext("Every claimed licence is checked and found true: %(role)s") % {"role": _role(parts[0])}
        case "language":
            return gettext("They speak this language too: %(language)s") % {"language": _language(parts[0])}
        case _:
            return _of_tag(parts)


def _of_level(parts: Sequence[str]) -> str:
    if parts[1] == "3":
        return gettext("They can lead others in this work: %(role)s") % {"role": _role(parts[0])}
    return gettext("They can do this work on their own: %(role)s") % {"role": _role(parts[0])}


def _of_tag(parts: Sequence[str]) -> str:
    known = all_tags().get(parts[0])
    name = known.title(page_language()) if known else parts[0]
    if len(parts) > 1:
        return gettext("They hold this, and it is checked: %(what)s") % {"what": name}
    return gettext("They hold this: %(what)s") % {"what": name}


def _of_limits(kind: str, parts: Sequence[str], names: Names) -> str:
    place, days, more = parts[0], _days(parts[1]), int(parts[2])
    if more < 0:
        return _fewer(kind, -more, names, place=place, days=days)
    match kind:
        case "beds":
            sentence = ngettext("%(n)s more bed, %(place)s, %(days)s", "%(n)s more beds, %(place)s, %(days)s", more)
            return sentence % {"n": say_number(more), "place": names.site(place), "days": days}
        case "reception":
            sentence = ngettext(
                "%(n)s more arrival at the reception of %(place)s, %(days)s",
                "%(n)s more arrivals at the reception of %(place)s, %(days)s",
                more,
            )
            return sentence % {"n": say_number(more), "place": names.regions.get(place, place), "days": days}
        case _:
            sentence = ngettext(
                "%(n)s more seat from %(place)s, %(days)s", "%(n)s more seats from %(place)s, %(days)s", more
            )
            return sentence % {"n": say_number(more), "place": names.place(place), "days": days}


def _fewer(kind: str, fewer: int, names: Names, *, place: str, days: str) -> str:
    if kind == "beds":
        sentence = ngettext("%(n)s bed fewer, %(place)s, %(days)s", "%(n)s beds fewer, %(place)s, %(days)s", fewer)
        return sentence % {"n": say_number(fewer), "place": names.site(place), "days": days}
    sentence = ngettext(
        "%(n)s seat fewer from %(place)s, %(days)s", "%(n)s seats fewer from %(place)s, %(days)s", fewer
    )
    return sentence % {"n": say_number(fewer), "place": names.place(place), "days": days}


def _of_the_operation(kind: str, parts: Sequence[str], names: Names) -> str:
    match kind:
        case "site":
            return gettext("This site closes, nobody new is called there: %(site)s") % {"site": names.site(parts[0])}
        case "route":
            sentence = ngettext(
                "The way from %(home)s to %(region)s takes %(n)s day",
                "The way from %(home)s to %(region)s takes %(n)s days",
                int(parts[2]),
            )
            home, region = names.place(parts[0]), names.regions.get(parts[1], parts[1])
            return sentence % {"home": home, "region": region, "n": say_number(int(parts[2]))}
        case "people":
            return _people(parts, names)
        case "new_need":
            return _new_need(parts, names)
        case _:
            return _need(parts, names)


def _people(parts: Sequence[str], names: Names) -> str:
    number, role, home = int(parts[0]), parts[1], parts[-2]
    words = {"n": say_number(number), "role": _role(role), "days": _days(parts[-1]), "home": names.place(home)}
    if home == "-":
        return (
            ngettext(
                "%(n)s more person offers help and comes on their own: %(role)s, %(days)s",
                "%(n)s more people offer help and come on their own: %(role)s, %(days)s",
                number,
            )
            % words
        )
    return (
        ngettext(
            "%(n)s more person offers help from %(home)s: %(role)s, %(days)s",
            "%(n)s more people offer help from %(home)s: %(role)s, %(days)s",
            number,
        )
        % words
    )


def _new_need(parts: Sequence[str], names: Names) -> str:
    number = int(parts[-2])
    sentence = ngettext(
        "A new need asks for %(n)s person: %(role)s, %(site)s, %(days)s",
        "A new need asks for %(n)s people: %(role)s, %(site)s, %(days)s",
        number,
    )
    words = {"role": _role(parts[2]), "site": names.site(parts[1]), "days": _days(parts[-3])}
    return sentence % {"n": say_number(number), **words}


def _need(parts: Sequence[str], names: Names) -> str:
    need, more = names.need(parts[0]), parts[1]
    if more == "cancelled":
        return gettext("This need takes nobody new: %(need)s") % {"need": need}
    number = abs(int(more))
    if more.startswith("-"):
        sentence = ngettext(
            "This need asks for %(n)s person fewer: %(need)s", "This need asks for %(n)s people fewer: %(need)s", number
        )
    else:
        sentence = ngettext(
            "This need asks for %(n)s more person: %(need)s", "This need asks for %(n)s more people: %(need)s", number
        )
    return sentence % {"n": say_number(number), "need": need}


def _counted(sentence: str, number: int) -> str:
    return sentence % {"n": say_number(number)}


def _days(text: str) -> str:
    first, _, last = text.partition("..")
    return say_days(date.fromisoformat(first), date.fromisoformat(last or first))


def _role(code: str) -> str:
    return title(code, "", language=page_language())


def _language(code: str) -> str:
    return str(Locale.parse(page_language()).languages.get(code, code))
