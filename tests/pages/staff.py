"""Staff at a browser, logged in already; the form itself is tested once, by those who found an operation."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from standby.rooms.accounts.models import User


def log_in(page: Page, site: str, user: User) -> None:
    """As if they had logged in a moment ago."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
