"""The player's proof: what a person in the room would hear is understood.

Twenty lines of the shipped pack are played by the real program, in a real window, through a real PulseAudio
sink; they follow each other by themselves, as they do for her. The listener of `make listen` writes down the
recording. Run alone (`make heard`): a sound card that has to wait for other tests stumbles.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from elderguard.voice.pack import MANIFEST, Pack, read_pack
from elderguard.voice.utterance import NORMAL
from tests.desktop import virtual
from tests.desktop.ear import Ear
from tests.listen import needed
from tests.listen.sample import LINES, STORY, Sample, sample, stories
from tests.listen.syllables import distance, nearest, split, units

CHECKOUT = Path(__file__).resolve().parent.parent.parent
SAMPLE_LIMIT = 0.12
"""The syllable error rate of the sample. Measured: 0.030 to 0.086, by the lines that the pack has; the
machine's own voice, played instead, would have 0.62 and more."""
LINE_LIMIT = 0.5
"""The error rate of one line: one that was swallowed, or spoken by the machine's own voice, has more."""
LONGEST_S = 150.0  # seconds of the whole sample; then the program is stuck
PAUSE_S = 2.0  # longer than between a question and its first choice


def lacking() -> str:
    """Why the sample cannot be heard here; empty if it can."""
    if absent := virtual.missing():
        return f"not here: {', '.join(absent)}"
    if absent := needed.missing():
        return f"the listener is not installed (.ci/environment listen): {', '.join(absent)}"
    return "" if packs() else "there is no voice pack in assets/voices"


def packs() -> list[Path]:
    return sorted(file.parent for file in (CHECKOUT / "assets" / "voices").glob(f"*/{MANIFEST}"))


pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking())


def played(chosen: Sample, sound: Path) -> None:
    """Let the real program play the sample, and record what comes out of the machine."""
    with virtual.Desktop() as desktop, desktop.hearing(sound):
        desktop.keep_settings(speech_rate=NORMAL, follow=True)
        folder = Path(desktop.environment["ELDERGUARD_HOME"]) / "scenarios" / STORY
        folder.mkdir(parents=True)
        (folder / "scenario.yaml").write_text(chosen.script, encoding="utf-8")
        program = desktop.elderguard("play", STORY)
        desktop.wait_for(lambda: asks(desktop), "the question", LONGEST_S)
        Ear(sound).hear_out(PAUSE_S, LONGEST_S)
        program.terminate()
        program.wait(virtual.PATIENCE)


def asks(desktop: virtual.Desktop) -> bool:
    return any("button-choice:" in identity for identity, _ in desktop.glance())


def test_what_the_program_plays_is_understood(tmp_path: Path) -> None:
    from tests.listen.sound import load
    from tests.listen.whisper import Whisper

    pack: Pack = read_pack(packs()[0])
    chosen = sample(pack, stories(CHECKOUT / "scenarios"))
    assert len(chosen.lines) == LINES
    played(chosen, tmp_path / "heard.wav")

    transcript = Whisper().hear_sound(load(tmp_path / "heard.wav"))
    said = [units(word) for word in chosen.words]
    whole = [unit for word in said for unit in word]
    heard = nearest(whole, transcript)
    wrong = [
        (distance(word, piece), text, "".join(unit.written for unit in piece))
        for word, piece, text in zip(said, split(said, heard), chosen.words, strict=True)
    ]
    rate = distance(whole, heard) / len(whole)
    report = "\n".join(f"{errors:2}  {text}  |  {piece}" for errors, text, piece in wrong)
    print(f"syllable error rate of the sample {rate:.3f}\n{report}")
    assert rate <= SAMPLE_LIMIT, report
    lines = [
        (errors / len(units(text)), text, piece) for errors, text, piece in wrong if text in chosen.lines
    ]
    assert [line for line in lines if line[0] > LINE_LIMIT] == []
