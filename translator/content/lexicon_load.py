"""The lexicon's door: YAML files under content/lexicon in, a checked Lexicon out.

Every fault names file, line and key. A file without faults is read once by the fast loader; only a faulty one is
read again with its line numbers.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from translator.core.errors import ContentFault
from translator.core.reading.ladder import RUNGS
from translator.core.reading.lexicon import RULE_KINDS, SIGNAL_KINDS, Concept, Lexicon, Places, Spelling, Units
from translator.core.reading.matcher import elements

FOLDER = Path(__file__).parent / "lexicon"
_CONCEPT_KEYS = frozenset({"value", "role", "forms", "reach", "weak", "opening", "about"})
_ROLES = {
    "actor": frozenset({"audience", "internal", "partner"}),
    "timing": frozenset({"trigger", "latency", "offset", "cadence", "window", "calendar"}),
    "pattern": frozenset(RUNGS),
    "priority": frozenset({"must", "should", "could"}),
    "exclusion": frozenset({"clause", "phrase", "subject", "self"}),
}
_REACHES = frozenset({"", "clause", "phrase"})
_WEAKS = frozenset({"", "text", "bare", "place", "large"})
# Classes that rules fill, not lists: kinds of quantities, verbs in their -ing form, plurals built as those of people.
_BY_RULE = frozenset({"num", "percent", "share", "money", "duration", "clock", "hours", "day", "doing", "agent"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Fault(Exception):  # noqa: N818 - a note on its way to becoming a ContentFault
    """Carry what is wrong and the keys that lead there, before the line is known."""

    def __init__(self, path: tuple[str, ...], message: str) -> None:
        super().__init__(message)
        self.path, self.message = path, message


def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read and check the lexicon. Raise ContentFault on the first thing that is wrong. About 60 ms."""
    pages = {path.name: _page(path) for path in sorted(folder.glob("*.yaml"))}
    special = {name: pages.pop(name, {}) for name in ("spelling.yaml", "units.yaml", "classes.yaml")}
    classes = _checked(folder, "classes.yaml", _classes, special["classes.yaml"])
    known = frozenset(classes) | _BY_RULE | SIGNAL_KINDS
    concepts: list[Concept] = []
    for name, page in pages.items():
        concepts += _checked(folder, name, _concepts, page, known)
    _unique(folder, concepts)
    return Lexicon(
        concepts=tuple(concepts),
        classes=classes,
        spelling=_checked(folder, "spelling.yaml", _spelling, special["spelling.yaml"]),
        units=_checked(folder, "units.yaml", _units, special["units.yaml"]),
        places=_places(folder / "places.txt"),
    )


def _page(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER) or {}  # noqa: S506 - both loaders are safe
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 0
        raise ContentFault(path.name, line, "", f"not readable as YAML: {fault.problem}") from fault


def _checked(folder: Path, name: str, build: Any, *parts: Any) -> Any:
    try:
        return build(*parts)
    except _Fault as fault:
        line = _line_of(folder / name, fault.path)
        raise ContentFault(name, line, ".".join(fault.path), fault.message) from fault


