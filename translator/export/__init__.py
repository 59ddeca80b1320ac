"""The exporters, by the ending of the file they write. Each takes a Specification and returns the bytes."""

from collections.abc import Callable

from translator.core.specification.model import Specification
from translator.export.to_docx import to_docx
from translator.export.to_html import to_html
from translator.export.to_json import to_json
from translator.export.to_markdown import to_markdown

EXPORTERS: dict[str, tuple[Callable[[Specification], bytes], str]] = {
    "docx": (to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "html": (to_html, "text/html; charset=utf-8"),
    "md": (to_markdown, "text/markdown; charset=utf-8"),
    "json": (to_json, "application/json"),
}
