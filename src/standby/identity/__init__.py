"""Who is the same person: names across scripts, the careful rule, clusters and what a person has to judge.

An engine of its own: no Django, no database, no clock. Records go in, proposals come out; whoever calls keeps them.
"""

from standby.identity.births import BirthAgreement, BirthDate, birth_date, compare_births
from standby.identity.careful import propose_joins
from standby.identity.comparison import Agreement, Comparison, Field
from standby.identity.contacts import email_key, phone_key, usual_region
from standby.identity.errors import DuplicateRecord
from standby.identity.folds import fold, fold_prefixes, query_folds
from standby.identity.joins import (
    Doubt,
    DoubtReason,
    Join,
    JoinReason,
    Joins,
    KeyKind,
    SkippedBlock,
    Verdict,
)
from standby.identity.keys import lookup_keys, record_keys
from standby.identity.names import Name, parse_name
from standby.identity.records import LicenceNumber, Pair, Record, RecordId, pair_of
from standby.identity.same_name import SAME_NAME_THRESHOLD, NameScore, explain_names, name_score, name_scores
from standby.identity.scripts import Script, script_of

__all__ = [
    "SAME_NAME_THRESHOLD",
    "Agreement",
    "BirthAgreement",
    "BirthDate",
    "Comparison",
    "Doubt",
    "DoubtReason",
    "DuplicateRecord",
    "Field",
    "Join",
    "JoinReason",
    "Joins",
    "KeyKind",
    "LicenceNumber",
    "Name",
    "NameScore",
    "Pair",
    "Record",
    "RecordId",
    "Script",
    "SkippedBlock",
    "Verdict",
    "birth_date",
    "compare_births",
    "email_key",
    "explain_names",
    "fold",
    "fold_prefixes",
    "lookup_keys",
    "name_score",
    "name_scores",
    "pair_of",
    "parse_name",
    "phone_key",
    "propose_joins",
    "query_folds",
    "record_keys",
    "script_of",
    "usual_region",
]
