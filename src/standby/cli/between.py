"""`standby between`: whom two lists have in common, without either side showing its own.

    standby between ask OURS.csv --phrase FILE --out question.bin --key key.bin     the side that asks
    standby between answer THEIRS.csv question.bin --phrase FILE --out answer.bin   the other side
    standby between read OURS.csv answer.bin --key key.bin --phrase FILE --out common.csv

For an organisation without Standby, or a test between two: the files are those of the desk's page.
"""

import argparse
import csv
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from standby.cli.linking.lists import read_records
from standby.cli.linking.places import RowPlace
from standby.domain.errors import Fault, UnusableInput
from standby.identity.between import answer_question, ask, between_items, in_common, phrase_key

_NAME = "LIST1"
_Deed = Callable[[argparse.Namespace], str]


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="standby between", description="Whom two lists have in common, unseen.")
    deeds = result.add_subparsers(dest="deed", required=True)
    asking = deeds.add_parser("ask", help="make a question of our list")
    answering = deeds.add_parser("answer", help="answer a question from our list")
    reading = deeds.add_parser("read", help="read an answer: the rows of ours that the other has too")
    for one in (asking, answering, reading):
        one.add_argument("list", type=Path, metavar="LIST")
        one.add_argument("--phrase", type=Path, required=True, metavar="FILE", help="holds the phrase agreed by voice")
        one.add_argument("--region", default="", metavar="AM", help="country of the phones without a country code")
        one.add_argument("--out", type=Path, required=True, metavar="FILE")
    answering.add_argument("question", type=Path, metavar="QUESTION")
    reading.add_argument("answer", type=Path, metavar="ANSWER")
    for one in (asking, reading):
        one.add_argument("--key", type=Path, required=True, metavar="FILE", help="stays with you; reads the answer")
    return result


def main(argv: list[str]) -> int:
    arguments = parser().parse_args(argv)
    deeds: dict[str, _Deed] = {"ask": _ask, "answer": _answer, "read": _read}
    print(deeds[arguments.deed](arguments))
    return 0


def _ask(arguments: argparse.Namespace) -> str:
    items = _items(arguments)
    key, question = ask(list(items), name=_NAME)
    _write_secret(arguments.key, key)
    arguments.out.write_bytes(question)
    return f"{arguments.out} asks about {len(items)} keys. Hand it on; keep {arguments.key} to yourself."


def _answer(arguments: argparse.Namespace) -> str:
    answer = answer_question(_bytes(arguments.question), list(_items(arguments)))
    arguments.out.write_bytes(answer)
    return f"{arguments.out} is the answer. Hand it back; whoever asked learns whom both know, and nothing else."


def _read(arguments: argparse.Namespace) -> str:
    """The list has to be the one that was asked with: places count."""
    items = list(_items(arguments).items())
    places = in_common(_bytes(arguments.key), _bytes(arguments.answer))
    if places and places[-1] >= len(items):
        raise UnusableInput((Fault(file=arguments.list.name, what="is not the list that was asked with."),))
    rows = sorted({items[place][1] for place in places})
    with arguments.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("list", "row"))
        writer.writerows((row.list_name, row.row) for row in rows)
    return f"{len(rows)} rows stand on both lists: {arguments.out}"


def _items(arguments: argparse.Namespace) -> Mapping[str, RowPlace]:
    records, likeliest = read_records(arguments.list)
    key, region = _phrase(arguments.phrase), arguments.region or likeliest
    items: dict[str, RowPlace] = {}
    for place, record in records.items():
        for item in between_items(record, key=key, default_region=region):
            items.setdefault(item, place)
    return items


def _phrase(path: Path) -> bytes:
    try:
        return phrase_key(_bytes(path).decode("utf-8-sig"))
    except ValueError as error:
        raise UnusableInput((Fault(file=path.name, what=str(error)),)) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableInput((Fault(file=path.name, what=f"cannot be read: {error.strerror}."),)) from error


def _write_secret(path: Path, secret: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret)
