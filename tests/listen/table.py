"""The report of a listening as people read it (Chinese) and as programs do."""

from __future__ import annotations

from typing import Any

from tests.listen.score import EXCUSED, LINE, NARRATOR, NARRATOR_LOW, VOICE, Line, Score, chinese


def text(score: Score, pack: str, listener: str) -> str:
    """The report as a text to read."""
    clips = sum(len(line.texts) for line in score.lines)
    rows = [
        f"语音包 {pack}，{clips} 条声音，由另一个程序听写：{listener}",
        "错字率按不带声调的拼音算：一百个字里，听错、听漏、多听的有几个。",
        "“老人耳朵里”：先去掉 2 千赫以上的声音（年纪大了，高音听不见），再听写。",
        "",
        _row("谁的声音", "字数", "错字率", "老人耳朵里"),
        _rates(score, None, "全部"),
        *(_rates(score, voice, chinese(voice)) for voice in score.voices),
        "",
        f"要求：旁白最多 {NARRATOR:.2f}，老人耳朵里最多 {NARRATOR_LOW:.2f}；每个声音最多 {VOICE:.2f}；"
        f"每句最多 {LINE:.2f}（听写程序听错的除外，不多于百分之{100 * EXCUSED:.0f}）。",
        *(f"没有做到：{broken}" for broken in score.broken()),
        *([] if score.broken() else ["都做到了。"]),
        "",
        f"听得最不清的 {len(score.worst)} 句（不满六个字的，十句合成一句听）：",
        *(_worst(line) for line in score.worst),
    ]
    if score.excused:
        rows += ["", "人听了没错，是听写程序错了的："]
        rows += [f"  {'／'.join(line.texts)}——{_reason(score, line)}" for line in score.excused]
    return "\n".join(rows) + "\n"


def data(score: Score, pack: str, listener: str) -> dict[str, Any]:
    """The same as plain data for JSON."""
    return {
        "pack": pack,
        "listener": listener,
        "clips": sum(len(line.texts) for line in score.lines),
        "all": _figures(score, None),
        "voices": {voice: _figures(score, voice) for voice in score.voices},
        "broken": list(score.broken()),
        "worst": [_told(line) for line in score.worst],
        "excused": [{**_told(line), "reason": _reason(score, line)} for line in score.excused],
    }


def _figures(score: Score, voice: str | None) -> dict[str, float | int]:
    plain, low = score.rate(voice), score.rate(voice, low=True)
    return {"syllables": plain.syllables, "plain": round(plain.share, 4), "low_passed": round(low.share, 4)}


def _told(line: Line) -> dict[str, Any]:
    return {
        "voice": line.voice,
        "said": list(line.texts),
        "heard": list(line.heard),
        "plain": round(line.plain.share, 4),
        "low_passed": round(line.low.share, 4),
    }


def _rates(score: Score, voice: str | None, name: str) -> str:
    plain, low = score.rate(voice), score.rate(voice, low=True)
    return _row(name, str(plain.syllables), f"{plain.share:.3f}", f"{low.share:.3f}")


def _row(name: str, *figures: str) -> str:
    """Columns that stand under each other: a Chinese character is two wide."""
    return "  " + _wide(name, 18) + "".join(_wide(figure, 12) for figure in figures).rstrip()


def _wide(word: str, columns: int) -> str:
    return word + " " * (columns - sum(2 if ord(letter) > 0x2E7F else 1 for letter in word))


def _worst(line: Line) -> str:
    said, heard = "／".join(line.texts), "／".join(line.heard)
    return f"  {line.plain.share:.2f}  {chinese(line.voice)}  {said}\n        听成：{heard}"


def _reason(score: Score, line: Line) -> str:
    return next(score.excuses[text] for text in line.texts if text in score.excuses)
