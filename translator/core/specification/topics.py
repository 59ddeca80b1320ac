"""Which topics of the question bank feed which chapter.

A topic named nowhere here still has its requirements in the tables; these lists say where else a reader looks for it.
"""

FIGURES = frozenset({"volume", "volumes", "peak", "audience", "audience size", "size"})
SYSTEMS = frozenset({"systems", "system", "landscape", "integration"})
FIRST_RELEASE = frozenset({"first release", "scope", "phasing"})
MEASUREMENT = frozenset({"measurement", "reporting"})
PRIVACY = frozenset(
    {
        "consent", "privacy", "retention", "residency", "security", "access", "audit", "legal", "accessibility",
        "erasure", "suppression",
    }
)  # fmt: skip
IMPLEMENTATION = frozenset(
    {"implementation", "migration", "training", "testing", "acceptance", "environments", "documentation"}
)
SUPPORT = frozenset(
    {"support", "service levels", "availability", "monitoring", "failure", "failure handling", "recovery", "backup"}
)
VENDOR = frozenset({"vendor", "pricing", "exit", "hosting", "contract"})
