"""The token of a draft in its owner's browser: random, sent to the sign-up alone, gone after two days."""

from django.http import HttpRequest, HttpResponse

from standby.rooms.door.actions.drafting import LONGEST_WAIT

_NAME, _PATH = "draft", "/join/"


def token_of(request: HttpRequest) -> str:
    return request.COOKIES.get(_NAME, "")


def hand_token(response: HttpResponse, token: str, *, is_secure: bool) -> None:
    response.set_cookie(
        _NAME,
        token,
        max_age=LONGEST_WAIT,
        path=_PATH,
        secure=is_secure,
        httponly=True,
        samesite="Lax",
    )


def take_token(response: HttpResponse) -> None:
    response.delete_cookie(_NAME, path=_PATH, samesite="Lax")
