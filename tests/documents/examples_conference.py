"""The examples of the documents round a conference: invitations, agenda, minutes."""

from __future__ import annotations

from tests.documents.example import Example
from tests.documents.views import GRANDMOTHER, HEALTH_VISITOR, MOTHER, view_for

EXAMPLES = (
    Example(name="invitation-family-parent", document="invitation-family", view=view_for(MOTHER)),
    Example(
        name="invitation-family-grandmother",
        document="invitation-family",
        view=view_for(GRANDMOTHER),
    ),
    Example(name="invitation-agency", document="invitation-agency", view=view_for(HEALTH_VISITOR)),
    Example(name="agenda", document="agenda", view=view_for(MOTHER)),
    Example(name="minutes", document="minutes", view=view_for(HEALTH_VISITOR)),
)
