"""A program whose voice only listens: what would have been said is written down, and nothing is heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from elderguard.settings import Settings
from elderguard.ui.navigator import Navigator
from elderguard.ui.pages.page import Page
from elderguard.ui.screen import Saying
from elderguard.ui.window import Window
from elderguard.voice.utterance import Utterance


@dataclass
class Listener:
    """A voice for the navigator. `said` are the texts, in order; `saying` is what it would be doing."""

    said: list[str] = field(default_factory=list)
    effects: list[str] = field(default_factory=list)
    hushed: int = 0
    prepared: list[Utterance] = field(default_factory=list)
    saying: Saying = Saying.NOTHING
    held: list[str] = field(default_factory=list)

    def say(self, utterances: Sequence[Utterance]) -> None:
        """Write down what is read."""
        self.said += [utterance.text for utterance in utterances]

    def effect(self, name: str) -> None:
        """Write down a sound."""
        self.effects.append(name)

    def hold(self) -> None:
        """Write down that it was held."""
        self.held.append("hold")

    def go_on(self) -> None:
        """Write down that it went on."""
        self.held.append("go on")

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Write down what may be said soon."""
        self.prepared = list(utterances)

    def hush(self) -> None:
        """Count silences."""
        self.hushed += 1


@dataclass
class Joined:
    """A navigator with its window, listener and settings."""

    window: Window
    voice: Listener = field(default_factory=Listener)
    settings: Settings = field(default_factory=Settings)
    changed: list[Settings] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.navigator = Navigator(self.window, self.voice, lambda: self.settings, self._change)

    def _change(self, settings: Settings) -> None:
        self.settings = settings
        self.changed.append(settings)

    def start(self, *pages: Page) -> Callable[[str], None]:
        """Begin with these pages; returns what acts."""
        self.navigator.start(*pages)
        return self.navigator.act
