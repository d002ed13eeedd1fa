"""Which picture files a script may bring along: plain files of its own folder, and nothing else."""

from __future__ import annotations

import stat
from pathlib import Path

SUFFIXES = (".png", ".svg", ".jpg", ".jpeg")
MAX_BYTES = 2 * 1024 * 1024


def is_picture_name(name: str) -> bool:
    """Whether a portrait is meant as a file rather than as a name of the catalogue."""
    return name.lower().endswith(SUFFIXES) or "/" in name or "\\" in name


def picture_fault(folder: Path, name: str) -> tuple[str, str] | None:
    """Why the picture `name` in a script's `folder` cannot be used and what to do, or None."""
    if not name.lower().endswith(SUFFIXES):
        return "这种文件不是图片。", "请用 .png、.svg 或 .jpg 的图片。"
    if Path(name).name != name or set(name) & set('\\:*?"<>|'):
        return "它不在剧本的文件夹里。", "请把图片放进剧本的文件夹，这里只写文件名。"
    try:
        about = (folder / name).lstat()
    except (OSError, ValueError):
        return "剧本的文件夹里没有这个文件。", "请把图片放进剧本的文件夹，再看看名字有没有写错。"
    if not stat.S_ISREG(about.st_mode):
        return "它不是一个普通的文件。", "请把图片本身复制进剧本的文件夹，不要用快捷方式。"
    if about.st_size > MAX_BYTES:
        return f"它超过了 {MAX_BYTES // 1024 // 1024} MB。", "请把图片缩小再放进来。"
    return None
