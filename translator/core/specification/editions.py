"""The edition for bidders: the same document without what is internal to marketing and IT.

Step 10. In: the whole Specification. Out: one that says neither the budget nor an estimate, an option, a choice or a
verdict, and has no place to sign. Nothing is worded anew; what is left out is what the chapters marked as internal.
"""

from dataclasses import replace

from translator.core.specification.model import (
    DRAFT,
    Block,
    Bullets,
    Cell,
    Edition,
    Fact,
    Paragraph,
    Run,
    Section,
    Specification,
    Table,
)

# Names among the plain values (data.py) that only marketing and IT may read, at whatever depth they stand.
_INTERNAL_VALUES = frozenset({"budget", "options", "decisions", "feasibility", "owner", "changed", "conflicts"})
_REPLY_WIDTH = 29
_COMMA = Run(text=", ")


def in_edition(spec: Specification, edition: Edition) -> Specification:
    """Return a whole document in the edition that is asked for."""
    return for_bidders(spec) if edition is Edition.BIDDERS else spec


def for_bidders(spec: Specification) -> Specification:
    """Return what bidders get of a whole document."""
    return replace(
        spec,
        subtitle="Request for proposal",
        status=f"{DRAFT} FOR BIDDERS" if spec.draft else "FOR BIDDERS",
        missing=(),
        standing=(),
        facts=_facts(spec.facts),
        sections=_sections(spec.sections),
        signatures=(),
        edition=Edition.BIDDERS,
        data={name: _value(value) for name, value in spec.data.items() if name not in _INTERNAL_VALUES},
    )


def _facts(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the lines of the title page; the edition stands behind the reference."""
    kept = [fact for fact in facts if not fact.internal]
    return (*kept[:1], Fact("Edition", "For bidders"), *kept[1:])


def _sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(
        replace(part, blocks=_blocks(part.blocks), sections=_sections(part.sections))
        for part in sections
        if not part.internal
    )


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(_block(block) for block in blocks if not block.internal)


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, runs=_runs(block.runs))
    if isinstance(block, Bullets):
        return replace(block, items=tuple(filter(None, map(_runs, block.items))))
    return _table(block) if isinstance(block, Table) else block


def _runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(run for run in runs if not run.internal)


def _table(table: Table) -> Table:
    """Leave out columns and add the one for replies; the widest column gives or takes the room."""
    kept = [at for at in range(len(table.head)) if at not in table.internal_columns]
    rows = tuple(tuple(_cell(row[at]) for at in kept) for row in table.rows)
    head, widths = tuple(table.head[at] for at in kept), [table.widths[at] for at in kept]
    room = 100 - _REPLY_WIDTH if table.reply else 100
    widths[widths.index(max(widths))] += room - sum(widths)
    if table.reply:
        head, rows, widths = (*head, table.reply), tuple((*row, Cell(())) for row in rows), [*widths, _REPLY_WIDTH]
    return replace(table, head=head, rows=rows, widths=tuple(widths), internal_columns=(), reply="")


def _cell(cell: Cell) -> Cell:
    prose = "" if cell.prose_internal else cell.prose
    paragraphs = tuple(filter(None, map(_runs, cell.paragraphs)))
    return replace(cell, paragraphs=paragraphs if paragraphs == cell.paragraphs else _gathered(paragraphs), prose=prose)


def _gathered(paragraphs: tuple[tuple[Run, ...], ...]) -> tuple[tuple[Run, ...], ...]:
    """Put links in one row where nothing else is left of several paragraphs."""
    links = tuple(run for runs in paragraphs for run in runs if run.ref)
    others = {run.text for runs in paragraphs for run in runs if not run.ref}
    if not links or not others <= {_COMMA.text}:
        return paragraphs
    return (tuple(run for one in links for run in (_COMMA, one))[1:],)


def _value(value: object) -> object:
    if isinstance(value, dict):
        return {name: _value(inner) for name, inner in value.items() if name not in _INTERNAL_VALUES}
    return [_value(inner) for inner in value] if isinstance(value, list) else value
