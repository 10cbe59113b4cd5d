"""A contact card as vCard 4.0 (RFC 6350): a name and how somebody is reached, for their own address book."""

from datetime import UTC, datetime

from standby.domain.offers import PersonalDetails
from standby.exchange.content_lines import escaped, written


def write_card(details: PersonalDetails, *, language: str, made_at: datetime) -> str:
    """With CRLF, to be stored as UTF-8. A name that nobody divided stands whole in the part for the given name."""
    given = details.given or (details.name if not details.surname else "")
    name = ";".join(escaped(part) for part in (details.surname, given, details.patronymic, "", ""))
    return written(
        [
            "BEGIN:VCARD",
            "VERSION:4.0",
            f"FN:{escaped(details.full_name)}",
            f"N:{name}",
            *(_telephone(phone) for phone in details.phones),
            *(f"EMAIL:{escaped(email)}" for email in details.emails),
            f"LANG:{language}",
            f"REV:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            "END:VCARD",
        ]
    )


def _telephone(phone: str) -> str:
    """A number that nobody could read stays a text."""
    is_number = phone.startswith("+") and phone[1:].isdecimal()
    return f"TEL;VALUE=uri:tel:{phone}" if is_number else f"TEL:{escaped(phone)}"
