"""The limits of issue 3, and the report that says whether they are kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from elderguard.voice.pack import Clip
from tests.listen import __main__ as program
from tests.listen import record as records
from tests.listen.record import Heard, Record
from tests.listen.score import Score, score
from tests.listen.table import data, text

SAID = "手机不离手验证码不说证件不交人"  # 15 syllables
EXCUSE = "人听得清，听写程序写错了名字。"


def garbled(errors: int, said: str = SAID) -> str:
    return "啊" * errors + said[errors:]


def scored(*heard: tuple[str, int, int], excuses: dict[str, str] | None = None) -> Score:
    """A score of lines of 15 syllables: voice, errors whole, errors low-passed."""
    clips, record = {}, {}
    for at, (voice, plain, low) in enumerate(heard):
        clips[str(at)] = Clip(Path("x"), SAID, voice, 4.0, "")
        record[str(at)] = Heard(garbled(plain), garbled(low))
    return score(clips, record, excuses or {})


def test_rates_are_counted_over_all_syllables() -> None:
    found = scored(("narrator", 0, 3), ("narrator", 3, 3), ("man", 6, 0))
    assert found.rate().share == 9 / 45
    assert found.rate("narrator").share == 3 / 30
    assert found.rate("narrator", low=True).share == 6 / 30
    assert found.voices == ("narrator", "man")


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        ([("narrator", 0, 0)] * 4 + [("narrator", 3, 3)], False),  # 0.04
        ([("narrator", 0, 0)] * 2 + [("narrator", 3, 3)], True),  # 0.067 of at most 0.06
        ([("man", 0, 15)] * 4 + [("man", 5, 15)], False),  # 0.067 of at most 0.12, low-passed does not count
        ([("man", 0, 0), ("man", 4, 0)], True),  # 0.133
        ([("narrator", 0, 2)] * 3, False),  # low-passed 0.133 of at most 0.14
        ([("narrator", 0, 3)] * 3, True),  # 0.2
        ([("narrator", 0, 0)] * 9 + [("narrator", 6, 6)], True),  # the one line: 0.4 of at most 0.34
    ],
)
def test_a_limit_is_kept_or_broken(lines: list[tuple[str, int, int]], broken: bool) -> None:
    assert bool(scored(*lines).broken()) == broken


def test_a_line_is_excused_by_a_reason_but_only_one_in_a_hundred() -> None:
    lines = [("narrator", 0, 0)] * 99 + [("narrator", 6, 6)]
    assert scored(*lines).broken() == ("旁白“手机不离手验证码不说证件不交人”：错字率 0.400，最多 0.34",)
    assert scored(*lines, excuses={SAID: EXCUSE}).broken() == ()
    assert scored(*lines[1:], excuses={SAID: EXCUSE}).broken() == (
        "说明听错的有 1 句，多过全部 99 句的百分之一",
    )


def test_a_clip_that_was_not_heard_breaks_the_limits() -> None:
    found = score({"a": Clip(Path("x"), SAID, "man", 4.0, "")}, {}, {})
    assert found.broken() == (f"有 1 条声音还没有听过，例如：{SAID}",)


def test_short_clips_that_were_heard_together_are_scored_together() -> None:
    texts = ["不说", "好", "挂电话", "手机不离手"]
    clips = {each: Clip(Path("x"), each, "narrator", 1.0, "") for each in texts}
    heard = {each: Heard(each, each, "group") for each in texts}
    heard["好"] = Heard("号码", "", "group")  # alone it would be 1.0, among eleven syllables it is not
    found = score(clips, heard, {})
    (line,) = found.lines
    assert (line.plain.errors, line.plain.syllables, line.low.errors) == (1, 11, 1)
    assert line.texts == tuple(texts)
    assert not found.not_understood


def test_the_worst_lines_come_first_and_faultless_ones_not_at_all() -> None:
    found = scored(("man", 0, 0), ("man", 2, 0), ("woman", 5, 0))
    assert [line.plain.errors for line in found.worst] == [5, 2]


def test_the_report_says_what_was_heard_and_what_is_broken() -> None:
    found = scored(("narrator", 6, 0), excuses={SAID: EXCUSE})
    report = text(found, "mandarin", "an ear")
    assert "听成：啊啊啊啊啊啊证码不说证件不交人" in report
    assert "没有做到：旁白：错字率 0.400，最多 0.06" in report
    assert EXCUSE in report
    told = json.loads(json.dumps(data(found, "mandarin", "an ear")))
    assert told["voices"]["narrator"] == {"syllables": 15, "plain": 0.4, "low_passed": 0.0}
    assert told["excused"][0]["reason"] == EXCUSE


# --- the program ---------------------------------------------------------------------------------------


def pack_of(folder: Path, spoken: Sequence[str]) -> Path:
    folder.mkdir()
    clips = {}
    for at, said in enumerate(spoken):
        (folder / f"{at}.wav").write_text(said, encoding="utf-8")
        key = hashlib.sha256(said.encode("utf-8")).hexdigest()
        entry = {"file": f"{at}.wav", "spoken": said, "voice": "narrator", "seconds": 4.0, "sha256": key}
        clips[key] = entry
    manifest = {"pack": folder.name, "licence": "MIT", "clips": clips}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("errors", "code"), [(0, 0), (6, 1)])
def test_the_exit_code_says_whether_the_limits_are_kept(
    errors: int,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = pack_of(tmp_path / "pack", [SAID])
    checksum = hashlib.sha256((folder / "0.wav").read_bytes()).hexdigest()
    record = Record("ear", {checksum: Heard(garbled(errors), SAID)})
    records.write(record, tmp_path / "pack.heard.json")
    monkeypatch.setattr(program.records, "FOLDER", tmp_path)
    assert program.main(["--report", str(folder)]) == code
    assert ("没有做到" in capsys.readouterr().out) == bool(code)


def test_listening_keeps_the_record_and_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = program.read_pack(pack_of(tmp_path / "pack", [SAID]))
    found = program.listen(pack, "pack", ("ear", lambda files, low: SAID), tmp_path, tmp_path / "none.yaml")
    assert found.broken() == ()
    assert records.read(tmp_path / "pack.heard.json").listener == "ear"
    assert "都做到了" in (tmp_path / "pack.report.txt").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "pack.report.json").read_text(encoding="utf-8"))["clips"] == 1
    assert "新听了 1 条" in capsys.readouterr().err


def test_a_folder_that_is_no_pack_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--report", str(tmp_path)]) == 2
    assert "清单读不出来" in capsys.readouterr().err


def test_the_reasons_are_read_and_each_has_one(tmp_path: Path) -> None:
    assert all(reason.strip() for reason in program.reasons(program.EXCUSES).values())
    file = tmp_path / "reasons.yaml"
    file.write_text(f"- {{text: {SAID}, reason: {EXCUSE}}}\n", encoding="utf-8")
    assert program.reasons(file) == {SAID: EXCUSE}
