"""The model of `standby.identity.linking` expressed for Splink, so that more machines than one can compare the pairs.

    linked = link_with(crowd, saved, back_end=DuckDbBackEnd())

Which pairs are worth a look and who is joined is decided here, as ever; how far two registrations agree, by field,
and what that says for one person, is Splink's part, in DuckDB or on the workers of a Spark cluster. The back ends are
extras (`requirements-splink.lock`, `requirements-spark.lock`); nothing else needs them.
"""

from standby.identity.with_splink.back_ends import BackEnd, DuckDbBackEnd, Judged, SparkBackEnd, open_spark
from standby.identity.with_splink.errors import BackEndMissing, NoSpark
from standby.identity.with_splink.linking import link_with
from standby.identity.with_splink.model_settings import splink_settings

__all__ = [
    "BackEnd",
    "BackEndMissing",
    "DuckDbBackEnd",
    "Judged",
    "NoSpark",
    "SparkBackEnd",
    "link_with",
    "open_spark",
    "splink_settings",
]
