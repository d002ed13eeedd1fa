"""Short sounds of the pretend phone and of a choice: ding, ring, tap, soft tones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from elderguard.ui.loudspeaker import Loudspeaker
from elderguard.voice.pcm import Pcm, SoundError, read


class Effects(QObject):
    """Plays the sounds of a folder by name, beside the voice. `volume` is 0 to 100. A missing
    sound or a missing loudspeaker is no trouble: the screen says the same."""

    def __init__(
        self,
        folder: Path,
        *,
        volume: int = 80,
        output: str = "",
        loudspeaker: Loudspeaker | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._sounds: dict[str, Pcm | None] = {}
        self._loudspeaker = loudspeaker or Loudspeaker()
        self._loudspeaker.setParent(self)
        self.set_volume(volume)
        self.set_output(output)

    def play(self, name: str) -> None:
        """Plays `<name>.wav`: sms, ring, tap, soft-right or think-again."""
        if name not in self._sounds:
            try:
                self._sounds[name] = read(self._folder / f"{name}.wav")
            except SoundError:
                self._sounds[name] = None
        sound = self._sounds[name]
        if sound is not None:
            self._loudspeaker.play(sound)

    def stop(self) -> None:
        """Silence at once."""
        self._loudspeaker.stop()

    def set_volume(self, volume: int) -> None:
        """0 to 100."""
        self._loudspeaker.set_volume(volume)

    def set_output(self, output: str) -> None:
        """The output of that id from now on ("": the system's own)."""
        self._loudspeaker.choose(output)
