"""The contents: an entry for every chapter, each a link with a field for the number of its page.

No TOC field stands around the entries: LibreOffice shows what such a field held when the file was written, but works
out a page reference that stands by itself, as Word does. Why: decisions/0004-word-building.md.
"""

from translator.export.outline import Heading, on_one_page
from translator.export.word.manuscript import Manuscript
from translator.export.word.text import field_xml, paragraph_xml, text_xml

_NEW_PAGE = '<w:p><w:pPr><w:pStyle w:val="NoSpacing"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def contents_xml(manuscript: Manuscript, pages: dict[str, int]) -> str:
    """Write the contents. `pages` maps anchors to the page numbers shown until the reader's program counts them."""
    title = paragraph_xml("TOCHeading", f"<w:r>{text_xml('Contents')}</w:r>")
    return (
        title + "".join(_entry(heading, manuscript, pages) for heading in on_one_page(manuscript.headings)) + _NEW_PAGE
    )


def _entry(heading: Heading, manuscript: Manuscript, pages: dict[str, int]) -> str:
    anchor = heading.section.anchor
    name = manuscript.name(anchor)
    title = " ".join(heading.section.title.split())
    text = f"<w:r>{text_xml(f'{heading.number}')}<w:tab/>{text_xml(title)}<w:tab/></w:r>"
    page = field_xml(f"PAGEREF {name} \\h", str(pages.get(anchor, 1)), dirty=True)
    link = f'<w:hyperlink w:anchor="{name}" w:history="1">{text}{page}</w:hyperlink>'
    return paragraph_xml(f"TOC{heading.level}", link)
