import csv
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from standby.cli.link import main
from standby.cli.linking.lists import read_lists
from standby.domain.errors import UnusableInput
from standby.identity.linking import Crowd

UNION = """given,surname,phone,dob
Акоп,Петросян,+374 10 000000,1984-03-04
Ануш,Петросян,+374 10 000000,
Сурен,Манукян,+374 10 000001,
"""
EMBASSY = """Անուն,Ազգանուն,Հեռախոս
Հակոբ,Պետրոսյան,010 00 00 00
Նարեկ,Սահակյան,010 00 00 09
"""


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    union, embassy = tmp_path / "union.csv", tmp_path / "embassy.csv"
    union.write_text(UNION, encoding="utf-8")
    embassy.write_text(EMBASSY, encoding="utf-8")
    return union, embassy


def told_by(crowd: Crowd) -> list[tuple[object, ...]]:
    """Of each record surname, birth year and phones, in words: numbers differ from one reading to the other."""
    phones = [
        [crowd.phone_texts[phone] for phone in crowd.phones.values[start:end].tolist()]
        for start, end in pairwise(crowd.phones.starts.tolist())
    ]
    return [
        (crowd.words.fold_texts[crowd.words.folds[surname]], crowd.births.texts[birth] if birth >= 0 else "", told)
        for surname, birth, told in zip(crowd.surname.tolist(), crowd.birth.tolist(), phones, strict=True)
    ]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_of_every_list_belongs_to_one_person(lists: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"

    assert main([*map(str, lists), "--out", str(out)]) == 0

    people = table(out / "people.csv")
    places = [(row["list"], row["row"]) for row in people]
    assert places == [("embassy", "1"), ("embassy", "2"), ("union", "1"), ("union", "2"), ("union", "3")]
    person_of = dict(zip(places, (row["person_id"] for row in people), strict=True))
    assert person_of["embassy", "1"] == person_of["union", "1"]
    assert len(set(person_of.values())) == 4


def test_pairs_are_in_order_with_a_class_and_reasons(lists: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"

    main([*map(str, lists), "--out", str(out)])

    pairs = table(out / "pairs.csv")
    assert list(pairs[0]) == ["list_a", "row_a", "list_b", "row_b", "probability", "class", "why"]
    keys = [(row["list_a"], int(row["row_a"]), row["list_b"], int(row["row_b"])) for row in pairs]
    assert keys == sorted(keys)
    assert {row["class"] for row in pairs} <= {"same", "household", "other"}
    assert all(len(row["probability"].partition(".")[2]) == 6 for row in pairs)


def test_the_report_tells_counts_thresholds_blocks_and_seconds(
    lists: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"

    main([*map(str, lists), "--out", str(out), "--json", "--seed", "7"])

    told = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert told["counts"]["lists"] == {"embassy": 2, "union": 3}
    assert told["seed"] == 7
    assert told["phone_region"] == "AM"
    assert set(told) >= {"counts", "thresholds", "blocks_skipped", "seconds"}
    assert json.loads(capsys.readouterr().out) == told


def test_the_same_lists_in_another_order_give_the_same_bytes(lists: tuple[Path, Path], tmp_path: Path) -> None:
    main([*map(str, lists), "--out", str(tmp_path / "one")])
    main([*map(str, reversed(lists)), "--out", str(tmp_path / "other")])

    for name in ("people.csv", "pairs.csv", "review.csv"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_column_mapped_as_list_splits_one_file(tmp_path: Path) -> None:
    both, told = tmp_path / "both.csv", tmp_path / "map.json"
    both.write_text("full name,phone,came from\nАкоп Петросян,,union\nՀակոբ Պետրոսյան,,embassy\n", encoding="utf-8")
    told.write_text('{"full name": "full_name", "came from": "list"}', encoding="utf-8")

    main([str(both), "--out", str(tmp_path / "out"), "--map", str(told)])

    assert [(row["list"], row["row"]) for row in table(tmp_path / "out" / "people.csv")] == [
        ("embassy", "2"),
        ("union", "1"),
    ]


def test_labels_are_obeyed(lists: tuple[Path, Path], tmp_path: Path) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text(
        "list_a,row_a,list_b,row_b,class\nunion,1,embassy,1,other\nunion,1,union,3,same\n", encoding="utf-8"
    )

    main([*map(str, lists), "--out", str(tmp_path / "out"), "--labels", str(labels)])

    person_of = {(row["list"], row["row"]): row["person_id"] for row in table(tmp_path / "out" / "people.csv")}
    assert person_of["union", "1"] == person_of["union", "3"] != person_of["embassy", "1"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("list_a,row_a\n", "labels.csv:1: lacks the column list_b."),
        ("list_a,row_a,list_b,row_b,class\nunion,1,union,2,twins\n", "is not one of same, household, other."),
        (
            "list_a,row_a,list_b,row_b,class\nunion,1,union,99,same\n",
            "labels.csv:2: there is no row 99 on the list union.",
        ),
        ("list_a,row_a,list_b,row_b,class\nunion,1,union,x,same\n", "there is no row x"),
        ("list_a,row_a,list_b,row_b,class\nunion,1,union,1,same\n", "names one row twice."),
    ],
)
def test_a_label_that_cannot_be_used_is_named(lists: tuple[Path, Path], tmp_path: Path, text: str, fault: str) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text(text, encoding="utf-8")

    with pytest.raises(UnusableInput, match=fault.replace(".", r"\.")):
        main([*map(str, lists), "--out", str(tmp_path / "out"), "--labels", str(labels)])


@pytest.mark.parametrize(
    ("text", "fault"),
    [("[1]", "is not an object"), ("{", "is not JSON"), ('{"given": "shoe size"}', "shoe size is no field"),
     ('{"shoes": null}', "is a column of none of the lists")],
)  # fmt: skip
def test_a_map_that_cannot_be_used_is_named(lists: tuple[Path, Path], tmp_path: Path, text: str, fault: str) -> None:
    told = tmp_path / "map.json"
    told.write_text(text, encoding="utf-8")

    with pytest.raises(UnusableInput, match=fault):
        main([*map(str, lists), "--out", str(tmp_path / "out"), "--map", str(told)])


def test_what_was_learned_from_one_list_serves_another(lists: tuple[Path, Path], tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    main([*map(str, lists), "--out", str(tmp_path / "first"), "--save-model", str(model)])

    main([*map(str, lists), "--out", str(tmp_path / "second"), "--model", str(model)])

    for name in ("people.csv", "pairs.csv", "review.csv"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "is not JSON"),
        ("[]", "is no model"),
        ("{}", "no model of this version"),
        ('{"format": 1, "classes": {}, "fields": {}, "calibration": []}', "compares other fields"),
    ],
)
def test_a_model_that_cannot_be_used_is_named(lists: tuple[Path, Path], tmp_path: Path, text: str, fault: str) -> None:
    model = tmp_path / "model.json"
    model.write_text(text, encoding="utf-8")

    with pytest.raises(UnusableInput, match=fault):
        main([*map(str, lists), "--out", str(tmp_path / "out"), "--model", str(model)])


def test_a_model_of_other_degrees_is_named(lists: tuple[Path, Path], tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    main([*map(str, lists), "--out", str(tmp_path / "out"), "--save-model", str(model)])
    told = json.loads(model.read_text(encoding="utf-8"))
    del told["fields"]["birth"]["swapped"]
    model.write_text(json.dumps(told), encoding="utf-8")

    with pytest.raises(UnusableInput, match="compares other degrees"):
        main([*map(str, lists), "--out", str(tmp_path / "out"), "--model", str(model)])


def test_a_long_list_is_read_as_a_short_one_is(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    rows = [f"Сурен,Манукян{number},+374 10 {number:06},1984-03-04" for number in range(9_000)]
    rows[3], rows[5] = ",,,", "given,surname,phone,dob"
    path.write_text("\n".join(["given,surname,phone,dob", *rows, "Анна,Петросян"]) + "\n", encoding="utf-8")

    short, long = read_lists([path], choices={}), read_lists([path], choices={}, long_from=0)

    assert long.region == short.region == "AM"
    assert np.array_equal(long.places.rows, short.places.rows)
    assert told_by(long.crowd) == told_by(short.crowd)


def test_two_files_of_one_name_are_refused(lists: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "again"
    folder.mkdir()
    (folder / "union.csv").write_text(UNION, encoding="utf-8")

    with pytest.raises(UnusableInput, match="Two files hold rows of the list union"):
        main([*map(str, lists), str(folder / "union.csv"), "--out", str(tmp_path / "out")])


@pytest.mark.parametrize("option", ["--map", "--labels"])
def test_a_missing_file_beside_the_lists_is_named(lists: tuple[Path, Path], tmp_path: Path, option: str) -> None:
    with pytest.raises(UnusableInput, match="cannot be read"):
        main([*map(str, lists), "--out", str(tmp_path / "out"), option, str(tmp_path / "none")])


def test_labels_in_another_encoding_are_named(lists: tuple[Path, Path], tmp_path: Path) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UnusableInput, match="is not CSV in UTF-8"):
        main([*map(str, lists), "--out", str(tmp_path / "out"), "--labels", str(labels)])


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"none\.csv: is not a file"):
        main([str(tmp_path / "none.csv"), "--out", str(tmp_path / "out")])
