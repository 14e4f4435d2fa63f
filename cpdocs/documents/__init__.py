"""The catalogue: templates turn a view into semantic HTML in one language."""
