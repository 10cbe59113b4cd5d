"""Work that belongs to no room."""

from procrastinate import JobContext
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(queue="upkeep", queueing_lock="take up again", pass_context=True)
async def take_up_again(context: JobContext, timestamp: int = 0) -> None:  # noqa: ARG001 - the minute it is for
    """Give the jobs of a worker that was killed to one that lives: a job must bear being done again."""
    for job in await context.app.job_manager.get_stalled_jobs():
        await context.app.job_manager.retry_job(job)
