"""Which topics and questions of the question bank feed which chapter.

A topic named nowhere here still has its requirements in the tables; these lists say where else a reader looks for it.
No topic is in two of the lists that gather requirements, so no requirement stands in two of their chapters.
"""

FIGURES = frozenset({"volumes and sizing", "capacity"})
# By id: other questions of the same topic ask about something else.
SYSTEMS = frozenset({"data_home", "systems_stay", "systems_go", "truth"})
FIRST_RELEASE = frozenset({"first_release", "later"})
PRIVACY = frozenset(
    {
        "access rights",
        "accessibility",
        "accounts of users",
        "audit log",
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
        "permission by place",
        "privacy signals",
        "records that the law wants kept",
        "regulatory compliance",
        "residency",
        "retention and deletion",
        "rights and expiry of content",
        "rules for artificial intelligence",
        "search of consent records",
        "second factor",
        "security certification",
        "separation by region",
        "sign-on",
        "use of data by artificial intelligence",
        "versions of consent wording",
    }
)
IMPLEMENTATION = frozenset(
    {
        "acceptance",
        "approval and sign-off",
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
        "alerts",
        "availability",
        "backup",
        "contingency planning",
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
        "audits by the client",
        "budget limits",
        "contract and exit",
        "evaluation criteria",
        "hosting",
        "overage",
        "pricing",
        "proof of concept",
        "roadmap",
        "subprocessors",
        "sustainability",
        "vendor and references",
        "vendor experience",
    }
)
