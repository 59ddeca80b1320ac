"""Loading: the question bank from its YAML files, checked.

In: the folder of this file. Out: a Bank, or ContentFaults that name file, line and key. Order comes from the
manifest; a file that no manifest names, and a name without a file, are faults.
"""

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from jsonschema import Draft202012Validator

from translator.content.entries import quality_from, question_from, template_from, term_from, topics_from
from translator.content.lexicon_load import load_lexicon
from translator.content.lines import ContentFile, read_yaml
from translator.content.sharing_load import places_of, sharing_from
from translator.core.bank.check import Fault, check_bank
from translator.core.bank.model import Bank, Question, Template
from translator.core.bank.reach import check_reach
from translator.core.bank.sharing import Sharing
from translator.core.errors import ContentFault
from translator.core.quality.content import check_asked_by, check_templates
from translator.core.quality.needs import check_sharing
from translator.core.reading.lexicon import Lexicon

_Built = TypeVar("_Built", Question, Template)
ROOT = Path(__file__).parent


@cache
def load_bank() -> Bank:
    """Return the shipped question bank; the same object each time. Raises the first ContentFault there is."""
    bank, faults = read_bank(ROOT)
    if faults or bank is None:
        raise faults[0]
    return bank


def check_content(root: Path = ROOT) -> tuple[ContentFault, ...]:
    """Return every fault of a content folder, empty when all is well."""
    return read_bank(root)[1]


def read_bank(
    root: Path, lexicon: Callable[[], Lexicon] = load_lexicon
) -> tuple[Bank | None, tuple[ContentFault, ...]]:
    """Read a content folder: the bank as far as it can be built (None when it cannot), and every fault found."""
    reader = _Reader(root)
    manifest = reader.file("manifests/bank.yaml", "manifest")
    glossary = reader.file("glossary.yaml", "glossary")
    words = reader.quality()
    if manifest is None or glossary is None or words is None:
        return None, tuple(reader.faults)
    questions = reader.questions(manifest)
    templates = reader.templates(manifest)
    sharing = reader.sharing()
    try:
        concepts = lexicon()
    except ContentFault as fault:
        reader.faults.append(fault)
    if reader.faults:
        return None, tuple(reader.faults)
    bank = Bank(
        version=manifest.data["version"],
        lexicon=concepts,
        questions=questions,
        templates=templates,
        glossary=tuple(term_from(raw) for raw in glossary.data["terms"]),
        quality=quality_from(words.data),
        topics=topics_from(manifest.data["topics"]),
        sharing=sharing,
    )
    checks = (check_bank, check_templates, check_sharing, check_asked_by)
    # What an id that leads nowhere keeps from being reached is no second fault.
    found = [fault for check in checks for fault in check(bank)] or check_reach(bank)
    return bank, tuple(reader.located(fault) for fault in found)


class _Reader:
    """Read content files, keep what is wrong, and remember where each entry stands."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._entries: dict[str, tuple[ContentFile, str]] = {}
        self.faults: list[ContentFault] = []

    def file(self, name: str, schema: str) -> ContentFile | None:
        """Read one file and check it against its schema; None when it does not pass."""
        try:
            content = read_yaml(self._root / name, name)
        except FileNotFoundError:
            self.faults.append(ContentFault(name, 0, "file", "is not there"))
            return None
        except ContentFault as fault:
            self.faults.append(fault)
            return None
        found = [_said(content, error) for error in _validator(schema).iter_errors(content.data)]
        self.faults += found
        return None if found else content

    def quality(self) -> ContentFile | None:
        """Read the words of the check; None when the file does not pass."""
        content = self.file("quality.yaml", "quality")
        if content is not None:
            self._entries["quality"] = (content, "")
        return content

    def questions(self, manifest: ContentFile) -> tuple[Question, ...]:
        """Read the questions that the manifest names, in its order."""
        named = [
            (name, section, scope)
            for scope, sections in manifest.data["questions"].items()
            for section in sections
            for name in section["questions"]
        ]
        self._strays("questions", {name for name, _, _ in named}, manifest)
        return tuple(q for q in (self._question(*entry) for entry in named) if q is not None)

    def templates(self, manifest: ContentFile) -> tuple[Template, ...]:
        """Read the templates of the files that the manifest names, in its order."""
        names: list[str] = manifest.data["templates"]
        self._strays("templates", set(names), manifest)
        return tuple(t for name in names for t in self._template_file(f"templates/{name}.yaml"))

    def sharing(self) -> Sharing | None:
        """Read what use cases have in common."""
        content = self.file("needs.yaml", "needs")
        if content is None:
            return None
        self._entries.update({entry: (content, where) for entry, where in places_of(content.data)})
        return sharing_from(content.data)

    def located(self, fault: Fault) -> ContentFault:
        """Say in which file and line a fault of the bank stands."""
        content, where = self._entries[fault.entry]
        return content.fault(f"{where}.{fault.key}".strip("."), f"{fault.entry}: {fault.message}")

    def _strays(self, folder: str, named: set[str], manifest: ContentFile) -> None:
        for path in sorted((self._root / folder).glob("*.yaml")):
            if path.stem not in named:
                self.faults.append(manifest.fault(folder, f"does not name {folder}/{path.name}"))

    def _question(self, name: str, section: dict[str, Any], scope: str) -> Question | None:
        content = self.file(f"questions/{name}.yaml", "question")
        if content is None:
            return None
        self._entries[f"question {name}"] = (content, "")
        if content.data["scope"] != scope:
            self.faults.append(content.fault("scope", f"the manifest lists it for '{scope}'"))
        return self._built(
            content, partial(question_from, name, content.data, section["title"], section.get("asked_of", ""))
        )

    def _template_file(self, name: str) -> list[Template]:
        content = self.file(name, "templates")
        if content is None:
            return []
        built = []
        for index, raw in enumerate(content.data["templates"]):
            where = f"templates[{index}]"
            self._entries[f"template {raw['id']}"] = (content, where)
            built.append(self._built(content, partial(template_from, content.data, raw, where)))
        return [template for template in built if template is not None]

    def _built(self, content: ContentFile, build: Callable[[], _Built]) -> _Built | None:
        try:
            return build()
        except ContentFault as fault:
            self.faults.append(content.fault(fault.key, fault.message))
            return None


@cache
def _validator(schema: str) -> Any:
    text = (ROOT / "schema" / f"{schema}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def _said(content: ContentFile, error: Any) -> ContentFault:
    path = ""
    for step in error.absolute_path:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else str(step)
    return content.fault(path, error.message)
