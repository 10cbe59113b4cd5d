"""Pages that show every component, one frame each."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from time import sleep

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.utils.translation import get_language
from tests.pages.styleguide.forms import Sample
from tests.pages.styleguide.words import WORDS, Words

from standby.domain.statuses import PersonStatus
from standby.rooms.look.charts import Fill, FillChart, Hour, SurgeChart
from standby.rooms.look.timeline import Entry

_FOLDER = Path(__file__).parent
_NOON = datetime(2020, 10, 12, 8, 30, tzinfo=UTC)
_OPERATION = {
    "name": "Exercise Mountain Spring",
    "is_exercise": True,
    "help_contact": "+374 00 000000, help@example.org",
    "time_zone": "Asia/Yerevan",
}
_SIGN_UPS = (12, 40, 260, 900, 1800, 2600, 3100, 2900, 2400, 1700, 1200, 800, 620, 500, 420, 380, 300, 260, 220, 200)


def show(request: HttpRequest, name: str) -> HttpResponse:
    """The styleguide page of that name."""
    words = WORDS[get_language() or "en"]
    template = engines["django"].from_string((_FOLDER / f"{name}.html").read_text(encoding="utf-8"))
    return HttpResponse(template.render(_values(request, words=words), request))


def answer_slowly(request: HttpRequest) -> StreamingHttpResponse:
    """A page whose head arrives at once and whose words take their time, as on a busy machine."""

    def words() -> Iterator[str]:
        yield "<!doctype html>"
        sleep(0.3)
        yield "<html lang=en><title>Slow</title><p>At last"

    return StreamingHttpResponse(words())


def _values(request: HttpRequest, *, words: Words) -> dict[str, object]:
    return {
        "w": words,
        "operation": _OPERATION,
        "statuses": list(PersonStatus),
        "form": Sample(words=words),
        "entries": [Entry(at=_NOON, text=words.state, more=words.reason), Entry(at=_NOON, text=words.accept)],
        "page": Paginator(range(20_000), 50).get_page(request.GET.get("page", 7)),
        "rows": list(zip(words.needs * 4, (14, 1180, 20, 1) * 3, strict=True)),
        "fill": _fill(words),
        "surge": _surge(words),
        "user": {"is_authenticated": True, "get_username": "coordinator"},
    }


def _fill(words: Words) -> FillChart:
    fills = [
        Fill(name=name, filled=filled, expected=expected, goal=goal)
        for name, (filled, expected, goal) in zip(words.needs, ((6, 2, 14), (30, 8, 25), (18, 0, 20)), strict=True)
    ]
    return FillChart(key="fill", title=words.chart_title, what=words.question, fills=fills)


def _surge(words: Words) -> SurgeChart:
    """Answers follow two hours later, at most 1,800 an hour."""
    came = [0, 0, *(sum(_SIGN_UPS[: hour + 1]) for hour in range(len(_SIGN_UPS)))]
    answered = [0]
    for so_far in came[:-2][: len(_SIGN_UPS)]:
        answered.append(min(so_far, answered[-1] + 1800))
    answers = [after - before for before, after in pairwise(answered)]
    hours = [
        Hour(starts_at=_NOON + timedelta(hours=place), sign_ups=sign_ups, answers=given)
        for place, (sign_ups, given) in enumerate(zip(_SIGN_UPS, answers, strict=True))
    ]
    return SurgeChart(key="surge", title=words.surge_title, zone="Asia/Yerevan", hours=hours)
