"""Counting the offers that are refused whole."""

from datetime import date

from django.db import connection

_COUNT = """
INSERT INTO people_refusedoffers (operation_id, day, number) VALUES (%s, %s, %s)
ON CONFLICT (operation_id, day) DO UPDATE SET number = people_refusedoffers.number + EXCLUDED.number
"""


def count_refused(*, operation_id: int, day: date, number: int = 1) -> None:
    """Offers to fight: that there were so many on a day is all that is ever kept of them."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [operation_id, day, number])
