import logging

import pytest

from standby.site.logs import DiscreetFormatter


def _written(error: Exception) -> str:
    record = logging.LogRecord("standby", logging.ERROR, __file__, 1, "a page failed", None, None)
    record.exc_info = (type(error), error, error.__traceback__)
    return DiscreetFormatter().format(record)


def _store(phone: str) -> None:
    try:
        int(phone)  # its error quotes what it was given
    except ValueError as cause:
        raise RuntimeError(f"could not store {phone}") from cause


def test_an_error_is_logged_with_its_place_and_kind_but_not_with_what_it_quotes() -> None:
    phone = f"+374 00 {123456}"  # not in one piece: the traceback shows lines of code
    with pytest.raises(RuntimeError) as caught:
        _store(phone)

    written = _written(caught.value)

    assert "in _store" in written
    assert written.index("builtins.ValueError") < written.index("builtins.RuntimeError")
    assert phone not in written


def test_an_error_that_is_its_own_cause_is_told_once() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__context__, second.__context__ = second, first

    assert _written(first).count("builtins.ValueError") == 2
