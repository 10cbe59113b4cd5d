"""Goods, money and work from home: offers too."""

from collections.abc import Iterator

from standby.domain.sign_up.answers import GoodsClass, HomeTask, Pledge, PledgeKind
from standby.domain.sign_up.faults import FaultCode
from standby.domain.sign_up.fields import Field
from standby.domain.sign_up.said import Answers

LONGEST_PLEDGE = 500
_ANY_PLEDGE = frozenset(
    {Field.GOODS, Field.GOODS_TEXT, Field.MONEY, Field.MONEY_TEXT, Field.FROM_HOME, Field.FROM_HOME_TEXT}
)
_GOODS, _TASKS = frozenset(GoodsClass), frozenset(HomeTask)


def read_pledges(answers: Answers) -> tuple[Pledge, ...]:
    return tuple(_pledges(answers)) if answers.says_any(_ANY_PLEDGE) else ()


def _pledges(answers: Answers) -> Iterator[Pledge]:
    goods = answers.choices(Field.GOODS, _GOODS)
    words = answers.text(Field.GOODS_TEXT, longest=LONGEST_PLEDGE)
    if goods:
        yield Pledge(kind=PledgeKind.GOODS, what=goods, words=words)
    elif words:
        answers.wrong(Field.GOODS, FaultCode.PLEDGE_NOT_NAMED)
    words = answers.text(Field.MONEY_TEXT, longest=LONGEST_PLEDGE)
    if answers.is_ticked(Field.MONEY) or words:
        yield Pledge(kind=PledgeKind.MONEY, words=words)
    tasks = answers.choices(Field.FROM_HOME, _TASKS)
    words = answers.text(Field.FROM_HOME_TEXT, longest=LONGEST_PLEDGE)
    if tasks:
        yield Pledge(kind=PledgeKind.FROM_HOME, what=tasks, words=words)
    elif words:
        answers.wrong(Field.FROM_HOME, FaultCode.PLEDGE_NOT_NAMED)
