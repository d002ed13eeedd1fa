"""Each clip is heard once, as long as it stays the same; short ones in tens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from elderguard.voice.pack import Clip
from tests.listen import record as records
from tests.listen.hearing import JOINED, LONGEST, REST, batches, checksum, hear_all
from tests.listen.record import Heard, Record

LONG = "大娘，手机您自己拿着，我说您点。"


@dataclass
class Ear:
    """Hears what stands in the files, as text; `asked` are the names of what it was given."""

    asked: list[tuple[tuple[str, ...], bool]] = field(default_factory=list)

    def __call__(self, files: Sequence[Path], low: bool) -> str:
        self.asked.append((tuple(file.name for file in files), low))
        return ",".join(file.read_text(encoding="utf-8") for file in files)


def clips(
    folder: Path, spoken: dict[str, str], voice: str = "narrator", seconds: float = 4.0
) -> dict[str, Clip]:
    made = {}
    for name, text in spoken.items():
        (folder / name).write_text(text, encoding="utf-8")
        clip = Clip(folder / name, text, voice, seconds, "")
        made[checksum(clip.path)] = clip
    return made


def test_everything_is_heard_whole_and_low_passed(tmp_path: Path) -> None:
    ear, record = Ear(), Record("ear")
    pack = clips(tmp_path, {"a": LONG, "b": LONG + "好"})
    assert hear_all(pack, record, ear) == 2
    assert [(sorted(files), low) for files, low in ear.asked] == [(["a", "b"], False), (["a", "b"], True)]
    heard = "大娘手机您自己拿着我说您点"
    assert [record.clips[each] for each in pack] == [Heard(heard, heard), Heard(heard + "好", heard + "好")]


def test_the_second_time_nothing_is_heard_again(tmp_path: Path) -> None:
    pack = clips(tmp_path, {"a": LONG, "b": "好", "c": "不说"})
    file = tmp_path / "heard.json"
    record = Record("ear")
    hear_all(pack, record, Ear())
    records.write(record, file)
    ear = Ear()
    again = records.read(file, "ear")
    assert hear_all(pack, again, ear) == 0
    assert ear.asked == []
    assert again == record


def test_a_changed_clip_is_heard_again_and_no_other(tmp_path: Path) -> None:
    record = Record("ear")
    hear_all(clips(tmp_path, {"a": LONG, "b": LONG + "好"}), record, Ear())
    ear = Ear()
    assert hear_all(clips(tmp_path, {"a": LONG, "b": LONG + "对"}), record, ear) == 1
    assert {files for files, _ in ear.asked} == {("b",)}


def test_another_listener_hears_everything_anew(tmp_path: Path) -> None:
    record = Record("ear", {"a": Heard("好", "好")})
    records.write(record, tmp_path / "heard.json")
    assert records.read(tmp_path / "heard.json", "another ear") == Record("another ear")
    assert records.read(tmp_path / "heard.json") == record


def test_clips_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    record = Record("ear", {"a": Heard("好", "好"), "b": Heard("不", "不")})
    record.keep_only({"b": None})
    assert list(record.clips) == ["b"]


def test_a_killed_listening_leaves_what_was_kept(tmp_path: Path) -> None:
    record, file = Record("ear", {"a": Heard("好", "好", "g")}), tmp_path / "folder" / "heard.json"
    records.write(record, file)
    file.with_suffix(".growing").write_text("{", encoding="utf-8")
    assert records.read(file) == record
    assert records.read(tmp_path / "none.json") == Record("")


def test_a_clip_that_was_skipped_in_a_window_is_heard_alone(tmp_path: Path) -> None:
    class Skipping(Ear):
        def __call__(self, files: Sequence[Path], low: bool) -> str:
            super().__call__(files, low)
            return ",".join(
                file.read_text(encoding="utf-8") for file in files if [file] == files or file.name != "b"
            )

    ear, record = Skipping(), Record("ear")
    pack = clips(tmp_path, {"a": LONG, "b": "挂掉，自己打银行的电话", "c": LONG + "好"})
    hear_all(pack, record, ear)
    assert [files for files, low in ear.asked if not low][1:] == [("b",)]
    assert {heard.plain for heard in record.clips.values()} >= {"挂掉，自己打银行的电话"}


def test_neighbours_are_drawn_by_lot_and_always_the_same(tmp_path: Path) -> None:
    pack = clips(tmp_path, {f"l{at}": LONG + "好" * at for at in range(9)})
    drawn = [each for batch in batches(pack, Record("ear")) for each in batch.clips]
    again = dict(reversed(list(pack.items())))
    assert drawn == [each for batch in batches(again, Record("ear")) for each in batch.clips]
    assert drawn != list(pack)


def test_short_clips_are_joined_in_tens_of_one_voice(tmp_path: Path) -> None:
    def number(at: int) -> str:
        return "一二三四五六七八九十"[at % 10] * (1 + at // 10)

    pack = clips(tmp_path, {f"n{at:02}": number(at) for at in range(23)}, seconds=1.0)
    pack |= clips(tmp_path, {"man": "好"}, "man", seconds=1.0)
    waiting = batches(pack, Record("ear"))
    assert sorted(len(batch.clips) for batch in waiting) == [1, 3, JOINED, JOINED]
    assert all(
        batch.is_group and len({clip.voice for clip in batch.clips.values()}) == 1 for batch in waiting
    )
    assert len({batch.group for batch in waiting}) == 4


def test_a_new_short_clip_is_heard_among_others(tmp_path: Path) -> None:
    record = Record("ear")
    texts = {f"n{at}": text for at, text in enumerate("一二三四五六七八九十甲")}
    hear_all(clips(tmp_path, texts, seconds=1.0), record, Ear())
    pack = clips(tmp_path, {**texts, "new": "好"}, seconds=1.0)
    (batch,) = batches(pack, record)
    assert len(batch.clips) == JOINED
    assert next(iter(batch.clips.values())).spoken == "好"


def test_no_window_is_longer_than_the_listener_can_hear(tmp_path: Path) -> None:
    pack = clips(tmp_path, {f"l{at}": LONG + "好" * at for at in range(9)}, seconds=8.0)
    windows = batches(pack, Record("ear"))
    assert [len(batch.clips) for batch in windows] == [3, 3, 3]
    assert not any(batch.group for batch in windows)
    assert all(sum(clip.seconds + REST for clip in each.clips.values()) <= LONGEST for each in windows)


def test_a_clip_longer_than_a_window_is_heard_alone(tmp_path: Path) -> None:
    pack = clips(tmp_path, {"a": LONG, "long": LONG * 5, "b": LONG + "好"}, seconds=40.0)
    assert [len(batch.clips) for batch in batches(pack, Record("ear"))] == [1, 1, 1]


@pytest.mark.parametrize("text", ["好", LONG])
def test_progress_is_told(tmp_path: Path, text: str) -> None:
    told: list[tuple[int, int]] = []
    hear_all(clips(tmp_path, {"a": text}), Record("ear"), Ear(), lambda *done: told.append(done))
    assert told == [(1, 1)]
