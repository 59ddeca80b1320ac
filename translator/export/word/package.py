"""The Word package around the body: made once from python-docx's own template, filled anew for each document.

python-docx keeps the package right (parts, relationships, header, footer, pictures, properties); the body and the
numbering are text, put in place of the empty ones when the file is closed. Why: decisions/0004-word-building.md.
"""

from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from docx.shared import Cm
from lxml import etree

from translator.core.specification.figures import day
from translator.core.specification.model import Chart, Specification
from translator.core.text import clean_text
from translator.export.charts import chart_png
from translator.export.word.look import NAMESPACE, styles_xml
from translator.export.word.text import field_xml

_W = f"{{{NAMESPACE}}}"
# Parts of python-docx's template that hold nothing of ours: a preview picture, older styles, a citation list.
_SUPERFLUOUS = ("stylesWithEffects", "customXml", "thumbnail")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHART_WIDTH = Cm(17)
# The limit of python-docx for texts among the properties.
_LONGEST_PROPERTY = 255


@lru_cache(maxsize=1)
def _template() -> bytes:
    document = docx.Document()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [k for k, r in relations.items() if any(word in r.reltype for word in _SUPERFLUOUS)]:
            del relations[key]
    _replace_children(document.styles.element, styles_xml())
    _set_compatibility(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _replace_children(element: etree._Element, xml: str) -> None:
    fresh = parse_xml(xml)
    for child in list(element):
        element.remove(child)
    element.extend(list(fresh))


def _set_compatibility(document: Document) -> None:
    """Say that the file is a current one (15 = Word 2013 and later), so that Word opens it without limits."""
    for setting in document.settings.element.iter(f"{_W}compatSetting"):
        if setting.get(f"{_W}name") == "compatibilityMode":
            setting.set(f"{_W}val", "15")


class Package:
    """Hold one document's package while its body is written."""

    def __init__(self, spec: Specification) -> None:
        self._document = docx.Document(BytesIO(_template()))
        self._links: dict[str, str] = {}
        self._set_page(spec)
        self._set_properties(spec)

    def relate(self, address: str) -> str:
        """Return the relationship id of a web address."""
        if address not in self._links:
            self._links[address] = self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._links[address]

    def draw(self, chart: Chart) -> tuple[str, int, int]:
        """Put a chart's picture into the package; return its relationship id and its size in English metric units."""
        relationship, image = self._document.part.get_or_add_image(BytesIO(chart_png(chart)))
        return relationship, int(_CHART_WIDTH), int(_CHART_WIDTH * image.px_height / image.px_width)

    def _set_page(self, spec: Specification) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
        section.header_distance = section.footer_distance = Cm(1.1)
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = f"{_line(spec.title)}\t{spec.status}"
        footer = section.footer.paragraphs[0]
        footer.text = f"{day(spec.prepared_on)}\tPage "
        pieces = f'{field_xml("PAGE", "1")}<w:r><w:t xml:space="preserve"> of </w:t></w:r>{field_xml("NUMPAGES", "1")}'
        footer._p.extend(list(parse_xml(f'<w:p xmlns:w="{NAMESPACE}">{pieces}</w:p>')))  # noqa: SLF001

    def _set_properties(self, spec: Specification) -> None:
        properties = self._document.core_properties
        prepared = datetime.fromisoformat(spec.prepared_on).replace(tzinfo=UTC)
        properties.title, properties.subject = _line(spec.title)[:_LONGEST_PROPERTY], _line(spec.subtitle)
        properties.author = properties.last_modified_by = "Translator"
        properties.content_status, properties.language = spec.status, spec.language
        properties.category, properties.comments, properties.keywords = "Specification", "", ""
        properties.created = properties.modified = prepared
        properties.revision = 1

    def section_xml(self) -> str:
        """Return the page set-up that ends the body."""
        return etree.tostring(self._document.element.body.sectPr, encoding="unicode")

    def close(self, body: bytes, numbering: bytes) -> bytes:
        """Return the file. `body` is the whole document.xml; equal content gives equal bytes."""
        buffer, out = BytesIO(), BytesIO()
        self._document.save(buffer)
        document = self._document.part.partname.membername
        texts = {document: body, PackURI("/word/numbering.xml").membername: numbering}
        with ZipFile(buffer) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                info = ZipInfo(name, _EPOCH)
                info.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
                content = texts[name] if name in texts else source.read(name)
                target.writestr(info, content)
        return out.getvalue()


def _line(text: str) -> str:
    """Return a text on one line, without what XML forbids."""
    return " ".join(clean_text(text).text.split())
