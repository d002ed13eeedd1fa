"""How a script is written, schema 1: which keys go where and what each may hold.

The shapes mirror the YAML; `build` turns them into the values of `model`. pydantic is slow to import:
nothing that runs before a script is loaded may import this module.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from elderguard.scenario.schema_words import (
    Asks,
    Assets,
    ChannelWord,
    DaytimeWord,
    FolderId,
    Id,
    Ids,
    KindWord,
    MaterialWord,
    MoodWord,
    Names,
    OutcomeWord,
    PressWord,
    ResponseWord,
    RoleWord,
    RouteWord,
    Short,
    Text,
    VoiceWord,
    Yuan,
)
from elderguard.scenario.vocabulary import Daytime, Mood, Role

WHAT = "*"  # stands for the one key that says what a step is


def says(meaning: str, default: Any = ..., **limits: Any) -> Any:
    """A field with what it means, for messages and for the editor's hints."""
    return Field(default, description=meaning, **limits)


class Shape(BaseModel):
    """A mapping in a script; a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class SourceShape(Shape):
    """Where the story comes from."""

    name: Text = says("材料的出处")
    date: Short = says("材料的日期；原文没写年份就写“原文未写年份”")
    material: MaterialWord = says("real 真实、adapted 改编、invented 虚构")


class NoteShape(Shape):
    """What the volunteer is told."""

    aim: Text | None = says("这个故事要让人记住什么", None)
    ask_the_room: Text | None = says("问问大家的话", None)
    wait: int | None = says("问完等几秒", None, ge=0, le=600)
    explain: Text | None = says("怎么讲解", None)
    local_story: Text | None = says("本地的真事", None)


class SpeakerShape(Shape):
    """A person who talks."""

    name: Short = says("显示的称呼")
    portrait: Short = says("头像的代号，或者本文件夹里的图片名")
    voice: VoiceWord = says("声音")


class ConditionShape(Shape):
    """When something counts: all that is given must hold."""

    exposed: Assets = says("这些已经交出去了", [])
    not_exposed: Assets = says("这些还没有交出去", [])
    flag: Ids = says("这些记号已经记下", [])
    not_flag: Ids = says("这些记号没有记下", [])
    counter: dict[Id, Annotated[int, Field(ge=1, le=99)]] = says("计数至少到几", {})
    seen: Names = says("已经见过的破绽（步骤的 id）", [])
    chose: Ids = says("选过这些选项", [])
    not_chose: Ids = says("没有选过这些选项", [])
    lost_money: bool | None = says("已经丢了钱没有：true 或 false", None)
    any: list[ConditionShape] = says("下面几条里有一条成立就行", [])


class CueShape(Shape):
    """A sign worth noticing."""

    why: Text = says("为什么要留心")
    quote: Text | None = says("原话里露出破绽的那几个字", None)


class HoldShape(Shape):
    """Where a phone is."""

    held_by: Id = says("手机在谁手里：self、table 或者人物", "self")
    whose: Id = says("是谁的手机：self 或者人物", "self")
    turned_away: bool = says("屏幕是不是背着您：true 或 false", False)
    home: bool = says("手机是不是悄悄回到主屏：true 或 false", False)


class _Spelled:
    """Lets a cue be written as its reason alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda given: {"why": given} if isinstance(given, str) and given else given, handler(source)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


class EffectShape(Shape):
    """What a step or a choice changes."""

    exposes: Assets = says("交出去了什么", [])
    loses: Yuan = says("丢了多少元", 0)
    borrows: Yuan = says("被借走（花呗等）多少元", 0)
    recovers: Yuan = says("追回多少元", 0)
    sets: Ids = says("记下记号", [])
    clears: Ids = says("去掉记号", [])
    adds: dict[Id, Annotated[int, Field(ge=1, le=99)]] = says("计数加几", {})


class StepShape(EffectShape):
    """What every step may have."""

    id: Id | None = says("这一步的代号，不写就自动编号", None)
    when: ConditionShape | None = says("什么情形下才有这一步", None)
    covers: Names = says("演的是哪几个手法（A01 到 B15）", [])
    cue: Annotated[CueShape | None, _Spelled()] = says("破绽：为什么要留心", None)
    note: NoteShape | None = says("讲到这一步时给志愿者的话", None)


