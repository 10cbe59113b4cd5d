"""`python -m standby.cli.linting`: the translations alone."""

import sys

from standby.cli.linting.translated import faults
from standby.cli.running.installation import CHECKOUT


def main() -> int:
    found = list(faults(sources=(CHECKOUT / "src", CHECKOUT / "templates"), locale=CHECKOUT / "locale"))
    for fault in found:
        print(fault.replace(f"{CHECKOUT}/", ""))
    print(f"{len(found)} things to mend." if found else "Everything is translated.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
