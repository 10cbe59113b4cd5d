from standby.domain.errors import Unavailable


class BackEndMissing(Unavailable):
    """The extra that compares elsewhere is not installed."""

    code = "back_end_missing"

    def __init__(self, extra: str) -> None:
        super().__init__(
            f"This needs an extra that is not installed here. Install it with: "
            f".venv/bin/python -m uv pip install --require-hashes -r {extra}"
        )


class NoSpark(Unavailable):
    """No Spark cluster answers, or none could be started here."""

    code = "no_spark"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Spark cannot be reached: {why} It needs Java 17 (Debian: apt-get install default-jre-headless)."
        )
