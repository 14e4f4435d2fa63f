"""An authority's rules applied to a case: terms, dates with their sources, recipients, quorum."""
