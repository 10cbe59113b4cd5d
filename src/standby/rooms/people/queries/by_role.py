"""How many people offer each role."""

from django.db import connection

from standby.domain.statuses import ENDED_STATUSES

_COUNT = """
SELECT role ->> 0, count(DISTINCT person.id)
FROM people_person AS person CROSS JOIN LATERAL jsonb_array_elements(person.offer -> 'roles') AS role
WHERE person.operation_id = %s AND person.erased_at IS NULL
    AND person.contact_confirmed_at IS NOT NULL AND person.is_complete AND NOT person.status = ANY(%s)
    AND person.planned_as_id IS NULL
GROUP BY role ->> 0
"""


def people_by_role(*, operation_id: int) -> dict[str, int]:
    """Those who count in a plan. It reads everybody: ask it now and then, never for a page."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [operation_id, [status.value for status in ENDED_STATUSES]])
        return dict(cursor.fetchall())
