"""Accounts: the first one, the next ones, and what they are looked up by."""

from threading import Barrier, Thread

import pytest

from translator.core.errors import InputError
from translator.services.errors import InputErrors, NotFound
from translator.services.people import (
    account_by_email,
    account_by_id,
    account_by_uniquifier,
    count_accounts,
    create_account,
    create_first_account,
    set_password,
)


def test_the_first_account_belongs_to_an_administrator(desk):
    assert count_accounts(desk) == 0
    ann = create_first_account(desk, "Ann Bell", "Ann@Example.org", "hash")
    assert (ann.name, ann.email, ann.administrator) == ("Ann Bell", "ann@example.org", True)
    assert count_accounts(desk) == 1
    assert account_by_id(desk, ann.id).roles == ("administrator",)


def test_nobody_makes_a_second_first_account(desk):
    create_first_account(desk, "Ann", "ann@example.org", "hash")
    with pytest.raises(InputError, match="There is an account already"):
        create_first_account(desk, "Eve", "eve@example.org", "hash")
    assert count_accounts(desk) == 1


def test_of_ten_people_who_come_first_at_once_one_becomes_the_administrator(both_desks):
    barrier, outcomes = Barrier(10), []

    def come(number):
        barrier.wait()
        try:
            create_first_account(both_desks, f"P{number}", f"p{number}@example.org", "hash")
            outcomes.append("first")
        except InputError:
            outcomes.append("late")

    threads = [Thread(target=come, args=(n,)) for n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["first", *["late"] * 9]
    assert count_accounts(both_desks) == 1


def test_an_account_is_found_by_its_address_in_any_case_by_id_and_by_uniquifier(desk):
    ann = create_account(desk, "Ann", "ann@example.org", "hash")
    found = account_by_email(desk, " ANN@example.ORG ")
    assert (found.id, found.password, found.active, found.roles) == (ann.id, "hash", True, ())
    assert account_by_id(desk, str(ann.id)) == account_by_uniquifier(desk, found.fs_uniquifier) == found
    assert account_by_email(desk, "bob@example.org") is None
    assert account_by_id(desk, 99) is None


@pytest.mark.parametrize("typed", ["", "\x00", "ann@example.org\x00", "\ud800", "' OR 1=1 --"])
def test_a_sign_in_with_a_strange_address_finds_nobody_and_breaks_nothing(both_desks, typed):
    create_account(both_desks, "Bea", "bea@example.org", "hash")
    assert account_by_email(both_desks, typed) is None


def test_a_new_password_ends_what_the_old_uniquifier_opened(desk):
    ann = create_account(desk, "Ann", "ann@example.org", "hash")
    old = account_by_id(desk, ann.id).fs_uniquifier
    renewed = set_password(desk, ann.id, "other hash")
    assert (renewed.password, account_by_uniquifier(desk, old)) == ("other hash", None)
    with pytest.raises(NotFound):
        set_password(desk, 99, "hash")


@pytest.mark.parametrize(
    ("name", "email", "fields"),
    [
        ("", "ann@example.org", ["name"]),
        ("Ann", "", ["email"]),
        (" ", "not an address", ["name", "email"]),
        ("Ann", "ann@", ["email"]),
        ("Ann", "two@ats@example.org", ["email"]),
        ("A" * 121, "ann@example.org", ["name"]),
        ("Ann", "a" * 250 + "@example.org", ["email"]),
        ("Ann", "TAKEN@example.org", ["email"]),
    ],
)
def test_every_input_that_cannot_be_used_is_named(desk, name, email, fields):
    create_account(desk, "First", "taken@example.org", "hash")
    with pytest.raises(InputErrors) as refused:
        create_account(desk, name, email, "hash")
    assert [error.field for error in refused.value.errors] == fields
    assert count_accounts(desk) == 1
