"""`standby between`: a question, an answer, and the rows of ours that the other has too."""

from pathlib import Path

import pytest

from standby.cli.between import main
from standby.domain.errors import UnusableInput

OURS = "name,phone,birth date\nAnna Testyan,+37400000001,1980-01-02\nBoris Probayan,+37400000002,\n"
THEIRS = "Անուն,Հեռախոս\nԲորիս Պրոբայան,+374 00 000 002\nՆարե Փորձյան,+37400000003\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ours.csv").write_text(OURS, encoding="utf-8")
    (tmp_path / "theirs.csv").write_text(THEIRS, encoding="utf-8")
    (tmp_path / "phrase").write_text("a phrase agreed by voice\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str) -> int:
    return main([str(folder / word) if "." in word or word in {"phrase", "key"} else word for word in words])


def test_two_lists_are_compared_by_three_commands(folder: Path) -> None:
    run(folder, "ask", "ours.csv", "--phrase", "phrase", "--key", "key", "--out", "question.bin")
    run(folder, "answer", "theirs.csv", "question.bin", "--phrase", "phrase", "--out", "answer.bin")
    run(folder, "read", "ours.csv", "answer.bin", "--phrase", "phrase", "--key", "key", "--out", "common.csv")

    assert (folder / "common.csv").read_text(encoding="utf-8").splitlines() == ["list,row", "ours,2"]
    assert (folder / "key").stat().st_mode & 0o077 == 0


def test_a_phrase_that_is_too_short_or_missing_is_named(folder: Path) -> None:
    (folder / "phrase").write_text("short", encoding="utf-8")

    with pytest.raises(UnusableInput, match=r"phrase.*12 characters"):
        run(folder, "ask", "ours.csv", "--phrase", "phrase", "--key", "key", "--out", "question.bin")
    (folder / "phrase").unlink()
    with pytest.raises(UnusableInput, match=r"phrase.*cannot be read"):
        run(folder, "ask", "ours.csv", "--phrase", "phrase", "--key", "key", "--out", "question.bin")


def test_an_answer_read_with_a_shorter_list_is_refused(folder: Path) -> None:
    run(folder, "ask", "ours.csv", "--phrase", "phrase", "--key", "key", "--out", "question.bin")
    run(folder, "answer", "theirs.csv", "question.bin", "--phrase", "phrase", "--out", "answer.bin")
    (folder / "ours.csv").write_text("name,phone\nAnna Testyan,+37400000001\n", encoding="utf-8")

    with pytest.raises(UnusableInput, match="not the list"):
        run(folder, "read", "ours.csv", "answer.bin", "--phrase", "phrase", "--key", "key", "--out", "common.csv")
