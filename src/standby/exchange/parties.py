"""Who travels together: a handful of people with one name of their own; a team of two hundred is none."""

from collections import Counter
from dataclasses import replace

from standby.exchange.fields import Field
from standby.exchange.folding import fold
from standby.exchange.outcomes import RowOutcome
from standby.exchange.problems import Problem, trouble

_LARGEST_PARTY = 9
# "My wife" is another wife on every row.
_NAMES_NOBODY = """
    yes no alone wife husband family friends brother sister да нет один одна жена муж семья друзья брат сестра
    այո ոչ մենակ կին ամուսին ընտանիք bəli xeyr tək ailə დიახ არა მარტო ოჯახი
"""
_NO_PARTY = frozenset(map(fold, _NAMES_NOBODY.split()))


def settle_parties(outcomes: list[RowOutcome]) -> list[RowOutcome]:
    """The same rows; what is no party is said so, and each of its people is read as single."""
    sizes = Counter(fold(row.offer.party) for row in outcomes if row.offer.party)
    return [_settle(row, sizes[fold(row.offer.party)]) if row.offer.party else row for row in outcomes]


def _settle(row: RowOutcome, size: int) -> RowOutcome:
    if fold(row.offer.party) in _NO_PARTY:
        problem = trouble(Problem.PARTY_NOT_CLEAR, field=Field.PARTY.value)
    elif size > _LARGEST_PARTY:
        problem = trouble(Problem.PARTY_TOO_LARGE, field=Field.PARTY.value, limit=_LARGEST_PARTY)
    else:
        return row
    return replace(row, offer=replace(row.offer, party=""), troubles=(*row.troubles, problem))
