"""A copy's reference: from its own words only, never from a count over the case."""

from __future__ import annotations

from hashlib import sha256

STAND_IN = "\ue000"  # stands in the words until they are known; private use, so in no case's text
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O or U, which are misread
_LETTERS = 8  # of 5 bits each: two copies of one authority meet by chance once in 10^12


def reference_of(words: str) -> str:
    """Such as `CP-7K2F-9QXM`. The same words have the same reference."""
    number = int.from_bytes(sha256(words.encode("utf-8")).digest()[:5], "big")
    letters = "".join(_CROCKFORD[(number >> 5 * n) & 31] for n in reversed(range(_LETTERS)))
    return f"CP-{letters[:4]}-{letters[4:]}"
