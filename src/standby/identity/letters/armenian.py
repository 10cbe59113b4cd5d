"""Armenian, in the reformed and the classical orthography."""

_SOUNDS = str.maketrans(
    {
        "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "ə", "թ": "T", "ժ": "ʒ",
        "ի": "i", "լ": "l", "խ": "x", "ծ": "ƶ", "կ": "k", "հ": "h", "ձ": "ʣ", "ղ": "ɣ", "ճ": "ɟ", "մ": "m",
        "յ": "j", "ն": "n", "շ": "ʃ", "ո": "o", "չ": "ʧ", "պ": "p", "ջ": "ʤ", "ռ": "r", "ս": "s", "վ": "v",
        "տ": "t", "ր": "r", "ց": "ʦ", "ւ": "v", "փ": "P", "ք": "K", "օ": "o", "ֆ": "f",
    }
)  # fmt: skip

# In order: և is a ligature of ե and ւ; իւ and եա are the classical spellings of յու and յա.
_GROUPS = (("և", "եւ"), ("ու", "u"), ("ոյ", "uj"), ("իւ", "ju"), ("եա", "ja"))
_FIRST = (("ո", "vo"), ("ե", "je"))
_OV = "ով"


def sounds(word: str) -> str:
    """
    >>> sounds("հարություն"), sounds("յարութիւն")
    ('haruTjun', 'jaruTjun')
    """
    for group, sound in _GROUPS:
        word = word.replace(group, sound)
    for letter, sound in _FIRST:
        if word.startswith(letter) and not word.startswith(_OV):
            word = sound + word[1:]
    return word.translate(_SOUNDS)
