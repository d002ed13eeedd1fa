from __future__ import annotations

import os
from pathlib import Path

from elderguard.voice.cache import Cache


def keep(cache: Cache, key: str, size: int, age: int) -> Path:
    place = cache.place(key)
    place.write_bytes(bytes(size))
    kept = cache.keep(key, place)
    os.utime(kept, (1000 - age, 1000 - age))
    return kept


def test_a_sound_is_found_again(tmp_path):
    cache = Cache(tmp_path / "speech")
    assert cache.find("a") is None
    kept = keep(cache, "a", 10, 0)
    assert cache.find("a") == kept


def test_the_sounds_unused_for_longest_make_room(tmp_path):
    cache = Cache(tmp_path, limit=250)
    keep(cache, "old", 100, 30)
    keep(cache, "older", 100, 40)
    cache.find("older")  # wanted again just now
    keep(cache, "new", 100, 0)
    assert cache.find("old") is None
    assert cache.find("older") is not None
    assert cache.find("new") is not None


def test_a_sound_larger_than_the_whole_cache_is_kept_until_the_next(tmp_path):
    cache = Cache(tmp_path, limit=50)
    keep(cache, "huge", 100, 0)
    assert cache.find("huge") is not None
    keep(cache, "small", 10, 0)
    assert cache.find("huge") is None


def test_where_nothing_can_be_written_this_run_has_a_folder_of_its_own(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    cache = Cache(blocked / "speech")
    kept = keep(cache, "a", 10, 0)
    keep(cache, "b", 10, 0)
    assert cache.find("a") == kept
    assert not kept.is_relative_to(tmp_path)
