"""The words of `elderguard voice`: what is done with recordings from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from elderguard import paths
from elderguard.parser import ChineseParser, UnusableError

FAILED = 1


def add_voice(voice: ChineseParser, on_pack: Callable[[argparse.Namespace], int]) -> None:
    """Add the commands below `elderguard voice`. `on_pack` does what concerns the shipped pack."""
    commands = voice.add_subparsers(
        title="命令", metavar="命令", dest="what", required=True, parser_class=ChineseParser
    )

    def command(name: str, description: str, run: Callable[[argparse.Namespace], int]) -> ChineseParser:
        made: ChineseParser = commands.add_parser(
            name, help=description, description=description, prog=f"{voice.prog} {name}"
        )
        made.set_defaults(run=run)
        return made

    for name, description in (
        ("render", "把缺的、改过的话录进语音包"),
        ("check", "查语音包：声音大小、快慢、停顿"),
        ("status", "看看录了多少，谁念的，占多大"),
    ):
        made = command(name, description, on_pack)
        made.arguments.add_argument(
            "ids", metavar="故事", nargs="*", default=(), help="只管这些故事；不写就是全部故事和界面上的话"
        )
        made.set_defaults(prune=False)
        if name == "render":
            made.switches.add_argument("--prune", action="store_true", help="录完以后，删掉没人念的")
    give = command("export", "把一个人录的声音存成一个文件，好带走", _export)
    give.arguments.add_argument("pack", metavar="录音", help="哪一位的，写 own-1 这样")
    give.arguments.add_argument("file", metavar="文件", type=Path, help="存到哪里")
    take = command("import", "把这样一个文件读进来，从此就用它", _import)
    take.arguments.add_argument("file", metavar="文件", type=Path, help="从哪里读")


def _export(given: argparse.Namespace) -> int:
    """Give a pack out as one file."""
    from elderguard.voice.own import OwnError, OwnPacks
    from elderguard.voice.parcel import give_out

    packs = {pack.folder.name: pack for pack in OwnPacks(paths.voices_folder()).all()}
    if given.pack not in packs:
        known = f"现在有 {'、'.join(sorted(packs))}" if packs else "还没有录过，请到“设置”里录"
        raise UnusableError(f"没有叫“{given.pack}”的录音，{known}")
    if given.file.exists():
        raise UnusableError(f"已经有“{given.file}”了，请换个名字")
    try:
        give_out(packs[given.pack], given.file)
    except OwnError as error:
        print(error, file=sys.stderr)
        return FAILED
    print(f"存好了，{len(packs[given.pack].keys)} 句，在 {given.file}")
    return 0


def _import(given: argparse.Namespace) -> int:
    """Read a file in, checked as if a stranger had made it."""
    from elderguard.voice.own import OwnError, OwnPacks
    from elderguard.voice.parcel import take_in

    try:
        taken = take_in(given.file, OwnPacks(paths.voices_folder()))
    except OwnError as error:
        print(error, file=sys.stderr)
        return FAILED
    print(f"读进来了，{len(taken.keys)} 句，叫 {taken.folder.name}")
    return 0
