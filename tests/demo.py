"""`make demo`: a story plays itself on a desktop that nobody sees, by the keys of a keyboard.

Leaves in the folder that is named: a picture of every step, what was heard, and a page with both.
The story goes on when its voice has come to the end, so the recording sounds as the room would hear it.
"""

from __future__ import annotations

import html
import shutil
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from elderguard.scenario.vocabulary import Outcome  # noqa: E402 - the checkout must be on the path first
from tests.desktop.ear import HEADER, Ear  # noqa: E402
from tests.desktop.player import Keys, Player, plain  # noqa: E402
from tests.desktop.virtual import Desktop, Thing, missing  # noqa: E402
from tests.walkthroughs.script import Walkthrough, read  # noqa: E402

RATE = 24000  # samples a second
PAUSE_S = 1.0  # this long without a sound: the voice has finished
LONGEST_S = 25.0


class Demo:
    """A demonstration being recorded in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sound = folder / "sound.wav"
        self.steps: list[tuple[str, str]] = []  # picture file and what could be read

    def seen(self, desktop: Desktop, things: list[Thing]) -> None:
        """Hear the step out, and keep a picture of it."""
        Ear(self.sound).hear_out(PAUSE_S, LONGEST_S)
        picture = f"{len(self.steps) + 1:02}.png"
        desktop.picture(self.folder / picture)
        self.steps.append((picture, "，".join(thing.name for thing in things if thing.role == "label")))
        print(f"  {picture}  {plain(self.steps[-1][1])[:60]}", flush=True)

    def page(self, title: str) -> None:
        """The page that shows it all."""
        steps = "\n".join(
            f'<figure><img src="{picture}" alt="{html.escape(text)}"><figcaption>{at}</figcaption></figure>'
            for at, (picture, text) in enumerate(self.steps, start=1)
        )
        (self.folder / "index.html").write_text(
            f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{html.escape(title)}</title>
<style>body{{font-family:sans-serif;margin:2em}}img{{max-width:100%;border:1px solid #8A7450}}
figure{{margin:0 0 2em}}</style>
<h1>{html.escape(title)}</h1><audio controls src="{self.sound.name}"></audio>
{steps}</html>
""",
            encoding="utf-8",
        )


def main(folder: Path, story: str = "home-visit") -> int:
    """Record the demonstration; returns the exit code."""
    lacking = missing()
    if lacking:
        print(f"还缺这些程序：{'、'.join(lacking)}。请运行 make test 装上。", file=sys.stderr)
        return 1
    walkthrough = the_walkthrough(story)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    demo = Demo(folder)
    print(f"正在演“{walkthrough.name}”，图和声音放在 {folder}/，要几分钟……")
    with Desktop() as desktop, desktop.hearing(demo.sound, RATE):
        desktop.keep_settings(follow=False)  # it presses as a person does, once it has heard the line out
        perform(desktop, demo, walkthrough)
    demo.page(f"守护银龄：{walkthrough.name}")
    print(
        f"演完了：{len(demo.steps)} 张图，{sound_s(demo.sound):.0f} 秒声音。用浏览器打开 {folder}/index.html"
    )
    return 0


def perform(desktop: Desktop, demo: Demo, walkthrough: Walkthrough) -> None:
    """From the first page through the story to the end of what is said afterwards."""
    program = desktop.elderguard()
    player = Player(desktop, Keys(), lambda things: demo.seen(desktop, things))
    player.ready()
    player.enter(walkthrough)
    player.play(walkthrough)
    player.turn_to("again")
    program.terminate()


def the_walkthrough(story: str) -> Walkthrough:
    """The shortest walkthrough of the story that ends harmed: it shows the whole trick, and aftercare."""
    files = (CHECKOUT / "tests" / "walkthroughs" / story).glob("*.txt")
    found = [walkthrough for walkthrough in map(read, files) if ending(walkthrough) == Outcome.HARMED.chinese]
    return min(found, key=lambda walkthrough: len(walkthrough.entries))


def ending(walkthrough: Walkthrough) -> str:
    """The word for how it ends."""
    return [entry.bracket for entry in walkthrough.entries if entry.word == "结局"][-1]


def sound_s(file: Path) -> float:
    """How long a recording is, in seconds."""
    return (file.stat().st_size - HEADER) / (2 * RATE)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
