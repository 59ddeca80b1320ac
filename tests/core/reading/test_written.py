"""Words of the lexicon come out as people write them, on every page and in the document alike."""

import pytest

from translator.core.reading.added import channel_values
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.model import Kind, Signal
from translator.core.reading.written import channel_name, written
from translator.core.text import Span


@pytest.mark.parametrize(
    ("kind", "value", "evidence", "name"),
    [
        (Kind.CHANNEL, "email", "by e-mail", "E-mail"),
        (Kind.CHANNEL, "sms", "text messages", "SMS (text message)"),
        (Kind.CHANNEL, "web push", "browser messages", "Web push"),
        (Kind.CHANNEL, "whatsapp", "on whatsapp", "WhatsApp"),
        (
            Kind.KPI,
            "a third more bookings by easter",
            "A third more bookings\nby Easter",
            "A third more bookings by Easter",
        ),
        (Kind.DATA, "email engagement", "who clicked", "E-mail engagement"),
        (Kind.ACTOR, "it", "our IT people", "IT"),
        (Kind.DATA, "who opened it", "who opened it", "Who opened it"),
        (Kind.SYSTEM, "crm", "the crm", "CRM"),
        (Kind.SYSTEM, "sms platform", "our texting tool", "SMS platform"),
        (Kind.SYSTEM, "Acme Hub", "Acme Hub", "Acme Hub"),
        (Kind.GEOGRAPHY, "germany", "Germany", "Germany"),
        (Kind.GEOGRAPHY, "germany", "in germany", "Germany"),
        (Kind.GEOGRAPHY, "united kingdom", "the UK", "United Kingdom"),
        (Kind.DATA, "browsing behaviour", "pages visited", "Browsing behaviour"),
    ],
)
def test_names_acronyms_and_places_are_written_as_people_write_them(
    kind: Kind, value: str, evidence: str, name: str
) -> None:
    assert written(Signal(kind=kind, value=value, span=Span(0, 1), evidence=evidence)) == name


def test_every_channel_has_a_name_of_its_own_that_begins_with_a_capital(lexicon: Lexicon) -> None:
    names = [channel_name(value) for value in channel_values(lexicon)]
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() for name in names)
    assert {"E-mail", "SMS (text message)", "Web push", "TV", "QR code", "LinkedIn", "RCS"} <= set(names)
