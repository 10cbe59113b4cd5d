"""The JSON interface against everything that its own description allows, and much that it does not.

A real site, lane and all: what is sent here goes over real connections.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.house import ALL_UNASKED, RunningHouse, running_house

_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
_MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture(scope="module")
def house() -> Iterator[RunningHouse]:
    with running_house(**ALL_UNASKED) as house:
        yield house


def _cases(house: RunningHouse) -> st.SearchStrategy[Case[Any]]:
    """Of every address, what its description allows and what it does not."""
    schema = schemathesis.openapi.from_url(f"http://127.0.0.1:{house.port}/api/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) == 4
    return st.one_of([found.as_strategy(generation_mode=mode) for found in operations for mode in _MODES])


def _survives(house: RunningHouse, *, requests: int) -> None:
    @settings(max_examples=requests, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=_cases(house))
    def answers_as_described(case: Case[Any]) -> None:
        response = case.call(timeout=30)
        case.validate_response(response, checks=_CHECKS)

    answers_as_described()


def test_four_hundred_requests_are_answered_as_described(house: RunningHouse) -> None:
    _survives(house, requests=400)


@pytest.mark.long
@pytest.mark.timeout(3 * 3600)
def test_twenty_thousand_requests_are_answered_as_described(house: RunningHouse) -> None:
    _survives(house, requests=20_000)
