"""The specification as a Word document. In: a Specification. Out: the bytes of a .docx file."""

from translator.core.specification.model import Specification
from translator.export.outline import SIGNATURES
from translator.export.word.body import section_xml
from translator.export.word.contents import contents_xml
from translator.export.word.front import signatures_xml, title_page_xml
from translator.export.word.look import NAMESPACE
from translator.export.word.manuscript import Manuscript
from translator.export.word.numbering import numbering_xml
from translator.export.word.package import Package
from translator.export.word.pages import estimate_pages

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONSHIPS}"><w:body>'
)
_CLOSE = "</w:body></w:document>"


def to_docx(spec: Specification) -> bytes:
    """Write the document for Word."""
    package = Package(spec)
    manuscript = Manuscript(spec, package.relate, package.draw)
    # Each section becomes bytes at once: one long text of a large document would be copied and widened many times.
    sections = []
    for heading in manuscript.headings:
        sections.append(section_xml(heading, manuscript).encode())
        if heading.section is SIGNATURES:
            sections.append(signatures_xml(spec.signatures).encode())
    front = (
        f"{_OPEN}{title_page_xml(spec, manuscript)}"
        f"{contents_xml(manuscript, estimate_pages(spec, manuscript.headings))}".encode()
    )
    body = b"".join((front, *sections, f"{package.section_xml()}{_CLOSE}".encode()))
    return package.close(body, numbering_xml(tuple(manuscript.list_starts)).encode())
