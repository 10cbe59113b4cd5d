"""What people offer and why they stand where they stand, in words for the desk."""

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from standby.domain.catalogue import all_tags, title
from standby.domain.offers import Offer
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import Reason
from standby.rooms.people.words import reason_word

register = template.Library()


@register.filter
def why(reason: Reason) -> str:
    return reason_word(reason)


@register.filter
def roles(offer: Offer) -> str:
    """The titles alone, for a column of a table."""
    language = get_language() or "en"
    return ", ".join(dict.fromkeys(_title(role, offer, language) for role in offer.roles))


@register.filter
def level(value: Level) -> str:
    match value:
        case Level.SUPERVISED:
            return _("with somebody beside them")
        case Level.INDEPENDENT:
            return _("on their own")
        case Level.LEADS_OTHERS:
            return _("leads others")


@register.simple_tag
def role_said(role: OfferedRole, offer: Offer) -> str:
    """One role with its level, and whether a licence for it was checked."""
    said = {"role": _title(role, offer, get_language() or "en"), "level": level(role.level)}
    if role.is_verified:
        return _("%(role)s, %(level)s, checked") % said
    return _("%(role)s, %(level)s") % said


@register.filter
def tag_title(tag: str) -> str:
    """A speciality or licence class as the catalogue calls it; as it stands where it is none of ours."""
    known = all_tags().get(tag.removesuffix(":v"))
    return known.title(get_language() or "en") if known else tag


@register.simple_tag
def licence_title(code: str, tag: str, offer: Offer) -> str:
    """What a licence is for; where it names no speciality, the one that its holder claims."""
    language = get_language() or "en"
    return title(code, tag, language=language) if tag else _title(OfferedRole(code=code), offer, language)


@register.filter
def role_title(code: str, tag: str = "") -> str:
    return title(code, tag, language=get_language() or "en")


def _title(role: OfferedRole, offer: Offer, language: str) -> str:
    plain = title(role.code, language=language)
    named = (title(role.code, tag.removesuffix(":v"), language=language) for tag in offer.tags)
    return next((exact for exact in named if exact != plain), plain)
