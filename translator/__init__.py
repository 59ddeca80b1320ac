"""Translator turns a marketer's sentences into a specification that IT has priced and both sides sign.

The rooms, and who may lean on whom (checked in the tests): web, cli -> services -> storage, export, content -> core.

    app.py      create_app(): the one place that knows every room
    config.py   settings, read once from the environment
    cli.py      the commands of `flask --app translator`
    core/       the way from narrative to specification, pure; start in core/pipeline.py
    content/    the question bank as YAML, its schema and its loader
    storage/    tables, queries, migrations; nothing else knows SQL
    export/     one file a format: Specification in, bytes out
    services/   the errands people run, one transaction each
    web/        pages by errand
    decisions/  why things are as they are
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(**settings: Any) -> "Flask":
    """Build the application; the import waits until here so that the core loads without Flask."""
    from translator.app import create_app as build  # noqa: PLC0415 - the core must load without Flask

    return build(**settings)
