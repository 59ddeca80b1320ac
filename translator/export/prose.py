"""People's Markdown as safe HTML. In: Markdown and the stretches to highlight. Out: a few harmless elements.

Nothing that somebody typed may get lost: HTML in the source is shown as the characters it is written with, images
become links, "#1" stays "#1". Only p, br, strong, em, code, del, ul, ol, li, blockquote, a, mark come out.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

import nh3
from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor

# Non-characters cannot stand in any text that came through clean_text, so they may carry the marks through Markdown.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SENTINELS = re.compile(f"([{_OPEN}{_CLOSE}])")
# Without any of these a text is one plain paragraph, in Markdown too; most cells are, and the parser is slow.
_PERHAPS_MARKDOWN = re.compile(r"[*_`\[\]#<>\\~&\n=|:]|^\s*(?:[-+]|\d+\.)|^\s{4}|--")
_TAGS = {"p", "br", "strong", "em", "code", "del", "ul", "ol", "li", "blockquote", "a"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}


class _Heading(HashHeaderProcessor):
    """Take a line for a heading only where a space follows the signs."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    converter = Markdown(extensions=["nl2br", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref"):
        converter.inlinePatterns.deregister(name)
    converter.parser.blockprocessors.deregister("code")
    converter.parser.blockprocessors.deregister("reference")
    converter.parser.blockprocessors.register(_Heading(converter.parser), "hashheader", 70)
    return converter


def is_plain(markdown: str) -> bool:
    """Tell whether a text is certainly one paragraph without any Markdown."""
    return _PERHAPS_MARKDOWN.search(markdown) is None


def prose_html(markdown: str, marks: tuple[tuple[int, int], ...] = ()) -> str:
    """Render Markdown as safe HTML, with <mark> around the stretches to highlight."""
    if not marks and is_plain(markdown):
        return f"<p>{escape(markdown, quote=False)}</p>"
    html = _converter().reset().convert(_with_sentinels(markdown, marks))
    headless = re.sub(r"<(/?)h[1-6]>", lambda m: "</strong></p>" if m[1] else "<p><strong>", html)
    safe = nh3.clean(headless, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener noreferrer")
    return _marked(safe) if marks else safe


def _with_sentinels(markdown: str, marks: tuple[tuple[int, int], ...]) -> str:
    pieces, at = [], 0
    for start, end in marks:
        pieces += [markdown[at:start], _OPEN, markdown[start:end], _CLOSE]
        at = end
    return "".join((*pieces, markdown[at:]))


class _Marker(HTMLParser):
    """Write HTML again, with every piece of text between two sentinels in a <mark> of its own (never across tags)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._on = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass an opening tag on; a sentinel inside an address is dropped."""
        written = "".join(f' {name}="{escape(_SENTINELS.sub("", value or ""))}"' for name, value in attrs)
        self.out.append(f"<{tag}{written}>")

    def handle_endtag(self, tag: str) -> None:
        """Pass a closing tag on."""
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Split text at the sentinels."""
        for piece in _SENTINELS.split(data):
            if piece in (_OPEN, _CLOSE):
                self._on = piece == _OPEN
            elif piece:
                text = escape(piece, quote=False)
                self.out.append(f"<mark>{text}</mark>" if self._on and piece.strip() else text)


def _marked(html: str) -> str:
    marker = _Marker()
    marker.feed(html.replace("%EF%B7%90", "").replace("%EF%B7%91", ""))
    marker.close()
    return "".join(marker.out)


class Walker(HTMLParser):
    """Walk safe HTML and tell `on` about it: ("start", tag, attributes), ("end", tag, {}), ("text", text, {})."""

    def __init__(self, on: Callable[[str, str, dict[str, str]], None]) -> None:
        super().__init__(convert_charrefs=True)
        self._on = on

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Tell about an opening tag."""
        self._on("start", tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        """Tell about a closing tag."""
        self._on("end", tag, {})

    def handle_data(self, data: str) -> None:
        """Tell about text."""
        self._on("text", data, {})
