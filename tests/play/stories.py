"""Small stories for the tests, built as values: the engine never sees YAML."""

from __future__ import annotations

from elderguard.scenario.model import (
    AnyStep,
    Call,
    Choice,
    Condition,
    Cue,
    Document,
    Effect,
    End,
    Goto,
    Handover,
    Hold,
    Home,
    Line,
    Question,
    Scenario,
    Scene,
    Show,
    Sms,
    Source,
    Speaker,
)
from elderguard.scenario.vocabulary import (
    Ask,
    Asset,
    CallState,
    Channel,
    DocumentForm,
    Kind,
    Material,
    Outcome,
    Response,
    Role,
    Route,
    Voice,
)

NOTHING = Effect()
CLERK = Speaker("clerk", "办事员小胡", "clerk", Voice.YOUNG_MAN)
SMS = Sms("支付平台", "登录验证码 382901，请勿告诉任何人。")
LETTER = Document(DocumentForm.LETTER, "介绍信", "兹介绍小胡前来。", "某某局")


def scenario(
    *scenes: Scene, kind: Kind = Kind.SCAM, role: Role = Role.SELF, leave: str | None = None
) -> Scenario:
    """A scenario of these scenes, begun at the first."""
    return Scenario(
        id="story",
        schema=1,
        title="故事",
        kind=kind,
        role=role,
        channel=Channel.FACE_TO_FACE,
        asks=(Ask.PHONE,),
        difficulty=1,
        minutes=3,
        safe_line="医保码我去窗口办",
        sources=(Source("某报", "原文未写年份", Material.ADAPTED),),
        speakers=(CLERK,),
        start=scenes[0].id,
        scenes=scenes,
        leave=leave,
        hotlines=("police",),
        digest="d1",
    )


def scene(scene_id: str, *steps: AnyStep, hint: str | None = None, hold: Hold | None = None) -> Scene:
    """A scene at the farmhouse door."""
    return Scene(scene_id, "farmhouse-door", steps, hold=hold, hint=hint)


def line(
    step_id: str, when: Condition | None = None, effect: Effect = NOTHING, cue: Cue | None = None
) -> Line:
    """The clerk says something that can be told apart."""
    return Line(step_id, when=when, effect=effect, cue=cue, speaker="clerk", text=f"说{step_id}。")


def choice(
    choice_id: str,
    response: Response,
    goto: str | None = None,
    effect: Effect = NOTHING,
    feedback: str | None = "好。",
    when: Condition | None = None,
) -> Choice:
    """A choice named after its id."""
    route = Route.FAMILY if response is Response.VERIFY else None
    return Choice(
        choice_id,
        f"做{choice_id}",
        response,
        route=route,
        feedback=feedback,
        effect=effect,
        goto=goto,
        when=when,
    )


def end(step_id: str, outcome: Outcome, cites: tuple[str, ...] = (), effect: Effect = NOTHING) -> End:
    """An ending named after its id."""
    return End(step_id, outcome=outcome, title=f"结局{step_id}", text="后来。", cites=cites, effect=effect)


def exposing(*assets: Asset) -> Effect:
    """The effect of giving these away."""
    return Effect(exposes=assets)


def home_visit(kind: Kind = Kind.SCAM, leave: str | None = None) -> Scenario:
    """A visit at the door: two questions, three endings, a cue on a line, on a screen and on a
    handover, a paper, two phones, a conditional line, a counter and a flag."""
    phone = exposing(Asset.PHONE)
    code = Effect(exposes=(Asset.CODE,), borrows=460, sets=("told",), adds=(("asked", 1),))
    door = scene(
        "door",
        line("hello"),
        Show("letter", screen=LETTER),
        line("money", cue=Cue("办医保，用不着打听钱。", "说")),
        Question(
            "give-phone",
            text="手机给他吗？",
            choices=(
                choice("hand-over", Response.COMPLY, "hand", phone),
                choice("ask-family", Response.VERIFY, "safe"),
                choice("decline", Response.REFUSE, "safe", feedback=None),
            ),
        ),
        hint="他要的是手机。",
    )
    hand = scene(
        "hand",
        Handover("handed", hold=Hold("clerk", turned_away=True), cue=Cue("手机离了手。")),
        Show("sms", screen=SMS, cue=Cue("短信自己都说了。", "请勿告诉任何人")),
        line("only-exposed", when=Condition(exposed=(Asset.PHONE,))),
        line("never", when=Condition(not_exposed=(Asset.PHONE,))),
        Question(
            "tell-code",
            text="他要号码。",
            choices=(
                choice("read-out", Response.COMPLY, "gone", code),
                choice("take-back", Response.REFUSE),
            ),
        ),
        Handover("back", hold=Hold()),
        end("close", Outcome.CLOSE_CALL, cites=("money", "nowhere")),
    )
    gone = scene(
        "gone",
        Show("meanwhile", screen=Call("某人", False, CallState.ENDED), whose="clerk"),
        Show("home", screen=Home()),
        Goto("to-harm", scene="harm"),
    )
    harm = scene("harm", end("harmed", Outcome.HARMED, effect=Effect(recovers=60)))
    safe = scene("safe", line("bye"), end("kept", Outcome.KEPT, cites=("nowhere",)))
    away = scene("away", line("walked"), end("away-kept", Outcome.KEPT))
    scenes = (door, hand, gone, harm, safe) + ((away,) if leave == "away" else ())
    return scenario(*scenes, kind=kind, leave=leave)
