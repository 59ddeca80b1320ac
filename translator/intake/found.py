"""What a file of use cases holds, before it is cleaned and numbered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Hold one use case as its file has it. `id` is the file's own name for it, "" when it gives none."""

    title: str
    text: str
    measure: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Haul:
    """Hold all use cases of one file, and plain sentences about what was left out or taken differently."""

    found: tuple[Found, ...]
    notices: tuple[str, ...] = ()
