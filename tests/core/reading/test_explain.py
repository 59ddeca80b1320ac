"""What a chip says about a signal."""

from translator.core.reading.explain import explain
from translator.core.reading.read import Reader


def sentences(reader: Reader, text: str) -> list[str]:
    return [explain(signal) for signal in reader.read(text).signals]


def test_a_chip_names_the_channel(reader: Reader) -> None:
    assert "A channel: you want to reach people by email." in sentences(reader, "Tell donors by email.")


def test_a_chip_quotes_what_starts_it(reader: Reader) -> None:
    assert "What starts it: “When a card fails”." in sentences(reader, "When a card fails, email the account admin.")


def test_a_chip_says_what_was_ruled_out(reader: Reader) -> None:
    assert "You ruled this out: “not by SMS”." in sentences(reader, "By post, not by SMS.")


def test_every_signal_has_one_plain_sentence(reader: Reader) -> None:
    text = (
        "Each night our 12 branches in Ireland send new orders to the CRM. Marketing emails members who opted in, "
        "at most one a week, and wants a higher open rate. Dealers see only their own list."
    )
    for line in sentences(reader, text):
        assert line.endswith(".")
        assert "{" not in line
