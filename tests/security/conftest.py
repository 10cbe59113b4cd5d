"""The standing cast of the rooms plays here too; fixtures are asked for by name."""

from tests.rooms.conftest import *  # noqa: F403
