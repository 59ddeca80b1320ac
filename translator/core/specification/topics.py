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
        "audit log",
        "consent and preference pages",
        "consent records",
        "data protection",
        "data separation",
        "data subject requests",
        "regulatory compliance",
        "residency",
        "retention and deletion",
        "rights and expiry of content",
        "security certification",
        "sign-on",
        "use of data by artificial intelligence",
    }
)
IMPLEMENTATION = frozenset(
    {
        "acceptance",
        "approval and sign-off",
        "environments and releases",
        "migration",
        "project governance",
        "timetable",
        "training",
    }
)
SUPPORT = frozenset({"alerts", "availability", "failure handling", "recovery", "support", "updates"})
VENDOR = frozenset({"contract and exit", "hosting", "pricing", "proof of concept", "sustainability"})
