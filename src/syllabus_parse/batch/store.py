"""The output of a batch on disk: a record a line, in order, so that the number of whole lines says how far it is."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final

from syllabus_parse.batch.pool import BatchError
from syllabus_parse.batch.tally import Tally, tally_record
from syllabus_parse.regex import lazy_regex

RECORDS: Final = "records.jsonl"
SETTINGS: Final = "batch.json"
# What a file's name may hold on every system.
UNSAFE: Final = lazy_regex(r"[^A-Za-z0-9._-]+")
LONGEST_NAME: Final = 80


class Store:
    """The folder that a batch writes into; one batch at a time may have it open.

    Lines are written whole, one behind the other. A process that is killed leaves at most one broken line at the end,
    which is cut off when the batch goes on.
    """

    def __init__(self, folder: str | os.PathLike[str], settings: Mapping[str, object]) -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._stream: BinaryIO = open(self.folder / RECORDS, "ab+", buffering=0)  # noqa: SIM115 # closed by __exit__
        try:
            _lock(self._stream, self.folder)
            self._check_settings(settings)
        except BaseException:
            self._stream.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stream.close()

    def _check_settings(self, settings: Mapping[str, object]) -> None:
        """Refuse a folder that was begun with other options: its records would be of two kinds."""
        path = self.folder / SETTINGS
        words = json.dumps(settings, indent=2) + "\n"
        if path.exists():
            if path.read_text("utf-8") != words:
                raise BatchError(
                    f"{self.folder} was begun with other inputs or options; name another folder, or empty it"
                )
            return
        if os.fstat(self._stream.fileno()).st_size:
            raise BatchError(f"{self.folder / RECORDS} is there and no batch of this library; name another folder")
        _write_whole(path, words)

    def read_done(self) -> Iterator[tuple[str | None, Tally]]:
        """Yield name and tally of each record that is there; then the next is written behind the last whole one."""
        self._stream.seek(0)
        end = 0
        with open(self.folder / RECORDS, "rb") as reading:
            for line in reading:
                record = _read_record(line)
                if record is None:
                    break
                end += len(line)
                tally = Tally()
                tally_record(record, tally)
                source = record["source"]
                yield source.get("uri") if isinstance(source, Mapping) else None, tally
        self._stream.truncate(end)

    def append(self, lines: tuple[bytes, ...]) -> None:
        """Write lines behind the last."""
        data = memoryview(b"".join(lines))
        while data:
            data = data[self._stream.write(data) :]

    def write(self, name: str, words: str) -> None:
        """Write a file beside the records, whole or not at all."""
        _write_whole(self.folder / name, words)

    @property
    def records(self) -> Path:
        """The file of the records."""
        return self.folder / RECORDS


def make_name(number: int, name: str | None) -> str:
    """Make a file's name of a document's: it has no folder in it, is no longer than files may be, and is its own.

    >>> make_name(7, "../../etc/passwd"), make_name(8, "https://example.org/a?b=ü")
    ('0000007-etc-passwd.json', '0000008-https-example.org-a-b.json')
    """
    words = UNSAFE.sub("-", name or "").strip(".-") if name else ""
    words = words.replace("..", ".")
    if len(words) > LONGEST_NAME:
        mark = blake2b((name or "").encode("utf-8", "replace"), digest_size=4).hexdigest()
        words = f"{words[:LONGEST_NAME]}-{mark}"
    return f"{number:07d}-{words}.json" if words else f"{number:07d}.json"


def _read_record(line: bytes) -> dict[str, object] | None:
    """Return the record of a whole line; None for one that was broken off."""
    if not line.endswith(b"\n"):
        return None
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) and isinstance(record.get("source"), dict) else None


def _write_whole(path: Path, words: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(words, "utf-8")
    part.replace(path)


def _lock(stream: BinaryIO, folder: Path) -> None:
    """Hold the file for this process alone; the system lets go of it, however the process ends."""
    with contextlib.suppress(ImportError):  # not on this system
        import fcntl

        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise BatchError(f"another batch is writing into {folder}") from fault
