"""Addresses of the office, named for what they are about: the operation (`operations:`), the journal (`audit:`)."""

from django.urls import include, path

from standby.rooms.office.views import founding, journal, people, places, settings, switch

_operations = [
    path("found/", founding.found, name="found"),
    path("start/", founding.start, name="start"),
    path("start/second/", people.second, name="second"),
    path("start/site/", places.first_site, name="first_site"),
    path("start/list/", founding.first_list, name="first_list"),
    path("settings/", settings.settings, name="settings"),
    path("settings/facts/", settings.facts, name="facts"),
    path("settings/policy/", settings.policy, name="policy"),
    path("settings/terms/", settings.terms, name="terms"),
    path("door/", switch.door, name="door"),
    path("door/set/", switch.switch, name="switch"),
    path("settings/close/", settings.close, name="close"),
    path("settings/reopen/", settings.reopen, name="reopen"),
]
_audit = [
    path("", journal.journal_page, name="journal"),
    path("about/", journal.about, name="about"),
    path("check/", journal.check, name="check"),
    path("export/", journal.export, name="export"),
]

urlpatterns = [
    path("operations/", include((_operations, "operations"))),
    path("journal/", include((_audit, "audit"))),
]
