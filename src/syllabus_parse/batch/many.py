"""Many documents in Python: one behind the other as they are asked for, in this process or in several."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from syllabus_parse._parse import MAX_CHARS, check_dialect, parse
from syllabus_parse.batch.pool import parse_documents
from syllabus_parse.batch.worker import Document
from syllabus_parse.diagnostics import InputTypeError
from syllabus_parse.intake import check_document, check_options
from syllabus_parse.model import Syllabus

END: Final = object()


def parse_many(
    documents: Iterable[str | bytes],
    *,
    dialect: str | None = None,
    url: str | None = None,
    year: int | None = None,
    max_chars: int = MAX_CHARS,
    processes: int | None = None,
    seconds: float | None = None,
) -> Generator[Syllabus, None, None]:
    """Parse documents one by one as they are asked for, in their order, with the same options for all.

    With `processes` they are parsed in so many others beside this one, some ahead of the one that is asked for;
    `seconds` is how long one may take there before it is given up (SP704). A script that does so needs the usual
    `if __name__ == "__main__":`. Without, all happens here, and nothing ahead.

    >>> [syllabus.diagnostics[0].code for syllabus in parse_many(["", b"GIF89a"])]
    ['SP103', 'SP102']
    """
    # A text is an iterable of texts too; nobody means one document for each of its characters.
    if isinstance(documents, (str, bytes)):
        raise InputTypeError("parse_many() takes an iterable of documents; parse() takes one document")
    check_options(url=url, year=year, max_chars=max_chars)
    check_dialect(dialect)
    if processes is None:
        if seconds is not None:
            raise InputTypeError("`seconds` needs `processes`: only another process can be ended")
        return (parse(data, dialect=dialect, url=url, year=year, max_chars=max_chars) for data in documents)

    def take_all() -> Iterator[Document]:
        for data in documents:
            check_document(data)
            yield Document(url, data, url=url, year=year, dialect=dialect, max_chars=max_chars)

    runs = parse_documents(take_all(), processes=processes, seconds=seconds)
    return (syllabus for run in runs for syllabus in run.syllabi)


async def parse_many_async(
    documents: Iterable[str | bytes] | AsyncIterable[str | bytes],
    *,
    dialect: str | None = None,
    url: str | None = None,
    year: int | None = None,
    max_chars: int = MAX_CHARS,
    processes: int | None = 1,
    seconds: float | None = None,
) -> AsyncIterator[Syllabus]:
    """Parse documents without holding up the event loop; as `parse_many`, and `documents` may be asynchronous too.

    >>> async def count() -> int:
    ...     return len([one async for one in parse_many_async(["", ""], processes=None)])
    >>> asyncio.run(count())
    2
    """
    loop = asyncio.get_running_loop()
    if isinstance(documents, AsyncIterable):
        documents = _wait_for_each(documents, loop)
    syllabi = parse_many(
        documents, dialect=dialect, url=url, year=year, max_chars=max_chars, processes=processes, seconds=seconds
    )
    # One thread, so that the last question is answered before the batch is ended.
    thread = ThreadPoolExecutor(max_workers=1)
    try:
        # What is asked for next is waited for in a thread: there the loop is free to give the next document.
        while (syllabus := await loop.run_in_executor(thread, next, syllabi, END)) is not END:
            assert isinstance(syllabus, Syllabus)  # noqa: S101 # all that is not the end
            yield syllabus
    finally:
        thread.submit(syllabi.close)
        thread.shutdown(wait=False)


def _wait_for_each(documents: AsyncIterable[str | bytes], loop: asyncio.AbstractEventLoop) -> Iterator[str | bytes]:
    """Yield the documents of an asynchronous iterable in another thread, while its loop runs in its own."""
    iterator = aiter(documents)

    async def take() -> object:
        return await anext(iterator, END)

    while (data := asyncio.run_coroutine_threadsafe(take(), loop).result()) is not END:
        yield data  # type: ignore[misc] # all that is not the end
