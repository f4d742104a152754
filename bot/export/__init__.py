"""A sheet to take away: the same content as on the page, as Markdown or as a Word file."""

from bot.export.docx import as_docx
from bot.export.markdown import as_markdown

__all__ = ["as_docx", "as_markdown"]
