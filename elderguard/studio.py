"""The voice packs as authors and maintainers see them: what has to be said, and the commands that render it,
check it and tell how things stand. What is said here is Chinese."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from elderguard import paths
from elderguard.parser import UnusableError
from elderguard.scenario.vocabulary import Voice
from elderguard.voice.engine import syllables
from elderguard.voice.inspection import BYTES_A_SECOND, inspect, seconds, size
from elderguard.voice.pack import MANIFEST, Clip, Pack, PackError, read_pack
from elderguard.voice.utterance import Utterance

PACK = "kokoro"
"""The folder of the pack that is shipped, and of the styles beside it."""
_NAME, _LICENCE = "守护银龄普通话", "CC BY 4.0"
_BAR = 24
_SHOWN = 200  # faults told one by one


def folder() -> Path:
    """Where the shipped pack lies. Raises MissingFilesError."""
    return paths.assets_folder() / "voices" / PACK


def styles_folder() -> Path:
    """Where the style files of the engine lie. Raises MissingFilesError."""
    return paths.assets_folder() / "voices" / "styles"


def wanted(ids: Sequence[str]) -> tuple[Utterance, ...]:
    """Everything these stories can say; without any, all stories and the program itself. Raises
    UnusableError for a story that cannot be played."""
    from elderguard.scenario.library import Library
    from elderguard.voice.script import script

    library = Library.of_folders()
    said: list[Utterance] = []
    for story in ids or [entry.id for entry in library.entries()]:
        found = library.load(story)
        if found.scenario is None:
            raise UnusableError(f"故事“{story}”现在打不开，先运行 elderguard check {story}")
        said += script(found.scenario)
    if not ids:
        from elderguard.ui.interface_script import interface_script

        said += interface_script(library)
    return tuple(said)


def opened(where: Path) -> Pack:
    """The pack in that folder, an empty one if there is none yet. Raises UnusableError if it is broken."""
    if not (where / MANIFEST).exists():
        return Pack(_NAME, _LICENCE, {})
    try:
        return read_pack(where)
    except PackError as error:
        raise UnusableError(f"{error}。把它删掉，就会从头再录") from error


def render(where: Path, wanted: Sequence[Utterance], prune: bool, tell: TextIO = sys.stderr) -> int:
    """Renders what is missing or stale. Returns the exit code: 0 all is there, 1 it is not."""
    from elderguard.voice.render.kokoro import Kokoro
    from elderguard.voice.render.press import in_order, pruned, work
    from elderguard.voice.render.press import render as press
    from elderguard.voice.render.voicer import VoicerError
    from elderguard.voice.render.voices import told

    pack = opened(where)
    todo = work(pack, in_order(wanted), told())
    try:
        if todo.due:
            bar = Bar(len(todo.due), tell)
            pack = press(where, pack, todo.due, Kokoro(styles_folder()), bar.step)
            bar.end()
        if prune and todo.unasked:
            pack = pruned(where, pack, todo.unasked)
            print(f"删掉了 {len(todo.unasked)} 段没人念的。")
    except VoicerError as error:
        print(error, file=tell)
        return 1
    except OSError as error:
        print(f"写不进 {where}：{error.strerror or error}。", file=tell)
        return 1
    print(f"这次录了 {len(todo.due)} 段，一共 {len(pack.clips)} 段。")
    return 0


class Bar:
    """How far the rendering has come, in one line that is written over and over."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total, self._stream = total, stream
        self._done, self._seconds = 0, 0.0

    def step(self, clip: Clip) -> None:
        """One clip more is there."""
        self._done += 1
        self._seconds += clip.seconds
        full = _BAR * self._done // self._total
        bar = "█" * full + "·" * (_BAR - full)
        told = f"\r{bar} 第 {self._done} 段，共 {self._total} 段，声音 {self._seconds / 60:.1f} 分钟"
        print(told, end="", file=self._stream, flush=True)

    def end(self) -> None:
        """The line is finished."""
        print(file=self._stream)


def check(where: Path) -> int:
    """Holds every clip against the gate. Returns the exit code: 0 sound, 1 something is wrong."""
    pack = opened(where)
    if not pack.clips:
        raise UnusableError("还没有语音包，先运行 elderguard voice render")
    faults: list[object] = list(inspect(pack))
    if size(pack) > BYTES_A_SECOND * seconds(pack):
        faults.append(f"语音包太大，{_rate(size(pack), seconds(pack))}，最多 {BYTES_A_SECOND / 1000} kB。")
    for fault in faults[:_SHOWN]:
        print(fault)
    if len(faults) > _SHOWN:
        print(f"还有 {len(faults) - _SHOWN} 处没有列出来。")
    print(f"查了 {len(pack.clips)} 段，{f'{len(faults)} 处不合格' if faults else '都合格'}。")
    return 1 if faults else 0


def status(where: Path, wanted: Sequence[Utterance]) -> int:
    """Tells what is voiced, by whom, how large it is, and what is missing. Returns the exit code: 0
    nothing is missing or stale, 1 something is."""
    from elderguard.voice.render.press import in_order, work
    from elderguard.voice.render.voices import told

    pack = opened(where)
    todo = work(pack, in_order(wanted), told())
    heard, bytes_ = seconds(pack), size(pack)
    print(f"语音包：{pack.name}（{pack.licence}）")
    print(f"谁念的：{pack.engine or '还没有录'}")
    print(f"一共 {len(pack.clips)} 段，{heard / 60:.1f} 分钟，{bytes_ / 1e6:.1f} MB，{_rate(bytes_, heard)}")
    for line in _by_voice(pack.clips.values()):
        print(line)
    stale = sum(key in pack.clips for key in todo.due)
    print(f"还没录的 {len(todo.due) - stale} 段，要重录的 {stale} 段，没人念的 {len(todo.unasked)} 段。")
    for utterance in list(todo.due.values())[:10]:
        print(f"  {utterance.voice.chinese}：{utterance.spoken}")
    return 1 if todo.due else 0


def _rate(bytes_: int, heard: float) -> str:
    return f"每秒 {bytes_ / heard / 1000:.2f} kB" if heard else "没有声音"


def _by_voice(clips: Iterable[Clip]) -> list[str]:
    """For each voice how many clips and minutes, and how fast it speaks."""
    clips = tuple(clips)
    count = Counter(clip.voice for clip in clips)
    lines = []
    for voice in Voice:
        of_voice = [clip for clip in clips if clip.voice == voice.value]
        spoken = sum(syllables(clip.spoken) / clip.speed for clip in of_voice if clip.speed)
        if of_voice:
            speed = sum(syllables(clip.spoken) for clip in of_voice if clip.speed) / spoken if spoken else 0
            minutes = sum(clip.seconds for clip in of_voice) / 60
            lines.append(
                f"  {voice.chinese}（{voice.value}）：{count[voice.value]} 段，{minutes:.1f} 分钟，"
                f"平均每分钟 {speed:.0f} 字"
            )
    return lines
