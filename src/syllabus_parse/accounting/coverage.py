"""The accounting as a mapping that is made when it is first looked at: a parse that nobody asks for it pays nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping


class Coverage(Mapping[str, object]):
    """The accounting of one document, `words` and `residue`, made on first sight.

    Until then it holds the document's blocks. It equals the dictionary of its values, and is pickled as one.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Mapping[str, object]]) -> None:
        """Remember how to make the accounting."""
        self._make: Callable[[], Mapping[str, object]] | None = make
        self._made: Mapping[str, object] = {}

    def _look(self) -> Mapping[str, object]:
        make = self._make
        if make is not None:
            self._made = make()
            self._make = None
        return self._made

    def __getitem__(self, key: str) -> object:
        return self._look()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._look())

    def __len__(self) -> int:
        return len(self._look())

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Mapping) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # its values are lists and dictionaries

    def __repr__(self) -> str:
        return repr(dict(self._look()))

    def __reduce__(self) -> tuple[type[dict[str, object]], tuple[dict[str, object]]]:
        return dict, (dict(self),)
