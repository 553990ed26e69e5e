"""What the commands that write pages share: where to, the fonts, and what is said afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.cli.output import answer

if TYPE_CHECKING:
    from desktop.documents.fonts import Fonts

OutOption = Annotated[Path, typer.Option("--out", metavar="PDF", help="写到哪里")]
DocxOption = Annotated[
    Path | None, typer.Option("--docx", metavar="DOCX", help="另写一份可以改的 Word 文件")
]


def fonts() -> Fonts:
    """Return the faces."""
    from desktop.paper_fonts import paper_fonts

    return paper_fonts()


def written(as_json: bool, path: Path, data: bytes, facts: dict[str, Any]) -> None:
    """Write the pages and say so."""
    from desktop.documents.preview import page_count

    write(path, data)
    pages = page_count(data)
    values = {"ok": True, "file": str(path), "pages": pages, "bytes": len(data), **facts}
    answer(as_json, values, [f"已写出 {path}（{pages} 页）。"])


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    from desktop.exchange.part_file import part_file

    with part_file(path) as stream:
        stream.write(data)
