"""The interface described as OpenAPI 3.1, from the same names and limits that the code goes by."""

from functools import cache
from http import HTTPStatus

from standby.rooms.door.api.answers import Answer, answer
from standby.rooms.door.api.document_schemas import schemas
from standby.rooms.people.actions.signing_up import LONGEST_KEY

Json = dict[str, object]
_ABOUT = (
    "Offers of help, and where somebody stands. Every answer that is no yes has a code for machines and sentences for "
    "people, in the language of Accept-Language (hy, ru, en, az). No cookie is read or set. Send requests of one "
    "person from wherever that person is: networks that send very many are asked for a proof of work."
)
_LANGUAGE: Json = {
    "name": "Accept-Language",
    "in": "header",
    "description": "hy, ru, en or az; English otherwise.",
    "schema": {"type": "string"},
}
_KEY: Json = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "Drawn at random for each sign-up, the same for each repeat: the same receipt comes back.",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$"},
}
_PROOF: Json = {
    "name": "Proof",
    "in": "header",
    "description": (
        "Only where 429 proof_needed was answered: the challenge, a dot and a nonce so that the SHA-256 of "
        "'<proof>|<Idempotency-Key>' begins with as many zero bits as asked; or none, and a person looks first."
    ),
    "schema": {"type": "string", "maxLength": 120, "pattern": "^[!-~]*$"},
}
_WORDS = {
    HTTPStatus.OK: "As asked.",
    HTTPStatus.CREATED: "Stored, and committed before this was sent.",
    HTTPStatus.BAD_REQUEST: "The body is no JSON object, or the key is missing.",
    HTTPStatus.FORBIDDEN: "The door is paused until a moment (paused), or it was an offer to fight (civilian_only).",
    HTTPStatus.NOT_FOUND: "No such code.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Another method is taken here.",
    HTTPStatus.CONFLICT: "The key was used for other answers.",
    HTTPStatus.GONE: "The door is closed.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is too long.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is not declared as JSON in UTF-8.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Something has to be mended; nothing was stored.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many from this network: wait, or send a proof of work.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The database does not answer: send it again under the same key.",
}
_READING = (HTTPStatus.SERVICE_UNAVAILABLE,)
_POSTING = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
_SIGNING_UP = (*_POSTING, HTTPStatus.FORBIDDEN, HTTPStatus.CONFLICT, HTTPStatus.GONE)


@cache
def say_document() -> Answer:
    return answer(HTTPStatus.OK, _document())


def _document() -> Json:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Standby", "version": "1", "description": _ABOUT},
        "paths": {
            "/api/v1/operations": {"get": _operation("operations", "The operations that run.", "Operations")},
            "/api/v1/roles": {"get": _operation("roles", "Roles behind words.", "Roles", parameters=[_search()])},
            "/api/v1/sign-ups": {"post": _posting("sign_ups", "Offer help.", "SignUp", "Receipt", [_KEY, _PROOF])},
            "/api/v1/status": {"post": _posting("status", "Where somebody stands.", "Code", "Standing", [])},
        },
        "components": {"schemas": schemas()},
    }


def _search() -> Json:
    return {
        "name": "search",
        "in": "query",
        "description": "What somebody would call it, in any of the four languages; all crisis roles without it.",
        "schema": {"type": "string", "maxLength": 200},
    }


def _operation(name: str, about: str, schema: str, *, parameters: list[Json] | None = None) -> Json:
    refused = (*_READING, HTTPStatus.UNPROCESSABLE_ENTITY) if parameters else _READING
    return {
        "operationId": name,
        "summary": about,
        "parameters": [_LANGUAGE, *(parameters or [])],
        "responses": {str(int(HTTPStatus.OK)): _answered(HTTPStatus.OK, schema), **_refused(refused)},
    }


def _posting(name: str, about: str, sent: str, got: str, headers: list[Json]) -> Json:
    is_sign_up = got == "Receipt"
    yes = HTTPStatus.CREATED if is_sign_up else HTTPStatus.OK
    refused = _SIGNING_UP if is_sign_up else (*_POSTING, HTTPStatus.NOT_FOUND)
    return {
        "operationId": name,
        "summary": about,
        "parameters": [_LANGUAGE, *headers],
        "requestBody": {"required": True, "content": _json(sent)},
        "responses": {str(int(yes)): _answered(yes, got), **_refused(refused)},
    }


def _refused(statuses: tuple[HTTPStatus, ...]) -> Json:
    every = sorted({*statuses, HTTPStatus.METHOD_NOT_ALLOWED})
    return {str(int(status)): _answered(status, "Refusal") for status in every}


def _answered(status: HTTPStatus, schema: str) -> Json:
    told: Json = {"description": _WORDS[status], "content": _json(schema)}
    if status is HTTPStatus.TOO_MANY_REQUESTS or status is HTTPStatus.SERVICE_UNAVAILABLE:
        told["headers"] = {"Retry-After": {"required": True, "schema": {"type": "integer"}}}
    return told


def _json(schema: str) -> Json:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
