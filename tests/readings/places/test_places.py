"""The list of places is what the gazetteer and the committed words make of it."""

from readings.places.compile_places import TARGET, places, spellings


def test_the_committed_list_is_what_the_gazetteer_gives() -> None:
    assert TARGET.read_text("utf-8").splitlines() == places()


def test_the_list_names_where_its_data_come_from() -> None:
    head = TARGET.read_text("utf-8")[:400]
    assert "GeoNames" in head
    assert "CC BY 4.0" in head


def test_a_name_is_known_with_its_accents_and_without() -> None:
    assert spellings("Aix-en-Provence") == {"aix en provence"}
    assert spellings("Zürich") == {"zürich", "zurich"}
