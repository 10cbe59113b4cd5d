"""A table as JSON and back: how it crosses from the process that read it."""

from standby.domain.errors import Fault
from standby.exchange.kept import Json, items, part, text, whole_number
from standby.exchange.problems import Problem, Trouble
from standby.exchange.tables import Kind, Note, Origin, Row, Table


def table_to_json(table: Table) -> Json:
    origin = table.origin
    return {
        "origin": {
            "file": origin.file,
            "kind": origin.kind.value,
            "encoding": origin.encoding,
            "delimiter": origin.delimiter,
            "sheet": origin.sheet,
            "other_sheets": list(origin.other_sheets),
            "header_line": origin.header_line,
        },
        "columns": list(table.columns),
        "rows": [[row.number, row.line, *row.cells] for row in table.rows],
        "notes": [_note_to_json(note) for note in table.notes],
    }


def table_from_json(kept: Json) -> Table:
    origin = part(kept, "origin")
    return Table(
        origin=Origin(
            file=text(part(origin, "file")),
            kind=Kind(text(part(origin, "kind"))),
            encoding=text(part(origin, "encoding")),
            delimiter=text(part(origin, "delimiter")),
            sheet=text(part(origin, "sheet")),
            other_sheets=tuple(map(text, items(part(origin, "other_sheets")))),
            header_line=_maybe(part(origin, "header_line")),
        ),
        columns=tuple(map(text, items(part(kept, "columns")))),
        rows=tuple(_row(items(row)) for row in items(part(kept, "rows"))),
        notes=tuple(map(_note, items(part(kept, "notes")))),
    )


def fault_to_json(fault: Fault) -> Json:
    return {
        "what": fault.what,
        "remedy": fault.remedy,
        "file": fault.file,
        "line": fault.line,
        "row": fault.row,
        "field": fault.field,
    }


def fault_from_json(kept: Json) -> Fault:
    return Fault(
        what=text(part(kept, "what")),
        remedy=text(part(kept, "remedy")),
        file=text(part(kept, "file")),
        line=_maybe(part(kept, "line")),
        row=_maybe(part(kept, "row")),
        field=text(part(kept, "field")),
    )


def _note_to_json(note: Note) -> Json:
    return {
        "problem": note.trouble.problem.value,
        "field": note.trouble.field,
        "values": [[name, value] for name, value in note.trouble.values],
        "line": note.line,
        "row": note.row,
    }


def _note(kept: Json) -> Note:
    values = tuple(_named_value(items(pair)) for pair in items(part(kept, "values")))
    found = Trouble(problem=Problem(text(part(kept, "problem"))), field=text(part(kept, "field")), values=values)
    return Note(trouble=found, line=_maybe(part(kept, "line")), row=_maybe(part(kept, "row")))


def _named_value(pair: list[Json]) -> tuple[str, str | int]:
    name, value = pair
    return text(name), value if isinstance(value, str) else whole_number(value)


def _row(kept: list[Json]) -> Row:
    return Row(number=whole_number(kept[0]), line=whole_number(kept[1]), cells=tuple(map(text, kept[2:])))


def _maybe(kept: Json) -> int | None:
    return None if kept is None else whole_number(kept)
