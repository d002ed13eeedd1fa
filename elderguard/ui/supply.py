"""From an utterance to its samples: through the narrator's sources, the child processes that speak and
that decode, and the next source where one has failed. Nothing here waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from elderguard.ui.decoding import Decoder
from elderguard.ui.synthesis import Synthesis
from elderguard.voice.narrator import Narrator
from elderguard.voice.pcm import SoundError, read
from elderguard.voice.source import Recording, SourceError, Task
from elderguard.voice.utterance import NORMAL, Utterance


class Supply(QObject):
    """One utterance at a time is wanted; others are made ready beside it. `rate` is 字/分."""

    ready = Signal(object, object)
    """The samples (Pcm) of what is wanted, and the seconds at which its sentences begin, () if unknown."""
    nothing = Signal(str)
    """What is wanted cannot be said, and why (Chinese)."""

    def __init__(
        self, narrator: Narrator, synthesis: Synthesis | None = None, decoder: Decoder | None = None
    ) -> None:
        super().__init__()
        self.rate = NORMAL
        self._narrator = narrator
        self._wanted: Utterance | None = None
        self._failed_here: dict[str, str] = {}
        self._task: Task | None = None
        self._recording: Recording | None = None
        self._synthesis = synthesis or Synthesis()
        self._synthesis.setParent(self)
        self._synthesis.done.connect(self._made)
        self._decoder = decoder or Decoder()
        self._decoder.setParent(self)
        self._decoder.decoded.connect(self._decoded)
        self._decoder.failed.connect(self._not_decoded)

    def want(self, utterance: Utterance) -> None:
        """Gets the samples: `ready` or `nothing` follows, at once where they are at hand."""
        self._wanted = utterance
        self._failed_here.clear()
        self._try()

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Makes ready what may be wanted soon."""
        offers = [self._narrator.find(utterance, self.rate) for utterance in utterances]
        self._synthesis.prepare([offer for offer in offers if isinstance(offer, Task)])
        self._decoder.prepare([offer for offer in offers if isinstance(offer, Recording) and not offer.plain])

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = self._task = self._recording = None
        self._synthesis.give_up()

    def close(self) -> None:
        """Ends every child process. The last thing to be called."""
        self.forget()
        self._synthesis.close()
        self._decoder.close()

    def _try(self) -> None:
        """Asks the best source that has not failed with this utterance."""
        if self._wanted is None:
            return
        offer = self._narrator.find(self._wanted, self.rate, tuple(self._failed_here))
        if isinstance(offer, Recording):
            self._take(offer)
        elif isinstance(offer, Task):
            self._task = offer
            self._synthesis.run(offer)
        else:
            self._wanted = None
            self.nothing.emit([*self._failed_here.values(), offer.reason][0])

    def _made(self, task: Task, exit_code: int, output: str) -> None:
        """A task is over, wanted now or made for later."""
        wanted = self._task is not None and self._task.target == task.target
        if wanted:
            self._task = None
        try:
            recording = self._narrator.receive(task, exit_code, output)
        except SourceError as error:
            if wanted:
                self._failed_here[task.source] = error.reason
                self._try()
            return
        if wanted:
            self._take(recording)

    def _take(self, recording: Recording) -> None:
        """The samples of a recording: from the file, or through the child process that decodes."""
        if not recording.plain:
            self._recording = recording
            self._decoded(recording)
            return
        try:
            sound = read(recording.path)
        except SoundError as error:
            self._spoilt(recording, str(error))
        else:
            self._wanted = None
            self.ready.emit(sound, recording.starts)

    def _decoded(self, recording: Recording) -> None:
        decoded = self._decoder.ask(recording) if recording == self._recording else None
        if decoded is not None:
            self._wanted = self._recording = None
            self.ready.emit(decoded.sound, tuple(start * decoded.stretch for start in recording.starts))

    def _not_decoded(self, recording: Recording, reason: str) -> None:
        if recording == self._recording:
            self._recording = None
            self._spoilt(recording, reason)

    def _spoilt(self, recording: Recording, reason: str) -> None:
        self._narrator.failed(recording.source, SourceError(reason), str(recording.path))
        self._failed_here[recording.source] = reason
        self._try()
