"""The HTML page: whole, anchored, and harmless under a strict Content-Security-Policy."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from translator.core.specification.model import Prose, Run, Section
from translator.export.outline import outline
from translator.export.prose import _rendered, prose_html
from translator.export.to_html import fragment, stylesheet, to_html


class Page(HTMLParser):
    VOID = frozenset({"meta", "br", "path", "rect", "line"})

    def __init__(self, html):
        super().__init__()
        self.stack, self.ids, self.links, self.headings, self.attributes, self.tags = [], [], [], [], set(), set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(found)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.stack.pop() == tag


@pytest.fixture(scope="module")
def page(spec):
    return Page(to_html(spec).decode())


def test_the_page_is_well_nested_and_every_link_inside_it_arrives(page):
    assert page.stack == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_neither_styles_nor_scripts_stand_in_attributes_or_in_the_fragment(spec, page):
    assert "style" not in page.attributes
    assert not any(name.startswith("on") for name in page.attributes)
    assert "script" not in page.tags
    assert "<style" not in fragment(spec)


def test_the_fragment_begins_its_headings_at_the_second_level_and_skips_none(spec):
    levels = Page(fragment(spec)).headings
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(levels) == len(outline(spec))


def test_every_requirement_has_an_anchor_of_its_own(spec, page):
    for requirement in spec.data["requirements"]:
        assert f"doc-{requirement['id']}" in page.ids


def test_every_class_is_ours_and_every_class_of_the_page_has_a_style(spec):
    html = fragment(spec)
    used = {name for names in re.findall(r'class="([^"]+)"', html) for name in names.split()}
    ours = {name for name in used if name.startswith("doc-")}
    # The drawings bring class names of their own, which nothing styles.
    drawings = {name for names in re.findall(r'<(?:g|path|text)[^>]* class="([^"]+)"', html) for name in names.split()}
    assert used - ours <= drawings
    styled = set(re.findall(r"\.(doc-[a-z-]+)", stylesheet()))
    assert ours - styled <= {"doc-body", "doc-missing"}


def test_charts_are_drawn_in_the_page_with_a_text_alternative(spec):
    charts = re.findall(r"<svg [^>]*>", fragment(spec))
    assert len(charts) == 2
    assert all('role="img"' in chart and "aria-label=" in chart for chart in charts)


AWKWARD = ["<script>alert(1)</script>", "{{ 7*7 }}", "]]>", "\x00\x0b\ufffe x", "lone \ud800", '" onload="x', "שלום"]


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_texts_stay_text(spec, text):
    section = Section(anchor="one", title=text, blocks=(Prose(text), Prose(text, "quote", ((0, 2),))))
    page = Page(to_html(replace(spec, title=text, missing=(text,), sections=(section,))).decode())
    assert page.stack == []
    assert "script" not in page.tags
    assert "onload" not in page.attributes


def test_nothing_that_somebody_typed_gets_lost():
    assert prose_html("a <b>bold</b> idea & <script>x</script>").startswith("<p>a &lt;b&gt;bold&lt;/b&gt; idea &amp;")
    assert prose_html("#1 priority").startswith("<p>#1 priority")
    assert "30." in prose_html("30. September") or 'start="30"' in prose_html("30. September")
    assert prose_html("[1]: http://x.org") == "<p>[1]: http://x.org</p>"
    assert "indented" in prose_html("    indented line")
    assert "![" not in prose_html("see ![alt](http://x.org/a.png)") or "alt" in prose_html("![alt](http://x.org/a.png)")


STRESSED = [
    "Only with *consent* of both.",
    "**Yes**, if *all* agree",
    "*a* **b**",
    "two * three * four",
    "a*b*c",
    "**a*",
    "*x**",
]


@pytest.mark.parametrize("text", STRESSED)
def test_stressed_words_come_out_as_the_whole_of_markdown_renders_them(text):
    assert prose_html(text) == _rendered(text, ())


def test_marks_stay_inside_the_tags_they_cross():
    html = prose_html("one **two three** four", ((4, 17),))
    assert html == "<p>one <strong><mark>two three</mark></strong> four</p>"
    crossing = prose_html("one **two** three four", ((6, 17),))
    assert crossing == "<p>one <strong><mark>two</mark></strong><mark> three</mark> four</p>"


def test_a_mark_around_an_address_leaves_the_address_whole():
    html = prose_html("see [our site](https://example.org/a) now", ((5, 13),))
    assert 'href="https://example.org/a"' in html
    assert "<mark>our site</mark>" in html


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"])
def test_links_keep_harmless_addresses_only(link):
    assert "href" not in prose_html(f"[x]({link})")


def test_long_hostile_markdown_is_rendered_quickly_and_spoils_nothing_after_it():
    start = time.process_time()
    for text in ("[" * 20_000, "*" * 20_000, "`" * 20_000, "> " * 5_000, "- " * 5_000, "_a" * 10_000):
        assert len(prose_html(text)) >= 5_000
        assert 'href="https://example.org"' in prose_html(f"[{len(text)}](https://example.org)")
    assert time.process_time() - start < 10


def test_several_threads_render_at_once():
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(prose_html, [f"a *{n}* b\n\n- c\n- **{n}**" for n in range(200)]))
    assert all(f"<em>{n}</em>" in html and f"<strong>{n}</strong>" in html for n, html in enumerate(found))


def test_runs_break_lines_where_their_text_does(spec):
    from translator.core.specification.model import Paragraph  # noqa: PLC0415

    section = Section(anchor="one", title="One", blocks=(Paragraph((Run(text="a\nb"),)),))
    assert "a<br>b" in fragment(replace(spec, sections=(section,)))
