"""The smallest pieces of a script: texts, ids, amounts, the fixed words, and lists of them."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from elderguard.scenario.vocabulary import (
    Ask,
    Asset,
    CallState,
    Channel,
    Daytime,
    DocumentForm,
    Kind,
    Material,
    Mood,
    Outcome,
    Press,
    Response,
    Role,
    Route,
    Voice,
    Word,
)

FOLDER_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_PATTERN = "^[0-9A-Za-z一-鿿][0-9A-Za-z一-鿿_-]*$"

Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=24)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=ID_PATTERN)]
FolderId = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=FOLDER_PATTERN)]
Yuan = Annotated[int, Field(ge=0, le=10_000_000)]


class _OneOf:
    """Says which words a text may be, and complains in terms of them."""

    def __init__(self, words: type[Word]) -> None:
        self._words = words

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, _: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"oneOf": [{"const": word.value, "description": word.chinese} for word in self._words]}

    def _check(self, given: Any) -> Any:
        if isinstance(given, str) and given and given not in self._words._value2member_map_:
            raise PydanticCustomError("word", "not one of the words", {"words": self._words})
        return given


class _OneOrMore:
    """Lets a list of words be written as a single word."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda given: [given] if isinstance(given, str) and given else given, handler(source)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


OneOrMore = _OneOrMore()
KindWord = Annotated[Kind, _OneOf(Kind)]
RoleWord = Annotated[Role, _OneOf(Role)]
ChannelWord = Annotated[Channel, _OneOf(Channel)]
ResponseWord = Annotated[Response, _OneOf(Response)]
RouteWord = Annotated[Route, _OneOf(Route)]
OutcomeWord = Annotated[Outcome, _OneOf(Outcome)]
MoodWord = Annotated[Mood, _OneOf(Mood)]
MaterialWord = Annotated[Material, _OneOf(Material)]
CallStateWord = Annotated[CallState, _OneOf(CallState)]
DocumentFormWord = Annotated[DocumentForm, _OneOf(DocumentForm)]
PressWord = Annotated[Press, _OneOf(Press)]
DaytimeWord = Annotated[Daytime, _OneOf(Daytime)]
VoiceWord = Annotated[Voice, _OneOf(Voice)]
Asks = Annotated[list[Annotated[Ask, _OneOf(Ask)]], OneOrMore]
Assets = Annotated[list[Annotated[Asset, _OneOf(Asset)]], OneOrMore]
Ids = Annotated[list[Id], OneOrMore]
Names = Annotated[list[Text], OneOrMore]


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    return len(text) <= 40 and re.fullmatch(ID_PATTERN, text) is not None
