"""The commands of `flask --app translator`: read, translate, export, check-content, coverage, ...

Data goes to standard output, messages for people to standard error; 0 = done, 1 = the input or content is wrong.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn, TextIO

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from translator.content.lexicon_load import load_lexicon
from translator.content.load import check_content, load_bank
from translator.core.bank.coverage import OTHERS_WANTED, coverage, off_topic, totals
from translator.core.errors import InputError, TranslatorError
from translator.core.reading.model import Signal
from translator.core.reading.read import read
from translator.core.specification.model import Edition
from translator.services.desk import Person
from translator.services.errors import InputErrors
from translator.services.follow import follow_all
from translator.services.people import account_by_email, create_account, set_password
from translator.services.publish import export_project
from translator.services.resets import reset_of
from translator.services.sample import sample_on_first_visit
from translator.services.translate import translate_file
from translator.web.accounts import checked_password, hashed
from translator.web.desk import desk


def register(app: Flask) -> None:
    """Add the commands to the application."""
    checks = (check_command, coverage_command)
    users = (user_command, link_command)
    for command in (read_command, translate_command, export_command, *checks, *users, upgrade_command):
        app.cli.add_command(command)


@click.command("read")
@click.argument("source", type=click.File("r", encoding="utf-8"), default="-")
def read_command(source: TextIO) -> None:
    """Read narratives: one {"id", "text"} a line in, one {"id", "signals"} a line out."""
    lexicon = load_lexicon()
    for number, row in _rows(source):
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            _stop(f'Line {number}: expected {{"id": ..., "text": "..."}}.')
        signals = [_signal(s) for s in read(row["text"], lexicon).signals]
        click.echo(json.dumps({"id": row.get("id", number), "signals": signals}, ensure_ascii=False))


_EDITION = click.option(
    "--edition",
    type=click.Choice([str(edition) for edition in Edition]),
    default=str(Edition.WHOLE),
    show_default=True,
    help="bidders: without budget, estimates, options and IT's word.",
)


@click.command("translate")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="By its ending.")
@click.option("--answers", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Answers as JSON.")
@_EDITION
def translate_command(source: Path, out: Path, answers: Path | None, edition: str) -> None:
    """Turn a file of use cases (.md .txt .jsonl .csv .docx) into a specification (.docx .html .md .json)."""
    try:
        result = translate_file(
            load_bank(),
            source.name,
            source.read_bytes(),
            out.suffix,
            answers=answers.read_bytes() if answers else None,
            edition=Edition(edition),
            prepared_on=datetime.now(UTC).date(),
        )
    except TranslatorError as error:
        _stop(str(error))
    _write(out, result.data)
    for notice in result.notices:
        click.echo(notice, err=True)
    click.echo(
        f"{out}: {result.use_cases} use cases, {result.requirements} requirements, "
        f"{result.open_questions} open questions",
        err=True,
    )


@click.command("export")
@click.argument("project")
@click.option("-o", "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="By its ending.")
@_EDITION
@with_appcontext
def export_command(project: str, out: Path, edition: str) -> None:
    """Write a stored project's specification; PROJECT is its id, as in its address."""
    try:
        data = export_project(desk(), project, out.suffix, edition)
    except TranslatorError as error:
        _stop(str(error))
    _write(out, data)
    click.echo(str(out), err=True)


@click.command("check-content")
def check_command() -> None:
    """Check the question bank; name every fault with file, line and key."""
    faults = check_content()
    for fault in faults:
        click.echo(str(fault))
    bank = None if faults else load_bank()
    if bank is None:
        _stop(f"{len(faults)} faults")
    click.echo(
        f"{len(bank.questions)} questions, {len(bank.templates)} requirement templates, "
        f"{len(bank.glossary)} terms, {len(bank.lexicon.concepts)} concepts: no fault"
    )


