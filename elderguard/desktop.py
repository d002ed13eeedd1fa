"""What a window needs from this computer, asked before Qt is: Qt ends the process when it is missing."""

from __future__ import annotations

import ctypes
import os
import sys

NO_DISPLAY = "这里没有图形桌面，窗口打不开；想看看样子，可以在程序的文件夹里运行 make demo。"
_LIBRARIES = {  # library that Qt's window system opens: the package of Debian, UOS and Kylin it comes in
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def hindrance() -> str | None:
    """A Chinese sentence that says why no window can open here, or None."""
    if not sys.platform.startswith("linux") or (os.environ.get("QT_QPA_PLATFORM") or "xcb") != "xcb":
        return None
    if os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not os.environ.get("DISPLAY"):
        return NO_DISPLAY
    packages = missing_packages()
    if packages:
        return f"还缺几个系统软件包，请先运行：sudo apt-get install -y {' '.join(packages)}"
    return None


def missing_packages() -> tuple[str, ...]:
    """The Debian packages whose libraries Qt would look for in vain."""
    return tuple(package for library, package in _LIBRARIES.items() if not _loads(library))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
