"""The document of a project: a preview with its contents beside it, and the same as files. Readers may take it too."""

from io import BytesIO

from flask import Blueprint, request, send_file
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from translator.core.specification.model import Edition
from translator.export import EXPORTERS
from translator.export.outline import contents, outline
from translator.export.to_html import folded_chapters, standing_html
from translator.services.errors import NotFound
from translator.services.publish import export, specification
from translator.web.desk import desk, me
from translator.web.document.mending import mending
from translator.web.frame import project_page

pages = Blueprint("document", __name__)

# Beside Word, which has two links of its own: one for each edition.
FILES = (
    ("html", "Web page", "One file that opens in any browser."),
    ("md", "Markdown", "Plain text with simple marks, for wikis."),
    ("json", "JSON", "For IT: the same content for programs."),
)


@pages.get("/projects/<pid>/document")
def document(pid: str) -> str:
    """Show the document as it stands now, and what is missing in it; with ?edition=bidders as they will read it.

    Its chapters start closed, with ?open=all they start open.
    """
    spec = specification(desk(), me(), pid, _edition())
    opened = request.args.get("open") == "all"
    return project_page(
        pid,
        "document/document.html",
        here="document",
        spec=spec,
        missing=mending(pid, spec.missing),
        contents=contents(outline(spec)),
        standing=Markup(standing_html(spec)),  # noqa: S704 - as below
        chapters=Markup(folded_chapters(spec, opened=opened)),  # noqa: S704 - the exporter escapes every value and cleans all prose
        files=FILES,
        opened=opened,
    )


def _edition() -> str:
    """Return the edition that the address asks for; a name that is none finds nothing."""
    wanted = request.args.get("edition", Edition.WHOLE)
    if wanted not in set(Edition):
        raise NotFound
    return wanted


@pages.get("/projects/<pid>/document.<ending>")
def download(pid: str, ending: str) -> ResponseReturnValue:
    """Send the document as a file; its name goes out in plain letters and, where it needs more, in UTF-8 (RFC 6266)."""
    if ending not in EXPORTERS:
        raise NotFound
    made = export(desk(), me(), pid, ending, _edition())
    return send_file(BytesIO(made.data), made.media_type, as_attachment=True, download_name=made.file_name)
