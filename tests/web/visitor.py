"""A visitor with a browser of their own: pages come back parsed, and every form carries its token."""

import re
from html.parser import HTMLParser

from lxml import html

PASSWORD = "rain on a tin roof"
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))


class Visitor:
    def __init__(self, app):
        self.app = app
        self.client = app.test_client()

    def get(self, path, **headers):
        return self.client.get(path, headers=headers, buffered=True)

    def page(self, path):
        """Return a page that must be there, parsed."""
        response = self.client.get(path, follow_redirects=True, buffered=True)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        return html.fromstring(response.text)

    def post(self, path, follow=False, headers=None, **fields):
        data = {"csrf_token": self.token(), **fields}
        return self.client.post(path, data=data, follow_redirects=follow, headers=headers)

    def token(self):
        signed_in = re.search(r'name="csrf-token" content="([^"]+)"', self.client.get("/help").text)
        return (signed_in or re.search(r'name="csrf_token" value="([^"]+)"', self.client.get("/login").text))[1]

    def sign_in(self, email, password=PASSWORD, **more):
        return self.post("/login", email=email, password=password, **more)

    @property
    def cookie(self):
        found = self.client.get_cookie("session")
        return found.value if found else None

    def with_cookie(self, value):
        """Return another browser that carries this cookie, as a thief would."""
        thief = Visitor(self.app)
        thief.client.set_cookie("session", value)
        return thief


def words(response_or_element):
    """Return what a reader sees, with single spaces."""
    element = (
        response_or_element if hasattr(response_or_element, "xpath") else html.fromstring(response_or_element.text)
    )
    for hidden in element.xpath("//script | //style | //dialog"):
        hidden.drop_tree()
    return " ".join(element.text_content().split())


class Nesting(HTMLParser):
    """Collect every tag that is not closed where it should be."""

    def __init__(self):
        super().__init__()
        self.open, self.faults = [], []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Leave SVG's own way of closing alone."""

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes something else")


def nesting_faults(text):
    parser = Nesting()
    parser.feed(text)
    return parser.faults + [f"<{tag}> is never closed" for tag in parser.open]
