"""Which topics and questions of the question bank feed which chapter.

A topic named nowhere here still has its requirements in the tables; these lists say where else a reader looks for it.
No topic is in two of the lists that gather requirements, so no requirement stands in two of their chapters.
"""

FIGURES = frozenset({"volumes and sizing", "capacity"})
# By id: other questions of the same topic ask about something else.
SYSTEMS = frozenset({"data_home", "systems_stay", "systems_go", "truth"})
FIRST_RELEASE = frozenset({"first_release", "later"})
# Questions whose answers the chapters on purchase, contract, dates and choice show.
SETTLED = frozenset(
    {"bid_dates", "bid_language", "bid_minimum", "bid_parts", "bid_questions", "bid_rights", "bid_valid"}
    | {"contract", "contract_base", "end_early", "helpers", "insurance", "law_place", "liability", "pay_when"}
    | {"price_later", "renew", "who_owns", "go_live", "weighs_most", "weights"}
)
PRIVACY = frozenset(
    {
        "access rights",
        "accessibility",
        "accounts of users",
        "audit log",
        "changes by the supplier",
        "classes of data",
        "confirmed permission",
        "consent and preference pages",
        "consent capture",
        "consent records",
        "consent synchronisation",
        "cookie scanning",
        "data minimisation",
        "data protection",
        "data separation",
        "data subject requests",
        "devices of staff",
        "incident response",
        "keys",
        "network protection",
        "notice on privacy",
        "permission by place",
        "physical security",
        "privacy impact assessment",
        "privacy signals",
        "protection against malware",
        "records that the law wants kept",
        "regulatory compliance",
        "residency",
        "retention and deletion",
        "rights and expiry of content",
        "rules for artificial intelligence",
        "search of consent records",
        "second factor",
        "secure development",
        "security certification",
        "security management",
        "separation by region",
        "separation of duties",
        "sign-on",
        "software components",
        "staff of the supplier",
        "use of data by artificial intelligence",
        "versions of consent wording",
    }
)
IMPLEMENTATION = frozenset(
    {
        "acceptance",
        "approval and sign-off",
        "care after go-live",
        "change management and adoption",
        "changes of scope",
        "data conversion",
        "environments and releases",
        "implementation",
        "implementation timeline",
        "migration",
        "operating ownership",
        "project governance",
        "project management",
        "requirements traceability",
        "timetable",
        "training",
    }
)
SUPPORT = frozenset(
    {
        "account management",
        "adaptations",
        "alerts",
        "availability",
        "backup",
        "contingency planning",
        "creative and managed services",
        "failure handling",
        "recovery",
        "service credits",
        "service levels",
        "support",
        "support channels",
        "support response times",
        "updates",
        "warranty",
    }
)
VENDOR = frozenset(
    {
        "architecture",
        "evaluation criteria",
        "fair business",
        "hosting",
        "incidents and court cases",
        "product range",
        "proof of concept",
        "roadmap",
        "subprocessors",
        "sustainability",
        "technical platform",
        "vendor and references",
        "vendor experience",
        "weights and scoring",
    }
)
CONTRACT = frozenset(
    {
        "audits by the client",
        "budget limits",
        "claims of third parties",
        "contract and exit",
        "contract terms",
        "data ownership",
        "data processing terms",
        "form of price",
        "governing law",
        "insurance",
        "intellectual property",
        "liability",
        "overage",
        "payment terms",
        "price changes",
        "pricing",
        "source code in safe keeping",
        "use of the client's data",
    }
)
PURCHASE = frozenset(
    {
        "assumptions and exceptions of bidders",
        "confidentiality",
        "form of bids",
        "minimum conditions for bidders",
        "questions of bidders",
        "rules of the purchase",
        "timetable of the purchase",
        "validity of bids",
        "variants of a bid",
    }
)
