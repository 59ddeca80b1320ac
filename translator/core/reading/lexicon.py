"""The lexicon: what the reading knows about the field, as values (written as YAML under translator/content)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Hold one thing that narratives talk about, with the forms it is written in."""

    id: str
    kind: str
    value: str
    forms: tuple[str, ...]
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Hold every concept of the reading."""

    concepts: tuple[Concept, ...]
