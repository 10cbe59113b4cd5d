"""The level that somebody claims: in words, in years of experience, or as 1, 2 or 3."""

import re

from standby.domain.roles import Level
from standby.exchange.folding import fold

# Beginnings of words. Who leads is looked for first: a "senior assistant" leads nobody less than an assistant does.
_STEMS: dict[Level, str] = {
    Level.LEADS_OTHERS: """
        senior,lead,head,chief,expert,старш,главн,заведующ,руковод,начальник,эксперт,бригадир,
        ղեկավար,ավագ,գլխավոր,rəhbər,baş,böyük,ხელმძღვანელ,მთავარ,უფროს""",
    Level.SUPERVISED: """
        student,junior,trainee,beginner,assistant,none,no,
        студент,учащ,стажер,ученик,начинающ,помощник,нет,без,
        ուսանող,սկսնակ,օգնական,չունի,tələbə,yeni,köməkçi,yoxdur,yox,სტუდენტ,დამწყებ,ასისტენტ,არა""",
    Level.INDEPENDENT: """
        independent,experienced,qualified,professional,middle,
        опытн,самостоят,квалифиц,специалист,профессионал,
        փորձառու,ինքնուրույն,մասնագետ,təcrübəli,müstəqil,გამოცდილ,დამოუკიდებ""",
}
_WORDS = {level: tuple(map(fold, re.findall(r"[^,\s]+", stems))) for level, stems in _STEMS.items()}
_YEARS = re.compile(r"(\d{1,2})(?:[.,]\d+)?\s*\+?\s*(?:лет|год|year|yr|տարի|il|წელ)?\w*\W*")
_INDEPENDENT_AFTER = 2
# A word this short is the whole word: "no" is not the beginning of "nothing I cannot do".
_WHOLE = 3


def read_level(text: str) -> Level | None:
    """None when the cell does not say. Two years of experience are taken for work without supervision.

    >>> read_level("студент"), read_level("5 лет"), read_level("3")
    (<Level.SUPERVISED: 1>, <Level.INDEPENDENT: 2>, <Level.LEADS_OTHERS: 3>)
    """
    folded = fold(text)
    if folded in {"1", "2", "3"}:
        return Level(int(folded))
    if years := _YEARS.fullmatch(folded):
        return Level.INDEPENDENT if int(years[1]) >= _INDEPENDENT_AFTER else Level.SUPERVISED
    words = folded.split(" ")
    return next((level for level, stems in _WORDS.items() if _begins_any(words, stems)), None)


def _begins_any(words: list[str], stems: tuple[str, ...]) -> bool:
    return any(word == stem or (len(stem) > _WHOLE and word.startswith(stem)) for word in words for stem in stems)
