"""The command line: which command was asked for, in Chinese, and where it is done.

Everything heavier than the words themselves is imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from elderguard import __version__, crash, paths
from elderguard.parser import ChineseParser, UnusableError, meant
from elderguard.settings import TEXT_SIZES, THEMES

if TYPE_CHECKING:
    from elderguard.scenario.library import Entry

UNUSABLE = 2  # exit code: the command could not be understood or carried out
FAILED = 1
_SIZE = re.compile(r"([0-9]{1,5})[xX×*]([0-9]{1,5})")
_SIDES = range(320, 7681)  # pixels


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text)
    if not found:
        raise argparse.ArgumentTypeError("大小要写成 1366x768 这样")
    width, height = int(found[1]), int(found[2])
    if width not in _SIDES or height not in _SIDES:
        raise argparse.ArgumentTypeError(f"宽和高要在 {_SIDES.start} 到 {_SIDES.stop - 1} 之间")
    return width, height


def _window(given: argparse.Namespace) -> int:
    """Open the window, at a scenario if one is named."""
    from elderguard import desktop

    scenario_id = getattr(given, "id", None)
    if scenario_id is not None:
        _require_scenarios([scenario_id])
    hindrance = desktop.hindrance()
    if hindrance:
        print(hindrance, file=sys.stderr)
        return FAILED
    from elderguard import app

    return app.run(scenario_id)


def _require_scenarios(ids: Sequence[str]) -> None:
    """Raise UnusableError for a scenario that is not there; cheap, no script is parsed."""
    from elderguard.scenario.library import Library

    known = [entry.id for entry in Library.of_folders().entries()] if ids else []
    for scenario_id in ids:
        if scenario_id not in known:
            raise UnusableError(
                f"没有叫“{scenario_id}”的故事{meant(scenario_id, known)}。全部故事见 elderguard list"
            )


def _list(given: argparse.Namespace) -> int:
    """Every story with what a volunteer chooses by, and why it cannot be played if it cannot."""
    from elderguard.check.examine import judge
    from elderguard.scenario.library import Library

    entries = list(Library.of_folders(judge).examine())
    if given.json:
        print(json.dumps([_as_json(entry) for entry in entries], ensure_ascii=False, indent=2))
        return 0
    width = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        print(f"{entry.id:{width}}  {_in_a_line(entry)}")
    return 0


def _in_a_line(entry: Entry) -> str:
    if entry.problem is not None:
        return f"{entry.title}：现在打不开。{entry.problem}"
    words = [word.chinese for word in (entry.kind, entry.channel, entry.role) if word is not None]
    return f"{entry.title}（{'，'.join(words)}，难度 {entry.difficulty}，{entry.minutes} 分钟）"


def _as_json(entry: Entry) -> dict[str, object]:
    """The entry as plain data; words as they are written in scripts."""
    return {
        "id": entry.id,
        "title": entry.title,
        "kind": entry.kind and entry.kind.value,
        "role": entry.role and entry.role.value,
        "channel": entry.channel and entry.channel.value,
        "difficulty": entry.difficulty,
        "minutes": entry.minutes,
        "twin": entry.twin,
        "folder": str(entry.folder),
        "playable": entry.problem is None,
        "problem": entry.problem,
    }


def _check(given: argparse.Namespace) -> int:
    """Look for what is wrong in scripts."""
    from elderguard.check.report import run_check

    said, code = run_check(given.scripts, given.json, given.strict)
    print(said, file=sys.stderr if code == UNUSABLE else sys.stdout)
    return code


def _doctor(given: argparse.Namespace) -> int:
    """Say what works on this computer."""
    from elderguard.ui.doctor import examine

    said, well = examine()
    print(said)
    return 0 if well else FAILED


def _voice(given: argparse.Namespace) -> int:
    """Render the voice pack, check it, or tell how things stand."""
    from elderguard import studio

    _require_scenarios(given.ids)
    where = studio.folder()
    if given.what == "check":
        return studio.check(where)
    wanted = studio.wanted(given.ids)
    if given.what == "status":
        return studio.status(where, wanted)
    if given.prune and given.ids:
        raise UnusableError("--prune 要看全部故事才知道哪些没人念，请不要写故事")
    return studio.render(where, wanted, given.prune)


def _schema(given: argparse.Namespace) -> int:
    """Print the JSON schema of scripts, for editors."""
    from elderguard.scenario.editor import editor_schema_text

    print(editor_schema_text(), end="")
    return 0


def _icon(given: argparse.Namespace) -> int:
    """Put an icon into the menu and onto the desktop."""
    from elderguard import shortcut

    if not sys.platform.startswith("linux"):
        print(shortcut.NOT_HERE, file=sys.stderr)
        return FAILED
    text = shortcut.entry(shortcut.command(), paths.assets_folder() / "icons" / "shield.svg")
    try:
        placed = shortcut.place(text, shortcut.folders())
    except OSError as error:
        print(f"图标没放成：{error.strerror or error}。", file=sys.stderr)
        return FAILED
    print("图标放好了，双击就能打开：" + "、".join(map(str, placed)))
    return 0


def _shots(given: argparse.Namespace) -> int:
    _require_scenarios(given.ids)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # pictures need no screen, and must not flash over one
    from elderguard.ui.shots import UnplayableError, take_shots

    try:
        given.out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise UnusableError(f"照片放不进“{given.out}”，请换一个文件夹") from None
    try:
        reached, pictured = take_shots(given.out, given.size, given.text, given.theme, tuple(given.ids))
    except UnplayableError as error:
        raise UnusableError(str(error)) from None
    print(f"走到 {reached} 个画面，拍下 {pictured} 张，都在 {given.out}")
    return 0 if pictured == reached else FAILED


def _parser() -> ChineseParser:
    parser = ChineseParser(
        "elderguard", "守护银龄：在情景里练一练，怎样守住手机、验证码、脸和证件。不带命令就打开窗口。"
    )
    parser.switches.add_argument(
        "--version", action="version", version=f"elderguard {__version__}", help="显示版本"
    )
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="命令", metavar="命令", dest="command", parser_class=ChineseParser)

    def command(name: str, description: str, run: Callable[[argparse.Namespace], int]) -> ChineseParser:
        made: ChineseParser = commands.add_parser(
            name, help=description, description=description, prog=f"elderguard {name}"
        )
        made.set_defaults(run=run)
        return made

    play = command("play", "打开窗口，直接进一个故事", _window)
    play.arguments.add_argument("id", metavar="故事", help="故事的代号，见 elderguard list")

    listing = command("list", "有哪些故事", _list)
    listing.switches.add_argument("--json", action="store_true", help="给程序看的写法")

    check = command("check", "检查故事，一次说清所有不对的地方", _check)
    check.arguments.add_argument(
        "scripts",
        metavar="剧本",
        nargs="*",
        type=Path,
        help="文件、文件夹，或者故事的代号；不写就查自己写的，没有就查自带的",
    )
    check.switches.add_argument("--json", action="store_true", help="给程序看的写法")
    check.switches.add_argument("--strict", action="store_true", help="有警告也算不通过")

    shots = command("shots", "给每一个画面拍照，不需要屏幕", _shots)
    shots.arguments.add_argument("ids", metavar="故事", nargs="*", help="只拍这些故事；不写就全拍")
    shots.switches.add_argument("--out", metavar="文件夹", type=Path, required=True, help="照片放在哪里")
    shots.switches.add_argument(
        "--size", metavar="宽x高", type=_size, default=(1366, 768), help="窗口大小，平常是 1366x768"
    )
    shots.switches.add_argument(
        "--text", metavar="字号", type=int, choices=TEXT_SIZES, default=100, help="100、125、150 或 200"
    )
    shots.switches.add_argument(
        "--theme", metavar="颜色", choices=THEMES, default="light", help="light 浅色，dark 深色"
    )

    voice = command("voice", "语音包：录（render）、查（check）、看看录了多少（status）", _voice)
    voice.arguments.add_argument(
        "what", metavar="做什么", choices=("render", "check", "status"), help="render、check 或 status"
    )
    voice.arguments.add_argument(
        "ids", metavar="故事", nargs="*", default=(), help="只管这些故事；不写就是全部故事和界面上的话"
    )
    voice.switches.add_argument("--prune", action="store_true", help="录完以后，删掉没人念的")

    command("doctor", "看看这台电脑缺什么", _doctor)
    command("icon", "在菜单和桌面上放一个图标，双击就打开", _icon)
    command("schema", "打印剧本的写法（JSON Schema），给编辑器用", _schema)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line. Returns the exit code: 0 done, 1 failed, 2 unusable."""
    given_words = list(sys.argv[1:] if arguments is None else arguments)
    if given_words and given_words[0].startswith("--voice-"):  # how a frozen program starts its child
        from elderguard.voice import reader, worker
        from elderguard.voice.engine import READER_ARGUMENT, WORKER_ARGUMENT

        if given_words[0] == WORKER_ARGUMENT:
            return worker.main(given_words[1:])
        if given_words[0] == READER_ARGUMENT:
            return reader.main()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that lacks a character shows ? in its place
            stream.reconfigure(errors="replace")
    try:
        given = _parser().parse_args(arguments)
        code: int = given.run(given)
        if sys.stdout is not None:
            sys.stdout.flush()  # a reader who is gone is met here, not when Python ends
        return code
    except (UnusableError, paths.MissingFilesError) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        print(crash.write_down(error, paths.log_file()), file=sys.stderr)
        return FAILED
