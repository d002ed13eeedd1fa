"""`make listen`: hears every shipped clip that was not heard yet, and says how well each voice is understood.

    python -m tests.listen [--report] [FOLDER…]

Exit code 0: all limits are kept; 1: one is broken; 2: the listener or a pack is missing.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import yaml

from elderguard.voice.pack import MANIFEST, Pack, PackError, read_pack
from tests.listen import record as records
from tests.listen import table
from tests.listen.hearing import Listener, checksum, hear_all
from tests.listen.needed import missing
from tests.listen.score import Score, score

CHECKOUT = Path(__file__).resolve().parent.parent.parent
EXCUSES = Path(__file__).resolve().parent / "misheard.yaml"
_SAVED_EVERY = 20.0  # seconds

Hearing = tuple[str, Listener]
"""Who listens, in one line, and how."""


def main(arguments: Sequence[str]) -> int:
    """Listen, report, and hold it against the limits."""
    folders = [Path(each) for each in arguments if not each.startswith("-")]
    folders = folders or sorted(
        file.parent for file in (CHECKOUT / "assets" / "voices").glob(f"*/{MANIFEST}")
    )
    if not folders:
        print("assets/voices 里还没有语音包，没有什么可听的。", file=sys.stderr)
        return 2
    if "--report" not in arguments and (lacking := missing()):
        print(f"听写程序没有装：缺 {'、'.join(lacking)}。请先运行 .ci/environment listen", file=sys.stderr)
        return 2
    hearing = None if "--report" in arguments else _whisper()
    broken: list[str] = []
    for folder in folders:
        try:
            broken += listen(read_pack(folder), folder.name, hearing).broken()
        except PackError as error:
            print(error, file=sys.stderr)
            return 2
        except OSError as error:
            print(f"读不了声音文件：{error}", file=sys.stderr)
            return 2
    return 1 if broken else 0


def _whisper() -> Hearing:
    from tests.listen.whisper import Whisper, settings

    model: list[Whisper] = []

    def hear(files: Sequence[Path], low: bool) -> str:
        if not model:
            model.append(Whisper())  # loaded only if something is to be heard
        return model[0].hear(files, low)

    return settings(), hear


def listen(
    pack: Pack, name: str, hearing: Hearing | None, folder: Path | None = None, excuses: Path = EXCUSES
) -> Score:
    """Hear what is new in a pack, keep it and the report under this name in the folder (of the records), and
    print the report. Without `hearing` only what was heard before is reported."""
    folder = folder or records.FOLDER
    clips = {checksum(clip.path): clip for clip in pack.clips.values()}
    file = folder / f"{name}.heard.json"
    record = records.read(file, hearing[0] if hearing else None)
    if hearing:
        record.keep_only(clips)
        saved = began = time.monotonic()

        def done(heard: int, of: int) -> None:
            nonlocal saved
            if heard == of or time.monotonic() - saved > _SAVED_EVERY:
                records.write(record, file)
                saved = time.monotonic()
            print(
                f"\r  听了 {heard}/{of} 段，{time.monotonic() - began:.0f} 秒",
                end="",
                file=sys.stderr,
                flush=True,
            )

        heard = hear_all(clips, record, hearing[1], done)
        records.write(record, file)
        if heard:
            print(file=sys.stderr)
        print(f"{pack.name}：新听了 {heard} 条，共 {len(clips)} 条。", file=sys.stderr)
    found = score(clips, record.clips, reasons(excuses))
    report = table.text(found, pack.name, record.listener)
    print(report, end="")
    if hearing:
        (folder / f"{name}.report.txt").write_text(report, encoding="utf-8")
        told = json.dumps(table.data(found, pack.name, record.listener), ensure_ascii=False, indent=1)
        (folder / f"{name}.report.json").write_text(told + "\n", encoding="utf-8")
    return found


def reasons(file: Path) -> dict[str, str]:
    """Spoken texts that a person understands and the listener does not, with the reason for each."""
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) or [] if file.is_file() else []
    return {str(entry["text"]): str(entry["reason"]) for entry in entries}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
