"""How values look on pages: money, days, moments, prose, and a narrative with its evidence marked.

In: values of the core and of the services. Out: text, or safe HTML without any inline style or script.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal, get_currency_precision
from flask import Flask
from markupsafe import Markup

from translator.core.reading.model import Signal
from translator.export.prose import prose_html
from translator.web.forms import fresh_key
from translator.web.terms import anchor_of, terms

_LOCALE = "en_GB"


def install(app: Flask) -> None:
    """Give the templates these filters, and keys for forms that make something."""
    for made in (money, plain_money, amount, day, moment, clock, prose, marked, label, use_cases, terms, anchor_of):
        app.jinja_env.filters[made.__name__] = made
    app.jinja_env.globals["fresh_key"] = fresh_key


def money(minor: int | None, currency: str) -> str:
    """Show an amount in minor units with its currency; "not stated" for None."""
    if minor is None:
        return "not stated"
    digits = get_currency_precision(currency)
    value = Decimal(minor).scaleb(-digits)
    if value == value.to_integral_value():
        return str(format_currency(value, currency, format="¤#,##0", locale=_LOCALE, currency_digits=False))
    return str(format_currency(value, currency, locale=_LOCALE))


def plain_money(minor: int | None, currency: str) -> str:
    """Show an amount in minor units as somebody would type it into a field that knows its currency; "" for None."""
    if minor is None:
        return ""
    value = Decimal(minor).scaleb(-get_currency_precision(currency))
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,}"


def amount(value: float | None) -> str:
    """Show a number with separators, without needless decimals; "" for None."""
    return "" if value is None else str(format_decimal(value, locale=_LOCALE))


def day(value: date | None) -> str:
    """Show a date in words; "not stated" for None."""
    return "not stated" if value is None else str(format_date(value, "d MMMM y", locale=_LOCALE))


def moment(value: datetime) -> Markup:
    """Show a moment in UTC; a script turns it into the reader's own time."""
    shown = format_datetime(value.astimezone(UTC), "d MMMM y, HH:mm", locale=_LOCALE)
    return _time(value, f"{shown} UTC", "moment")


def clock(value: datetime) -> Markup:
    """Show the time of day of a moment, as in "Saved 14:02"."""
    return _time(value, f"{format_datetime(value.astimezone(UTC), 'HH:mm', locale=_LOCALE)} UTC", "clock")


def prose(text: str) -> Markup:
    """Show what somebody wrote with Markdown, as the document shows it; HTML in it is shown, never obeyed."""
    return Markup(prose_html(text))  # noqa: S704 - the exporter escapes every text and cleans all of it


def marked(text: str, signals: Iterable[Signal]) -> Markup:
    """Show a narrative with the evidence of its signals marked; signals that overlap share one mark."""
    shown, at = Markup(), 0
    for start, end, group in _groups(signals):
        says = "; ".join(f"{'not ' if s.negated else ''}{s.kind.value}: {s.value}" for s in group)
        look = "evidence evidence--not" if all(s.negated for s in group) else "evidence"
        shown += Markup("{}<mark class='{}' title='{}'>{}</mark>").format(text[at:start], look, says, text[start:end])
        at = end
    return shown + text[at:]


def label(name: str) -> str:
    """Show the name of a field in words."""
    words = name.replace("_", " ").strip()
    return {"success": "Success in 12 months", "proof": "How we will know"}.get(name, words[:1].upper() + words[1:])


def use_cases(numbers: Iterable[int]) -> str:
    """Name use cases in order: "UC1", "UC1 and UC2", "UC1, UC2 and UC4"; "" for none."""
    names = [f"UC{number}" for number in sorted(numbers)]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _groups(signals: Iterable[Signal]) -> list[tuple[int, int, list[Signal]]]:
    groups: list[tuple[int, int, list[Signal]]] = []
    for signal in sorted(signals, key=lambda s: (s.span.start, s.span.end)):
        start, end = signal.span.start, signal.span.end
        if groups and start < groups[-1][1]:
            first, last, members = groups[-1]
            groups[-1] = (first, max(last, end), [*members, signal])
        else:
            groups.append((start, end, [signal]))
    return groups


def _time(value: datetime, shown: str, look: str) -> Markup:
    return Markup('<time datetime="{}" data-local="{}">{}</time>').format(value.isoformat(), look, shown)
