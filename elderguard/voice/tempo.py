"""Speech made slower or quicker at the same pitch, by the Sonic algorithm of a library."""

from __future__ import annotations

from elderguard.voice.pcm import Pcm


def paced(pcm: Pcm, factor: float) -> Pcm:
    """The same, `factor` times as fast. Raises ImportError where the library is missing."""
    import numpy
    import speechwarp  # never in the window's process: it brings numpy

    # Evenly: the uneven speed-up of this library is for listening at twice the speed and more.
    stream = speechwarp.Stream(pcm.rate, speed=factor, nonlinear=0)
    stream.write(numpy.frombuffer(pcm.data, dtype="<i2").astype(numpy.int16))
    stream.flush()
    return Pcm(pcm.rate, stream.read(dtype=numpy.int16).astype("<i2").tobytes())
