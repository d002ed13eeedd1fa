"""Any other short page on the phone: a title and a text."""

from __future__ import annotations

from elderguard.scenario.model import Notice
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure


class NoticePage(PhonePage[Notice]):
    """A card with a title and a text."""

    def build(self) -> None:
        """Make the card."""
        card = Card(self.theme)
        self._title = self.heading()
        self._text = self.text(centred=True)
        card.add(Figure(self.theme, "information", least=48, most=84), self._title, self._text)
        self.stack(None, card, None, self.buttons)

    def fill(self, screen: Notice, words: ScreenText) -> None:
        """Put title and text in."""
        self._title.say(words.heading)
        self._text.say(words.rows[0])
