"""A chat message on the phone."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from elderguard.scenario.model import Chat
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.motion import slide_in
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure


class ChatPage(PhonePage[Chat]):
    """A chat with one message in it, from one person or from a member of a group."""

    def build(self) -> None:
        """Make the title, the sender and the bubble."""
        self._title = self.heading()
        self._who = Figure(self.theme, "bust", least=40, most=44)
        self._who.setFixedWidth(self.theme.px(44))
        self._sender = self.text(bold=True)
        self._text = self.text()
        self._bubble = Card(self.theme)
        self._bubble.add(self._text)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        row.addWidget(self._who)
        row.addWidget(self._sender, 1)
        self.stack(self._title)
        self.column.addLayout(row)
        self.stack(self._bubble, None, self.buttons)

    def fill(self, screen: Chat, words: ScreenText) -> None:
        """Put the message into the bubble."""
        *sender, text = words.rows
        self._title.say(words.heading)
        self._who.want(bool(sender))
        self._sender.say(sender[0] if sender else "")
        self._text.say(text)

    def animate(self, screen: Chat) -> None:
        """The bubble comes up from below."""
        self.run(slide_in(self._bubble, -self.theme.px(80), self.theme.motion_ms))
