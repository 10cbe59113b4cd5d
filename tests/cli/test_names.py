import csv
import json
from pathlib import Path

import pytest

from standby.cli.names import main
from standby.domain.errors import UnusableInput


def scored(folder: Path, text: str) -> list[dict[str, str]]:
    pairs, out = folder / "pairs.csv", folder / "scores.csv"
    pairs.write_text(text, encoding="utf-8")
    assert main([str(pairs), "--out", str(out)]) == 0
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_other_columns_pass_through_beside_score_and_same(tmp_path: Path) -> None:
    rows = scored(tmp_path, "note,name1,name2\nx,Հակոբ Պետրոսյան,Акоп Петросян\ny,Anna Petrosyan,Suren Manukyan\n")

    assert [row["note"] for row in rows] == ["x", "y"]
    assert [row["same"] for row in rows] == ["1", "0"]
    assert all(0 <= float(row["score"]) <= 1 for row in rows)


def test_the_answer_has_windows_line_ends_and_no_mark(tmp_path: Path) -> None:
    scored(tmp_path, "\ufeffname1,name2\nА,Б\n")

    content = (tmp_path / "scores.csv").read_bytes()

    assert content.startswith(b"name1,name2,score,same\r\n")


def test_bad_names_are_scored_too(tmp_path: Path) -> None:
    rows = scored(tmp_path, f'name1,name2\n,\n🙂,🙂\n{"а" * 5000},"б, ""в"""\n\u200fАрмен,Armen\n')

    assert len(rows) == 4


def test_the_counts_come_as_json_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("name1,name2\nАрмен Петросян,Armen Petrosyan\n", encoding="utf-8")

    main([str(pairs), "--out", str(tmp_path / "scores.csv"), "--json"])

    assert json.loads(capsys.readouterr().out)["same"] == 1


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (b"name1,other\nA,B\n", ["pairs.csv:1: needs one column name2."]),
        (b"", ["pairs.csv:1: needs one column name1.", "pairs.csv:1: needs one column name2."]),
        (b"name1,name2,same\nA,B,1\n", ["pairs.csv:1: has a column same already. Rename or remove it."]),
        (
            b"name1,name2\nA\nA,B\nA,B,C\n",
            ["pairs.csv:2: has 1 fields instead of 2.", "pairs.csv:4: has 3 fields instead of 2."],
        ),
        (b"name1,name2\n\xff\xfe,B\n", ["pairs.csv: is not UTF-8. Save it as UTF-8."]),
    ],
)
def test_every_fault_is_named_with_its_line(tmp_path: Path, content: bytes, faults: list[str]) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_bytes(content)

    with pytest.raises(UnusableInput) as refusal:
        main([str(pairs), "--out", str(tmp_path / "scores.csv")])

    assert [str(fault) for fault in refusal.value.faults] == faults


def test_a_torn_quotation_is_named(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text('name1,name2\n"A,B\n', encoding="utf-8")

    with pytest.raises(UnusableInput, match="is not CSV"):
        main([str(pairs), "--out", str(tmp_path / "scores.csv")])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot be read"):
        main([str(tmp_path / "none.csv"), "--out", str(tmp_path / "scores.csv")])