class LineShape(StepShape):
    """Somebody says something."""

    what: Text = says("说的话", alias=WHAT)
    say: Text | None = says("念出来的话，和写的不一样时才写", None)
    mood: MoodWord = says("语气", Mood.CALM)


class QuestionShape(StepShape):
    """The learner decides."""

    what: Text = says("问的话", alias=WHAT)
    say: Text | None = says("念出来的话，和写的不一样时才写", None)
    choices: list[Any] = says("2 到 3 个选项")


class GotoShape(StepShape):
    """Go on in another scene."""

    what: Id = says("去哪个场景", alias=WHAT)


class EndShape(StepShape):
    """An ending."""

    what: OutcomeWord = says("结局", alias=WHAT)
    title: Text = says("结局的一句话")
    text: Text = says("后来怎么样了")
    say: Text | None = says("念出来的话，和写的不一样时才写", None)
    cites: Names = says("回看哪几处破绽（步骤的 id）", [])


class HandoverShape(StepShape):
    """The phone changes hands."""

    what: HoldShape = says("手机在谁手里", alias=WHAT)


class ShowShape(StepShape):
    """Something happens on a phone, or a document is held up."""

    what: Any = says("手机上的画面，或者一张纸", alias=WHAT)
    whose: Id = says("在谁的手机上：self 或者人物", "self")
    caption: Text | None = says("画面旁边的那句话；不写，程序自己配一句", None)
    say: Text | None = says("念出来的话，和写的不一样时才写", None)


class ChoiceShape(EffectShape):
    """One answer to a question."""

    id: Id = says("选项的代号")
    text: Text = says("选项的字")
    response: ResponseWord = says("comply 照做、verify 核实、refuse 拒绝")
    say: Text | None = says("念出来的话，和写的不一样时才写", None)
    press: PressWord | None = says("按手机上的哪个键", None)
    route: RouteWord | None = says("走哪条路去核实", None)
    feedback: Text | None = says("选了以后马上说的话", None)
    feedback_say: Text | None = says("说明念出来的话，和写的不一样时才写", None)
    goto: Id | None = says("去哪个场景；不写就接着往下", None)
    when: ConditionShape | None = says("什么情形下才有这个选项", None)
    covers: Names = says("演的是哪几个手法（A01 到 B15）", [])


class SceneShape(Shape):
    """A place with its steps."""

    place: Short = says("地点的代号，或者本文件夹里的图片名")
    steps: list[Any] = says("一步一步怎么演", min_length=1)
    daytime: DaytimeWord = says("白天还是傍晚", Daytime.DAY)
    phone: HoldShape | None = says("开场时手机在谁手里", None)
    hint: Text | None = says("按“先停一停”时多提醒的一句", None)
    leave: Id | None = says("从这里按“先停一停”后离开，去哪个场景；不写就照开头的 leave", None)


class ScriptShape(Shape):
    """A whole script."""

    schema_version: str = says("写法的版本，现在是 1", alias="schema")
    id: FolderId = says("故事的代号，和文件夹同名")
    title: Short = says("故事的名字")
    kind: KindWord = says("scam 骗局，benign 正当事")
    role: RoleWord = says("扮演谁", Role.SELF)
    channel: ChannelWord = says("从哪条路找上门")
    asks: Asks = says("对方要什么", [])
    difficulty: int = says("难度，1 到 3", ge=1, le=3)
    minutes: int = says("大约几分钟", ge=1, le=60)
    safe_line: Text = says("教老人说出口的一句话，最多 12 个字")
    safe_line_say: Text | None = says("安全话念出来的样子", None)
    twin: FolderId | None = says("和它对照的故事", None)
    hotlines: Names = says("要介绍的热线代号", [])
    sources: list[SourceShape] = says("材料的出处", min_length=1)
    notes: NoteShape = says("给志愿者的话", NoteShape())
    leave: Id | None = says("按“先停一停”后离开，去哪个场景", None)
    helper_words: dict[Text, Text] = says("帮邻居拿主意时换个说法的句子：原话，换成的话", {})
    speakers: dict[str, Any] = says("出场的人物", {})
    start: Id = says("从哪个场景开始")
    scenes: dict[str, Any] = says("所有的场景", min_length=1)
