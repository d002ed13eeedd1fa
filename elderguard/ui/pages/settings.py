"""What a person can set, one row each, changed by a press and kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from elderguard.settings import SPEECH_RATES, TEXT_SIZES, Settings
from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.pages.page import Back, Go, Home, Move, Page, Stay
from elderguard.ui.pages.sound_check import SoundCheckPage
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Button, Row, Rows, Screen

VOLUME_STEP = 20
RATE_NAMES = {130: "慢", 170: "平常", 200: "快"}
TRY_SOUND = "try-sound"
SYSTEM_OUTPUT = "跟着电脑走"


def _no_page() -> Page:
    raise NotImplementedError


@dataclass(frozen=True)
class OwnVoice:
    """Where a volunteer records her own voice: how many lines there are, and the page for it."""

    count: Callable[[], int] = lambda: 0
    page: Callable[[], Page] = _no_page

    def row(self) -> Row:
        """The way in."""
        count = self.count()
        return Row(
            "录自己的声音",
            f"录了{count}句" if count else "还没有录",
            (Button("own-voice", "去录音", icon_file("microphone")),),
        )


class SettingsPage:
    """The settings. `change` takes the new ones and keeps them; `outputs` are id and name of each
    sound output of this computer."""

    def __init__(
        self,
        read: Callable[[], Settings],
        change: Callable[[Settings], None],
        outputs: Callable[[], Sequence[tuple[str, str]]],
        own_voice: OwnVoice = OwnVoice(),
    ) -> None:
        self._read, self._change, self._outputs, self._own_voice = read, change, outputs, own_voice

    def screen(self) -> Screen:
        """One row for each setting."""
        now = self._read()
        names = dict(self._outputs())
        volume = "没有声音" if now.muted or not now.volume else f"{now.volume // VOLUME_STEP}格，最大5格"
        rows = (
            _steps("字的大小", f"{now.text_size}%", "字小一点", "字大一点", "text"),
            _steps("说话快慢", RATE_NAMES.get(now.speech_rate, "平常"), "说慢一点", "说快一点", "rate"),
            Row(
                "声音大小",
                volume,
                (
                    Button("volume-less", "小声"),
                    Button("volume-more", "大声"),
                    Button("mute", "出声" if now.muted else "静音"),
                ),
            ),
            Row(
                "声音从哪里出来",
                SYSTEM_OUTPUT if now.output is None else names.get(now.output, "那个喇叭不在了"),
                (Button("output", "换一个"), Button(TRY_SOUND, "试一试", icon_file("speaker"))),
            ),
            Row(
                "故事自己往下走",
                "念完自己走" if now.follow else "念完等您按",
                (Button("follow", "要我按才走" if now.follow else "让它自己走"),),
            ),
            Row(
                "颜色",
                "黑底亮字" if now.theme == "dark" else "浅底黑字",
                (Button("theme", "换成浅底黑字" if now.theme == "dark" else "换成黑底亮字"),),
            ),
            Row(
                "画面动作",
                "不动" if now.reduced_motion else "会动",
                (Button("motion", "让画面动" if now.reduced_motion else "不要动"),),
            ),
            self._own_voice.row(),
        )
        body = Rows(rows)
        return Screen("settings", "设置", body, buttons.plain_bar(), aloud(body))

    def act(self, action: str) -> Move:
        """Change one setting."""
        now = self._read()
        match action:
            case "text-less" | "text-more":
                self._change(replace(now, text_size=_next(TEXT_SIZES, now.text_size, action)))
            case "rate-less" | "rate-more":
                self._change(replace(now, speech_rate=_next(SPEECH_RATES, now.speech_rate, action)))
            case "volume-less" | "volume-more":
                steps = tuple(range(0, 101, VOLUME_STEP))
                near = min(steps, key=lambda step: abs(step - now.volume))
                self._change(replace(now, volume=_next(steps, near, action), muted=False))
            case "output":
                ids = [None, *(output for output, _ in self._outputs())]
                at = ids.index(now.output) + 1 if now.output in ids else 0
                self._change(replace(now, output=ids[at % len(ids)]))
            case "mute":
                self._change(replace(now, muted=not now.muted))
            case "follow":
                self._change(replace(now, follow=not now.follow))
            case _ if action == TRY_SOUND:
                return Go(SoundCheckPage(self._read, self._change, self._outputs))
            case "theme":
                self._change(replace(now, theme="light" if now.theme == "dark" else "dark"))
            case "motion":
                self._change(replace(now, reduced_motion=not now.reduced_motion))
            case "own-voice":
                return Go(self._own_voice.page())
            case buttons.BACK:
                return Back()
            case buttons.HOME:
                return Home()
        return Stay()


def _steps(name: str, value: str, less: str, more: str, action: str) -> Row:
    return Row(name, value, (Button(f"{action}-less", less), Button(f"{action}-more", more)))


def _next(steps: Sequence[int], now: int, action: str) -> int:
    """The step above or below; the last one stays."""
    at = steps.index(now) + (1 if action.endswith("more") else -1)
    return steps[max(0, min(at, len(steps) - 1))]
