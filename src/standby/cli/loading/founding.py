"""The operation of the exercise and the people who work in it."""

from collections.abc import Mapping
from datetime import datetime

from standby.cli.running.first_logins import FirstLogin, new_password, read, write
from standby.cli.running.installation import Installation
from standby.exercise import Exercise
from standby.rooms.accounts.actions import add_user, appoint
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import Staff, staff_in, user_by_login
from standby.rooms.audit.actors import system
from standby.rooms.operations.actions import NewOperation, PolicyChange, change_policy, found_operation
from standby.rooms.operations.queries import OperationView, all_operations, operation_by_id
from standby.rooms.places.actions.contacts import name_site_contact
from standby.rooms.places.queries.sites import site_ids_by_region

LOADER = system("exercise")

_WHAT_FOR: Mapping[str, str] = {
    "coordinator": "plans, approves and calls",
    "registrar": "brings lists in and judges who is who",
    "verifier": "checks licences",
    "auditor": "reads the journal",
    "site_contact": "asks for people",
}
_TERMS = {
    "en": "You come of your own free will and may stop at any time. At the site you follow the safety rules.",
    "hy": "Դուք գալիս եք ձեր կամքով և ցանկացած պահի կարող եք դադարեցնել։ Վայրում հետևում եք անվտանգության կանոններին։",
    "ru": "Вы приезжаете по своей воле и можете прекратить в любой момент. На месте соблюдайте правила безопасности.",
    "az": "Öz istəyinizlə gəlirsiniz və istənilən vaxt dayana bilərsiniz. Təhlükəsizlik qaydalarına əməl edirsiniz.",
}
_INSURANCE = {
    "en": "The lead organisation insures you against accidents from your departure to your return.",
    "hy": "Առաջատար կազմակերպությունը ձեզ ապահովագրում է դժբախտ պատահարներից՝ մեկնումից մինչև վերադարձ։",
    "ru": "Ведущая организация страхует вас от несчастных случаев с отъезда до возвращения.",
    "az": "Aparıcı təşkilat sizi yola çıxandan qayıdanadək bədbəxt hadisələrdən sığortalayır.",
}


def operation_of(exercise: Exercise, *, now: datetime) -> OperationView:
    """The exercise's operation; founded now if it is not there yet."""
    for operation in all_operations():
        if operation.is_exercise and operation.name == exercise.title.en:
            return operation
    new = NewOperation(
        name=exercise.title.en,
        lead_organisation=exercise.lead_organisation.en,
        help_contact="+374 00 000 112",
        is_exercise=True,
        insurance=_INSURANCE,
        terms=_TERMS,
    )
    operation = found_operation(new=new, by=LOADER, now=now)
    change = PolicyChange(
        rest_days=exercise.policy.rest_days,
        weights=exercise.policy.weights,
        notice_hours=exercise.policy.notice_hours,
    )
    change_policy(operation=operation, change=change, by=LOADER, now=now)
    return operation_by_id(operation.id)


def staff_of_exercise(
    exercise: Exercise, *, operation: OperationView, installation: Installation, now: datetime
) -> dict[str, Staff]:
    """Everybody who works in it, by log-in name; whoever is new gets a random first password, written down before."""
    for member in exercise.staff:
        user = user_by_login(member.handle) or _add(member.handle, member.desk.value, installation, now=now)
        appoint(user=user, operation=operation, duty=Duty(member.desk.value), by=LOADER, now=now)
    users = {member.handle: user_by_login(member.handle) for member in exercise.staff}
    return {handle: staff_in(user=user, operation=operation) for handle, user in users.items() if user is not None}


def name_contacts(exercise: Exercise, *, operation: OperationView, staff: Mapping[str, Staff], now: datetime) -> None:
    """Each site contact speaks for the sites of their regions."""
    sites = site_ids_by_region(operation_id=operation.id)
    for member in exercise.staff:
        for region in member.regions:
            for site_id in sites.get(region, ()):
                name_site_contact(
                    operation=operation, site_id=site_id, user_id=staff[member.handle].id, by=LOADER, now=now
                )


def _add(handle: str, desk: str, installation: Installation, *, now: datetime) -> User:
    login = FirstLogin(login=handle, password=new_password(), duty=_WHAT_FOR[desk])
    others = [known for known in read(installation) if known.login != handle]
    # Written down before it exists: a password that nobody ever saw would lock everyone out.
    write(installation, [*others, login])
    return add_user(login=handle, password=login.password, by=LOADER, now=now, is_first=True)
