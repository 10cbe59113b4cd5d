"""The cast of the desk: everybody of the rooms, and the family whose registrations may be one person's."""

from tests.rooms.people.conftest import called, family

__all__ = ["called", "family"]
