"""A stranger's photo of a document, made small and without what a camera writes into it.

The decoding happens in a process of its own, with little memory, no files to write and a short life: whatever a
hostile picture does to its reader, the server goes on. Nothing of it touches the disk.
"""

import subprocess
from enum import StrEnum

from standby.exchange.reader_process import run_apart

LARGEST_PHOTO = 10 * 1024 * 1024
_MODULE = "standby.exchange.photo_process"
_SECONDS = 20.0


class PhotoProblem(StrEnum):
    TOO_LARGE = "too_large"
    NO_PHOTO = "no_photo"
    TOO_MANY_PIXELS = "too_many_pixels"


# How the child says what is wrong.
EXITS = {PhotoProblem.NO_PHOTO: 3, PhotoProblem.TOO_MANY_PIXELS: 4}


def shrunk_in_process(content: bytes) -> bytes | PhotoProblem:
    """A JPEG whose longer edge has at most 1,600 pixels, upright, with no metadata; or why there is none."""
    if len(content) > LARGEST_PHOTO:
        return PhotoProblem.TOO_LARGE
    try:
        done = run_apart(_MODULE, content=content, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return PhotoProblem.NO_PHOTO
    if done.returncode == 0:
        return done.stdout
    problems = {code: problem for problem, code in EXITS.items()}
    return problems.get(done.returncode, PhotoProblem.NO_PHOTO)
