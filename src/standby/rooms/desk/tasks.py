"""Work of the desk that nobody waits for at a page; the arguments are references and nothing else."""

from procrastinate.contrib.django import app

from standby.domain.errors import StandbyError
from standby.rooms.audit.actors import actor_from
from standby.rooms.desk.deciding import apply_model
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import operation_by_id


@app.task(queue="identity", lock="apply what was taught")
def apply_taught(operation_id: int, ref: str, by: str) -> None:
    """Done a second time, or after somebody else, it changes nothing."""
    where = installation()
    try:
        apply_model(
            operation=operation_by_id(operation_id),
            ref=ref,
            public_url=where.public_url,
            by=actor_from(by),
            now=where.clock(),
        )
    except StandbyError:
        return
