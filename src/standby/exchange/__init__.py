"""Messy tables in, safe tables out: the lists that others keep, read into offers, and rows written for people.

    table = read_in_process(source, filename=…)               a file, whatever it is, in a process that can be killed
    mapping = guess_mapping(table, known=Knowledge(…))         which column is read for what; a person corrects it
    values = value_table(table, mapping, match=…)              the distinct occupations; a person maps them once
    preview = convert(table, mapping, choices=choices_of(values), today=…, is_combat=…)
    compare_versions(old, new)                                 what a newer version of the list brings
    write_report(preview, table, mapping, out), write_csv_for_people(header, rows, out)

Nothing is stored here, and nothing in a file is believed.
"""

from standby.exchange.catalogue_match import match_in_catalogue
from standby.exchange.conversion import convert, no_places
from standby.exchange.fields import REPEATABLE, Field, LeftOut
from standby.exchange.guessing import guess_mapping
from standby.exchange.keys import Change, KeyKind, RowKey, Trace, VersionChanges, compare_versions
from standby.exchange.limits import DEFAULT_LIMITS, Limits
from standby.exchange.mapping import ColumnGuess, Evidence, Mapping, Sign
from standby.exchange.occupations import (
    OccupationMatcher,
    OccupationValue,
    RoleChoice,
    choices_from_json,
    choices_of,
    choices_to_json,
    value_table,
)
from standby.exchange.outcomes import STORED, Outcome, Preview, RowOutcome
from standby.exchange.problems import Problem, Trouble
from standby.exchange.reading import read_table
from standby.exchange.tables import Kind, Note, Origin, Row, Table
from standby.exchange.value_shapes import Knowledge, PlaceFinder
from standby.exchange.writing import harmless, write_csv_for_people, write_report

__all__ = [
    "DEFAULT_LIMITS",
    "REPEATABLE",
    "STORED",
    "Change",
    "ColumnGuess",
    "Evidence",
    "Field",
    "KeyKind",
    "Kind",
    "Knowledge",
    "LeftOut",
    "Limits",
    "Mapping",
    "Note",
    "OccupationMatcher",
    "OccupationValue",
    "Origin",
    "Outcome",
    "PlaceFinder",
    "Preview",
    "Problem",
    "RoleChoice",
    "Row",
    "RowKey",
    "RowOutcome",
    "Sign",
    "Table",
    "Trace",
    "Trouble",
    "VersionChanges",
    "choices_from_json",
    "choices_of",
    "choices_to_json",
    "compare_versions",
    "convert",
    "guess_mapping",
    "harmless",
    "match_in_catalogue",
    "no_places",
    "read_table",
    "value_table",
    "write_csv_for_people",
    "write_report",
]
