"""What a version of a list brings, compared with the last one: by hidden content and hidden keys alone."""

from collections.abc import Sequence

from standby.exchange import Trace, compare_versions
from standby.exchange.keys import KeyKind, RowKey, VersionChanges
from standby.rooms.door.file_parts import FilePart
from standby.rooms.door.preview import PreviewRow
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.blinds import fingerprint_blind, row_key_blind
from standby.rooms.people.queries.lists import newest_version_id, traces_of


def changes_of(*, operation: OperationView, parts: Sequence[FilePart]) -> VersionChanges:
    """Each list of the file against its own last version. `old` names registrations by reference, `new` rows by
    number."""
    found = [_changes(operation, part) for part in parts]
    return VersionChanges(
        same=tuple(change for one in found for change in one.same),
        changed=tuple(change for one in found for change in one.changed),
        new=tuple(number for one in found for number in one.new),
        missing=tuple(ref for one in found for ref in one.missing),
    )


def _changes(operation: OperationView, part: FilePart) -> VersionChanges:
    version_id = newest_version_id(part.source_list.id) if part.source_list else None
    if part.source_list is None or version_id is None:
        # Nothing to compare with: hashing every key of twenty thousand rows would be for nothing.
        return VersionChanges(same=(), changed=(), new=tuple(str(row.number) for row in part.rows), missing=())
    return compare_versions(_old_traces(version_id), _new_traces(operation, part.source_list.id, part.rows))


def _old_traces(version_id: int) -> list[Trace]:
    traces = traces_of(version_id)
    return [
        Trace(
            reference=trace.registration_ref,
            fingerprint=trace.fingerprint,
            keys=tuple(RowKey(kind=KeyKind(kind), value=value) for kind, value in trace.keys),
        )
        for trace in traces
    ]


def _new_traces(operation: OperationView, list_id: int, rows: Sequence[PreviewRow]) -> list[Trace]:
    return [
        Trace(
            reference=str(row.number),
            fingerprint=fingerprint_blind(row.fingerprint, operation_id=operation.id, list_id=list_id),
            keys=tuple(
                RowKey(kind=KeyKind(kind), value=row_key_blind(value, kind=kind)) for kind, value in row.row_keys
            ),
        )
        for row in rows
    ]
