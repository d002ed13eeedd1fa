"""How quick and how light the program is, measured in one run on one machine: `make bench`.

Start is told beside the floor, a bare window of the same size, the two started in turn.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(CHECKOUT))

from tests.bench import voice  # noqa: E402 - the checkout must be on the path first
from tests.desktop.virtual import Desktop, end  # noqa: E402

PROBE = [sys.executable, "-m", "tests.bench.probe"]
STARTS = 9
IDLE_S = 10.0
SETTLED_S = 3.0  # after the first paint: sound is opened, the voice is looked for


def main() -> int:
    """Measure and print the table."""
    print(machine())
    with Desktop() as desktop:
        desktop.keep_settings()
        probe(desktop, "bare"), probe(desktop, "home")  # the disk's share is not the program's
        floor, start, ratio = [], [], []
        for _ in range(STARTS):
            bare, home = probe(desktop, "bare"), probe(desktop, "home")
            floor.append(bare["took"])
            start.append(home["took"])
            ratio.append(home["took"] / bare["took"])
        story = probe(desktop, "story")
        muted(desktop)
        idle = at_rest(desktop)
        voice.pack(desktop)
        spoken = [speaking(desktop, rate) for rate in (170, 130)]
        hang = voice.hanging(desktop)
    rows = [
        ("空窗口打开 bare window, start to painted", spread(floor, 1000, "ms")),
        ("首页打开 home, start to painted", spread(start, 1000, "ms")),
        ("首页 / 空窗口 home : bare", spread(ratio, 1, "×")),
        ("点一下到下一步 click to next step painted", clicks(story["clicks"])),
        ("内存，空窗口 memory (PSS), bare window", f"{bare['pss']:.0f} MiB"),
        ("内存，首页 memory (PSS), home", f"{home['pss']:.0f} MiB"),
        ("内存，故事走过以后 memory (PSS), after the story", f"{story['pss']:.0f} MiB"),
        (f"不动时的处理器 idle CPU over {IDLE_S:.0f} s", f"{100 * idle:.2f} % of one core"),
    ]
    for (told, audible), rate in zip(spoken, (170, 130), strict=True):
        rows += [
            (f"点一下到声音送出 click to first sound buffer, {rate} 字/分", delays(told["sounded"])),
            (f"点一下到听见 click to audible at a null sink, {rate} 字/分", delays(audible)),
            (
                f"说话时窗口最长不动 longest gap of the window, {rate} 字/分",
                f"{1000 * told['gap']:.0f} ms, at work {1000 * told['busy']:.0f} ms",
            ),
        ]
    (told, _), *_ = spoken
    rows += [
        ("内存，带声音走故事 memory (PSS), in a story with sound", f"{told['pss']:.0f} MiB"),
        ("内存，读语音的子进程 memory (PSS), the child that reads clips", f"{told['reader']:.0f} MiB"),
        ("语音程序卡住时窗口最长不动 longest gap, engine hangs", f"{hang['longest_gap_ms']:.0f} ms"),
        ("叫停卡住的语音程序 stopping an engine that hangs", f"{hang['stop_ms']:.1f} ms"),
    ]
    for name, figure in rows:
        print(f"{name:<60} {figure}")
    return 0


def probe(desktop: Desktop, kind: str) -> dict[str, Any]:
    """One run of the probe; `took` is the time in seconds from its start to the first paint."""
    began = time.monotonic()
    process = desktop.start([*PROBE, kind], stdout=subprocess.PIPE, stderr=None, cwd=CHECKOUT)
    assert process.stdout is not None
    line = process.stdout.readline()
    process.wait()
    if not line:
        raise SystemExit(f"probe {kind} gave nothing")
    figures: dict[str, Any] = json.loads(line)
    return {**figures, "took": figures["painted"] - began}


def muted(desktop: Desktop) -> None:
    """Nothing is spoken from now on: a still screen is to be still."""
    desktop.keep_settings(muted=True)
    forget(desktop)


def forget(desktop: Desktop) -> None:
    """No story is left half played: or the program would offer to go on with it."""
    (Path(desktop.environment["ELDERGUARD_HOME"]) / "records.sqlite").unlink(missing_ok=True)


def speaking(desktop: Desktop, rate: int) -> tuple[dict[str, Any], list[float]]:
    """A story with sound at that rate (字/分), and the seconds from each click until it was heard."""
    desktop.keep_settings(speech_rate=rate, follow=False)
    forget(desktop)
    ear = voice.Ear(desktop)
    told = probe(desktop, "voice")
    ear.close()
    heard = [ear.after(click) for click in told["clicks"]]
    return told, [delay for delay in heard if delay is not None]


def at_rest(desktop: Desktop) -> float:
    """The share of one core that the program takes when nobody does anything."""
    process = desktop.start([*PROBE, "still"], stdout=subprocess.PIPE, stderr=None, cwd=CHECKOUT)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(SETTLED_S)
    before = cpu_seconds(process.pid)
    time.sleep(IDLE_S)
    used = cpu_seconds(process.pid) - before
    end(process)  # while it is open there is no second one
    return used / IDLE_S


def cpu_seconds(pid: int) -> float:
    """What a process has used of the processor so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def spread(values: list[float], scale: float, unit: str) -> str:
    """Median, least and greatest."""
    low, middle, high = (scale * figure for figure in (min(values), statistics.median(values), max(values)))
    digits = 2 if scale == 1 else 0
    return f"{middle:.{digits}f} {unit}  ({low:.{digits}f}–{high:.{digits}f}, {len(values)} runs)"


def delays(values: list[float]) -> str:
    """Median, 99th percentile and greatest, in ms."""
    p99 = statistics.quantiles(values, n=100)[98]
    middle, most = statistics.median(values), max(values)
    return (
        f"{1000 * middle:.0f} ms, p99 {1000 * p99:.0f} ms  ({len(values)} clicks; most {1000 * most:.0f} ms)"
    )


def clicks(clicked: list[tuple[float, str]]) -> str:
    """Median and 99th percentile, and which click was the slowest."""
    values = [took for took, _ in clicked]
    slowest, name = max(clicked)
    p99 = statistics.quantiles(values, n=100)[98]
    middle = statistics.median(values)
    rest = f"({len(values)} clicks; slowest {1000 * slowest:.0f} ms: {name})"
    return f"{1000 * middle:.1f} ms, p99 {1000 * p99:.1f} ms  {rest}"


def machine() -> str:
    """What the figures were measured on."""
    import PySide6

    cpu = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    git = ["git", "describe", "--always", "--dirty"]
    commit = subprocess.run(git, cwd=CHECKOUT, capture_output=True, text=True, check=False).stdout.strip()
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Xvfb 1366×768, load "
        f"{os.getloadavg()[0]:.1f}, {commit}"
    )


if __name__ == "__main__":
    sys.exit(main())
