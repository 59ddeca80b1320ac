"""The one door for Word files from outside: everything is checked before anything is parsed.

In: bytes. Out: the checked archive, whose parts are parsed as a stream without DTDs. The limits keep a small file that
unpacks to a gigabyte, or into a million and a half paragraphs, from ever reaching memory.
"""

import io
import zlib
from collections.abc import Callable
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from translator.core.errors import InputError

_MOST_BYTES = 10 * 2**20
_MOST_MEMBERS = 2_000
_MOST_UNPACKED = 100 * 2**20
# A ratio says little about small files, so it counts only once the content is large.
_MOST_RATIO, _RATIO_FROM = 200, 10 * 2**20
_MOST_ELEMENTS = 1_500_000
_DEEPEST = 100
_CHUNK = 64 * 2**10
_ENCRYPTED = 0x1
_WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_NOT_WORD = "This is not a Word file (.docx). Open it in Word and save it as “Word document”."
_TOO_LARGE = "This Word file is too large to be read. Keep only the use cases in it."
_DAMAGED = "This Word file is damaged. Open it in Word and save it again."

Start = Callable[[str, dict[str, str]], None]
Nothing = Callable[[str], None]


class WordFile:
    """Hold a Word file that passed the checks; raise InputError when one fails."""

    def __init__(self, data: bytes) -> None:
        if len(data) > _MOST_BYTES:
            raise InputError(_TOO_LARGE)
        if not data.startswith(b"PK\x03\x04"):
            raise InputError(_NOT_WORD)
        try:
            self._archive = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, UnicodeDecodeError) as error:
            raise InputError(_DAMAGED) from error
        self._check_members()
        self.main = self._main_part()

    def _check_members(self) -> None:
        members = self._archive.infolist()
        names = [member.filename for member in members]
        unpacked = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members) or 1
        if len(members) > _MOST_MEMBERS or unpacked > _MOST_UNPACKED:
            raise InputError(_TOO_LARGE)
        if unpacked > _RATIO_FROM and unpacked / packed > _MOST_RATIO:
            raise InputError(_TOO_LARGE)
        if len(set(names)) != len(names) or any(_leads_out(name) for name in names):
            raise InputError(_DAMAGED)
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise InputError("This Word file is protected by a password. Save it without one.")
        if any("vbaproject" in name.lower() for name in names):
            raise InputError("This Word file holds macros. Save it as “Word document (.docx)”, without them.")

    def _main_part(self) -> str:
        found: list[str] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if name.endswith("Override") and attributes.get("ContentType") == _WORD_MAIN:
                found.append(attributes.get("PartName", "").lstrip("/"))

        if not self.has("[Content_Types].xml"):
            raise InputError(_NOT_WORD)
        self.parse("[Content_Types].xml", start)
        if len(found) != 1 or not self.has(found[0]):
            raise InputError(_NOT_WORD)
        return found[0]

    def has(self, part: str) -> bool:
        """Tell whether the file holds a part."""
        return part in self._archive.namelist()

    def parse(self, part: str, start: Start, end: Nothing | None = None, text: Nothing | None = None) -> None:
        """Walk a part as a stream; DTDs, too many or too deep elements end it with an InputError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        guard = _Guard(start, end)
        parser.StartElementHandler, parser.EndElementHandler = guard.start, guard.end
        parser.StartDoctypeDeclHandler = guard.refuse_doctype
        if text:
            parser.buffer_text = True
            parser.CharacterDataHandler = text
        try:
            with self._archive.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except InputError:
            raise
        except (expat.ExpatError, BadZipFile, zlib.error, ValueError, LookupError, OSError, RuntimeError) as error:
            raise InputError(_DAMAGED) from error


class _Guard:
    """Count elements and depth on the way to the real handlers."""

    def __init__(self, start: Start, end: Nothing | None) -> None:
        self._start, self._end = start, end
        self._elements = self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise InputError(_TOO_LARGE)
        self._start(name, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._end:
            self._end(name)

    @staticmethod
    def refuse_doctype(*_: object) -> None:
        raise InputError("This Word file holds a document type declaration, which no Word file needs. It was refused.")


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
