"""Where Splink runs: DuckDB in this process, or Spark on as many machines as there are."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from math import log
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from standby.domain.errors import Unavailable
from standby.identity.linking.blocking import Blocked
from standby.identity.linking.comparing import Table
from standby.identity.linking.degrees import DEGREES
from standby.identity.with_splink.agreement import Remembered, agreement
from standby.identity.with_splink.errors import BackEndMissing, NoSpark
from standby.identity.with_splink.model_settings import AGREEMENT, Settings

_SPLINK, _SPARK = "requirements-splink.lock", "requirements-spark.lock"
_PARTITIONS_A_CORE = 4
_WANTED = ", ".join(("place_l", "place_r", "match_weight", *(f"gamma_{field}" for field in DEGREES)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """By pair: how far its fields agree, and for each of the settings the natural log odds that Splink gives it."""

    table: Table
    log_odds: NDArray[np.float64]


class BackEnd(Protocol):
    def judge(self, registrations: Sequence[str], found: Blocked, models: Sequence[Settings]) -> Judged:
        """`registrations`: by place, as `told` tells them."""


class DuckDbBackEnd:
    """In memory, in this process."""

    def judge(self, registrations: Sequence[str], found: Blocked, models: Sequence[Settings]) -> Judged:
        duckdb, arrow = _extra("duckdb", _SPLINK), _extra("pyarrow", _SPLINK)
        remembered = Remembered()

        def asked(ones: Any, others: Any) -> Any:  # columns of Arrow
            return arrow.array(remembered(ones.to_pylist(), others.to_pylist()))

        with duckdb.connect() as connection:
            text = duckdb.sqltypes.VARCHAR
            connection.create_function(AGREEMENT, asked, [text, text], text, type="arrow")
            database = _extra("splink", _SPLINK).DuckDBAPI(connection=connection)
            return _judged(_registered(database, registrations, found), found, models)


@dataclass(frozen=True, slots=True)
class SparkBackEnd:
    """`session`: of a cluster whose workers have this version of Standby with the extra; `open_spark` opens one."""

    session: Any

    def judge(self, registrations: Sequence[str], found: Blocked, models: Sequence[Settings]) -> Judged:
        functions = _extra("pyspark.sql.functions", _SPARK)
        self.session.udf.register(AGREEMENT, functions.pandas_udf(_series, "string"))
        cores = int(self.session.sparkContext.defaultParallelism)
        database = _extra("splink.backends.spark", _SPARK).SparkAPI(
            spark_session=self.session,
            break_lineage_method="persist",
            register_udfs_automatically=False,
            num_partitions_on_repartition=cores * _PARTITIONS_A_CORE,
        )
        judged = _judged(_registered(database, registrations, found), found, models)
        self.session.catalog.clearCache()
        return judged


@contextmanager
def open_spark(master: str) -> Iterator[SparkBackEnd]:
    """`master`: as Spark writes it, `spark://host:7077`; quiet, and closed at the end."""
    sql, java = _extra("pyspark.sql", _SPARK), _extra("pyspark.errors", _SPARK)
    builder = sql.SparkSession.builder.master(master).appName("standby link")
    for name, value in _SPARK_SETTINGS.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except java.PySparkRuntimeError as error:
        raise NoSpark(f"{error}.") from error
    try:
        session.sparkContext.setLogLevel("ERROR")
        # Where this Python stands on the workers too; a cluster of other machines says otherwise by Spark's variable.
        session.sparkContext.pythonExec = os.environ.get("PYSPARK_PYTHON", sys.executable)
        yield SparkBackEnd(session)
    finally:
        session.stop()


_SPARK_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.execution.pythonUDF.arrow.enabled": "true",
    "spark.driver.maxResultSize": "0",
    "spark.sql.shuffle.partitions": "16",
    "spark.rpc.message.maxSize": "1024",
}


def _series(ones: Any, others: Any) -> Any:  # series of pandas, on a worker
    return type(ones)(agreement(ones.tolist(), others.tolist()))


_series.__annotations__.clear()


def _registered(database: Any, registrations: Sequence[str], found: Blocked) -> tuple[Any, Any]:
    arrow = _extra("pyarrow", _SPLINK)
    people = arrow.table({"place": np.arange(len(registrations)), "registration": list(registrations)})
    pairs = arrow.table(
        {"match_key": np.zeros(len(found), np.int64).astype(str), "join_key_l": found.ones, "join_key_r": found.others}
    )
    return database.register(people), database.register(pairs)


def _judged(tables: tuple[Any, Any], found: Blocked, models: Sequence[Settings]) -> Judged:
    people, pairs = tables
    told = [_asked(people, pairs, model) for model in models]
    in_order = [table.take(np.lexsort((table["place_r"].to_numpy(), table["place_l"].to_numpy()))) for table in told]
    for table in in_order:
        _check(table, found)
    odds = [table["match_weight"].to_numpy() * log(2) for table in in_order]
    return Judged(table=_degrees(in_order[0]), log_odds=np.stack(odds, axis=1))


def _asked(people: Any, pairs: Any, model: Settings) -> Any:
    linker = _extra("splink", _SPLINK).Linker(people, model, log_level=None)
    linker.table_management.register_blocked_pairs_for_predict(pairs)
    predicted = linker.inference.predict(warning_mode="never").physical_name
    wanted = f"SELECT {_WANTED} FROM {predicted}"  # noqa: S608  # nobody but Splink and we name these
    return linker.misc.query_sql(wanted, output_type="splink_df").as_pyarrow_table()


def _check(table: Any, found: Blocked) -> None:
    """Every pair once, neither more nor fewer."""
    ones, others = table["place_l"].to_numpy(), table["place_r"].to_numpy()
    if not (np.array_equal(ones, found.ones) and np.array_equal(others, found.others)):
        raise Unavailable("Splink answered about other pairs than it was asked about.")


def _degrees(table: Any) -> Table:
    """Splink counts levels from the last, and "not known" is minus one."""
    columns = []
    for field, kind in DEGREES.items():
        level = table[f"gamma_{field}"].to_numpy().astype(np.int8)
        columns.append(np.where(level < 0, 0, len(kind) - 1 - level))
    return np.stack(columns, axis=1).astype(np.int8)


def _extra(module: str, requirements: str) -> Any:  # extras without types
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise BackEndMissing(requirements) from error
