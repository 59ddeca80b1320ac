"""People's Markdown as safe HTML. In: Markdown and the stretches to highlight. Out: a few harmless elements.

Nothing that somebody typed may get lost: HTML in the source is shown as the characters it is written with, images
become links, "#1" stays "#1". Only p, br, strong, em, code, del, ul, ol, li, blockquote, a, mark come out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape, unescape
from threading import local

import nh3
from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor

from translator.core.text import clean_text

# Non-characters cannot stand in any text that came through clean_text, so they may carry the marks through Markdown.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SENTINELS = re.compile(f"([{_OPEN}{_CLOSE}])")
# The same inside an address, as it is or percent-encoded.
_ENCODED = re.compile(f"[{_OPEN}{_CLOSE}]|%EF%B7%9[01]")
_PIECES = re.compile(r'<(?P<close>/?)(?P<tag>[a-z]+)(?P<rest>(?:\s[a-z-]+="[^"]*")*)>|(?P<text>[^<]+)')
_PAIRS = re.compile(r'([a-z-]+)="([^"]*)"')
# Without any of these a text is one plain paragraph, in Markdown too; most cells are, and the parser is slow.
_SIGNS = re.compile(r"[*_`\[\]#<>\\~&\n]")
_LIST_SIGN = re.compile(r"\s*(?:[-+]|\d+\.)\s")
# Words between one or two asterisks, which is nearly all the Markdown that people write in a note.
_STRESSED = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])")
_TAGS = {"p", "br", "strong", "em", "code", "del", "ul", "ol", "li", "blockquote", "a"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
# Looking for the end of a link takes the parser time that grows with the square of the brackets; a text with more of
# them than anybody writes has its brackets shown as they are.
_MOST_LINKS = 300
_SCHEMES = {"http", "https", "mailto"}


class _Heading(HashHeaderProcessor):
    """Take a line for a heading only where a space follows the signs."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


class _Converters(local):
    """Keep one parser a thread: it holds state while it works."""

    def __init__(self) -> None:
        self.one = _converter()


def _converter() -> Markdown:
    converter = Markdown(extensions=["nl2br", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref", "reference", "short_reference"):
        converter.inlinePatterns.deregister(name)
    for name in ("code", "hr", "reference"):
        converter.parser.blockprocessors.deregister(name)
    converter.parser.blockprocessors.register(_Heading(converter.parser), "hashheader", 70)
    return converter


_CONVERTERS = _Converters()


def is_plain(markdown: str) -> bool:
    """Tell whether a text is certainly one paragraph without any Markdown."""
    return _SIGNS.search(markdown) is None and _LIST_SIGN.match(markdown) is None


def prose_html(markdown: str, marks: tuple[tuple[int, int], ...] = ()) -> str:
    """Render Markdown as safe HTML, with <mark> around the stretches to highlight."""
    if not marks:
        if is_plain(markdown):
            return f"<p>{escape(markdown, quote=False)}</p>"
        if is_plain(_STRESSED.sub(r"\2", markdown)):
            return f"<p>{_STRESSED.sub(_stress, markdown)}</p>"
    return _rendered(markdown, marks)


def _stress(found: re.Match[str]) -> str:
    tag = "em" if len(found[1]) == 1 else "strong"
    return f"<{tag}>{found[2]}</{tag}>"


@lru_cache(maxsize=2_048)
def _rendered(markdown: str, marks: tuple[tuple[int, int], ...]) -> str:
    """Render once: a document is previewed, downloaded and previewed again with most of its texts unchanged."""
    source = _with_sentinels(markdown, marks)
    if source.count("[") > _MOST_LINKS:
        source = source.replace("[", "\\[")
    html = _converted(source)
    headless = re.sub(r"<(/?)h[1-6]>", lambda m: "</strong></p>" if m[1] else "<p><strong>", html)
    safe = nh3.clean(headless, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener noreferrer")
    return _marked(safe) if marks else safe


def _converted(source: str) -> str:
    try:
        return _CONVERTERS.one.reset().convert(source)
    except RecursionError:
        # Nested deeper than the parser can follow, and deeper than anybody writes: shown as it was typed.
        _CONVERTERS.one = _converter()
        return f"<p>{escape(source, quote=False)}</p>"


def _with_sentinels(markdown: str, marks: tuple[tuple[int, int], ...]) -> str:
    pieces, at = [], 0
    for start, end in marks:
        pieces += [_clean(markdown[at:start]), _OPEN, _clean(markdown[start:end]), _CLOSE]
        at = end
    return "".join((*pieces, _clean(markdown[at:])))


def _clean(text: str) -> str:
    return clean_text(text).text


def walk(html: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Walk safe HTML: ("start", tag, attributes), ("end", tag, {}) or ("text", text, {}), in order.

    Works on what nh3 writes and on nothing else: every tag closed, every attribute between double quotation marks.
    """
    for piece in _PIECES.finditer(html):
        if piece["text"] is not None:
            yield "text", unescape(piece["text"]), {}
        elif piece["close"]:
            yield "end", piece["tag"], {}
        else:
            yield "start", piece["tag"], {name: unescape(value) for name, value in _PAIRS.findall(piece["rest"])}


def _marked(html: str) -> str:
    """Put every piece of text between two sentinels into a <mark> of its own, never across tags."""
    out, on = [], False
    for event, what, attributes in walk(html):
        if event != "text":
            pairs = "".join(f' {name}="{escape(_ENCODED.sub("", value))}"' for name, value in attributes.items())
            out.append(f"<{what}{pairs}>" if event == "start" else f"</{what}>")
            continue
        for piece in _SENTINELS.split(what):
            if piece in (_OPEN, _CLOSE):
                on = piece == _OPEN
            elif piece:
                text = escape(piece, quote=False)
                out.append(f"<mark>{text}</mark>" if on and piece.strip() else text)
    return "".join(out)
