"""An authority's rules applied to a case: terms, dates with their sources, recipients, quorum."""

from cpdocs.procedures.authority import Authority, authority_slugs, load_authority
from cpdocs.procedures.recipients import Sending, recipients
from cpdocs.procedures.rule import rule

__all__ = ["Authority", "Sending", "authority_slugs", "load_authority", "recipients", "rule"]
