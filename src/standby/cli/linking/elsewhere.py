"""Lists linked by Splink instead of by us: in DuckDB, or on Spark."""

from standby.cli.linking.loopback_spark import loopback_spark
from standby.identity.linking import Crowd, Linked, Trained
from standby.identity.with_splink import DuckDbBackEnd, link_with, open_spark

ENGINES = ("duckdb", "spark")
_LOOPBACK = "loopback"


def link_elsewhere(crowd: Crowd, saved: Trained, *, engine: str, spark_master: str) -> Linked:
    """`spark_master`: `loopback` starts a master and two workers on this machine, for this run."""
    if engine == "duckdb":
        return link_with(crowd, saved, back_end=DuckDbBackEnd())
    if spark_master != _LOOPBACK:
        return _on_spark(crowd, saved, spark_master)
    with loopback_spark() as address:
        return _on_spark(crowd, saved, address)


def _on_spark(crowd: Crowd, saved: Trained, master: str) -> Linked:
    with open_spark(master) as back_end:
        return link_with(crowd, saved, back_end=back_end)