def _line_of(path: Path, keys: tuple[str, ...]) -> int:
    """Return the line on which the innermost of nested keys stands, 0 when the file does not have it."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader) if path.exists() else None
    line = 0
    for key in keys:
        if not isinstance(node, yaml.MappingNode):
            return line
        found = next(((k, v) for k, v in node.value if str(k.value) == key), None)
        if found is None:
            return line
        line, node = found[0].start_mark.line + 1, found[1]
    return line


def _concepts(page: Any, known: frozenset[str]) -> list[Concept]:
    _keys((), page, frozenset({"kind", "concepts"}))
    kind = page.get("kind", "")
    if kind not in SIGNAL_KINDS | RULE_KINDS:
        raise _Fault(("kind",), f"{kind!r} is no kind of signal or rule")
    entries = _mapping(("concepts",), page.get("concepts"))
    return [_concept(kind, name, entry, known) for name, entry in entries.items()]


def _concept(kind: str, name: str, entry: Any, known: frozenset[str]) -> Concept:
    at = ("concepts", name)
    _keys(at, entry, _CONCEPT_KEYS)
    role, reach, weak = (str(entry.get(key, "")) for key in ("role", "reach", "weak"))
    if (kind in _ROLES and role not in _ROLES[kind]) or (role and kind not in _ROLES):
        raise _Fault((*at, "role"), f"{role!r} is no role of {kind}")
    if reach not in _REACHES:
        raise _Fault((*at, "reach"), f"{reach!r} is not clause or phrase")
    if weak not in _WEAKS:
        raise _Fault((*at, "weak"), f"{weak!r} is not text, bare, place or large")
    forms = tuple(_split(entry.get("forms")))
    if not forms:
        raise _Fault((*at, "forms"), "at least one form is needed")
    for form in forms:
        _check_form((*at, "forms"), form, known)
    opening = bool(entry.get("opening", False))
    return Concept(
        id=f"{kind}.{name.replace(' ', '_').replace('-', '_')}", kind=kind, value=str(entry.get("value", name)),
        forms=forms, role=role, reach=reach, opening=opening, weak=weak, about=str(entry.get("about", "")),
    )  # fmt: skip


def _check_form(at: tuple[str, ...], form: str, known: frozenset[str]) -> None:
    if form.replace(" ", "").isalpha():
        return
    if form.count("[") > 1 or form.count("[") != form.count("]"):
        raise _Fault(at, f"the brackets of {form!r} do not match")
    for name in elements(form):
        if name.startswith("{") and name.strip("{}?") not in known:
            raise _Fault(at, f"{name} in {form!r} is no word class")
    bare = form.strip("[]")
    if bare.startswith("..") or bare.endswith(".."):
        raise _Fault(at, f"{form!r} begins or ends with a gap")


def _unique(folder: Path, concepts: list[Concept]) -> None:
    seen: set[str] = set()
    for concept in concepts:
        if concept.id in seen:
            name = next(
                p.name for p in sorted(folder.glob("*.yaml")) if f"kind: {concept.kind}" in p.read_text("utf-8")
            )
            raise ContentFault(name, 0, concept.id, "there are two concepts of this id")
        seen.add(concept.id)


def _classes(page: Any) -> dict[str, tuple[str, ...]]:
    return {name: tuple(_split(members)) for name, members in _mapping((), page).items()}


def _spelling(page: Any) -> Spelling:
    _keys((), page, frozenset({"irregular", "british", "keep", "whole"}))
    irregular = _mapping(("irregular",), page.get("irregular", {}))
    return Spelling(
        irregular={str(form): str(base) for base, forms in irregular.items() for form in _split(forms)},
        british={str(k): str(v) for k, v in _mapping(("british",), page.get("british", {})).items()},
        keep=frozenset(_words(page.get("keep"))),
        whole=frozenset(_words(page.get("whole"))),
    )


def _units(page: Any) -> Units:
    _keys((), page, frozenset({"numbers", "scales", "fractions", "currencies", "periods"}))
    numbers = {n: _mapping((n,), page.get(n, {})) for n in ("numbers", "scales", "fractions", "currencies", "periods")}
    for name in ("numbers", "scales", "fractions"):
        for word, value in numbers[name].items():
            if not isinstance(value, (int, float)):
                raise _Fault((name, word), f"{value!r} is no number")
    periods = numbers["periods"]
    for name, period in periods.items():
        _keys(("periods", name), period, frozenset({"words", "seconds"}))
    return Units(
        numbers=numbers["numbers"],
        scales=numbers["scales"],
        fractions=numbers["fractions"],
        currencies={word: code for code, words in numbers["currencies"].items() for word in _words(words)},
        periods={word: name for name, period in periods.items() for word in _words(period["words"])},
        seconds={name: float(period["seconds"]) for name, period in periods.items()},
    )


def _places(path: Path) -> Places:
    """Read the gazetteer: one name a line, a doubtful one marked with "?"."""
    names = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return Places(
        certain=frozenset(n for n in names if n and not n.startswith("#") and not n.endswith("?")),
        doubtful=frozenset(n[:-1] for n in names if n.endswith("?")),
    )


def _keys(at: tuple[str, ...], entry: Any, allowed: frozenset[str]) -> None:
    for key in _mapping(at, entry):
        if key not in allowed:
            raise _Fault((*at, str(key)), f"unknown key; known are {', '.join(sorted(allowed))}")


def _mapping(at: tuple[str, ...], value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _Fault(at, "a mapping is needed here")
    return value


def _split(text: Any) -> Iterator[str]:
    for part in str(text or "").split(","):
        form = " ".join(part.split())
        if form:
            yield form


def _words(text: Any) -> list[str]:
    return str(text or "").replace(",", " ").split()