@click.command("coverage")
def coverage_command() -> None:
    """Count topic by topic what the question bank asks, drafts and puts in as standard; fail where it is silent."""
    rows, strays = coverage(load_bank()), off_topic(load_bank())
    _row("topic", "asked", "drafted", "standard", "")
    for group in dict.fromkeys(row.group for row in rows):
        click.echo(f"\n{group}")
        for row in (row for row in rows if row.group == group):
            name = f"  {row.topic}{' (core)' if row.core else ''}"
            _row(name, row.asked, row.drafted, row.standard, "missing" if row.missing else "")
    click.echo("\ntopics that are")
    for total in totals(rows):
        name = f"  {total.group}: {total.share:.0%} of {total.topics} covered"
        _row(name, total.asked, total.drafted, total.standard, f"{total.missing} missing")
    click.echo(f"  lines that answer to no topic: {len(strays)} of {len(load_bank().templates)}")
    _judge({total.group: total.share for total in totals(rows)})


def _judge(covered: Mapping[str, float]) -> None:
    if covered["core"] < 1:
        _stop("A core topic is missing.")
    if covered["others"] < OTHERS_WANTED:
        _stop(f"Less than {OTHERS_WANTED:.0%} of the other topics are covered.")


def _row(name: str, asked: object, drafted: object, standard: object, note: str) -> None:
    click.echo(f"{name:<52}{asked:>9}{drafted:>9}{standard:>10}  {note}".rstrip())


@click.command("create-user")
@click.option("--name", default="", help="Not needed for --reset.")
@click.option("--email", prompt="E-mail")
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True)
@click.option("--reset", is_flag=True, help="Give an account that exists a new password instead.")
@with_appcontext
def user_command(name: str, email: str, password: str, *, reset: bool) -> None:
    """Create an account, or give it a new password, which signs it out everywhere."""
    try:
        kept = hashed(checked_password(password))
        person = _reset(email, kept) if reset else create_account(desk(), name=name, email=email, password_hash=kept)
    except InputErrors as error:
        _stop(" ".join(fault.message for fault in error.errors))
    except TranslatorError as error:
        _stop(str(error))
    sample_on_first_visit(desk(), person)
    click.echo(f"{person.name} <{person.email}> can sign in.")


@click.command("password-link")
@click.argument("email")
@with_appcontext
def link_command(email: str) -> None:
    """Print a link with which its owner sets a new password: it works once, for 24 hours."""
    try:
        made = reset_of(desk(), current_app.config["SECRET_KEY"], email)
    except TranslatorError as error:
        _stop(str(error))
    home = current_app.config["PUBLIC_URL"] or "http://127.0.0.1:8000"
    click.echo(f"{home}/new-password/{made.token}")
    click.echo(f"For {made.name} <{made.email}>, until {made.until:%d %B %Y %H:%M} UTC.", err=True)


def _reset(email: str, password_hash: str) -> Person:
    account = account_by_email(desk(), email)
    if account is None:
        raise InputError("There is no account with this e-mail address.", "email")
    set_password(desk(), account.id, password_hash)
    return Person(id=account.id, name=account.name, email=account.email)


@click.command("upgrade")
@with_appcontext
def upgrade_command() -> None:
    """Create the database, or bring it to this version's tables."""
    desk().db.upgrade()
    moved = follow_all(desk())
    click.echo("The database is up to date.", err=True)
    if moved:
        click.echo(f"{moved} projects follow the new question bank.", err=True)


def _rows(source: TextIO) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(source, start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError:
                _stop(f"Line {number} is not JSON.")


def _signal(signal: Signal) -> dict[str, object]:
    row: dict[str, object] = {
        "kind": signal.kind.value,
        "value": signal.value,
        "start": signal.span.start,
        "end": signal.span.end,
        "negated": signal.negated,
        "evidence": signal.evidence,
    }
    return row | {"role": signal.role} if signal.role else row


def _write(path: Path, data: bytes) -> None:
    """Write beside the target first, so that a crash leaves the old file or the new one, never half of one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
