"""Where the sealed part of an override stands."""


def why_place(ref: str) -> str:
    return f"welfare_restoverride|sealed_why|{ref}"
