r"""Tables of LaTeX: cells over several columns (`\multicolumn`) and rows (`\multirow`) carried out as a grid."""

from __future__ import annotations

import attrs

from syllabus_parse.document import Block, Cell, Paragraph, Row
from syllabus_parse.source import Span


@attrs.frozen(eq=False)
class CellDraft:
    """What stands in a cell, and where."""

    blocks: tuple[Block, ...]
    start: int
    end: int


@attrs.define(eq=False)
class TableDraft:
    """The rows read so far; `colspan` and `rowspan` hold for the cell that is being read."""

    start: int
    rows: list[Row] = attrs.field(factory=list)
    cells: list[Cell] = attrs.field(factory=list)
    colspan: int = 1
    rowspan: int = 1
    held: dict[int, tuple[int, Cell]] = attrs.field(factory=dict)
    repeating: bool = False

    def rule(self, name: str) -> None:
        r"""Read a mark between rows: what stands above `\midrule` or `\endhead` is a head."""
        if name in ("endhead", "endfirsthead"):
            if self.repeating:  # the head again, for the pages that follow
                self.rows = [row for row in self.rows if row.header]
            self.rows = [attrs.evolve(row, header=True) for row in self.rows]
            self.repeating = True
        elif name in ("endfoot", "endlastfoot"):
            self.rows = [row for row in self.rows if row.header]
        elif name == "midrule" and len(self.rows) == 1:
            self.rows = [attrs.evolve(row, header=True) for row in self.rows]

    def end_cell(self, draft: CellDraft) -> None:
        r"""Take a cell; where nothing stands below a `\multirow`, its copy stands there."""
        span = Span(draft.start, max(draft.start, draft.end))
        column = len(self.cells)
        held = self.held.get(column)
        if held is not None and not draft.blocks:
            self.cells.append(attrs.evolve(held[1], repeated=True))
        else:
            self.held.pop(column, None)
            cell = Cell(draft.blocks, span, colspan=self.colspan, rowspan=self.rowspan)
            self.cells.append(cell)
            if self.rowspan > 1:
                self.held[column] = (self.rowspan, cell)
            self.cells += [attrs.evolve(cell, repeated=True)] * (min(self.colspan, 60) - 1)
        self.colspan = self.rowspan = 1

    def end_row(self, at: int) -> None:
        """End a row; one without any words is none."""
        cells, self.cells = tuple(self.cells), []
        self.held = {column: (left - 1, cell) for column, (left, cell) in self.held.items() if left > 1}
        if any(cell.blocks and not cell.repeated for cell in cells):
            start = cells[0].span.start
            self.rows.append(Row(cells, Span(start, max(start, at))))

    def finish(self, at: int) -> tuple[Row, ...]:
        """Return all rows; a first row all in bold is a head where no line said so."""
        self.end_row(at)
        if self.rows and not any(row.header for row in self.rows) and len(self.rows) > 1 and _is_bold(self.rows[0]):
            self.rows[0] = attrs.evolve(self.rows[0], header=True)
        return tuple(self.rows)


def _is_bold(row: Row) -> bool:
    texts = [block.text for cell in row.cells for block in cell.blocks if isinstance(block, Paragraph)]
    return bool(texts) and all(text.is_bold() for text in texts)
