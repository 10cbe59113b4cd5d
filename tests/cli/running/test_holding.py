import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.processes import environment

from standby.cli.running.holding import AlreadyRunning, held, is_held, tell_address
from standby.cli.running.installation import Installation

_HOLDER = """
import sys, time
from pathlib import Path
from standby.cli.running.holding import held
from standby.cli.running.installation import Installation
with held(Installation(data=Path(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    result = Installation(data=tmp_path / "data")
    result.prepare()
    return result


def test_the_second_is_told_where_the_first_one_is(installation: Installation) -> None:
    with held(installation):
        tell_address(installation, url="http://127.0.0.1:8000/")

        with pytest.raises(AlreadyRunning, match=f"at http://127.0.0.1:8000/ .process {os.getpid()}"):
            held(installation).__enter__()


def test_the_second_is_told_when_the_first_one_is_not_up_yet(installation: Installation) -> None:
    with held(installation), pytest.raises(AlreadyRunning, match="still starting"):
        held(installation).__enter__()


def test_it_can_be_held_again_afterwards(installation: Installation) -> None:
    for _time in range(2):
        assert not is_held(installation)
        with held(installation):
            assert is_held(installation)


def test_a_killed_holder_holds_nothing(installation: Installation) -> None:
    with subprocess.Popen(
        (sys.executable, "-c", _HOLDER, str(installation.data)),
        env=environment(),
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert is_held(installation)
        holder.send_signal(signal.SIGKILL)

    with held(installation):
        assert is_held(installation)
