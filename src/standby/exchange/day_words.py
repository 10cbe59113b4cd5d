"""The words around dates: from, until, any time, weekends, except, in five languages."""

from enum import StrEnum

from standby.exchange.folding import fold


class DayWord(StrEnum):
    FROM = "from"
    UNTIL = "until"
    AND = "and"
    ANY = "any"
    WEEKEND = "weekend"
    NOT = "not"
    DAY_COUNT = "day_count"
    WEEK_COUNT = "week_count"
    MONTH_COUNT = "month_count"
    FILLER = "filler"


_WORDS: dict[DayWord, str] = {
    DayWord.FROM: """
        from, since, after, starting, start, с, со, от, после, начиная, սկսած, ից, հետո, dən, dan, etibarən, sonra,
        başlayaraq, დან, იდან, შემდეგ, начала
    """,
    DayWord.UNTIL: """
        to, until, till, through, by, до, по, մինչեւ, ը, ին, dək, dek, dak, qədər, qeder, kimi, მდე, ამდე, ჩათვლით,
        включительно
    """,
    DayWord.AND: "and, и, or, или, եւ, ու, և, və, ve, da, და, also, также",
    DayWord.ANY: """
        any time, anytime, any, always, now, at once, immediately, whenever, all, today, ready, asap, любое время,
        в любое время, любой, всегда, сейчас, сразу, немедленно, когда угодно, сегодня, готов, готова,
        в любой момент, постоянно, ցանկացած, ցանկացած ժամանակ, ցանկացած պահի, միշտ, հիմա, անմիջապես, այսօր, պատրաստ,
        istənilən vaxt, istənilən, həmişə, indi, dərhal, hər zaman, bu gün, hazıram, hazır, ნებისმიერ დროს,
        ნებისმიერი, ყოველთვის, ახლა, ახლავე, დაუყოვნებლივ, დღეს, მზად
    """,
    DayWord.WEEKEND: """
        weekends, weekend, at weekends, on weekends, выходные, по выходным, на выходных, выходным, выходных, сб вс,
        շաբաթ կիրակի, հանգստյան օրեր, հանգստյան օրերին, հանգստյան, շաբաթ եւ կիրակի, həftə sonu, həftəsonu,
        həftə sonları, შაბათ კვირა, შაბათ კვირას, უქმეებზე, უქმე დღეებში
    """,
    DayWord.NOT: """
        not, except, no, never, but, before, не, кроме, нет, никогда, но, երբեք, ոչ, բացի, չեմ, բայց, չէ, deyil,
        xaric, yox, amma, başqa, არა, გარდა, ვერ, მაგრამ
    """,
    DayWord.DAY_COUNT: "day, days, дней, день, дня, сут, суток, օր, օրով, gün, günlük, günə, დღე, დღით",
    DayWord.WEEK_COUNT: "week, weeks, неделя, недели, недель, неделю, շաբաթ, շաբաթով, həftə, həftəlik, კვირა, კვირით",
    DayWord.MONTH_COUNT: "month, months, месяц, месяца, месяцев, ամիս, ամսով, ay, aylıq, თვე, თვით",
    DayWord.FILLER: """
        г, год, года, гг, թ, թթ, թվական, թվականի, թվականին, il, ili, ildə, в, на, числа, число, the, of, on, in, for,
        at, free, available, i, am, can, come, around, свободен, свободна, могу, может, приехать, период, доступен,
        доступна, ազատ, եմ, է, կարող, գալ, boşam, boşdur, gələ, bilərəm, tarixindən, tarixinə, tarixləri, თავისუფალი,
        ვარ, შემიძლია, წელი, წლის, st, nd, rd, th, го, е, е число, օրերը, ժամանակ, время, time, vaxt, დროს,
        days free
    """,
}
PHRASES: dict[str, DayWord] = {
    fold(phrase): word for word, phrases in _WORDS.items() for phrase in phrases.split(",") if fold(phrase)
}
LONGEST_PHRASE = max(phrase.count(" ") + 1 for phrase in PHRASES)
