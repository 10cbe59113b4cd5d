"""A sentence or a name in the four languages of the house."""

from dataclasses import dataclass

from standby.exercise.tables import Row, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The same in English, Armenian, Russian and Azerbaijani."""

    en: str
    hy: str
    ru: str
    az: str

    def __post_init__(self) -> None:
        if not (self.en and self.hy and self.ru and self.az):
            raise ValueError("A text of the exercise stands in all four languages.")

    def as_dict(self) -> dict[str, str]:
        return {"en": self.en, "hy": self.hy, "ru": self.ru, "az": self.az}


def text_of(row: Row) -> Text:
    """From a table row with one column a language."""
    return Text(en=row["en"], hy=row["hy"], ru=row["ru"], az=row["az"])


def text(key: str) -> Text:
    """One of the sentences of `texts.csv`."""
    return text_of(next(row for row in table("texts") if row["key"] == key))


def joined_text(*parts: Text) -> Text:
    """Whole sentences, one after another."""
    return Text(
        en=" ".join(part.en for part in parts),
        hy=" ".join(part.hy for part in parts),
        ru=" ".join(part.ru for part in parts),
        az=" ".join(part.az for part in parts),
    )
