"""The child process that reads recorded clips: it decodes them, and stretches them to be slower or
quicker at the same pitch.

    python -m elderguard.voice.reader

It answers one request after the other until its standard input ends, which it does when the program
that started it is gone. A request is a line of JSON: `path`, and `stretch`, how many times as long the
sound shall be. The answer is a line of JSON with `rate` (samples a second), `bytes` and `stretch` (the one
that was reached), then that many bytes of 16-bit mono samples; or a line with `error`.

The only place where libsndfile and the stretching library are loaded: with numpy they cost 150 ms and more
memory than the home screen, and a spoilt file can do no harm here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from elderguard.voice.pcm import Pcm, SoundError, read
from elderguard.voice.tempo import paced

LARGEST = 64 * 1024 * 1024
"""Bytes of samples that one clip may have; about twenty minutes."""


def main() -> int:
    """Answers until there are no more requests."""
    # Not sys.stdin and sys.stdout: in a windowed bundle they are None.
    with open(0, "rb", closefd=False) as requests, open(1, "wb", closefd=False) as answers:
        for line in requests:
            head, body = _answer(line)
            answers.write(json.dumps(head).encode("ascii") + b"\n" + body)
            answers.flush()
    return 0


def _answer(line: bytes) -> tuple[dict[str, object], bytes]:
    try:
        request = json.loads(line)
        sound = read(Path(request["path"]))
        if len(sound.data) > LARGEST:
            raise SoundError("too long")
        stretched, reached = _stretched(sound, float(request["stretch"]))
    except (SoundError, ValueError, KeyError, TypeError, MemoryError) as error:
        return {"error": f"{type(error).__name__}: {error}"}, b""
    return {"rate": sound.rate, "bytes": len(stretched), "stretch": reached}, stretched


def _stretched(sound: Pcm, stretch: float) -> tuple[bytes, float]:
    """The samples so many times as long, and how much longer they are. Where the library is missing,
    as they are: the clear voice matters more than the speed."""
    if stretch == 1.0 or not sound.data:
        return sound.data, 1.0
    try:
        data = paced(sound, 1 / stretch).data
    except ImportError:
        return sound.data, 1.0
    return data, len(data) / len(sound.data)


if __name__ == "__main__":
    sys.exit(main())
