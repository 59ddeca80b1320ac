"""Values as a reader writes them: what was understood in a text (CRM, E-mail, Germany) and what was answered (10 %).

Step 10. In: a signal or an answer with its question. Out: words for a table; labels of the lexicon never come through
as they are stored.
"""

import re

from translator.core.answers import Answer
from translator.core.bank.model import Question, QuestionType
from translator.core.reading.model import Kind, Signal
from translator.core.requirements.wording import amount
from translator.core.specification.figures import number

# Words of the lexicon that have a writing of their own: acronyms, names, and channels that people know by two names.
_WRITTEN = {
    "ai": "AI", "api": "API", "atm": "ATM", "bi": "BI", "cms": "CMS", "crm": "CRM", "dam": "DAM", "email": "e-mail",
    "erp": "ERP", "europe": "Europe", "european": "European", "facebook": "Facebook", "hubspot": "HubSpot",
    "instagram": "Instagram", "kingdom": "Kingdom", "linkedin": "LinkedIn", "mdm": "MDM", "mms": "MMS",
    "outlook": "Outlook", "pim": "PIM", "pipedrive": "Pipedrive", "pos": "POS", "qr": "QR", "rcs": "RCS",
    "realtime": "real time", "salesforce": "Salesforce", "sap": "SAP", "slack": "Slack", "sms": "SMS",
    "states": "States", "telegram": "Telegram", "tiktok": "TikTok", "tv": "TV", "union": "Union", "united": "United",
    "whatsapp": "WhatsApp", "wifi": "Wi-Fi",
}  # fmt: skip
_WHOLE = {"sms": "Text message (SMS)", "mms": "Picture message (MMS)", "push": "Push message", "website": "Web pages"}
_SMALL = frozenset({"and", "of", "the", "or", "in"})
_WORD = re.compile(r"[^\W_]+")


def signal_words(signal: Signal) -> str:
    """Write what a signal was understood as, with its capitals and without the lexicon's own shorthand."""
    value = signal.value.strip()
    whole = _WHOLE.get(value.casefold()) if signal.kind is Kind.CHANNEL else None
    return whole or capital(_as_said(value, signal.evidence) or _spelled(value, place=signal.kind is Kind.GEOGRAPHY))


def answer_words(question: Question, answer: Answer) -> str:
    """Write an answer as a reader expects it: labels instead of ids, a number with its unit."""
    if answer.number is not None:
        return _figure(answer.number, "percent" if question.type is QuestionType.PERCENT else answer.unit)
    labels = ((question.choice(value), value) for value in answer.values)
    return "; ".join(choice.label if choice else value for choice, value in labels)


def _figure(value: float, unit: str) -> str:
    if unit in ("percent", "%"):
        return f"{number(value)}\N{NO-BREAK SPACE}%"
    return amount(value, unit)


def _as_said(value: str, evidence: str) -> str:
    """Return the value as the text writes it where it has capitals there, "" where it stands there in small letters."""
    at = evidence.casefold().find(value.casefold())
    written = evidence[at : at + len(value)] if at >= 0 else ""
    return written if written != written.casefold() and written[1:] != written[1:].upper() else ""


def _spelled(value: str, *, place: bool) -> str:
    def write(found: re.Match[str]) -> str:
        word = found[0]
        if word.casefold() in _WRITTEN:
            return _WRITTEN[word.casefold()]
        return word.capitalize() if place and word.islower() and word not in _SMALL else word

    return _WORD.sub(write, value)


def capital(words: str) -> str:
    """Return words with a capital at their start."""
    return words[:1].upper() + words[1:]
