"""Who may see what: decided once, closed over references, cut into a view and a ledger."""

from cpdocs.sharing.ledger import Ledger, Needle, Withheld
from cpdocs.sharing.narrow import NothingToShare
from cpdocs.sharing.share import Shared, Whole, share, share_whole

__all__ = [
    "Ledger",
    "Needle",
    "NothingToShare",
    "Shared",
    "Whole",
    "Withheld",
    "share",
    "share_whole",
]
