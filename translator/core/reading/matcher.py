"""The matcher: every form of the lexicon in one tree over words, walked once from each word.

Step 2, second pass. In: words with labels. Out: hits (concept, first word, word after the last, evidence inside).
A form is bounded in length and in gaps, so the walk is linear in the text.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translator.core.reading.lexicon import Concept
from translator.core.reading.words import COMMA, NONE, Word

GAP = 4
_ELEMENT = re.compile(r"\{[a-z_]+\}\??|\.\.|[\[\],*]|[^\s\[\],]+")


class Node(dict[str, "Node"]):
    """Hold one step of the tree: the next steps by label. Most steps have no gap and end nothing."""

    gap: "Node | None" = None
    ends: tuple[tuple[Concept, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one found form: words [first, after), of which [begin, end) are evidence."""

    concept: Concept
    first: int
    after: int
    begin: int
    end: int


class Tree:
    """Hold forms as a tree; `reduce` turns a word of a form into its base.

    What starts with a label is built when a text first has it: building twice at the same time gives the same.
    """

    def __init__(self, concepts: Iterable[tuple[Concept, str]], reduce: Callable[[str], tuple[str, ...]]) -> None:
        self._reduce = reduce
        self._built: dict[str, Node] = {}
        self._unbuilt: dict[str, list[tuple[Concept, str]]] = {}
        for concept, form in concepts:
            for label in {reduce(first)[0] for first in _firsts(form)}:
                self._unbuilt.setdefault(label, []).append((concept, form))

    def _from(self, label: str) -> Node:
        """Return where the forms that start with a label go on."""
        root = Node()
        for concept, form in self._unbuilt[label]:
            for path in spelled_out(form):
                if self._reduce(_first(path))[0] == label:
                    self._add(root, concept, path)
        return root[label]

    def _add(self, root: Node, concept: Concept, path: Sequence[str]) -> None:
        node, at, marks = root, 0, [0, -1]
        for element in path:
            if element in "[]":
                marks["[]".index(element)] = at
            elif element == "..":
                if node.gap is None:
                    node.gap = Node()
                node, at = node.gap, at + 1
            else:
                for label in (element,) if element == "," else self._reduce(element):
                    follower = node.get(label)
                    if follower is None:
                        follower = node[label] = Node()
                    node = follower
                    at += element != ","
        node.ends = (*node.ends, (concept, marks[0], marks[1]))

    def hits(self, words: Sequence[Word], labels: Sequence[Sequence[tuple[str, int]]]) -> list[Hit]:
        """Return every hit. `labels[i]` are (label, word after) pairs of what starts at word i."""
        out: list[Hit] = []
        built = self._built
        for i, here in enumerate(labels):
            for label, after in here:
                node = built.get(label)
                if node is None and label in self._unbuilt:
                    node = built[label] = self._from(label)
                if node is not None:
                    self._walk(node, words, labels, [i, after], out)
        return out

    def _walk(
        self,
        node: Node,
        words: Sequence[Word],
        labels: Sequence[Sequence[tuple[str, int]]],
        at: list[int],
        out: list[Hit],
    ) -> None:
        """Follow the tree from `node`; `at` holds where each element started, and where the next one must."""
        for concept, begin, end in node.ends:
            out.append(Hit(concept, at[0], at[-1], at[begin], at[end]))
        i = at[-1]
        if i >= len(words):
            return
        brk = words[i].brk
        if brk == NONE:
            if node.gap is not None:
                self._skip(node.gap, words, labels, at, out)
            step = node
        elif brk == COMMA and "," in node:
            step = node[","]
        else:
            return
        for label, after in labels[i]:
            follower = step.get(label)
            if follower is not None:
                self._walk(follower, words, labels, [*at, after], out)

    def _skip(
        self,
        node: Node,
        words: Sequence[Word],
        labels: Sequence[Sequence[tuple[str, int]]],
        at: list[int],
        out: list[Hit],
    ) -> None:
        i = at[-1]
        for j in range(i, min(i + GAP + 1, len(words))):
            if words[j].brk != NONE and j > i:
                return
            for label, after in labels[j]:
                follower = node.get(label)
                if follower is not None:
                    self._walk(follower, words, labels, [*at, j, after], out)


@lru_cache(maxsize=1 << 15)
def elements(form: str) -> tuple[str, ...]:
    """Cut a form into its elements."""
    if form.replace(" ", "").isalpha():
        return tuple(form.split())
    return tuple("," if e == "{comma}" else e for e in _ELEMENT.findall(form))


def _first(path: Sequence[str]) -> str:
    return path[1] if path[0] == "[" else path[0]


def _firsts(form: str) -> Iterable[str]:
    """Return the elements that a form may start with."""
    first = _first(elements(form))
    if len(first) == 1 or first[0] == "{":
        return (first,) if first[-1] != "?" else {_first(path) for path in spelled_out(form)}
    return {_first(path) for path in spelled_out(form)} if first[-1] == "?" else first.split("/")


def spelled_out(form: str) -> Sequence[Sequence[str]]:
    """Write out every row of elements that a form with alternatives and optional words stands for."""
    row = elements(form)
    if "/" not in form and "?" not in form:
        return [row]
    choices: list[list[str]] = []
    for element in row:
        optional = len(element) > 1 and element.endswith("?")
        bare = element[:-1] if optional else element
        options = bare.split("/") if not bare.startswith("{") and len(bare) > 1 else [bare]
        choices.append([*options, ""] if optional else options)
    return [[e for e in chosen if e] for chosen in itertools.product(*choices)]
