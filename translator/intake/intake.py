"""Files of use cases, as people have them. Step 0.

In: a file's name and bytes. Out: numbered use cases and plain notices; or InputError with one plain sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass

from translator.core.errors import InputError
from translator.core.text import UseCase, clean_text
from translator.intake.decode import decode
from translator.intake.found import Found, Haul
from translator.intake.from_csv import csv_cases
from translator.intake.from_docx import docx_cases
from translator.intake.from_jsonl import jsonl_cases
from translator.intake.from_markdown import markdown_cases
from translator.intake.from_text import text_cases

_MOST_BYTES = 10 * 2**20
# The first words of a text stand for its title where the file gives none.
_TITLE_WORDS, _TITLE_LENGTH = 8, 80
_TEXT_READERS: dict[str, Callable[[str], Haul]] = {
    "md": markdown_cases,
    "txt": text_cases,
    "jsonl": jsonl_cases,
    "csv": csv_cases,
}
ENDINGS = (*_TEXT_READERS, "docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Hold the use cases of a file, numbered from 1. `ids` are the file's own names for them, "" where it has none."""

    use_cases: tuple[UseCase, ...]
    ids: tuple[str, ...]
    notices: tuple[str, ...] = ()


def read_use_cases(name: str, data: bytes) -> Intake:
    """Read a file of use cases; its ending (.md .txt .jsonl .csv .docx) says how."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in ENDINGS:
        raise InputError(f"Files end in {', '.join(f'.{e}' for e in ENDINGS)}; this one does not.")
    if len(data) > _MOST_BYTES:
        raise InputError("The file is larger than 10 MB. Split it, or keep only the use cases in it.")
    haul, removed = _haul(ending, data)
    kept = [found for found in haul.found if found.text.strip()]
    if not kept:
        raise InputError("The file holds no use case: no text was found in it.")
    return Intake(
        use_cases=tuple(_use_case(found, number) for number, found in enumerate(kept, 1)),
        ids=_ids(kept),
        notices=(*_removals(removed), *_empties(len(haul.found) - len(kept)), *haul.notices),
    )


def _haul(ending: str, data: bytes) -> tuple[Haul, int]:
    """Read and clean; count the characters that had to be taken out."""
    if ending == "docx":
        haul, removed = docx_cases(data), 0
    else:
        cleaned = clean_text(decode(data))
        haul, removed = _TEXT_READERS[ending](cleaned.text), cleaned.removed
    # JSON and XML can spell out characters that no document may hold, so every text is cleaned once more.
    found = []
    for case in haul.found:
        texts = {field: clean_text(getattr(case, field)) for field in ("id", "title", "text", "measure")}
        removed += sum(text.removed for text in texts.values())
        found.append(Found(**{field: text.text for field, text in texts.items()}))
    return Haul(tuple(found), haul.notices), removed


def _use_case(found: Found, number: int) -> UseCase:
    title = " ".join(found.title.split()) or _opening(found.text)
    return UseCase(number=number, title=title, narrative=found.text.strip(), measure=found.measure.strip())


def _opening(text: str) -> str:
    words = text.split()
    opening = " ".join(words[:_TITLE_WORDS])[:_TITLE_LENGTH]
    return opening if opening == " ".join(words) else f"{opening.rstrip('.,;:')} …"


def _ids(found: list[Found]) -> tuple[str, ...]:
    ids = [case.id.strip() for case in found]
    twice = next((name for name in ids if name and ids.count(name) > 1), None)
    if twice:
        raise InputError(f"Two use cases have the id “{twice}”. Give each its own.")
    return tuple(ids)


def _removals(removed: int) -> tuple[str, ...]:
    if not removed:
        return ()
    were = "1 character that no document can carry was" if removed == 1 else (
        f"{removed:,} characters that no document can carry were"
    )  # fmt: skip
    return (f"{were} removed.",)


def _empties(empty: int) -> tuple[str, ...]:
    if not empty:
        return ()
    were = "1 entry without text was" if empty == 1 else f"{empty:,} entries without text were"
    return (f"{were} left out.",)
