"""What is said where no window can open, before Qt would end the process."""

from __future__ import annotations

import sys

import pytest

from elderguard import desktop

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only there a desktop may be missing"
)


@pytest.fixture(autouse=True)
def a_plain_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """An X display, nothing else, and every library there."""
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(desktop, "_LIBRARIES", {"libc.so.6": "libc6"})


def test_a_screen_with_its_libraries_is_no_hindrance() -> None:
    assert desktop.hindrance() is None


@pytest.mark.parametrize("value", ["", None])
def test_without_a_screen_it_says_what_to_do(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if value is None:
        monkeypatch.delenv("DISPLAY")
    else:
        monkeypatch.setenv("DISPLAY", value)
    assert desktop.hindrance() == desktop.NO_DISPLAY


@pytest.mark.parametrize(
    ("name", "value"),
    [("WAYLAND_DISPLAY", "wayland-0"), ("QT_QPA_PLATFORM", "offscreen"), ("QT_QPA_PLATFORM", "vnc")],
)
def test_other_ways_of_showing_a_window_need_no_x_display(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv(name, value)
    assert desktop.hindrance() is None


def test_missing_libraries_are_named_with_the_command_that_brings_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    libraries = {"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1", "libnever.so.2": "libnever2"}
    monkeypatch.setattr(desktop, "_LIBRARIES", libraries)
    assert desktop.hindrance() == (
        "还缺几个系统软件包，请先运行：sudo apt-get install -y libnowhere1 libnever2"
    )


def test_other_systems_bring_their_own_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setattr(sys, "platform", "win32")
    assert desktop.hindrance() is None
