"""`python -m standby.cli.running.rehearsing DIR`: compiles what a plan needs after the search, beside the search.

And what compares names, so that the first newcomer who is looked up does not wait for it.
"""

import sys
from pathlib import Path

from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept, before the engine is imported
from standby.identity import explain_names
from standby.planning import read
from standby.planning.rehearsal import rehearse_answers

if __name__ == "__main__":
    explain_names("Անի Թեստյան", "Ani Testyan")
    rehearse_answers(read(Path(sys.argv[1])))
