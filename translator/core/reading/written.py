"""Written: words of the lexicon as people write them: CRM, E-mail, Web push, Germany.

Step 2, beside the reading. In: a signal, or a word of the closed list of channels. Out: its name, on chips, in choices
and in the document alike; the lexicon's own small letters never come through.
"""

import re

from translator.core.reading.model import Kind, Signal

# Words that have a writing of their own: acronyms and names.
_WRITTEN = {
    "ai": "AI", "api": "API", "atm": "ATM", "bi": "BI", "cdp": "CDP", "cms": "CMS", "crm": "CRM", "dam": "DAM",
    "email": "e-mail", "erp": "ERP", "europe": "Europe", "european": "European", "facebook": "Facebook", "gdpr": "GDPR",
    "hubspot": "HubSpot", "instagram": "Instagram", "kingdom": "Kingdom", "linkedin": "LinkedIn",
    "mdm": "MDM", "mms": "MMS", "outlook": "Outlook", "pim": "PIM", "pipedrive": "Pipedrive",
    "pos": "POS", "qr": "QR", "rcs": "RCS", "realtime": "real time", "salesforce": "Salesforce", "sap": "SAP",
    "slack": "Slack", "sms": "SMS", "states": "States", "telegram": "Telegram", "tiktok": "TikTok", "tv": "TV",
    "union": "Union", "united": "United", "whatsapp": "WhatsApp", "wifi": "Wi-Fi",
}  # fmt: skip
# Names that are acronyms only where nothing else stands beside them.
_ALONE = {"it": "IT", "hr": "HR"}
# Channels that the lexicon names in short, or by a word of the trade.
_CHANNELS = {
    "audio": "Audio advertising", "atm": "ATM (cash machine)", "display": "Display advertising",
    "field sales": "Visit in person", "in-app": "In-app message", "in-car": "Screen in the car",
    "in-store": "In the shop", "messenger": "Messenger app", "mms": "MMS (picture message)",
    "organic search": "Search results", "out of home": "Outdoor advertising", "paid media": "Paid advertising",
    "paid search": "Paid search advertising", "paid social": "Paid social media", "phone": "Telephone call",
    "push": "Push message", "sms": "SMS (text message)", "social": "Social media", "video": "Video call or message",
    "wallet": "Wallet pass",
}  # fmt: skip
_SMALL = frozenset({"and", "of", "the", "or", "in"})
_WORD = re.compile(r"[^\W_]+")


def written(signal: Signal) -> str:
    """Return what a signal was understood as, with its capitals and without the lexicon's own shorthand."""
    value = " ".join(signal.value.split())
    if signal.kind is Kind.CHANNEL:
        return channel_name(value)
    if value.casefold() in _ALONE:
        return _ALONE[value.casefold()]
    return capital(_as_said(value, signal.evidence) or _spelled(value, place=signal.kind is Kind.GEOGRAPHY))


def channel_name(value: str) -> str:
    """Return the name of a channel of the closed list: "E-mail", "Web push", "SMS (text message)"."""
    return _CHANNELS.get(value) or capital(_spelled(value))


def capital(words: str) -> str:
    """Return words with a capital at their start."""
    return words[:1].upper() + words[1:]


def _as_said(value: str, evidence: str) -> str:
    """Return the value as the text writes it where it has capitals there, "" where it stands there in small letters."""
    said = " ".join(evidence.split())
    at = said.casefold().find(value.casefold())
    words = said[at : at + len(value)] if at >= 0 else ""
    return words if words != words.casefold() and words[1:] != words[1:].upper() else ""


def _spelled(value: str, *, place: bool = False) -> str:
    def write(found: re.Match[str]) -> str:
        word = found[0]
        if word.casefold() in _WRITTEN:
            return _WRITTEN[word.casefold()]
        return word.capitalize() if place and word.islower() and word not in _SMALL else word

    return _WORD.sub(write, value)
