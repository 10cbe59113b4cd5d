import pytest
from django.db import connection
from django.test import Client


@pytest.mark.django_db
def test_text_is_compared_by_code_point_everywhere() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()")

        assert cursor.fetchone() == ("b", "C.UTF-8")


@pytest.mark.django_db
def test_health_is_told_without_a_detail(client: Client) -> None:
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok")
