"""Whether the choices teach, and whether the story has one to be told apart from."""

from __future__ import annotations

from collections.abc import Mapping

from elderguard.check.texts import harms
from elderguard.scenario import codes, walk
from elderguard.scenario.findings import Findings
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Kind, Response, Route

_OPPOSITE = {Kind.SCAM: "一个正当的", Kind.BENIGN: "一个骗局的"}


def check_choices(scenario: Scenario, findings: Findings) -> None:
    """Report harmful choices without feedback and verifying choices without a route."""
    routes = "、".join(f"{route.value}（{route.chinese}）" for route in Route)
    for choice in walk.choices(scenario):
        complies = scenario.kind is Kind.SCAM and choice.response is Response.COMPLY
        strange = [choice.path, *((*choice.path[:-2], key) for key in ("route", "feedback"))]
        if not all(map(findings.is_sound, strange)):
            continue  # what is missing may be what is misspelt, or stands in the wrong place
        if (complies or harms(choice.effect)) and not choice.feedback:
            findings.at(choice.path, codes.NO_FEEDBACK, text=choice.text)
        if choice.response is Response.VERIFY and choice.route is None:
            findings.at(choice.path, codes.NO_ROUTE, text=choice.text, known=routes)


def check_twin(scenario: Scenario, known: Mapping[str, Kind | None], findings: Findings) -> None:
    """Report a story without a twin. `known` are the kinds of all stories there are, by id."""
    opposite = _OPPOSITE[scenario.kind]
    why = ""
    if scenario.twin is None:
        why, remedy = "没有写 twin。", f"请用 twin 写上{opposite}故事的代号，看着相像、实情相反。"
    elif scenario.twin not in known:
        why = f"没有叫“{scenario.twin}”的故事。"
        near = [story for story, kind in known.items() if kind is not scenario.kind and story != scenario.id]
        remedy = findings.meant(scenario.twin, near) + f"请把它写出来，或者换{opposite}故事。"
    elif known[scenario.twin] is scenario.kind:
        why = f"“{scenario.twin}”和这个故事都是{scenario.kind.chinese}，对照不出来。"
        remedy = f"请换{opposite}故事。"
    if why:
        findings.at(("twin",), codes.NO_TWIN, why=why, remedy=remedy)
