"""Cuts the two fonts of the application out of the full Noto Sans SC.

Needs fonttools. Take `NotoSansSC_500Medium.ttf` and `NotoSansSC_700Bold.ttf` (npm package
`@expo-google-fonts/noto-sans-sc`, SIL OFL 1.1) and run

    python assets/fonts/make_subset.py path/to/NotoSansSC_500Medium.ttf path/to/NotoSansSC_700Bold.ttf

The cut keeps GB 2312, ASCII, the punctuation and symbols below, and every character that the
repository's own scenarios and screens use, so that no sentence is drawn out of two fonts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NAMES = {"Medium": "NotoSansSC-Medium.ttf", "Bold": "NotoSansSC-Bold.ttf"}
EXTRA = "·…—–‘’“”¥￥©®°×÷±≤≥≈→←↑↓①②③④⑤⑥⑦⑧⑨⑩●○■□◆◇▲△▼▽★☆✓✔✕（）〔〕【】《》「」『』〈〉、。，；：？！～・"
READ = (("scenarios", "*.yaml"), ("scenarios", "*.md"), ("elderguard", "*.py"), ("tests/scenario", "*.yaml"))
HAN_PUNCTUATION = range(0x3000, 0x3040)
FULL_WIDTH = range(0xFF01, 0xFF5F)


def gb2312() -> Iterator[str]:
    """Every character of GB 2312, row by row."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue


def in_use() -> set[str]:
    """Every character that the repository's own scenarios and screens are written with."""
    found: set[str] = set()
    for folder, pattern in READ:
        for path in sorted((ROOT / folder).rglob(pattern)):
            found.update(path.read_text(encoding="utf-8", errors="ignore"))  # one test file is not UTF-8
    return {char for char in found if char.isprintable()}


def wanted() -> set[int]:
    """Code points the cut must hold if the full font has them."""
    chars = set(gb2312()) | in_use() | set(EXTRA) | {chr(code) for code in range(0x20, 0x7F)}
    return {ord(char) for char in chars} | set(HAN_PUNCTUATION) | set(FULL_WIDTH) | {0xA0}


def cut(source: Path) -> Path:
    """Write the subset of `source` beside this script; ValueError for a weight that is not used."""
    weight = next((name for name in NAMES if name in source.stem), None)
    if weight is None:
        raise ValueError(f"{source.name}: neither Medium nor Bold")
    options = subset.Options()
    options.layout_features = ["kern", "locl", "ccmp", "mark", "mkmk"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted())
    cutter.subset(font)
    target = HERE / NAMES[weight]
    subset.save_font(font, str(target), options)
    have = set(TTFont(target).getBestCmap())
    missing = sorted(char for char in in_use() if ord(char) not in have)
    print(f"{target.name}: {len(have)} characters, {target.stat().st_size / 1e6:.2f} MB, missing {missing}")
    return target


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for argument in sys.argv[1:]:
        cut(Path(argument))
