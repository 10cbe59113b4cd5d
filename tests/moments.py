"""Moments that tests stand at."""

from datetime import UTC, datetime

NOON = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
