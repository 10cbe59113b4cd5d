"""A small crowd with families, drawn from one seed: three lists, three scripts, phones shared at home."""

import random
from dataclasses import dataclass

from standby.identity import Record, RecordId

_GIVEN = (("Հակոբ", "Акоп", "Hakob"), ("Սուրեն", "Сурен", "Suren"), ("Անուշ", "Ануш", "Anush"),
          ("Գայանե", "Гаяне", "Gayane"), ("Լևոն", "Левон", "Levon"), ("Նարեկ", "Нарек", "Narek"))  # fmt: skip
_SURNAMES = (("Պետրոսյան", "Петросян", "Petrosyan"), ("Մանուկյան", "Манукян", "Manukyan"),
             ("Հարությունյան", "Арутюнян", "Harutyunyan"), ("Աբրահամյան", "Абрамян", "Abrahamyan"),
             ("Ղազարյան", "Казарян", "Ghazaryan"), ("Խաչատրյան", "Хачатрян", "Khachatryan"))  # fmt: skip
_LISTS = ("embassy", "union", "field")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    records: tuple[Record, ...]
    person_of: dict[RecordId, int]

    def are_one(self, one: RecordId, other: RecordId) -> bool:
        return self.person_of[one] == self.person_of[other]


def crowd(*, families: int, seed: int) -> Crowd:
    """Two to four people a family, each on one to three lists; a third of the phones and half of the dates missing."""
    draw = random.Random(seed)
    records: list[Record] = []
    person_of: dict[RecordId, int] = {}
    for family in range(families):
        surname, phone = draw.choice(_SURNAMES), f"+3741{family:07}"
        for given in draw.sample(_GIVEN, draw.randint(2, 4)):
            birth = f"{draw.randint(1950, 2002)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            for script, name in enumerate(draw.sample(_LISTS, draw.randint(1, 3))):
                record_id = RecordId(f"r{len(records):05}")
                person_of[record_id] = family * 10 + _GIVEN.index(given)
                records.append(
                    Record(
                        id=record_id,
                        list_id=name,
                        given=given[script],
                        surname=surname[script],
                        phones=(phone,) if draw.random() < 0.66 else (),
                        birth_date=birth if draw.random() < 0.5 else "",
                    )
                )
    return Crowd(records=tuple(records), person_of=person_of)
