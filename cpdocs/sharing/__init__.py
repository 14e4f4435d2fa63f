"""Who may see what: decided once, closed over references, cut into a view and a ledger."""

from cpdocs.sharing.ledger import Ledger, Needle, Withheld
from cpdocs.sharing.share import NothingToShare, Shared, share

__all__ = ["Ledger", "Needle", "NothingToShare", "Shared", "Withheld", "share"]
