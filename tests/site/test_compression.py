"""Pages travel packed, but for those in which somebody could probe for what stands there."""

import gzip

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory

from standby.site.compression import PackedPages

_PAGE = "<p>Սպասեք, խնդրում ենք։ Please do not travel.</p>" * 40


def _answered(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    return PackedPages(lambda _request: response).process_response(request, response)


def _asked(rf: RequestFactory, address: str = "/", **cookies: str) -> HttpRequest:
    request = rf.get(address, headers={"accept-encoding": "gzip, deflate, br"})
    request.COOKIES.update(cookies)
    return request


def test_a_page_is_packed_for_a_browser_that_unpacks_it(rf: RequestFactory) -> None:
    answer = _answered(_asked(rf, session="s"), HttpResponse(_PAGE))

    assert isinstance(answer, HttpResponse)
    assert gzip.decompress(answer.content).decode() == _PAGE
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert int(answer.headers["Content-Length"]) == len(answer.content) < len(_PAGE) / 4


def test_a_page_is_left_as_it_is_for_a_program_that_does_not_ask(rf: RequestFactory) -> None:
    answer = _answered(rf.get("/"), HttpResponse(_PAGE))

    assert isinstance(answer, HttpResponse)
    assert answer.content.decode() == _PAGE


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "application/pdf"])
def test_what_is_packed_already_is_not_packed_again(rf: RequestFactory, kind: str) -> None:
    answer = _answered(_asked(rf), HttpResponse(b"x" * 1000, content_type=kind))

    assert "Content-Encoding" not in answer.headers


def test_a_long_answer_in_pieces_goes_out_as_it_comes(rf: RequestFactory) -> None:
    answer = _answered(_asked(rf), StreamingHttpResponse([_PAGE], content_type="text/csv"))

    assert "Content-Encoding" not in answer.headers


def test_words_from_an_address_and_a_secret_are_never_packed_together(rf: RequestFactory) -> None:
    assert "Content-Encoding" not in _answered(_asked(rf, "/desk/?q=Ani", session="s"), HttpResponse(_PAGE)).headers
    assert "Content-Encoding" in _answered(_asked(rf, "/?q=nurse"), HttpResponse(_PAGE)).headers


@pytest.mark.django_db
def test_two_answers_of_one_page_are_not_of_one_length(client: Client) -> None:
    answers = [client.get("/desk/accounts/login/", headers={"accept-encoding": "gzip"}) for _ in range(12)]

    assert {answer.headers["Content-Encoding"] for answer in answers} == {"gzip"}
    assert len({answer.headers["Content-Length"] for answer in answers}) > 3
