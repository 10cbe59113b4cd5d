"""What the identity engine refuses to work with."""

from standby.domain.errors import Refused


class DuplicateRecord(Refused):
    """Two records came under one id: what would be said about one would be said about the other."""

    code = "duplicate_record"

    def __init__(self, record_id: str) -> None:
        super().__init__(f"The record id {record_id!r} was given twice.")
        self.record_id = record_id
