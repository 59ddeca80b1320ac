"""The specification as HTML: a file that stands alone, or the inside of a page of ours.

Neither holds a style attribute or a script, so both live under a strict Content-Security-Policy.
"""

from html import escape
from importlib.resources import files

from translator.core.specification.model import Signature, Specification
from translator.core.text import clean_text
from translator.export.html_blocks import Writer
from translator.export.outline import SIGNATURES, Heading, contents, outline


def to_html(spec: Specification) -> bytes:
    """Write a page that stands alone, with its stylesheet inside."""
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(spec.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(spec.title)} ({escape(spec.status)})</title>\n<style>\n{stylesheet()}</style>\n</head>\n"
        '<body class="doc-page">\n<main class="doc-sheet">\n'
        f'<h1 class="doc-title" dir="auto">{escape(spec.title)}</h1>\n'
        f'<p class="doc-subtitle">{escape(spec.subtitle)}</p>\n{fragment(spec)}</main>\n</body>\n</html>\n'
    )
    return clean_text(page).text.encode()


def stylesheet() -> str:
    """Return the stylesheet of the classes that start with doc-."""
    return (files("translator.export") / "document.css").read_text(encoding="utf-8")


def fragment(spec: Specification) -> str:
    """Write the inside of the document: status, what is missing, contents, chapters as h2, h3 and deeper.

    Every anchor is an id that starts with doc-.
    """
    return clean_text(
        f'<div class="doc-document">\n{_front(spec)}{_contents(outline(spec))}{chapters(spec)}</div>\n'
    ).text


def chapters(spec: Specification) -> str:
    """Write the chapters alone, for a page that shows status and contents in its own way."""
    headings = outline(spec)
    writer = Writer(headings)
    parts: list[str] = []
    for heading in headings:
        parts.append(_heading(heading))
        parts += _inside(spec, heading, writer)
    return clean_text("".join(parts)).text


def folded_chapters(spec: Specification, *, opened: bool = False) -> str:
    """Write the chapters for a page to look things up in: what the contents name can be opened and closed.

    The first chapter starts open, with `opened` all of them do. A link to an anchor opens what it is in, because the
    anchor stands inside it.
    """
    headings = outline(spec)
    writer, listed = Writer(headings), {heading.section.anchor for heading in contents(headings)}
    parts: list[str] = []
    depth = 0
    for at, heading in enumerate(headings):
        if heading.section.anchor in listed:
            parts.append("</div></details>\n" * (depth - heading.level + 1))
            depth = heading.level
            state = " open" if opened or not at else ""
            anchor = f'<div class="doc-fold-in" id="doc-{escape(heading.section.anchor)}">'
            parts.append(
                f'<details class="doc-fold"{state}><summary>{_heading(heading, named=False)}</summary>\n{anchor}\n'
            )
        else:
            parts.append(_heading(heading))
        parts += _inside(spec, heading, writer)
    return clean_text("".join(parts) + "</div></details>\n" * depth).text


def _inside(spec: Specification, heading: Heading, writer: Writer) -> list[str]:
    parts = [writer.block(block) for block in heading.section.blocks]
    return [*parts, _signatures(spec.signatures)] if heading.section is SIGNATURES else parts


def _front(spec: Specification) -> str:
    draft = " doc-status-draft" if spec.draft else ""
    facts = "".join(f"<dt>{escape(label)}</dt><dd>{_lines(value)}</dd>" for label, value, _ in spec.facts)
    missing = "".join(f"<li>{escape(sentence)}</li>" for sentence in spec.missing)
    note = f'<div class="doc-missing"><p>A draft until this is done:</p><ul>{missing}</ul></div>\n' if missing else ""
    standing = f'<p class="doc-standing">{standing_html(spec)}</p>\n' if spec.standing else ""
    status = f'<p class="doc-status{draft}">{escape(spec.status)}</p>\n'
    return f'{status}{standing}<dl class="doc-facts">{facts}</dl>\n{note}'


def standing_html(spec: Specification) -> str:
    """Write what the status means, with links into the document."""
    return Writer(outline(spec)).runs(spec.standing)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _contents(headings: tuple[Heading, ...]) -> str:
    parts, depth = ['<nav class="doc-contents" aria-label="Contents of the document">\n'], 0
    for heading in contents(headings):
        while depth >= heading.level:
            parts.append("</li></ol>\n" if depth > heading.level else "</li>\n")
            if depth == heading.level:
                break
            depth -= 1
        while depth < heading.level:
            parts.append("<ol>\n")
            depth += 1
        link = f'<a href="#doc-{escape(heading.section.anchor)}">{escape(heading.section.title)}</a>'
        parts.append(f'<li><span class="doc-number">{heading.number}</span>{link}')
    return "".join(parts) + "</li></ol>\n" * depth + "</nav>\n"


def _heading(heading: Heading, *, named: bool = True) -> str:
    level = min(heading.level + 1, 6)
    number = f'<span class="doc-number">{heading.number}</span>'
    title = escape(heading.section.title)
    place = f' id="doc-{escape(heading.section.anchor)}"' if named else ""
    return f'<h{level} class="doc-heading"{place} dir="auto">{number}{title}</h{level}>\n'


def _signatures(signatures: tuple[Signature, ...]) -> str:
    places = "".join(
        f"<div><p>{escape(s.side)}</p><p>Name: {escape(s.name)}</p><p>Signature:</p>"
        f"<p>Date: {escape(s.signed_on)}</p></div>"
        for s in signatures
    )
    return (
        "<p>With these signatures both sides agree to this document as it stands.</p>\n"
        f'<div class="doc-signatures">{places}</div>\n'
    )
