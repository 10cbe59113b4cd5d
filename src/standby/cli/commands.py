"""Every command by its name, with the line that `standby --help` shows.

A command's module is imported when it is asked for, so that `plan`, `check`, `link` and `names` never load Django.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    name: str
    summary: str
    # Works on an installation: Django and the database stand before its module is imported; `--data` is taken off.
    is_inside: bool = False

    @property
    def module(self) -> str:
        """`import` is a word of Python's own, and no module has a hyphen: both carry an underscore."""
        return f"standby.cli.{self.name}_" if self.name == "import" else f"standby.cli.{self.name.replace('-', '_')}"


COMMANDS = (
    Command(name="up", summary="start everything here: database, site, worker and, at first, the exercise"),
    Command(name="plan", summary="plan an operation kept as files: whom to call, who stands by, with a proof"),
    Command(name="check", summary="check a plan against every rule and its proof, with code of its own"),
    Command(name="roster", summary="give out the shifts of a site under the rest rules, with a proof"),
    Command(name="check-roster", summary="check a roster against every rule and its proof, with code of its own"),
    Command(name="whatif", summary="plan as if something were otherwise: a plan beside the plan, differences first"),
    Command(name="helps", summary="find what would help a plan most: beds, seats, checks, people"),
    Command(name="link", summary="find who is the same person in several lists"),
    Command(name="names", summary="score pairs of names: the same person by name alone?"),
    Command(name="between", summary="whom two organisations both know, neither showing its list"),
    Command(name="import", summary="bring a list into an operation, as the desk does", is_inside=True),
    Command(name="bounce", summary="take mail that came back, piped in by the mail server", is_inside=True),
    Command(name="exercise", summary="load the exercise into this installation", is_inside=True),
    Command(name="test", summary="check the code and run every test"),
    Command(name="lint", summary="check the code: style, types, layers, templates, migrations, translations"),
    Command(name="bench", summary="measure, each beside a plain baseline in the same run"),
    Command(name="shell", summary="a Python prompt inside this installation", is_inside=True),
    Command(name="lock", summary="renew the locked requirements"),
)


def command_named(name: str) -> Command | None:
    return next((command for command in COMMANDS if command.name == name), None)
