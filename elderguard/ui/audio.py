"""Speaking in the window: a sequence of utterances, one after the other, through the narrator's
sources and the loudspeaker. Nothing here waits for speech."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from elderguard.ui.loudspeaker import LEAD_IN, NO_OUTPUT, Loudspeaker, Output
from elderguard.ui.synthesis import Synthesis
from elderguard.voice.narrator import Narrator
from elderguard.voice.pcm import Pcm, SoundError, read
from elderguard.voice.source import Recording, Silence, SourceError, Task
from elderguard.voice.utterance import NORMAL, Utterance

LOOK_AHEAD = 4
"""How many utterances after the one being said are made ready."""


class Speaker(QObject):
    """The one voice of the window. A new speak() cuts off the last; stop() is silence at once."""

    utterance_began = Signal(int)
    """The utterance of that index (0 is the first of the sequence) starts to sound."""
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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._narrator = narrator
        self._rate = rate
        self._sequence: tuple[Utterance, ...] = ()
        self._index = -1
        self._failed_here: dict[str, str] = {}
        self._waiting_for: Task | None = None
        self._sounding = ""
        self._sound: Pcm | None = None
        self._reason = ""
        self._all_heard = True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._sound_now)
        self._loudspeaker = loudspeaker or Loudspeaker()
        self._loudspeaker.setParent(self)
        self._loudspeaker.set_volume(volume)
        self._loudspeaker.choose(output)
        self._loudspeaker.played.connect(self._heard)
        self._loudspeaker.broken.connect(self._lost)
        self._loudspeaker.outputs_changed.connect(self._outputs_changed)
        self._synthesis = synthesis or Synthesis()
        self._synthesis.setParent(self)
        self._synthesis.done.connect(self._made)

    @property
    def speaking(self) -> bool:
        """Whether an utterance is being said or made."""
        return self._index >= 0

    @property
    def reason(self) -> str:
        """Why there is no sound, in Chinese; "" when the last thing could be said."""
        return self._reason

    @property
    def rate(self) -> int:
        """字/分."""
        return self._rate

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

    def repeat(self) -> None:
        """Says the last sequence again from its start."""
        self.speak(self._sequence)

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Makes ready what may be said soon (the next lines of every branch)."""
        tasks = [offer for utterance in utterances if isinstance(offer := self._find(utterance), Task)]
        self._synthesis.prepare(tasks)

    def stop(self) -> None:
        """Silence at once. The last sequence can still be repeated."""
        self._index = -1
        self._waiting_for = None
        self._sound = None
        self._failed_here.clear()
        self._pause.stop()
        self._loudspeaker.stop()
        self._synthesis.give_up()

    def pause(self) -> None:
        """Holds the voice where it is; resume() goes on from there."""
        self._loudspeaker.pause()

    def resume(self) -> None:
        """Goes on after pause()."""
        self._loudspeaker.resume()

    def set_volume(self, volume: int) -> None:
        """0 to 100, at once."""
        self._loudspeaker.set_volume(volume)

    def set_rate(self, rate: int) -> None:
        """字/分, from the next utterance on."""
        self._rate = rate

    def set_output(self, output: str) -> None:
        """The output of that id from now on ("": the system's own)."""
        self._loudspeaker.choose(output)

    def close(self) -> None:
        """Stops and ends every child process. The last thing to be called."""
        self.stop()
        self._synthesis.close()

    def _find(self, utterance: Utterance, without: Sequence[str] = ()) -> Recording | Task | Silence:
        return self._narrator.find(utterance, self._rate, without)

    def _say(self, index: int) -> None:
        self._index = index
        self._failed_here.clear()
        self._try()

    def _try(self) -> None:
        """Asks the best source that has not failed with this utterance."""
        offer = self._find(self._sequence[self._index], tuple(self._failed_here))
        if isinstance(offer, Recording):
            self._ready(offer)
        elif isinstance(offer, Task):
            self._waiting_for = offer
            self._synthesis.run(offer)
        else:
            self._all_heard = False
            self._say_silent([*self._failed_here.values(), offer.reason][0])
            self._next()

    def _made(self, task: Task, exit_code: int, output: str) -> None:
        """A task is over, wanted now or made for later."""
        wanted = self._waiting_for is not None and self._waiting_for.target == task.target
        try:
            recording = self._narrator.receive(task, exit_code, output)
        except SourceError as error:
            if wanted:
                self._waiting_for = None
                self._failed_here[task.source] = error.reason
                self._try()
            return
        if wanted:
            self._waiting_for = None
            self._ready(recording)

    def _ready(self, recording: Recording) -> None:
        try:
            self._sound = read(recording.path)
        except SoundError as error:
            self._narrator.failed(recording.source, SourceError(str(error)))
            self._failed_here[recording.source] = str(error)
            self._try()
            return
        self._sounding = recording.source
        pause = 0.0 if self._index == 0 else self._sequence[self._index].pause - LEAD_IN
        if pause > 0:
            self._pause.start(round(1000 * pause))
        else:
            self._sound_now()

    def _sound_now(self) -> None:
        if self._sound is None:
            return
        self._loudspeaker.play(self._sound)
        if self._reason:
            self._reason = ""
            self.audible.emit()
        self.utterance_began.emit(self._index)
        self.prepare(self._sequence[self._index + 1 : self._index + 1 + LOOK_AHEAD])

    def _heard(self) -> None:
        self._sound = None
        self._next()

    def _next(self) -> None:
        if self._index + 1 < len(self._sequence):
            self._say(self._index + 1)
            return
        self._index = -1
        if self._all_heard:
            self.finished.emit()

    def _lost(self, reason: str) -> None:
        """The loudspeaker gave up: the rest stays captions."""
        self.stop()
        self._say_silent(reason)

    def _outputs_changed(self) -> None:
        if self._reason == NO_OUTPUT and not self._loudspeaker.open():
            self._reason = ""
            self.audible.emit()
        self.outputs_changed.emit()

    def _say_silent(self, reason: str) -> None:
        self._reason = reason
        self.silent.emit(reason)
