"""A whole desktop that nobody sees: screen, session bus, accessibility bus and a sound card that is an ear.

Programs started on it are real; they are touched only from outside, by keys, the mouse and the
accessibility bus.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "xdotool", "dbus-daemon", "pulseaudio", "parecord")
PATIENCE = 20.0  # seconds that anything outside may take
_GLANCE = 0.05  # seconds between two looks
_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def missing() -> list[str]:
    """The programs a virtual desktop needs that are not here."""
    return [program for program in NEEDED if shutil.which(program) is None]


@dataclass(frozen=True)
class Thing:
    """Something on the screen as the accessibility bus tells it. `id` is its object name, `box` is
    x, y, width, height in px."""

    id: str
    role: str
    name: str
    description: str
    box: tuple[int, int, int, int]
    focused: bool
    enabled: bool
    presses: bool

    @property
    def centre(self) -> tuple[int, int]:
        """The middle of it, where a finger would go."""
        x, y, width, height = self.box
        return x + width // 2, y + height // 2


class Timeout(AssertionError):  # noqa: N818 - it is a finding of a test
    """What was waited for did not come."""


class Desktop:
    """A virtual desktop, for the length of a `with`. `home` is its home folder."""

    def __init__(
        self, size: tuple[int, int] = (1366, 768), *, home: Path | None = None, sound: bool = True
    ) -> None:
        self.size = size
        self._sound = sound
        self._own = tempfile.mkdtemp(prefix="elderguard-desktop-")
        self.home = Path(self._own) / "home" if home is None else home
        self._closing = contextlib.ExitStack()
        self._eyes: subprocess.Popen[str] | None = None
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Desktop:
        try:
            self._open()
        except BaseException:
            self._closing.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()

    def _open(self) -> None:
        self._closing.callback(shutil.rmtree, self._own, ignore_errors=True)
        self.home.mkdir(parents=True, exist_ok=True)
        runtime = Path(self._own) / "runtime"
        runtime.mkdir(mode=0o700)
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
        self.environment = {
            **kept,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_SESSION_TYPE": "x11",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "ELDERGUARD_HOME": str(self.home / "data"),
        }
        width, height = self.size
        screen = [
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            f"{width}x{height}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]
        self.environment["DISPLAY"] = f":{self._service(screen)}"
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._service(bus)
        if self._sound:
            self._open_ear(runtime)

    def _service(self, command: Sequence[str]) -> str:
        """Start a service that lasts as long as the desktop; return the first line it prints."""
        process = self.start(command, stdout=subprocess.PIPE)
        assert process.stdout is not None
        line: str = process.stdout.readline().strip()
        if not line:
            raise Timeout(f"{command[0]} did not start")
        return line

    def _open_ear(self, runtime: Path) -> None:
        self.start(
            [
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--disable-shm=yes",
                "-L",
                "module-native-protocol-unix",
                "-L",
                "module-null-sink sink_name=ear sink_properties=device.description=ear rate=48000",
            ]
        )
        self.wait_for(lambda: (runtime / "pulse" / "native").exists(), "the sound card")

    # --- programs ----------------------------------------------------------------------------------------

    def start(self, command: Sequence[str], **options: Any) -> subprocess.Popen[str]:
        """Start a program on this desktop; it ends with the desktop at the latest."""
        given = {
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "stdin": subprocess.DEVNULL,
            **options,
        }
        environment = {**self.environment, **given.pop("env", {})}
        process: subprocess.Popen[str] = subprocess.Popen(
            command,
            env=environment,
            start_new_session=True,
            preexec_fn=_end_with_parent,
            text=True,
            encoding="utf-8",
            **given,
        )
        self._closing.callback(end, process)
        return process

    def run(self, *command: str) -> str:
        """Run a small tool on this desktop; return what it prints."""
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=PATIENCE
        ).stdout

    def elderguard(self, *arguments: str, **options: Any) -> subprocess.Popen[str]:
        """Start the program under test, as installed in this Python; its messages go to standard error."""
        options.setdefault("stderr", None)
        return self.start([sys.executable, "-m", "elderguard", *arguments], cwd=CHECKOUT, **options)

    def wait_for(self, condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Look again and again until the condition holds; Timeout if it does not in `patience` seconds."""
        until = time.monotonic() + patience
        while not condition():
            if time.monotonic() > until:
                raise Timeout(f"{what} did not come within {patience:.0f} s")
            time.sleep(_GLANCE)

    def keep_settings(self, **settings: object) -> None:
        """Write the settings the program starts with; the question whether it is heard has been asked."""
        folder = Path(self.environment["ELDERGUARD_HOME"])
        folder.mkdir(parents=True, exist_ok=True)
        content = json.dumps({"sound_checked": True, **settings})
        (folder / "settings.json").write_text(content, encoding="utf-8")

    # --- hands -------------------------------------------------------------------------------------------

    def key(self, name: str) -> None:
        """Press and release a key of the keyboard, named as X names it (Return, space, 1, F1)."""
        self.run("xdotool", "key", name)

    def click(self, x: int, y: int) -> None:
        """Click the left button of the mouse at that place of the screen."""
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def press(self, name: str) -> bool:
        """Press the control of that accessible name, over the accessibility bus alone."""
        return bool(self._ask(f"press {name}")["pressed"])

    # --- eyes --------------------------------------------------------------------------------------------

    def look(self) -> list[Thing]:
        """Everything on the screen that has a place in the accessibility tree."""
        return [Thing(**{**thing, "box": tuple(thing["box"])}) for thing in self._ask("look")]

    def glance(self) -> list[tuple[str, str]]:
        """The id and name of everything on the screen; quicker than `look`."""
        return [(identity, name) for identity, name in self._ask("glance")]

    def picture(self, file: Path) -> None:
        """Keep a picture of the whole screen as PNG."""
        from PIL import ImageGrab

        ImageGrab.grab(xdisplay=self.environment["DISPLAY"]).save(file)

    def _ask(self, request: str) -> Any:
        if self._eyes is None:
            eyes = [SYSTEM_PYTHON, str(Path(__file__).with_name("eyes.py"))]
            self._eyes = self.start(eyes, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._eyes.stdin is not None
        assert self._eyes.stdout is not None
        until = time.monotonic() + PATIENCE
        while True:
            self._eyes.stdin.write(request + "\n")
            self._eyes.stdin.flush()
            line = self._eyes.stdout.readline()
            if not line:
                raise Timeout("the accessibility bus could not be asked")
            answer = json.loads(line)
            if not (isinstance(answer, dict) and "again" in answer):
                return answer
            if time.monotonic() > until:
                raise Timeout(str(answer["again"]))
            time.sleep(_GLANCE)

    # --- ears --------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def hearing(self, file: Path, rate: int = 16000) -> Iterator[None]:
        """Record all that is played to a mono WAV file, until the `with` ends."""
        ear = ["parecord", "-d", "ear.monitor", "--latency-msec=50", "--file-format=wav", "--channels=1"]
        ear += [f"--rate={rate}", str(file)]
        recorder = self.start(ear)
        self.wait_for(file.exists, "the recording")
        try:
            yield
        finally:
            recorder.send_signal(signal.SIGINT)
            recorder.wait(PATIENCE)


def _end_with_parent() -> None:
    """In a new process: end when the one that started it does, however that comes about."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def end(process: subprocess.Popen[str]) -> None:
    """End a process that was started here, with all it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()
