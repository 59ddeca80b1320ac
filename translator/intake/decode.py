"""Bytes as text: UTF-8, UTF-16 or Windows-1252, told apart without being asked."""

import codecs

from translator.core.errors import InputError

# How files begin that are often renamed by mistake: ZIP (Word and Excel too), PDF, old Office, Windows programs.
_NOT_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"MZ\x90")
_SAMPLE = 4_096
# A zero byte in more than every fourth place of one parity is what UTF-16 looks like for Latin letters.
_ZEROS = 0.25


def decode(data: bytes) -> str:
    """Return the text of a file; raise InputError when it is not text at all."""
    if data.startswith(_NOT_TEXT):
        raise InputError("This is not a text file. Save it as plain text, or upload it with its own ending.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(data, "utf-16")
    sample = data[:_SAMPLE]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[offset::2]
        if half and half.count(0) / len(half) > _ZEROS:
            return _utf_16(data, encoding)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes undefined; Latin-1 has them as control characters, which the cleaning counts.
        return data.decode("latin-1").translate({byte: _windows(byte) for byte in range(256)})


def _utf_16(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("The text is cut off or damaged. Save it again as UTF-8.") from error


def _windows(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
