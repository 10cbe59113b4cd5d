"""Where the sealed part of a request stands."""


def request_place(ref: str) -> str:
    return f"needs_request|sealed|{ref}"
