"""A word and a number by which a person and the operation know each other on the telephone and in a short message."""

_WORDS = {
    "en": (
        "apple almond amber autumn basket bell birch bread bridge brook button candle cedar cherry cloud clover "
        "copper corn crane dawn drum feather fern field flute forest garden grape harbour hazel honey island ivory "
        "juniper kettle lake lantern leaf lemon linen maple meadow melon mint morning mulberry nut oak olive orchard "
        "paper pear pebble pine plum quince rain reed river rose sand silver snow"
    ),
    "hy": (
        "խնձոր նուշ սաթ աշուն զամբյուղ զանգակ կեչի հաց կամուրջ առվակ կոճակ մոմ մայրի բալ ամպ երեքնուկ "
        "պղինձ եգիպտացորեն կռունկ արշալույս թմբուկ փետուր պտեր դաշտ սրինգ "
        "անտառ այգի խաղող նավահանգիստ պնդուկ մեղր կղզի փղոսկր "
        "գիհի թեյնիկ լիճ լապտեր տերև կիտրոն վուշ թխկի մարգագետին սեխ անանուխ առավոտ թութ ընկույզ կաղնի ձիթենի պտղաստան "
        "թուղթ տանձ խիճ սոճի սալոր սերկևիլ անձրև եղեգ գետ վարդ ավազ արծաթ ձյուն"
    ),
    "ru": (
        "яблоко миндаль янтарь осень корзина колокол берёза хлеб мост ручей пуговица свеча кедр вишня облако клевер "
        "медь кукуруза журавль рассвет барабан перо папоротник поле флейта "
        "лес сад виноград гавань лещина мёд остров кость "
        "можжевельник чайник озеро фонарь лист лимон лён клён луг дыня мята утро шелковица орех дуб олива плодосад "
        "бумага груша галька сосна слива айва дождь тростник река роза песок серебро снег"
    ),
    "az": (
        "alma badam kəhrəba payız səbət zəng tozağacı çörək körpü çay düymə şam sidr albalı bulud yonca "
        "mis qarğıdalı durna şəfəq nağara lələk ayıdöşəyi tarla fleyta meşə bağ üzüm liman fındıq bal ada sümük "
        "ardıc çaydan göl fənər yarpaq limon kətan ağcaqayın çəmən qovun nanə səhər tut qoz palıd zeytun meyvəlik "
        "kağız armud çınqıl şamağacı gavalı heyva yağış qamış irmaq qızılgül qum gümüş qar"
    ),
}
WORDS = {language: tuple(words.split()) for language, words in _WORDS.items()}
NUMBERS = range(10, 100)


def code_word(*, language: str, draw: int) -> str:
    """The word and number for a random `draw`, in the person's language, English where that is none of ours.

    >>> code_word(language="en", draw=0), code_word(language="en", draw=63)
    ('apple 10', 'apple 11')
    """
    words = WORDS.get(language, WORDS["en"])
    number = NUMBERS[draw // len(words) % len(NUMBERS)]
    return f"{words[draw % len(words)]} {number}"
