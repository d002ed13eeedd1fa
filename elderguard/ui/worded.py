"""How the words of a card become the card: a picture, a tone and buttons are put to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from elderguard.ui.screen import Button, Card, Paragraph
from elderguard.ui.theme import Tone
from elderguard.voice.cards import CardWords


def worded(words: CardWords, picture: Path | None, tone: Tone, *buttons: Button) -> Card:
    """The card of these words, with buttons that are not part of them."""
    paragraphs = tuple(Paragraph(text.text) for text in words.texts)
    return Card(words.heading.text, paragraphs, picture, tone, buttons)


def answering(words: CardWords, picture: Path | None, actions: Sequence[str], tone: Tone = Tone.CARD) -> Card:
    """The card of these words whose answers send these actions; actions without an answer are left out."""
    buttons = tuple(
        Button(action, answer.text) for action, answer in zip(actions, words.answers, strict=False)
    )
    return replace(worded(words, picture, tone, *buttons), numbered=True)
