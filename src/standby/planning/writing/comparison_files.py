"""A comparison of plans as files: the other plan's own, and `differences.json`."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from standby.formats.folder import put_files
from standby.planning.plan import Plan, Proof
from standby.planning.what_if.comparing import Comparison
from standby.planning.what_if.helping import Help
from standby.planning.what_if.operation_changes import OperationChange
from standby.planning.writing.plan_files import Seconds, plan_files

FORMAT = "standby-what-if-1"
FILE = "differences.json"


def write_comparison(comparison: Comparison, changes: Sequence[OperationChange], directory: Path) -> None:
    """All files or none; raises Refused where the folder holds anything else."""
    content = {"format": FORMAT, "changes": [str(change) for change in changes]} | differences(comparison)
    files = plan_files(comparison.after, seconds=Seconds())
    put_files(files | {FILE: _as_json(content)}, directory)


def differences(comparison: Comparison) -> dict[str, object]:
    """People by id, needs with what they ask for and get, before and after."""
    return {
        "before": _sums(comparison.before),
        "after": _sums(comparison.after),
        "called": list(comparison.called),
        "not_called": list(comparison.not_called),
        "moved": list(comparison.moved),
        "needs": [
            {
                "need_id": need.need_id,
                "headcount_before": need.headcount_before,
                "headcount": need.headcount,
                "filled_before": need.filled_before,
                "filled": need.filled,
            }
            for need in comparison.needs
        ],
    }


def helps_as_json(helps: Sequence[Help]) -> bytes:
    rows = [
        {
            "change": str(one.change),
            "worth": one.worth,
            "people": one.people,
            "needs": one.needs,
            "gaining": list(one.gaining),
        }
        for one in helps
    ]
    return _as_json({"format": "standby-helps-1", "helps": rows})


def _sums(plan: Plan) -> dict[str, object]:
    proof: Proof = plan.proof
    return {
        "value": proof.value,
        "bound": proof.bound,
        "gap": proof.gap,
        "people": len({call.person_id for call in plan.calls}),
        "filled": sum(need.filled for need in plan.needs),
    }


def _as_json(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, indent=1) + "\n").encode()
