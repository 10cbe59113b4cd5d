"""Who can log in at first, seen from inside the installation."""

from datetime import UTC, datetime

from standby.cli.running.first_logins import FirstLogin, new_password, read, write
from standby.cli.running.installation import Installation
from standby.rooms.accounts.actions import add_user
from standby.rooms.accounts.queries import any_users, first_logins_left
from standby.rooms.audit.actors import system


def forget_used(installation: Installation) -> None:
    """A first password that its owner has replaced must not lie about in a file."""
    left = first_logins_left()
    write(installation, [login for login in read(installation) if login.login in left])


def make_first(installation: Installation) -> None:
    """Where nobody can log in yet, somebody must be able to: whoever set the installation up."""
    if any_users():
        return
    first = FirstLogin(login="coordinator", password=new_password(), duty="sets up the first operation")
    # Written down before it exists: a password that nobody ever saw would lock everyone out.
    write(installation, [first])
    add_user(
        login=first.login,
        password=first.password,
        by=system("first start"),
        now=datetime.now(tz=UTC),
        is_first=True,
    )
