"""Charts of ranges: a bar from low to high, a tick at the expected value, a line for the limit. As PNG or SVG.

The drawing is described as Vega-Lite data and rendered by vl-convert, without a browser and without the network.
"""

import re
from functools import lru_cache
from html import escape
from typing import Any

from translator.core.specification.model import Chart

_INK, _ACCENT, _GREY, _RULE, _LIMIT = "#16243B", "#1F4E79", "#5A6675", "#E3E8ED", "#B4551E"
_FONT = "Arial, Liberation Sans, sans-serif"
_ROW = 34
_PNG_SCALE = 2.5


@lru_cache(maxsize=64)
def chart_png(chart: Chart) -> bytes:
    """Draw a chart as PNG, fine enough for print."""
    import vl_convert  # noqa: PLC0415  (80 MB that only documents with a chart need)

    return bytes(vl_convert.vegalite_to_png(_drawing(chart), scale=_PNG_SCALE))


@lru_cache(maxsize=64)
def chart_svg(chart: Chart) -> str:
    """Draw a chart as SVG without style attributes, which a strict Content-Security-Policy would block."""
    import vl_convert  # noqa: PLC0415

    svg = vl_convert.vegalite_to_svg(_drawing(chart))
    alone = re.sub(r"^<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*|<style.*?</style>", "", svg, flags=re.DOTALL)
    plain = re.sub(r'\s(?:style|id|class|aria-\w+|role)="[^"]*"', "", alone)
    label = f'<svg role="img" aria-label="{escape(chart.alt or chart.title)}" class="doc-chart"'
    return plain.replace("<svg", label, 1)


def _drawing(chart: Chart) -> dict[str, Any]:
    values = [
        {"label": label, "low": low, "expected": expected, "high": high} for label, low, expected, high in chart.rows
    ]
    y = {"field": "label", "type": "nominal", "sort": None, "title": None, "axis": _LABELS}
    layers: list[dict[str, Any]] = [_bars(chart, y), _ticks(y)]
    if chart.limit:
        layers += _limit(*chart.limit)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 520,
        "height": _ROW * len(values),
        "padding": 6,
        "background": "white",
        "data": {"values": values},
        "layer": layers,
        "config": {"font": _FONT, "view": {"stroke": None}},
    }


_LABELS = {
    "domain": False, "ticks": False, "labelPadding": 10, "labelColor": _INK, "labelFontSize": 12, "labelLimit": 160,
}  # fmt: skip


def _bars(chart: Chart, y: dict[str, Any]) -> dict[str, Any]:
    axis = {
        "title": chart.unit, "format": ",.0f", "gridColor": _RULE, "domain": False, "ticks": False, "tickCount": 6,
        "labelColor": _GREY, "titleColor": _GREY, "titleFontWeight": "normal", "labelFontSize": 11,
    }  # fmt: skip
    scale = {"zero": True, "nice": True}
    x = {"field": "low", "type": "quantitative", "axis": axis, "scale": scale}
    bar = {"type": "bar", "height": 12, "cornerRadius": 2, "color": _ACCENT, "opacity": 0.35}
    return {"mark": bar, "encoding": {"y": y, "x": x, "x2": {"field": "high"}}}


def _ticks(y: dict[str, Any]) -> dict[str, Any]:
    tick = {"type": "tick", "thickness": 3, "size": 18, "color": _ACCENT}
    return {"mark": tick, "encoding": {"y": y, "x": {"field": "expected", "type": "quantitative"}}}


def _limit(label: str, value: float) -> list[dict[str, Any]]:
    data = {"values": [{"limit": value, "name": label}]}
    x = {"field": "limit", "type": "quantitative"}
    rule = {"type": "rule", "color": _LIMIT, "strokeWidth": 1.5, "strokeDash": [5, 3]}
    text = {"type": "text", "align": "left", "dx": 5, "dy": -4, "baseline": "bottom", "color": _LIMIT, "fontSize": 11}
    place = {"x": x, "y": {"value": 0}, "text": {"field": "name"}}
    return [
        {"data": data, "mark": rule, "encoding": {"x": x}},
        {"data": data, "mark": text, "encoding": place},
    ]
