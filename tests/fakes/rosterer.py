"""A rosterer in this very process: the engine and the checker as they are, without starting either as a command."""

from dataclasses import dataclass
from pathlib import Path

from standby.cli.check_roster import broken_things, read_roster, read_site
from standby.domain.errors import StandbyError
from standby.rostering import read, solve, write


@dataclass(frozen=True, slots=True, kw_only=True)
class NearRosterer:
    """Makes the roster, and fails the test if its checker finds anything; or refuses, where it is told to."""

    refusal: StandbyError | None = None

    def make(self, folder: Path, *, out: Path) -> None:
        if self.refusal is not None:
            raise self.refusal
        write(solve(read(folder)), out)
        assert list(broken_things(read_site(folder), read_roster(out))) == []
