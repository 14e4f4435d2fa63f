"""The rules over a whole case: small functions that name the places where a case breaks one."""
