"""F1: what this screen is, and which keys do what, one idea a card."""

from __future__ import annotations

from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import CardsPage
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Card, Paragraph

_ABOUT: dict[str, tuple[str, ...]] = {
    "home": ("这是首页。", "按绿色的大卡片，就开始练。"),
    "stories": ("这里挑故事。", "哪个都行，不分先后。"),
    "frame": ("王大妈来问您。", "听完她的事，替她拿主意。"),
    "line": ("有人在跟您说话。", "念完会往下走，也可以按“接着听”。", "想歇一歇，按“先不念了”。"),
    "phone": ("手机上来了东西。", "看清楚，再按“接着看”。"),
    "question": ("轮到您拿主意。", "按一、二、三，不限时间。"),
    "feedback": ("这是您刚才的做法。", "看完了，按“接着看”。"),
    "pause": ("停下来想一想，总是对的。", "四样东西，一样一样看。"),
    "ending": ("故事讲完了。", "咱们回头看一看。"),
    "guards": ("四样东西，守住了几样？", "没守住也不要紧，再练就是。"),
    "cue": ("这些话，下回听见要留心。", "黄底的字，就是要紧的。"),
    "rehearse": ("跟着大声说一遍。", "说出口，真遇上才用得上。"),
    "care": ("真遇上了，先停手，再报警。", "按“一步一步看”，有人带着您做。"),
    "done": ("可以换个做法再试试。", "也可以看别的故事。"),
    "aftercare": ("照着做，一步一步来。", "电话号码很大，抄下来也行。"),
    "sound": ("听听声音好不好。", "听不到，按二，一样一样试。"),
    "settings": ("字的大小、声音、颜色，都在这里改。", "一改就算数，不用存。"),
    "own-voice": ("这里录咱们村自己的话。", "录好一句，程序就用这一句。"),
    "person": ("今天谁来念？", "换了人，就先问问新来的愿不愿意。"),
    "consent": ("先听清楚，再定录不录。", "不愿意，就按“不录”。"),
    "how-to-record": ("这里讲怎么录。", "听完了，按绿色的按钮。"),
    "which-story": ("这里挑要录的故事。", "也可以录程序自己的话。"),
    "which-part": ("这里挑念谁的话。", "一个人全念，几个人分着念，都行。"),
    "recorder": ("这里一句一句录。", "按“开始录”，念完按“停”。"),
    "recorded": ("这一份到头了。", "没录的，回去补上就行。"),
    "kept": ("录好的都在这里。", "可以存成文件带走，也可以全删掉。"),
    "deleting": ("删以前，再问您一遍。", "删了，就找不回来了。"),
}
KINDS = (*_ABOUT, "")
"""The kinds of screens that help speaks of in words of their own, and any other."""
_OTHERWISE = ("先看中间的大字。", "再按下面的按钮。")


def help_page(kind: str) -> CardsPage:
    """The help for a screen of that kind."""
    about = tuple(Paragraph(text) for text in _ABOUT.get(kind, _OTHERWISE))
    cards = (
        _card("这一页是做什么的？", "question-mark", *about),
        _card(
            "用鼠标怎么按？",
            "raised-hand",
            Paragraph("看中哪个，点一下就行。"),
            Paragraph("只用左边的键，不用点两下。"),
            Paragraph("全部只用鼠标，也能走完。"),
        ),
        _card(
            "用键盘怎么按？",
            "thumbs-up",
            Paragraph("键盘上的1、2、3，选答案。"),
            Paragraph("按回车，接着往下。"),
            Paragraph("按空格，再听一遍。"),
        ),
        _card(
            "想停，想回头？",
            "shield",
            Paragraph("按0，先停一停。什么时候停都对。"),
            Paragraph("按退格键，回上一步。"),
        ),
        _card(
            "想回首页？",
            "house",
            Paragraph("键盘左上角的Esc，回首页。"),
            Paragraph("正在练，会先问您一声。"),
            Paragraph("按F1，看这份帮助。"),
            last=True,
        ),
    )
    return CardsPage("help", "怎么用", cards)


def _card(heading: str, picture: str, *about: Paragraph, last: bool = False) -> Card:
    go_on = buttons.go_on("知道了" if last else "下一页")
    return Card(heading, about, icon_file(picture), buttons=(go_on,))
