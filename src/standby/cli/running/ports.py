"""Whether the site can listen where it was asked to."""

import errno
import socket

from standby.domain.errors import Refused


class PortTaken(Refused):
    code = "port_taken"


def require_free(*, host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the server itself does: connections that are only being wound up do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(_sentence(error, host=host, port=port)) from error


def _sentence(error: OSError, *, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"Port {port} is taken by another program. Choose another with --port."
        case errno.EACCES:
            return f"Port {port} may be opened by root only. Choose one from 1024 on with --port."
        case _:
            return f"The site cannot listen at {host}, port {port}: {error.strerror}."
