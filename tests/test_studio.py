"""What an author sees who renders, checks or asks about voices. The engine here hums."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from elderguard import studio
from elderguard.parser import UnusableError
from elderguard.scenario.vocabulary import Voice
from elderguard.voice.pack import read_pack
from elderguard.voice.packing import write_pack
from elderguard.voice.render import kokoro
from elderguard.voice.render.voicer import VoicerError
from elderguard.voice.render.voices import told
from elderguard.voice.utterance import Utterance
from tests.voice.fake_voicer import Hummer

pytest.importorskip("speechwarp", reason="speechwarp makes the pace of clips, and is not installed")

HELLO = Utterance("您好。", "您好，您请坐，喝口水再说。")
BYE = Utterance("再见。", "再见。", Voice.MAN)


class Hum(Hummer):
    """Stands in for the engine, with the people of the real one."""

    def __init__(self, _: Path) -> None:
        super().__init__()

    voices = property(lambda self: told())  # type: ignore[assignment]


@pytest.fixture
def humming(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kokoro, "Kokoro", Hum)


@pytest.mark.usefixtures("humming")
def test_what_is_missing_is_rendered_with_a_bar_and_then_all_is_there(tmp_path, capsys):
    bar = io.StringIO()
    assert studio.render(tmp_path, (HELLO, BYE), prune=False, tell=bar) == 0
    assert "第 2 段，共 2 段" in bar.getvalue()
    assert capsys.readouterr().out == "这次录了 2 段，一共 2 段。\n"
    assert studio.status(tmp_path, (HELLO, BYE)) == 0
    told_ = capsys.readouterr().out
    assert "语音包：守护银龄普通话（CC BY 4.0）" in told_
    assert "谁念的：hum 1.0" in told_
    assert "中年男声（man）：1 段" in told_
    assert "还没录的 0 段，要重录的 0 段，没人念的 0 段。" in told_


@pytest.mark.usefixtures("humming")
def test_only_with_prune_is_anything_removed(tmp_path, capsys):
    studio.render(tmp_path, (HELLO, BYE), prune=False, tell=io.StringIO())
    studio.render(tmp_path, (BYE,), prune=False, tell=io.StringIO())
    assert len(read_pack(tmp_path).clips) == 2
    studio.render(tmp_path, (BYE,), prune=True, tell=io.StringIO())
    assert "删掉了 1 段没人念的" in capsys.readouterr().out
    assert len(read_pack(tmp_path).clips) == 1
    assert studio.render(tmp_path, (BYE,), prune=True, tell=io.StringIO()) == 0


@pytest.mark.usefixtures("humming")
def test_the_check_tells_what_is_wrong_and_says_so_by_its_code(tmp_path, capsys, monkeypatch):
    studio.render(tmp_path, (HELLO, BYE), prune=False, tell=io.StringIO())
    monkeypatch.setattr(studio, "BYTES_A_SECOND", 1e6)  # a hum is harder to code than speech
    capsys.readouterr()
    assert studio.check(tmp_path) == 0
    assert capsys.readouterr().out == "查了 2 段，都合格。\n"
    monkeypatch.setattr(studio, "BYTES_A_SECOND", 100)
    monkeypatch.setattr(studio, "_SHOWN", 1)
    for clip in read_pack(tmp_path).clips.values():
        clip.path.unlink() if clip.voice == "man" else clip.path.chmod(0o644)
    assert studio.check(tmp_path) == 1
    said = capsys.readouterr().out
    assert "“再见。”（man）：声音文件不见了" in said
    assert "还有 1 处没有列出来。" in said
    assert "2 处不合格" in said


def test_what_is_missing_is_named(tmp_path, capsys):
    assert studio.status(tmp_path, (HELLO, BYE)) == 1
    said = capsys.readouterr().out
    assert "还没有录" in said
    assert "没有声音" in said
    assert "中年男声：再见。" in said


@pytest.mark.usefixtures("humming")
def test_a_clip_of_unknown_speed_is_still_counted(tmp_path, capsys):
    studio.render(tmp_path, (BYE,), prune=False, tell=io.StringIO())
    pack = read_pack(tmp_path)
    write_pack(
        tmp_path, replace(pack, clips={key: replace(clip, speed=0) for key, clip in pack.clips.items()})
    )
    studio.status(tmp_path, (BYE,))
    assert "平均每分钟 0 字" in capsys.readouterr().out


def test_a_pack_that_is_not_there_or_broken_cannot_be_checked(tmp_path):
    with pytest.raises(UnusableError, match="还没有语音包"):
        studio.check(tmp_path)
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(UnusableError, match="从头再录"):
        studio.check(tmp_path)


def test_an_engine_that_is_not_there_says_how_to_get_it(tmp_path, monkeypatch):
    def missing(_: Path) -> None:
        raise VoicerError("没有装")

    monkeypatch.setattr(kokoro, "Kokoro", missing)
    told_ = io.StringIO()
    assert studio.render(tmp_path, (HELLO,), prune=False, tell=told_) == 1
    assert "没有装" in told_.getvalue()


@pytest.mark.usefixtures("humming")
def test_a_full_disk_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    told_ = io.StringIO()
    assert studio.render(tmp_path / "file", (HELLO,), prune=False, tell=told_) == 1
    assert "写不进" in told_.getvalue()


def test_everything_a_story_says_is_wanted():
    said = studio.wanted(["home-visit"])
    assert len(said) > 200
    assert "验证码" in "".join(utterance.spoken for utterance in said)


def test_a_story_that_cannot_be_played_cannot_be_voiced(tmp_path, monkeypatch):
    with pytest.raises(UnusableError, match="打不开"):
        studio.wanted(["nobody-knows"])
