"""Measures one operation: ours, first come, first served, and where asked for the peers, all on the same files."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.planning.peers.cp_sat import solve_by_cp_sat
from benchmarks.planning.peers.flow import flow_then_drop
from benchmarks.planning.peers.highs import solve_whole
from benchmarks.planning.peers.outcome import Outcome
from standby.cli.collecting import collecting_seldom
from standby.planning import Limits, from_files, solve
from standby.planning.model.build import build
from standby.planning.whole.compact import compact_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One operation: what was proven, what first come reached, the seconds each part took, and the peers by name."""

    seed: int
    value: int
    bound: int
    gap: float
    first_come: int
    read: float
    solve: float
    processor: float
    peers: Mapping[str, Outcome]

    def gap_of(self, value: int | None) -> float | None:
        """How far a value is below the bound; None where there is no value."""
        return None if value is None else 1 - value / self.bound


def measure(files: Mapping[str, bytes], *, seed: int, limits: Limits, peer_seconds: float) -> Row:
    began = time.perf_counter()
    with collecting_seldom():
        operation = from_files(files)
        done_reading, processor = time.perf_counter(), time.process_time()
        proof = solve(operation, limits=limits).proof
    return Row(
        seed=seed,
        value=proof.value,
        bound=proof.bound,
        gap=proof.gap,
        first_come=proof.first_come,
        read=done_reading - began,
        solve=time.perf_counter() - done_reading,
        processor=time.process_time() - processor,
        peers=_peers(files, seconds=peer_seconds) if peer_seconds else {},
    )


def _peers(files: Mapping[str, bytes], *, seconds: float) -> dict[str, Outcome]:
    instance = build(from_files(files)).instance
    compact = compact_of(instance)
    return {
        "min-cost flow, then the rules": flow_then_drop(instance, compact),
        "HiGHS, integer programme": solve_whole(compact, seconds=seconds),
        "CP-SAT": solve_by_cp_sat(compact.arrays(), seconds=seconds),
    }
