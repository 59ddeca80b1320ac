"""The field to write in: a sentence or two."""

from translator.web.fields.field import Field


class Sentences(Field):
    """Ask for a sentence or two, within the question's limit of words."""

    macro = "sentences"
