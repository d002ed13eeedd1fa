"""Reading YAML from strangers."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from elderguard.scenario.diagnostic import Place
from elderguard.scenario.findings import LIMIT, Findings
from elderguard.scenario.source import MAX_BYTES, MAX_DEPTH, MAX_VALUES, Tree, read

PARSERS = {"python": yaml.SafeLoader, "C": getattr(yaml, "CSafeLoader", None)}


@pytest.fixture(params=[name for name, parser in PARSERS.items() if parser])
def parser(request: pytest.FixtureRequest) -> Any:
    return PARSERS[request.param]


def tree_of(text: str, parser: Any = yaml.SafeLoader) -> Tree:
    findings = Findings("x.yaml")
    tree = read(text.encode(), findings, parser)
    assert tree is not None
    assert not findings.diagnostics
    return tree


def codes_of(data: bytes | str, parser: Any = yaml.SafeLoader) -> list[str]:
    findings = Findings("x.yaml")
    read(data.encode() if isinstance(data, str) else data, findings, parser)
    return [f"{found.place.line}:{found.place.column} {found.code.id}" for found in findings.diagnostics]


def test_every_scalar_stays_the_text_it_was_written_as(parser: Any) -> None:
    written = ["0755", "no", "96110", "12:30", "1e3", "~", "null", "2024-12-25", "0x1F", "1_000", "true"]
    assert tree_of(f"a: [{', '.join(written)}]", parser).value == {"a": written}


def test_positions_of_keys_and_values_count_characters_from_one(parser: Any) -> None:
    tree = tree_of("大妈:\n  - 小胡: 您好\n    空:\n", parser)
    assert tree.place(("大妈",), key=True) == Place(1, 1)
    assert tree.place(("大妈", 0, "小胡"), key=True) == Place(2, 5)
    assert tree.place(("大妈", 0, "小胡")) == Place(2, 9)
    assert tree.place(("大妈", 0, "空"), key=True) == Place(3, 5)


def test_what_is_not_there_stands_where_it_is_missing(parser: Any) -> None:
    tree = tree_of("a:\n  b: 1\n", parser)
    assert tree.place(("a", "b", "c")) == Place(2, 6)
    assert tree.place(("a", "x")) == Place(2, 3)
    assert tree.place(()) == Place(1, 1)


def test_a_byte_order_mark_and_windows_line_ends_are_welcome(parser: Any) -> None:
    findings = Findings("x.yaml")
    tree = read(b"\xef\xbb\xbfa: b\r\nc: d\r\n", findings, parser)
    assert tree is not None
    assert tree.value == {"a": "b", "c": "d"}
    assert tree.place(("a",), key=True) == Place(1, 1)


def test_a_sentence_over_two_lines_is_joined_as_chinese_is_written(parser: Any) -> None:
    assert tree_of("a: 大妈，\n  您好\nb: two\n  words\nc: |\n  一\n  二\n", parser).value == {
        "a": "大妈，您好",
        "b": "two words",
        "c": "一\n二",
    }


def test_all_tricks_are_found_at_once(parser: Any) -> None:
    text = "a: &x 1\nb: *x\nc: !!python/object/apply:os.system [ls]\nd: ! e\n<<: {f: 1}\n"
    assert codes_of(text, parser) == ["1:4 E106", "2:4 E106", "3:4 E106", "4:4 E106"]


def test_an_alias_bomb_does_not_go_off(parser: Any) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    assert {found.split()[1] for found in codes_of(bomb, parser)} == {"E106"}


def test_a_key_written_twice_is_found(parser: Any) -> None:
    assert codes_of("a: 1\nb: {c: 1, c: 2}\na: 3\n", parser) == ["2:11 E105", "3:1 E105"]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}"])
def test_a_key_that_is_not_a_word_is_found(key: str, parser: Any) -> None:
    assert codes_of(f"? {key}\n: 1\nb: 2\n", parser) == ["1:3 E104"]


def test_too_deep_too_many_too_large(parser: Any) -> None:
    assert codes_of("[" * (MAX_DEPTH + 1), parser) == [f"1:{MAX_DEPTH + 1} E102"]
    assert codes_of("[" * 100_000, parser) == [f"1:{MAX_DEPTH + 1} E102"]
    assert codes_of("- x\n" * MAX_VALUES, parser) == [f"{MAX_VALUES}:3 E102"]
    assert codes_of(b" " * (MAX_BYTES + 1), parser) == ["1:1 E102"]


@pytest.mark.parametrize("data", ["", "\n\n", "# nur ein Satz\n", "---\n...\n"])
def test_an_empty_file_is_said_to_be_empty(data: str, parser: Any) -> None:
    assert codes_of(data, parser) == ["1:1 E101"]


def test_two_stories_in_one_file_are_refused(parser: Any) -> None:
    assert codes_of("a: 1\n---\nb: 2\n", parser) == ["2:1 E104"]


def test_text_that_is_not_utf8_is_located(parser: Any) -> None:
    assert codes_of("a: 1\nb: 大妈".encode("gb18030"), parser) == ["2:4 E101"]


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\x07", "\x00", "\ufffe", "\ue001", "\x85"])
def test_hidden_characters_are_found_plain_and_escaped(hidden: str, parser: Any) -> None:
    assert codes_of(f"a: x{hidden}y\n", parser) == ["1:5 E103"]
    assert codes_of(f'a: "x\\u{ord(hidden):04x}y"\n', parser) == ["1:4 E103"]


def test_findings_do_not_grow_without_bound(parser: Any) -> None:
    found = codes_of("a: 1\n" * (MAX_VALUES // 3), parser)
    assert len(found) == LIMIT + 1
    assert found[-1].endswith("E102")
    assert len(codes_of("\u200b" * 5000, parser)) == LIMIT + 1


def test_both_parsers_see_the_same(parser: Any) -> None:
    assert tree_of("a: [1, {b: c}]\n", parser) == tree_of("a: [1, {b: c}]\n")


NASTY = st.text(
    alphabet=st.sampled_from(
        [*"ab:-{}[]&*!|>?%@`'\"#, \n\t\r", "：", "　", "大", "\u202e", "\x00", "\ud7ff"]
    ),
    max_size=60,
)


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=80), NASTY.map(lambda text: text.encode())))
def test_whatever_the_bytes_there_is_a_tree_or_a_finding(data: bytes) -> None:
    for reader in filter(None, PARSERS.values()):
        findings = Findings("x.yaml")
        tree = read(data, findings, reader)
        assert tree is not None or findings.has_errors
        lines = data.count(b"\n") + 1 + data.count(b"\r")
        assert all(1 <= found.place.line <= lines + 1 for found in findings.diagnostics)
