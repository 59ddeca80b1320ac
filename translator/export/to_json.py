"""The specification as JSON: the content as plain values, and the document as sections of text. UTF-8 bytes."""

import json
from dataclasses import fields, is_dataclass
from typing import Any

from translator.core.specification.model import Section, Specification

# Raised when a name in the file changes its meaning; new names do not raise it.
FORMAT = "translator-specification/1"


def to_json(spec: Specification) -> bytes:
    """Write title, status and content under plain names; `sections` holds the document itself."""
    content = {
        "format": FORMAT,
        "title": spec.title,
        "status": spec.status,
        "edition": spec.edition.value,
        "prepared_on": spec.prepared_on,
        "language": spec.language,
        "missing": spec.missing,
        **spec.data,
        "sections": [_section(section) for section in spec.sections],
        "signatures": [_plain(signature) for signature in spec.signatures],
    }
    # A lone surrogate cannot be written as UTF-8; as an escape it can.
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _section(section: Section) -> dict[str, Any]:
    blocks = [{"type": type(block).__name__.lower(), **_plain(block)} for block in section.blocks]
    return {
        "anchor": section.anchor,
        "title": section.title,
        "blocks": blocks,
        "sections": [_section(part) for part in section.sections],
    }


def _plain(value: Any) -> Any:
    """Turn values of the document model into mappings and lists; what is empty or false is left out."""
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(inner) for name, inner in pairs if inner not in ("", False, (), None)}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value
