import socket

import pytest

from standby.cli.running.ports import PortTaken, require_free


def test_a_taken_port_is_named_with_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(PortTaken, match=rf"Port {port} is taken by another program. Choose another with --port."):
            require_free(host="127.0.0.1", port=port)


def test_a_free_port_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

    require_free(host="127.0.0.1", port=port)


def test_an_address_of_another_machine_is_refused_in_words() -> None:
    with pytest.raises(PortTaken, match=r"cannot listen at 192\.0\.2\.1"):
        require_free(host="192.0.2.1", port=8000)
