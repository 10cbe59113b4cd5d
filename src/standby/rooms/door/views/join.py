"""Signing up: four short pages, each kept as it is sent, and one answer at the end. No script is needed."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from standby.domain.sign_up import CombatOffer, Field, Mend, SignUpFault, read_sign_up
from standby.rooms.callup.reaching import usable_channels
from standby.rooms.door.actions.drafting import Kept, drop_draft, keep_draft
from standby.rooms.door.floods.forms import PROOF_FIELD, challenge_for, weighing
from standby.rooms.door.holders import let_in
from standby.rooms.door.joining.answering import answer_to
from standby.rooms.door.joining.cookie import hand_token, take_token
from standby.rooms.door.joining.sending import Taken, send
from standby.rooms.door.joining.steps import Step, faults_on, step_of
from standby.rooms.door.joining.summary import summary_of
from standby.rooms.door.joining.visit import MORE, Said, Visit, form_of, sent_in, visit_of
from standby.rooms.look.days import page_language
from standby.rooms.look.once import KEY_FIELD
from standby.rooms.messages.models import Channel
from standby.rooms.operations.door_words import say_door
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import all_operations
from standby.rooms.people.actions.refusing import count_refused
from standby.rooms.people.actions.signing_up import Receipt, SpentKey, receipt_again
from standby.rooms.people.queries.access import Holder, holder_of_receipt
from standby.rooms.people.queries.persons import person_by_ref

_CONFLICT = 409


def join(request: HttpRequest) -> HttpResponse:
    """Straight in where there is one operation to help; a choice where there are several."""
    running = [operation for operation in all_operations() if operation.is_open]
    if len(running) == 1:
        return redirect("door:join_step", ref=running[0].ref, step=Step.YOU.value)
    return render(request, "door/join/choose.html", {"operations": running})


def step(request: HttpRequest, ref: str, step: str) -> HttpResponse:
    """One page: shown, or kept and looked at."""
    visit = visit_of(request, ref, step)
    if not visit.asked.door.takes_anybody:
        return _page(request, visit, "shut")
    if request.method == "POST":
        return _receive(request, visit)
    return _questions(request, visit, faults_on(visit.step, visit.faults()) if "mend" in request.GET else [])


def _receive(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was typed is kept before it is looked at: a dropped line loses nothing. An offer to fight is never kept."""
    if visit.step is Step.SEND and visit.kept is None:
        return _answer_again(request, visit)
    said = sent_in(request, visit)
    if isinstance(read_sign_up(said, asked=visit.asked), CombatOffer):
        return _refuse(request, visit)
    if visit.step is Step.YOU and (own_answer := _own_answer(said)):
        return _lose(_page(request, visit, own_answer), visit)
    kept = keep_draft(visit.kept, said, operation=visit.operation, now=visit.now)
    here = replace(visit, kept=kept)
    if here.step is Step.SEND:
        return _send(request, here, kept)
    response = _go_on(request, here)
    hand_token(response, kept.token, is_secure=request.is_secure())
    return response


def _own_answer(said: Said) -> str:
    """Whoever cannot be called is told so at once, and nothing of what they said is kept."""
    if list(said[Field.AGE]) == ["no"]:
        return "under_age"
    return "affiliated" if list(said[Field.AFFILIATION]) == ["yes"] else ""


def _go_on(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The next page, or this one again with what is to be mended or was looked for."""
    is_asking = "look" in request.POST or MORE in request.POST
    faults = [] if is_asking else faults_on(visit.step, visit.faults())
    if is_asking or faults:
        return _questions(request, visit, faults)
    return redirect("door:join_step", ref=visit.operation.ref, step=visit.step.next.value)


def _questions(request: HttpRequest, visit: Visit, faults: list[SignUpFault]) -> HttpResponse:
    is_last = visit.step is Step.SEND
    return _page(
        request,
        visit,
        visit.step.value,
        form=form_of(visit, faults, more_days=MORE in request.POST),
        steps=list(Step),
        lines=summary_of(visit.said, operation_id=visit.operation.id, language=page_language()) if is_last else (),
        key=visit.kept.key if visit.kept else "",
        key_field=KEY_FIELD,
        challenge=challenge_for(request, now=visit.now) if is_last else "",
        proof_field=PROOF_FIELD,
    )


def _send(request: HttpRequest, visit: Visit, kept: Kept) -> HttpResponse:
    sent = send(
        kept.said,
        key=kept.key,
        asked=visit.asked,
        operation=visit.operation,
        public_url=installation().public_url,
        now=visit.now,
        weigh=weighing(request, key=kept.key, now=visit.now),
    )
    match sent:
        case Mend(faults=faults):
            return _mend(request, visit, faults)
        case CombatOffer():
            return _refuse(request, visit)
        case SpentKey():
            return _lose(_page(request, visit, "spent", code=_CONFLICT), visit)
        case Taken(receipt=receipt):
            return _lose(_answer(request, visit, receipt, sent), visit)


def _mend(request: HttpRequest, visit: Visit, faults: tuple[SignUpFault, ...]) -> HttpResponse:
    """What stands on this page is mended here; what stands on another is led back to."""
    elsewhere = [fault for fault in faults if step_of(fault) is not Step.SEND]
    if elsewhere:
        first = min((step_of(fault) for fault in elsewhere), key=lambda step: step.number)
        response = redirect("door:join_step", ref=visit.operation.ref, step=first.value)
        response["Location"] += "?mend"
        return response
    return _questions(request, visit, list(faults))


def _answer_again(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The same last page, sent twice: its answers are gone, and its key alone tells that the receipt is theirs."""
    receipt = receipt_again(operation=visit.operation, key=request.POST.get(KEY_FIELD, ""))
    if receipt is None:
        return redirect("door:join_step", ref=visit.operation.ref, step=Step.YOU.value)
    return _answer(request, visit, receipt, None)


def _answer(request: HttpRequest, visit: Visit, receipt: Receipt, taken: Taken | None) -> HttpResponse:
    holder = holder_of_receipt(receipt.code, now=visit.now)
    if holder is not None:
        let_in(request, holder)
    answer = answer_to(
        receipt,
        taken,
        operation=visit.operation,
        code_word=_code_word(holder),
        can_send_sms=Channel.SMS in usable_channels(visit.operation, installation()),
        now=visit.now,
    )
    return _page(request, visit, "answer", answer=answer, receipt=receipt)


def _code_word(holder: Holder | None) -> str:
    """Empty while the sign-up waits to be settled."""
    person = person_by_ref(operation_id=holder.operation_id, ref=holder.person_ref) if holder else None
    return person.code_word if person else ""


def _refuse(request: HttpRequest, visit: Visit) -> HttpResponse:
    """That there was an offer to fight is counted, and nothing else of it is kept."""
    count_refused(operation_id=visit.operation.id, day=visit.operation.today(visit.now))
    return _lose(_page(request, visit, "civilian"), visit)


def _lose(response: HttpResponse, visit: Visit) -> HttpResponse:
    """The draft has done its work."""
    if visit.kept is not None:
        drop_draft(visit.kept.token)
    take_token(response)
    return response


def _page(request: HttpRequest, visit: Visit, name: str, *, code: int = 200, **context: object) -> HttpResponse:
    about = {
        "operation": visit.operation,
        "step": visit.step,
        "door": say_door(visit.asked.door, operation=visit.operation),
    }
    return render(request, f"door/join/{name}.html", {**about, **context}, status=code)
