"""Who may see what: decided once, closed over references, cut into a view and a ledger."""
