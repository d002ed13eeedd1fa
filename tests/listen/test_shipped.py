"""What is shipped was heard and understood: the record is held against the limits, without a listener."""

from __future__ import annotations

from pathlib import Path

import pytest

from elderguard.voice.pack import MANIFEST, read_pack
from tests.listen import __main__ as program
from tests.listen import record as records
from tests.listen import table
from tests.listen.hearing import checksum
from tests.listen.score import Score, score

PACKS = sorted(file.parent for file in (program.CHECKOUT / "assets" / "voices").glob(f"*/{MANIFEST}"))
pytestmark = pytest.mark.skipif(not PACKS, reason="there is no voice pack in assets/voices")


def scored(folder: Path) -> tuple[Score, str]:
    pack = read_pack(folder)
    record = records.read(records.FOLDER / f"{folder.name}.heard.json")
    clips = {checksum(clip.path): clip for clip in pack.clips.values()}
    found = score(clips, record.clips, program.reasons(program.EXCUSES))
    return found, table.text(found, pack.name, record.listener)


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_every_shipped_clip_was_heard_and_understood(folder: Path) -> None:
    found, _ = scored(folder)
    assert found.broken() == ()


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_the_kept_report_says_what_the_record_says(folder: Path) -> None:
    _, report = scored(folder)
    assert (records.FOLDER / f"{folder.name}.report.txt").read_text(encoding="utf-8") == report
