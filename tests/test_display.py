import socket
import sys

import pytest

from reader.display import has_display

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there Qt needs no display"
)


def listening(address):
    server = socket.socket(socket.AF_UNIX)
    server.bind(address)
    server.listen()
    return server


def test_no_display_is_named():
    assert not has_display({})
    assert not has_display({"DISPLAY": "", "WAYLAND_DISPLAY": ""})


@pytest.mark.parametrize(
    "display", [":54321", "unix:54321.0", "localhost:54321.0", "[::1]:54321", ":99999999"]
)
def test_an_x_display_that_is_not_there(display):
    assert not has_display({"DISPLAY": display})


def test_a_platform_chosen_by_hand_is_believed():
    assert has_display({"DISPLAY": ":54321", "QT_QPA_PLATFORM": "offscreen"})


def test_a_display_of_an_unknown_form_is_left_to_qt():
    assert has_display({"DISPLAY": "/private/tmp/launch/org.xquartz:0"})


@pytest.mark.skipif(sys.platform != "linux", reason="abstract sockets are Linux's")
@pytest.mark.parametrize("display", [":54322", ":54322.0", "unix:54322", "local/:54322"])
def test_an_x_display_that_answers(display):
    with listening("\0/tmp/.X11-unix/X54322"):
        assert has_display({"DISPLAY": display})


def test_a_wayland_display(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    environment = {"XDG_RUNTIME_DIR": ".", "WAYLAND_DISPLAY": "wayland-7"}
    assert not has_display(environment)
    with listening("wayland-7"):
        assert has_display(environment)
        assert has_display({**environment, "DISPLAY": ":54321"})


def test_an_x_display_on_another_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        assert has_display({"DISPLAY": f"127.0.0.1:{number}.0"})
