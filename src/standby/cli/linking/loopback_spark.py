"""A Spark cluster on this machine alone: a standalone master with two workers, on the loopback address, for one run."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from standby.cli.running.installation import CHECKOUT
from standby.identity.with_splink import BackEndMissing, NoSpark

_HOST = "127.0.0.1"
_WORKERS = 2
_SECONDS = 60.0
_MASTER, _WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"
_REGISTERED = "Successfully registered with master"


@contextmanager
def loopback_spark(*, memory: str = "1g") -> Iterator[str]:
    """The address of the master, once both workers have reported to it; all three end with the run.

    `memory`: of each worker, as Spark writes it.
    """
    start = _spark_class()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="standby-spark-")))
        port = _free_port()
        address = f"spark://{_HOST}:{port}"
        master = (start, _MASTER, "--host", _HOST, "--port", str(port), "--webui-port", "0")
        logs = [_run(stack, master, folder / "master")]
        _await(logs, "I have been elected leader", folder)
        worker = (start, _WORKER, "--host", _HOST, "--cores", "1", "--memory", memory, "--webui-port", "0", address)
        workers = [_run(stack, worker, folder / f"worker{number}") for number in range(_WORKERS)]
        _await(workers, _REGISTERED, folder)
        yield address


def _spark_class() -> str:
    spark = find_spec("pyspark")
    if spark is None or spark.origin is None:
        raise BackEndMissing("requirements-spark.lock")
    if which("java") is None:
        raise NoSpark("there is no Java here.")
    return str(Path(spark.origin).parent / "bin" / "spark-class")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind((_HOST, 0))
        return int(listening.getsockname()[1])


def _run(stack: ExitStack, command: Sequence[str], folder: Path) -> Path:
    folder.mkdir()
    log = folder / "log"
    out = stack.enter_context(log.open("wb"))
    environment = {
        **os.environ,
        "SPARK_HOME": str(Path(command[0]).parents[1]),
        "SPARK_LOCAL_IP": _HOST,
        "SPARK_WORKER_DIR": str(folder),
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join((str(CHECKOUT / "src"), os.environ.get("PYTHONPATH", ""))),
    }
    started = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment)
    stack.callback(_end, started)
    return log


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
        return
    process.kill()
    process.wait()


def _await(logs: Sequence[Path], words: str, folder: Path) -> None:
    deadline = time.monotonic() + _SECONDS
    while not all(words in log.read_text(encoding="utf-8", errors="replace") for log in logs):
        if time.monotonic() > deadline:
            told = " ".join(
                log.read_text(encoding="utf-8", errors="replace")[-300:] for log in sorted(folder.glob("*/log"))
            )
            raise NoSpark(f"it did not start within {_SECONDS:.0f} seconds: {told}")
        time.sleep(0.2)
