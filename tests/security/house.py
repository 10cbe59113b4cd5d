"""A small operation lived through by real actions and pages, with people whose traces can be looked for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.security import cast

from standby.domain.credentials import Standing
from standby.domain.days import Days
from standby.domain.roles import Level
from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.actions.calling import open_calls
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.door.actions.whole import bring_list, prepare_list
from standby.rooms.messages.actions import hand_over
from standby.rooms.messages.letters import Outcome, Parcel, Receipt
from standby.rooms.needs.actions.approving import approve_need, assess_risk
from standby.rooms.needs.actions.requesting import Wish, request_people
from standby.rooms.needs.models import Request, Risk
from standby.rooms.needs.queries.planning import needs_to_plan
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_receipt
from standby.rooms.people.actions.licences import Finding, judge_licence
from standby.rooms.people.models import Credential
from standby.rooms.people.queries.persons import page_of_people
from standby.rooms.people.queries.planning import everyone_to_tell
from standby.rooms.people.values import PersonView
from standby.rooms.places.actions.adding import NewSite, add_region, add_site
from standby.rooms.places.models import Site

PUBLIC_URL = "https://standby.example.org"
_TOKEN = re.compile(r"/status/l/([^/\s]+)/")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Who lives in it, and at what moment."""

    operation: OperationView
    coordinator: Staff
    now: datetime

    def bring_people(self) -> list[PersonView]:
        """A list comes in; another one waits for its owner's word."""
        bring_list(
            **self._list("The union's list", cast.REGISTERED),  # type: ignore[arg-type]  # the words of one call
            public_url=PUBLIC_URL,
        )
        prepare_list(**self._list("A list that waits", cast.WAITING))  # type: ignore[arg-type]
        return page_of_people(operation_id=self.operation.id)

    def _list(self, title: str, people: tuple[tuple[str, ...], ...]) -> dict[str, object]:
        return {
            "operation": self.operation,
            "title": title,
            "keeper": "A union",
            "purpose": "help after the earthquake",
            "filename": f"{cast.REGISTERED[0][0]}.csv",
            "content": cast.as_list(people),
            "by": self.coordinator.actor,
            "now": self.now,
            "on_progress": lambda _: None,
        }

    def ask_for(self, number: int) -> Request:
        """A site asks for people under a named supervisor, and its need is approved."""
        first, site = self.now.date() + timedelta(days=5), self._site()
        texts = {name: {"en": "Said in words."} for name in ("task", "provided", "hazards", "if_nobody_comes")}
        wish = Wish(
            site_id=site.id,
            site_code=site.code,
            role="2221",
            level=Level.SUPERVISED,
            days=Days(first=first, last=first + timedelta(days=6)),
            posts=number,
            hours_per_day=8,
            supervisor=cast.SUPERVISOR,
            supervisor_phone=cast.SUPERVISOR_PHONE,
            texts=texts,
            headcount=number,
        )
        row = request_people(
            operation=self.operation,
            wish=wish,
            requested_by=self.coordinator.id,
            by=self.coordinator.actor,
            now=self.now,
        )
        told = {"operation": self.operation, "request_ref": row.ref, "now": self.now}
        assess_risk(**told, risk=Risk.LOW, priority=1, by=self.coordinator.actor)  # type: ignore[arg-type]
        approve_need(**told, by=self.coordinator)  # type: ignore[arg-type]
        return row

    def _site(self) -> Site:
        region = add_region(
            operation=self.operation,
            code="north",
            name="North",
            is_risk_zone=False,
            arrivals=None,
            by=self.coordinator.actor,
            now=self.now,
        )
        new = NewSite(
            region_id=region.id,
            code="school-1",
            names={"en": cast.ADDRESS},
            address=cast.ADDRESS,
            meeting_point=cast.ADDRESS,
            contact_phone=cast.SITE_PHONE,
        )
        return add_site(operation=self.operation, new=new, by=self.coordinator.actor, now=self.now)

    def call(self, people: Iterable[PersonView]) -> None:
        (need,) = needs_to_plan(operation=self.operation, now=self.now)
        wanted = [(person.id, need) for person in people]
        open_calls(
            operation=self.operation,
            wanted=wanted,
            announcement_id=None,
            by=self.coordinator.actor,
            now=self.now,
        )

    def check_licences(self) -> None:
        finding = Finding(standing=Standing.PRIMARY_VERIFIED, issuer=cast.ISSUER, number=cast.LICENCE_NUMBER)
        for row in Credential.objects.filter(operation_id=self.operation.id):
            judge_licence(
                operation=self.operation,
                credential_ref=row.ref,
                finding=finding,
                by=self.coordinator.actor,
                now=self.now,
            )

    def receipts(self, people: Iterable[PersonView]) -> list[str]:
        return [
            make_receipt(
                operation=self.operation,
                person_id=person.id,
                person_ref=person.ref,
                by=self.coordinator.actor,
                now=self.now,
            )
            for person in people
        ]

    def send(self) -> list[str]:
        """Writes to everyone, hands two letters over and leaves the rest queued; the tokens of the links sent."""
        people = everyone_to_tell(operation_id=self.operation.id)
        write_to(operation=self.operation, people=people, occasion="told", public_url=PUBLIC_URL, now=self.now)
        post = PostOffice()
        hand_over(operation_id=self.operation.id, transport=post, now=self.now, limit=2)
        return [token for parcel in post.taken for token in _TOKEN.findall(parcel.body)]

    def use_the_pages(self, browser: Client, *, token: str) -> None:
        """Somebody searches, uploads, mistypes; a volunteer opens their link: sessions, jobs and attempts are left."""
        browser.post("/desk/search/", {"q": cast.REGISTERED[0][0]})
        file = SimpleUploadedFile(f"{cast.WAITING[0][0]}.csv", cast.as_list(cast.WAITING), content_type="text/csv")
        told = {"title": "A third list", "keeper": "An embassy", "purpose": "help after the earthquake"}
        browser.post("/desk/lists/bring/", {**told, "file": file})
        stranger = Client()
        stranger.post("/desk/accounts/login/", {"username": cast.STAFF_TYPED, "password": cast.REGISTERED[0][0]})
        stranger.get(f"/status/l/{token}/")
        stranger.post("/status/read/")


class PostOffice:
    """Takes every letter and keeps it for the test to read."""

    def __init__(self) -> None:
        self.taken: list[Parcel] = []

    def deliver(self, parcels: Iterable[Parcel]) -> Iterator[Receipt]:
        for parcel in parcels:
            self.taken.append(parcel)
            yield Receipt(ref=parcel.ref, outcome=Outcome.ACCEPTED, code="250")
