# ruff: noqa: N802 - the names are pyttsx3's
"""An engine that misbehaves as FAKE_ENGINE says. It stands in for pyttsx3 in the child process."""

import os
import sys
import time
import wave
from array import array
from pathlib import Path

KIND = os.environ["FAKE_ENGINE"]

if KIND == "missing":
    raise ImportError("no pyttsx3 here")


class _Voice:
    def __init__(self, id, name, languages, gender=None):
        self.id, self.name, self.languages, self.gender = id, name, languages, gender


MANDARIN = _Voice("huihui", "Microsoft Huihui Desktop", [b"zh-CN"], "Female")
ENGLISH = _Voice("zira", "Microsoft Zira Desktop", ["en-US"], "Female")
PINYIN = _Voice("sit/cmn-latn-pinyin", "Chinese (Mandarin, latin as Pinyin)", ["cmn-latn-pinyin"])


class Engine:
    def __init__(self):
        self.driver_name = "espeak" if KIND in {"forgetful", "stubborn", "deaf"} else "sapi5"
        self.set = {"voice": "zira", "rate": 200, "pitch": 50}
        self.settings = 0
        self.job = None
        self.runs = 0

    def getProperty(self, name):
        if name == "voices":
            if KIND == "english":
                return [ENGLISH]
            return [ENGLISH, PINYIN if self.driver_name == "espeak" else MANDARIN]
        return self.set[name]

    def setProperty(self, name, value):
        lost = KIND == "deaf" or (KIND == "stubborn" and name == "rate")
        if not lost and not (KIND == "ignores-voice" and name == "voice"):
            self.set[name] = value
        self.settings += 1
        if KIND == "forgetful" and self.settings <= 3:
            self.set["rate"] = 200  # the first settings are lost, as espeak's sometimes are

    def save_to_file(self, text, path):
        self.job = (text, Path(path))

    def runAndWait(self):
        self.runs += 1
        print("Audio saved to somewhere")
        if self.job is None:
            while self.runs > 1:
                time.sleep(1)  # as the real one does
            return
        text, path = self.job
        if KIND == "hangs":
            time.sleep(600)
        if KIND == "crashes":
            os.abort()
        if KIND == "raises":
            raise RuntimeError("engine fell over")
        if KIND == "writes-nothing" or (KIND == "loses-first" and self.runs == 1):
            return
        if KIND == "slow":
            time.sleep(0.3)
        seconds = 0.02 if KIND == "too-short" else 0.3 * len(text)
        tone = [(9000 if at // 25 % 2 else -9000) for at in range(int(seconds * 22050))]
        samples = array("h", [0] * len(tone) if KIND == "mute" else tone)
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(22050)
            file.writeframes(samples.tobytes())
        if KIND == "writes-half":
            path.write_bytes(path.read_bytes()[:30] + b"\0" * 20)


def init():
    if KIND == "init-fails":
        raise RuntimeError("libespeak not found")
    sys.stdout.write("hello from the engine\n")
    return Engine()
