"""By what people could be written to, without opening anything: to say what an announcement will send and cost."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet
from django.db.models.functions import Length

from standby.domain.statuses import ENDED_STATUSES, PersonStatus
from standby.rooms.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """So many people who are alike in all that decides on their message; `code_word` is one of theirs, all as long."""

    number: int
    status: PersonStatus
    language: str
    has_email: bool
    has_phone: bool
    code_word: str
    id: int = 0
    ref: str = ""


_ALIKE = ("status", "language", "has_email", "has_phone", "word_length")
_ONE = ("id", "ref", "status", "language", "has_email", "has_phone", "code_word")


def means_in_groups(*, operation_id: int, without: Collection[int], without_refs: Collection[str]) -> list[Means]:
    """Everybody whom an announcement tells, but those who are looked at one by one."""
    rows = _told(operation_id).exclude(id__in=list(without)).exclude(ref__in=list(without_refs))
    groups = rows.annotate(word_length=Length("code_word")).values(*_ALIKE).order_by()
    return [
        Means(
            number=group["number"],
            status=PersonStatus(group["status"]),
            language=group["language"],
            has_email=group["has_email"],
            has_phone=group["has_phone"],
            code_word=group["word"],
        )
        for group in groups.annotate(number=Count("id"), word=Max("code_word"))
    ]


def means_one_by_one(*, operation_id: int, ids: Collection[int], refs: Collection[str]) -> list[Means]:
    rows = _told(operation_id).filter(id__in=list(ids)) | _told(operation_id).filter(ref__in=list(refs))
    return [_one(fields) for fields in rows.values_list(*_ONE)]


def _one(fields: tuple[int, str, str, str, bool, bool, str]) -> Means:
    row_id, ref, status, language, has_email, has_phone, code_word = fields
    return Means(
        number=1,
        status=PersonStatus(status),
        language=language,
        has_email=has_email,
        has_phone=has_phone,
        code_word=code_word,
        id=row_id,
        ref=ref,
    )


def who_can_be_written_to(*, operation_id: int, ids: Collection[int] | None = None) -> Iterator[Means]:
    """Everybody who is there, or these people, as `means_one_by_one` does, one after the other."""
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True)
    if ids is not None:
        rows = rows.filter(id__in=list(ids))
    yield from (_one(fields) for fields in rows.order_by("id").values_list(*_ONE).iterator(chunk_size=2000))


def _told(operation_id: int) -> QuerySet[Person]:
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True)
    return rows.exclude(status__in=ENDED_STATUSES)
