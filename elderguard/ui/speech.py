"""The voice as the pages know it: it reads a screen, plays an effect, and says when it cannot.

The sound system is loaded by `wake`, after the first paint; what is to be said before that waits.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from elderguard import paths
from elderguard.settings import Settings
from elderguard.ui.audio import Speaker
from elderguard.ui.effects import Effects
from elderguard.voice.narrator import Narrator
from elderguard.voice.utterance import Utterance


class Speech(QObject):
    """`began` carries the words being spoken ("" when none are), `trouble` why nothing is heard
    ("" when it is heard again)."""

    began = Signal(str)
    finished = Signal()
    trouble = Signal(str)

    def __init__(
        self, narrator: Callable[[], Narrator], read: Callable[[], Settings], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_narrator, self._read = narrator, read
        self._speaker: Speaker | None = None
        self._effects: Effects | None = None
        self._said: tuple[Utterance, ...] = ()
        self._waiting_effect: str | None = None
        self._silent = False

    @property
    def speaking(self) -> bool:
        """Whether something is being said now."""
        return self._speaker is not None and self._speaker.speaking

    def wake(self) -> None:
        """Load the sound system, and say what has been waiting."""
        if self._speaker is not None:
            return
        now = self._read()
        output = now.output or ""
        self._speaker = Speaker(
            self._make_narrator(), volume=_volume(now), rate=now.speech_rate, output=output, parent=self
        )
        self._effects = Effects(
            paths.assets_folder() / "sounds", volume=_volume(now), output=output, parent=self
        )
        self._speaker.utterance_began.connect(self._on_began)
        self._speaker.finished.connect(self._on_finished)
        self._speaker.silent.connect(self.trouble)
        self._speaker.audible.connect(lambda: self.trouble.emit(""))
        self._speaker.warm_up()
        if self._waiting_effect is not None:
            self.effect(self._waiting_effect)
        self.say(self._said)

    def say(self, utterances: tuple[Utterance, ...]) -> None:
        """Read these, and nothing that was being read before."""
        self._said = utterances
        self.began.emit("")
        if self._speaker is None:
            return
        if self._read().muted or self._silent:
            self._speaker.stop()
        else:
            self._speaker.speak(utterances)

    def prepare(self, utterances: tuple[Utterance, ...]) -> None:
        """Make ready what may be said soon."""
        if self._speaker is not None and not self._read().muted:
            self._speaker.prepare(utterances)

    def effect(self, name: str) -> None:
        """Play a short sound."""
        if self._effects is None:
            self._waiting_effect = name
        elif not self._read().muted and not self._silent:
            self._effects.play(name)

    def again(self) -> None:
        """Read the last ones once more."""
        self.say(self._said)

    def hush(self) -> None:
        """Be silent."""
        self.began.emit("")
        if self._speaker is not None:
            self._speaker.stop()

    def keep_silent(self, silent: bool) -> None:
        """Say nothing as long as a microphone listens."""
        self._silent = silent
        if silent:
            self.hush()

    def outputs(self) -> list[tuple[str, str]]:
        """Id and name of each sound output of this computer."""
        if self._speaker is None:
            return []
        return [(output.id, output.name) for output in self._speaker.outputs()]

    def settings_changed(self) -> None:
        """Take on volume, rate and output."""
        now = self._read()
        if self._speaker is None or self._effects is None:
            return
        self._speaker.set_volume(_volume(now))
        self._speaker.set_rate(now.speech_rate)
        self._speaker.set_output(now.output or "")
        self._effects.set_volume(_volume(now))
        self._effects.set_output(now.output or "")

    def close(self) -> None:
        """Stop, and end every child process."""
        if self._speaker is not None:
            self._speaker.close()

    def _on_began(self, index: int) -> None:
        if index < len(self._said):
            self.began.emit(self._said[index].text)

    def _on_finished(self) -> None:
        self.began.emit("")
        self.finished.emit()


def _volume(settings: Settings) -> int:
    return 0 if settings.muted else settings.volume
