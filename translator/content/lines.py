"""YAML with line numbers: plain values, and where each of them stands.

In: a content file. Out: its values as dictionaries, lists and scalars, and the line of every key path. Only plain
data is read; a key that stands twice is a fault, and yes, no, on and off stay the words that they are.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from translator.core.errors import ContentFault

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEPT_RESOLVERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null")


class _Loader(_BASE):  # type: ignore[misc]
    """Read scalars as YAML 1.2 would: only true and false are truth values, dates and times are words."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, Any]]]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag in _KEPT_RESOLVERS]
        for first, resolvers in _BASE.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", yaml.resolver.Resolver.yaml_implicit_resolvers["t"][0][1], list("tTfF")
)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """Hold one content file. `lines` maps key paths ("templates[3].when", "" for the whole) to 1-based lines."""

    name: str
    data: Any
    lines: dict[str, int]

    def fault(self, key: str, message: str) -> ContentFault:
        """Build a fault at a key path; the line is that of the nearest path above it that stands in the file."""
        path = key
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return ContentFault(self.name, self.lines.get(path, 0), key or "file", message)


def read_yaml(path: Path, name: str) -> ContentFile:
    """Read a content file; `name` is how faults call it. Raises ContentFault when it is not YAML or not UTF-8."""
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ContentFault(name, line, "file", f"is not YAML: {error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentFault(name, 0, "file", f"cannot be read: {error}") from error
    lines: dict[str, int] = {}
    data = _plain(loader, node, "", lines, name) if node is not None else None
    return ContentFile(name, data, lines)


def _plain(loader: Any, node: yaml.Node, path: str, lines: dict[str, int], name: str) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, path, lines, name)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(loader, item, f"{path}[{i}]", lines, name) for i, item in enumerate(node.value)]
    return loader.construct_object(node)


def _mapping(loader: Any, node: yaml.MappingNode, path: str, lines: dict[str, int], name: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        inside = f"{path}.{key}" if path else key
        if key in out:
            raise ContentFault(name, key_node.start_mark.line + 1, inside, "stands twice")
        lines[inside] = key_node.start_mark.line + 1
        out[key] = _plain(loader, value_node, inside, lines, name)
    return out
