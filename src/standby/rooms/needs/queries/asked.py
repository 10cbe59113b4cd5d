"""What a site asked for, in words, as somebody who is called reads it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from standby.rooms.needs.hazards import hazard_words, provision_words
from standby.rooms.needs.models import Request
from standby.rooms.needs.places import request_place
from standby.rooms.vault.queries import keys_of, open_payload

Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`region` may be told before accepting; site, supervisor and telephone only after (informed consent)."""

    request_ref: str
    role: str
    tag: str
    texts: Texts
    provides: tuple[str, ...]
    hazards: tuple[str, ...]
    hours_per_day: int
    minimum_age: int
    region: str
    site_id: int
    supervisor: str
    supervisor_phone: str

    def text(self, name: str, language: str) -> str:
        """In this language, else in the first there is."""
        by_language = self.texts.get(name, {})
        return by_language.get(language) or next(iter(by_language.values()), "")

    def hazards_in(self, language: str) -> str:
        """The coded hazards in words of the page, then what the site wrote about them."""
        return _joined(hazard_words(self.hazards), self.text("hazards", language))

    def provided_in(self, language: str) -> str:
        return _joined(provision_words(self.provides), self.text("provided", language))


def asked_of(*, operation_id: int, request_refs: Iterable[str]) -> dict[str, Asked]:
    rows = list(
        Request.objects.filter(operation_id=operation_id, ref__in=list(request_refs)).select_related("site__region")
    )
    keys = keys_of(row.ref for row in rows)
    return {
        row.ref: asked_in(row, open_payload(row.sealed, key=keys[row.ref], place=request_place(row.ref)))
        for row in rows
    }


def asked_in(row: Request, opened: Mapping[str, object]) -> Asked:
    return Asked(
        request_ref=row.ref,
        role=row.role,
        tag=row.tags[0] if row.tags else "",
        texts=cast(Texts, row.texts),
        provides=tuple(row.provides),
        hazards=tuple(row.hazards),
        hours_per_day=row.hours_per_day,
        minimum_age=row.minimum_age,
        region=row.site.region.name,
        site_id=row.site_id,
        supervisor=str(opened.get("supervisor", "")),
        supervisor_phone=str(opened.get("phone", "")),
    )


def _joined(words: list[str], text: str) -> str:
    listed = f"{', '.join(words)}." if words else ""
    return " ".join(part for part in (listed, text) if part)
