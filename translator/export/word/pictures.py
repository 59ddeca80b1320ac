"""Pictures in Word: a drawing that stands in the line, with its text alternative."""

from translator.export.word.text import attribute

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def drawing_xml(relationship: str, width: int, height: int, number: int, alt: str) -> str:
    """Write the run of a picture. Sizes are in English metric units; `number` is unique in the document."""
    size = f'cx="{width}" cy="{height}"'
    about = f'id="{number}" name="Figure {number}" descr="{attribute(alt)}"'
    return (
        "<w:r><w:drawing>"
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {about}/>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
