"""What is missing in the document, each sentence with the page that mends it.

In: the sentences of a specification (core/specification/missing.py words them). Out: (sentence, address) pairs; the
address is "" where no page of ours helps.
"""

import re
from collections.abc import Iterable

_CASE = re.compile(r"\bUC(\d+)\b")
# What a sentence is about, by words that stand in it; the first that fits counts. {case} is the use case's place,
# {project} the project's.
_PAGES = (
    ("The project does not say", "{project}/facts"),
    ("budget", "{project}/facts"),
    ("deadline", "{project}/facts"),
    ("No use case", "{project}"),
    ("has not been described", "{case}"),
    ("missing for the project", "{project}/answer"),
    ("missing for", "{case}/answer"),
    ("open question", "{project}/questions"),
    ("nobody has confirmed", "{case}/answer"),
    ("no longer says", "{case}/answer"),
    ("has priced", "{case}/options"),
    ("has not chosen", "{case}/options#choose"),
    ("since marketing chose", "{case}/options#choose"),
    ("has not judged", "{case}/review"),
    ("since somebody looked", "{case}/trace?show=suspect#lines"),
    ("was priced", "{case}/options"),
)


def mending(pid: str, sentences: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each sentence with the address of the page that mends it."""
    return tuple((sentence, _address(pid, sentence)) for sentence in sentences)


def _address(pid: str, sentence: str) -> str:
    project = f"/projects/{pid}"
    found = _CASE.search(sentence)
    case = f"{project}/use-cases/{found[1]}" if found else project
    page = next((page for words, page in _PAGES if words in sentence), "")
    return page.format(project=project, case=case)
