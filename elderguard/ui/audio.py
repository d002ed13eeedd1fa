"""Speaking in the window: a sequence of utterances, one after the other, through the supply of samples
and the loudspeaker. Nothing here waits for speech."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from elderguard.ui.decoding import Decoder
from elderguard.ui.loudspeaker import DEAD_OUTPUT, LEAD_IN, NO_OUTPUT, Loudspeaker, Output
from elderguard.ui.supply import Supply
from elderguard.ui.synthesis import Synthesis
from elderguard.voice.narrator import Narrator
from elderguard.voice.pcm import Pcm
from elderguard.voice.sentences import at
from elderguard.voice.utterance import NORMAL, Utterance

LOOK_AHEAD = 4
"""How many utterances after the one being said are made ready."""
GLANCE_MS = 40
"""How often it is looked which sentence of an utterance sounds, where it has several."""


class Speaker(QObject):
    """The one voice of the window. A new speak() cuts off the last; stop() is silence at once."""

    utterance_began = Signal(int)
    """The utterance of that index (0 is the first of the sequence) starts to sound."""
    sentence_began = Signal(int, int, int)
    """Utterance, sentence in it, and how many sentences it has; the first one with utterance_began."""
    changed = Signal()
    """`speaking` or `held` may be another."""
    finished = Signal()
    """Every utterance of the sequence has been heard. Not sent when it was stopped, and not when
    something could not be said: then the captions wait for her."""
    silent = Signal(str)
    """Something could not be said, and why (Chinese). The captions carry on."""
    audible = Signal()
    """Sound is there (again) after `silent`."""
    outputs_changed = Signal()
    """A sound output was plugged in or out."""

    def __init__(
        self,
        narrator: Narrator,
        *,
        volume: int = 80,
        rate: int = NORMAL,
        output: str = "",
        loudspeaker: Loudspeaker | None = None,
        synthesis: Synthesis | None = None,
        decoder: Decoder | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sequence: tuple[Utterance, ...] = ()
        self._index = -1
        self._sound: Pcm | None = None
        self._starts: tuple[float, ...] = (0.0,)
        self._sentence = 0
        self._from = 0.0
        self._held = False
        self._reason = ""
        self._all_heard = True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._sound_now)
        self._glance = QTimer(self)
        self._glance.setInterval(GLANCE_MS)
        self._glance.timeout.connect(self._look)
        self._loudspeaker = loudspeaker or Loudspeaker()
        self._loudspeaker.setParent(self)
        self._loudspeaker.set_volume(volume)
        self._loudspeaker.choose(output)
        self._loudspeaker.played.connect(self._heard)
        self._loudspeaker.broken.connect(self._lost)
        self._loudspeaker.outputs_changed.connect(self._outputs_changed)
        self._supply = Supply(narrator, synthesis, decoder)
        self._supply.setParent(self)
        self._supply.rate = rate
        self._supply.ready.connect(self._ready)
        self._supply.nothing.connect(self._cannot)

    @property
    def speaking(self) -> bool:
        """Whether an utterance is being said, made, or held in the middle."""
        return self._index >= 0

    @property
    def held(self) -> bool:
        """Whether it was told to pause in the middle."""
        return self._held

    @property
    def reason(self) -> str:
        """Why there is no sound, in Chinese; "" when the last thing could be said."""
        return self._reason

    @property
    def rate(self) -> int:
        """字/分."""
        return self._supply.rate

    def warm_up(self) -> None:
        """Loads the sound system, so that the first word comes at once. To be called after the
        first paint (with QTimer.singleShot(0, …)); says `silent` when there is no output."""
        missing = self._loudspeaker.open()
        if missing:
            self._say_silent(missing)

    def outputs(self) -> tuple[Output, ...]:
        """The sound outputs to choose from; the id goes to set_output."""
        return self._loudspeaker.outputs()

    def speak(self, utterances: Sequence[Utterance]) -> None:
        """Says them in order. What was being said stops."""
        self.stop()
        self._sequence = tuple(utterances)
        if not self._sequence:
            return
        missing = self._loudspeaker.open()
        if missing:
            self._say_silent(missing)
            return
        self._all_heard = True
        self._say(0)
        self.changed.emit()

    def repeat(self) -> None:
        """Says the last sequence again from its start."""
        self.speak(self._sequence)

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Makes ready what may be said soon (the next lines of every branch)."""
        self._supply.prepare(utterances)

    def stop(self) -> None:
        """Silence at once. The last sequence can still be repeated."""
        self._index = -1
        self._held = False
        self._sound = None
        self._pause.stop()
        self._glance.stop()
        self._loudspeaker.stop()
        self._supply.forget()
        self.changed.emit()

    def pause(self) -> None:
        """Silence at once; resume() goes on."""
        if not self.speaking or self._held:
            return
        self._held = True
        self._pause.stop()
        self._glance.stop()
        self._loudspeaker.stop()
        self.changed.emit()

    def resume(self) -> None:
        """Goes on after pause(), from the beginning of the sentence that was cut off."""
        if not self._held:
            return
        self._held = False
        self.changed.emit()
        self._sound_now()

    def set_volume(self, volume: int) -> None:
        """0 to 100, at once."""
        self._loudspeaker.set_volume(volume)

    def set_rate(self, rate: int) -> None:
        """字/分, from the next utterance on."""
        self._supply.rate = rate

    def set_output(self, output: str) -> None:
        """The output of that id from now on ("": the system's own)."""
        self._loudspeaker.choose(output)

    def close(self) -> None:
        """Stops and ends every child process. The last thing to be called."""
        self.stop()
        self._supply.close()

    def _say(self, index: int) -> None:
        self._index = index
        self._sentence = 0
        self._supply.want(self._sequence[index])

    def _ready(self, sound: Pcm, starts: tuple[float, ...]) -> None:
        self._sound, self._starts = sound, starts or (0.0,)
        pause = 0.0 if self._index == 0 else self._sequence[self._index].pause - LEAD_IN
        if pause > 0 and not self._held:
            self._pause.start(round(1000 * pause))
        else:
            self._sound_now()

    def _cannot(self, reason: str) -> None:
        self._all_heard = False
        self._say_silent(reason)
        self._next()

    def _sound_now(self) -> None:
        if self._sound is None or self._held:
            return
        # The first sentence from the very beginning, a later one from where it was cut off.
        self._from = self._starts[self._sentence] if self._sentence else 0.0
        self._loudspeaker.play(self._sound.from_second(self._from))
        if self._reason:
            self._reason = ""
            self.audible.emit()
        self.utterance_began.emit(self._index)
        self.sentence_began.emit(self._index, self._sentence, len(self._starts))
        if len(self._starts) > 1:
            self._glance.start()
        self.prepare(self._sequence[self._index + 1 : self._index + 1 + LOOK_AHEAD])

    def _look(self) -> None:
        """Says which sentence sounds, when it is another than before."""
        now = at(self._starts, self._from + self._loudspeaker.position)
        if now != self._sentence:
            self._sentence = now
            self.sentence_began.emit(self._index, now, len(self._starts))

    def _heard(self) -> None:
        self._sound = None
        self._glance.stop()
        self._next()

    def _next(self) -> None:
        if self._index + 1 < len(self._sequence):
            self._say(self._index + 1)
            return
        self._index = -1
        self._held = False
        self.changed.emit()
        if self._all_heard:
            self.finished.emit()

    def _lost(self, reason: str) -> None:
        """The loudspeaker gave up: the rest stays captions."""
        self.stop()
        self._say_silent(reason)

    def _outputs_changed(self) -> None:
        if self._reason in (NO_OUTPUT, DEAD_OUTPUT) and not self._loudspeaker.open():
            self._reason = ""
            self.audible.emit()
        self.outputs_changed.emit()

    def _say_silent(self, reason: str) -> None:
        self._reason = reason
        self.silent.emit(reason)
