"""Words that shame or frighten, and names that give the answer away.

A fear message made people likelier to be cheated, and who feels stupid stops coming. People in the story
may say what such people say; the program, the volunteer and the learner's own words may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from elderguard.check.texts import Voice, pieces
from elderguard.scenario import codes
from elderguard.scenario.findings import Findings
from elderguard.scenario.model import Path, Scenario

_SHAMING = (
    "傻(?![眼笑])|笨(?!鸡)|蠢|活该|丢人|丢脸|没脑子|糊涂|贪心|贪小便宜|贪便宜|轻信|怪您|怪你|怪她|怪他"
    "|自作自受|不长记性|上当了吧|早就说过|无知|怎么这么"
)
_FRIGHTENING = (
    "倾家荡产|家破人亡|血本无归|一无所有|身败名裂|自杀|跳楼|轻生|可怕|恐怖|吓死|完蛋|魔爪|毒手|洗劫一空"
    "|后悔一辈子|灾难"
)
_HURTFUL = re.compile(f"(?P<shaming>{_SHAMING})|(?P<frightening>{_FRIGHTENING})")
_DENIED = re.compile("[不没别莫无甭][^，。！？；]{0,3}$")  # 不丢人, 不是您傻, 没什么丢人

_TELLING = re.compile(
    "骗|诈|冒充|冒牌|陷阱|圈套|套路|上当|当心|小心|警惕|可疑|盗刷|识破|中招|黑心|真假|正规|放心"
    "|(?<![放寒暑请节休病])假(?![期日牙山])"
)


def check_kindness(scenario: Scenario, findings: Findings) -> None:
    """Report hurtful words in our own texts, and telling words in the title and in people's names."""
    for piece in pieces(scenario):
        if piece.voice is Voice.THEIRS:
            continue
        for word, why in hurtful_words(piece.text):
            findings.at(piece.path, codes.HURTFUL_WORD, word=word, why=why)
    names: list[tuple[str, str, Path]] = [("故事的名字", scenario.title, ("title",))]
    names += [("人物的称呼", speaker.name, (*speaker.path, "name")) for speaker in scenario.speakers]
    for what, text, path in names:
        if match := _TELLING.search(text):
            findings.at(path, codes.TELLING_TITLE, what=what, text=text, word=match[0])


def hurtful_words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text that hurt and how; a word that is denied (不丢人) comforts."""
    for match in _HURTFUL.finditer(text):
        if not _DENIED.search(text[: match.start()]):
            yield match[0], "会让人难堪" if match["shaming"] else "会吓着人"
