"""The table of contents: a real field with real entries inside, each a link with the number of its page."""

from translator.export.outline import CONTENTS_DEPTH, Heading
from translator.export.word.manuscript import Manuscript
from translator.export.word.text import field_xml, paragraph_xml, text_xml

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
_INSTRUCTION = f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{CONTENTS_DEPTH}" \\h \\z \\u </w:instrText></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_NEW_PAGE = '<w:p><w:pPr><w:pStyle w:val="NoSpacing"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents_xml(manuscript: Manuscript, pages: dict[str, int]) -> str:
    """Write the table of contents. `pages` maps anchors to the page numbers shown until Word counts them itself."""
    listed = [heading for heading in manuscript.headings if heading.level <= CONTENTS_DEPTH]
    entries = [_entry(heading, manuscript, pages) for heading in listed]
    entries[0] = (entries[0][0], _BEGIN + _INSTRUCTION + _SEPARATE + entries[0][1])
    entries[-1] = (entries[-1][0], entries[-1][1] + _END)
    title = paragraph_xml("TOCHeading", f"<w:r>{text_xml('Contents')}</w:r>")
    return title + "".join(paragraph_xml(style, inside) for style, inside in entries) + _NEW_PAGE


def _entry(heading: Heading, manuscript: Manuscript, pages: dict[str, int]) -> tuple[str, str]:
    anchor = heading.section.anchor
    name = manuscript.name(anchor)
    title = " ".join(heading.section.title.split())
    text = f"<w:r>{text_xml(f'{heading.number}')}<w:tab/>{text_xml(title)}<w:tab/></w:r>"
    page = field_xml(f"PAGEREF {name} \\h", str(pages.get(anchor, 1)))
    return f"TOC{heading.level}", f'<w:hyperlink w:anchor="{name}" w:history="1">{text}{page}</w:hyperlink>'
