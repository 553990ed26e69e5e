"""The printers of this computer, asked and fed on a worker; Qt's printing is loaded there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.print_wish import PrintWish


def known_printers() -> list[str]:
    """Return the printers of this computer; on a worker, because a queue may be slow to answer."""
    from desktop.printing import printer_names

    return printer_names()


def send_papers(papers: list[bytes], title: str, wish: PrintWish) -> int:
    """Print papers one after the other and return how many pages went."""
    from desktop.printing import print_paper

    return sum(print_paper(data, title, wish) for data in papers)
