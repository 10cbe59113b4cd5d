"""Reads a stranger's file in a process of its own, with little memory, no files to write and a short life.

The file goes in by standard input and the table comes out as JSON: nothing of it touches the disk, and whatever a
hostile file does to its reader, the server goes on.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path, PurePath

from standby.domain.errors import UnusableInput
from standby.exchange.kept import Json, items, part, text, whole_number
from standby.exchange.limits import DEFAULT_LIMITS, Limits
from standby.exchange.problems import Problem, refusal
from standby.exchange.reading import read_table
from standby.exchange.table_json import fault_from_json, fault_to_json, table_from_json, table_to_json
from standby.exchange.tables import Table

_MODULE = "standby.exchange.reader_process"
_SOURCE = str(Path(__file__).resolve().parents[2])
_MEGABYTE = 1024 * 1024
DEFAULT_TIMEOUT = 60.0
DEFAULT_MEMORY = 1_500 * _MEGABYTE


def read_in_process(
    source: Path | bytes,
    *,
    filename: str = "",
    limits: Limits = DEFAULT_LIMITS,
    sheet: str | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    memory_bytes: int = DEFAULT_MEMORY,
) -> Table:
    """The same as `read_table`, for files that nobody vouches for; `timeout` is in seconds."""
    name = PurePath(filename or (source.name if isinstance(source, Path) else "")).name
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.size:
        raise refusal(Problem.TOO_LARGE, file=name, limit=limits.size // _MEGABYTE)
    content = source if isinstance(source, bytes) else source.read_bytes()
    order = json.dumps({"file": name, "sheet": sheet, "limits": asdict(limits), "memory": memory_bytes})
    answer = _ask(content, order, file=name, timeout=timeout)
    if isinstance(answer, dict) and "faults" in answer:
        raise UnusableInput(tuple(fault_from_json(fault) for fault in items(answer["faults"])))
    return table_from_json(answer)


def run_apart(module: str, *arguments: str, content: bytes, timeout: float) -> subprocess.CompletedProcess[bytes]:
    """A module of ours as a child with a clean environment, which is to confine itself; may raise TimeoutExpired."""
    return subprocess.run(
        [sys.executable, "-P", "-m", module, *arguments],
        input=content,
        capture_output=True,
        timeout=timeout,
        env={"PYTHONPATH": _SOURCE, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        check=False,
    )


def _ask(content: bytes, order: str, *, file: str, timeout: float) -> Json:
    try:
        done = run_apart(_MODULE, order, content=content, timeout=timeout)
    except subprocess.TimeoutExpired as error:
        raise refusal(Problem.READING_TOOK_TOO_LONG, file=file, seconds=round(timeout)) from error
    if done.returncode != 0:
        raise refusal(Problem.READING_FAILED, file=file)
    answer: Json = json.loads(done.stdout)
    return answer


def confine(memory_bytes: int) -> None:
    """Before a single byte of the file is looked at: no more memory than this, no file, no further process."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)


def answer_to(told: Json, content: bytes) -> Json:
    """The table in the file, or its faults."""
    limits, sheet = part(told, "limits"), part(told, "sheet")
    bounds = Limits(**{name: whole_number(part(limits, name)) for name in Limits.__slots__})
    chosen = None if sheet is None else text(sheet)
    try:
        return table_to_json(read_table(content, filename=text(part(told, "file")), limits=bounds, sheet=chosen))
    except UnusableInput as refused:
        return {"faults": [fault_to_json(fault) for fault in refused.faults]}


def main(order: str) -> int:
    """The child: confines itself, reads the file from standard input as told, answers on standard output."""
    told: Json = json.loads(order)
    confine(whole_number(part(told, "memory")))
    answer = answer_to(told, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
