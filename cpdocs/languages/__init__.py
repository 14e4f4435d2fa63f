"""Languages are data: a folder each, with catalogue, locale, direction and fonts."""
