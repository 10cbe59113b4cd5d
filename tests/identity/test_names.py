import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.identity import parse_name
from standby.identity.endings import Sex


@pytest.mark.parametrize(
    ("text", "given_names", "surnames", "father"),
    [
        ("Арутюнян Акоп Саркисович", ("акоп",), ("арутюнян",), "sarkis"),
        ("Акоп Саркисович Арутюнян", ("акоп",), ("арутюнян",), "sarkis"),
        ("Арутюнян Ануш Сергеевна", ("ануш",), ("арутюнян",), "serg"),
        ("Հակոբ Սարգսի Հարությունյան", ("հակոբ",), ("հարությունյան",), "sargs"),
        ("Հարությունյան Հակոբ Սարգսի", ("հակոբ",), ("հարությունյան",), "sargs"),
        ("Aram Hakobi Petrosyan", ("aram",), ("petrosyan",), "hakob"),
        ("Petrosyan Anna Aramovna", ("anna",), ("petrosyan",), "aram"),
        ("Əliyev Rəşid Vaqif oğlu", ("rəşid",), ("əliyev",), "vaqif"),
        ("Leyla Rəşid qızı Əliyeva", ("leyla",), ("əliyeva",), "ræʃid"),
        ("Алиева Лейла Рашид кызы", ("лейла",), ("алиева",), "raʃid"),
        ("Л. Тер-Петросян", ("л",), ("тер", "петросян"), ""),
        ("Լենա Միքայելի Խաչատրյան-Սարգսյան", ("լենա",), ("խաչատրյան", "սարգսյան"), "miKajel"),
        ("ნინო ჯაფარიძე", ("ნინო",), ("ჯაფარიძე",), ""),
        ("Иванов Илья Ильич", ("илья",), ("иванов",), "il"),
        ("Մարի Սարգսյան", ("մարի",), ("սարգսյան",), ""),
        ("Մկրտիչ Ռիչարդի Մանուկյան", ("մկրտիչ",), ("մանուկյան",), "riʧard"),
        ("Մաքսիմիլիան Թոմի Մանուկյան", ("մաքսիմիլիան",), ("մանուկյան",), "Tom"),
        ("Anna", ("anna",), (), ""),
        ("", (), (), ""),
    ],
)
def test_a_whole_name_is_taken_apart(
    text: str, given_names: tuple[str, ...], surnames: tuple[str, ...], father: str
) -> None:
    name = parse_name(name=text)

    assert (name.given, name.surnames, name.father) == (given_names, surnames, father)


def test_columns_are_believed() -> None:
    name = parse_name(given="Ани", surname="Смит", patronymic="Արտավազդի")

    assert (name.given, name.surnames, name.father) == (("ани",), ("смит",), "artavazd")


def test_columns_filled_the_wrong_way_round_are_turned() -> None:
    assert parse_name(given="Петросян", surname="Анна").given == ("анна",)


def test_a_father_written_into_the_given_names_is_found() -> None:
    name = parse_name(given="Ованес Арамович", surname="Минасян")

    assert (name.given, name.father) == (("ованес",), "aram")


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Арутюнян Акоп Саркисович", Sex.MALE),
        ("Арутюнян Ануш Саркисовна", Sex.FEMALE),
        ("Əliyeva Leyla", Sex.FEMALE),
        ("Rəşid Vaqif oğlu Əliyev", Sex.MALE),
        ("Հակոբ Սարգսյան", None),
    ],
)
def test_sex_is_known_only_where_the_name_tells_it(text: str, sex: Sex | None) -> None:
    assert parse_name(name=text).sex is sex


def test_a_name_of_initials_says_so() -> None:
    assert parse_name(name="А. Петросян").has_initials_only


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_whatever_stands_in_the_columns_is_read(name: str, given_name: str, surname: str, patronymic: str) -> None:
    read = parse_name(name=name, given=given_name, surname=surname, patronymic=patronymic)

    assert all(read.words)
