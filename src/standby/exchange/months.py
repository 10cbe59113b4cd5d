"""The months in English, Armenian, Russian, Azerbaijani and Georgian, declined and shortened as people write them."""

import re
from functools import lru_cache

from standby.exchange.folding import fold

# Stems from January to December; a month is a stem with at most six letters of ending. Parted by bars: short forms.
_STEMS = (
    "january|jan|հունվար|հունվ|январ|янв|yanvar|იანვარ",
    "february|feb|փետրվար|փետր|փետ|феврал|фев|fevral|თებერვ",
    "march|mar|մարտ|март|мар|mart|მარტ",
    "april|apr|ապրիլ|ապր|апрел|апр|aprel|აპრილ",
    "may|mayın|mayda|մայիս|մայ|май|мая|мае|მაის",
    "june|jun|հունիս|июн|июнь|июня|июне|iyun|ივნის",
    "july|jul|հուլիս|հուլ|июл|июль|июля|июле|iyul|ივლის",
    "august|aug|օգոստոս|օգոս|օգս|август|авг|avqust|აგვისტ",
    "september|sept|sep|սեպտեմբեր|սեպտ|սեպ|сентябр|сент|сен|sentyabr|სექტემბ",
    "october|oct|հոկտեմբեր|հոկտ|հոկ|октябр|окт|oktyabr|okt|ოქტომბ",
    "november|nov|նոյեմբեր|նոյ|ноябр|нояб|ноя|noyabr|noy|ნოემბ",
    "december|dec|դեկտեմբեր|դեկտ|դեկ|декабр|дек|dekabr|dek|დეკემბ",
)
_MONTHS = {fold(stem): month for month, stems in enumerate(_STEMS, start=1) for stem in stems.split("|")}
_LONGEST_FIRST = sorted(_MONTHS, key=lambda stem: (-len(stem), stem))
_LONGEST_ENDING = 6
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def month_of(word: str) -> int | None:
    """The number of a month by its name; None for any other word.

    >>> month_of("октября"), month_of("հոկտեմբերի"), month_of("Oct"), month_of("oktyabradək"), month_of("врач")
    (10, 10, 10, 10, None)
    """
    folded = fold(word)
    for stem in _LONGEST_FIRST:
        if folded == stem:
            return _MONTHS[stem]
        # A short form takes no ending, or "mart" would be the man Martin and "mar" anybody.
        if len(stem) > 3 and folded.startswith(stem) and len(folded) - len(stem) <= _LONGEST_ENDING:
            return _MONTHS[stem]
    return None


def _case(name: str) -> str:
    """Where a language says "from" and "until" by the ending of the month."""
    folded = fold(name)
    if folded.endswith(("dan", "den", "ից", "დან")):
        return " from"
    return " until" if folded.endswith(("dak", "dek", "მდე")) else ""


def with_month_numbers(text: str) -> str:
    """The text with every month written as `m10`, so that one set of patterns reads all languages.

    >>> with_month_numbers("с 3 по 10 октября"), with_month_numbers("3 oktyabrdan")
    ('с 3 по 10 m10', '3 m10 from')
    """

    def replace(found: re.Match[str]) -> str:
        month = month_of(found.group())
        return f"m{month}{_case(found.group())}" if month else found.group()

    return _LETTERS.sub(replace, text)
