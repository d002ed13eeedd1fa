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
from elderguard.ui.loudspeaker import Loudspeaker
from elderguard.ui.screen import Saying
from elderguard.voice.narrator import Narrator
from elderguard.voice.sentences import spans
from elderguard.voice.utterance import Utterance


class Speech(QObject):
    """`began` carries the text being spoken ("" when none is) and from where to where in it the sentence
    goes that begins now, `trouble` why nothing is heard ("" when it is heard again)."""

    began = Signal(str, int, int)
    finished = Signal()
    saying_changed = Signal(object)
    outputs_changed = Signal()
    trouble = Signal(str)

    def __init__(
        self,
        narrator: Callable[[], Narrator],
        read: Callable[[], Settings],
        parent: QObject | None = None,
        *,
        loudspeaker: Callable[[], Loudspeaker] = Loudspeaker,
    ) -> None:
        super().__init__(parent)
        self._make_narrator, self._read, self._make_loudspeaker = narrator, read, loudspeaker
        self._speaker: Speaker | None = None
        self._effects: Effects | None = None
        self._said: tuple[Utterance, ...] = ()
        self._waiting_effect: str | None = None
        self._told = Saying.NOTHING
        self._silent = False

    @property
    def saying(self) -> Saying:
        """Whether something is being said, or held in the middle."""
        if self._speaker is None or not self._speaker.speaking:
            return Saying.NOTHING
        return Saying.HELD if self._speaker.held else Saying.SPEAKING

    def wake(self) -> None:
        """Load the sound system, and say what has been waiting."""
        if self._speaker is not None:
            return
        now = self._read()
        output = now.output or ""
        self._speaker = Speaker(
            self._make_narrator(),
            volume=_volume(now),
            rate=now.speech_rate,
            output=output,
            loudspeaker=self._make_loudspeaker(),
            parent=self,
        )
        self._effects = Effects(
            paths.assets_folder() / "sounds",
            volume=_volume(now),
            output=output,
            loudspeaker=self._make_loudspeaker(),
            parent=self,
        )
        self._speaker.sentence_began.connect(self._on_began)
        self._speaker.changed.connect(self._on_changed)
        self._speaker.outputs_changed.connect(self.outputs_changed)
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
        self.began.emit("", 0, 0)
        if self._speaker is None:
            return
        if self._silent or not _volume(self._read()):
            self._speaker.stop()
        else:
            self._speaker.speak(utterances)

    def prepare(self, utterances: tuple[Utterance, ...]) -> None:
        """Make ready what may be said soon."""
        if self._speaker is not None and _volume(self._read()):
            self._speaker.prepare(utterances)

    def effect(self, name: str) -> None:
        """Play a short sound."""
        if self._effects is None:
            self._waiting_effect = name
        elif not self._silent and _volume(self._read()):
            self._effects.play(name)

    def hold(self) -> None:
        """Be silent in the middle; `go_on` takes it up again."""
        if self._speaker is not None:
            self._speaker.pause()

    def go_on(self) -> None:
        """Go on after `hold`."""
        if self._speaker is not None:
            self._speaker.resume()

    def hush(self) -> None:
        """Be silent."""
        self.began.emit("", 0, 0)
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
        if not _volume(now):
            self.hush()
        self._speaker.set_volume(_volume(now))
        self._speaker.set_rate(now.speech_rate)
        self._speaker.set_output(now.output or "")
        self._effects.set_volume(_volume(now))
        self._effects.set_output(now.output or "")

    def close(self) -> None:
        """Stop, and end every child process."""
        if self._speaker is not None:
            self._speaker.close()

    def _on_began(self, index: int, sentence: int, count: int) -> None:
        if index < len(self._said):
            text = self._said[index].text
            parts = spans(text, count)
            start, end = parts[sentence] if len(parts) == count else parts[0]
            self.began.emit(text, start, end)

    def _on_changed(self) -> None:
        if self.saying is not self._told:
            self._told = self.saying
            self.saying_changed.emit(self._told)

    def _on_finished(self) -> None:
        self.began.emit("", 0, 0)
        self.finished.emit()


def _volume(settings: Settings) -> int:
    return 0 if settings.muted else settings.volume
