"""Places: the {names} in a template's texts, and filling them. Only names are known, nothing is evaluated."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([a-z_]+)\}")


def places(text: str) -> tuple[str, ...]:
    """Return the names of the places in a text, in order, each once."""
    return tuple(dict.fromkeys(_PLACE.findall(text)))


def fill(text: str, values: Mapping[str, str]) -> str | None:
    """Return the text with every place filled and a capital at the start, or None when a value is missing or empty."""
    if any(not values.get(name) for name in places(text)):
        return None
    filled = _PLACE.sub(lambda match: values[match[1]], text)
    return filled[:1].upper() + filled[1:]
