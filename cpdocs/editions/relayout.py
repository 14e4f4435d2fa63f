"""What a size asks of the layout: tables become records, an address fits its window."""

from __future__ import annotations

from copy import deepcopy
from math import ceil

from lxml import etree

from cpdocs.editions.markup import element, has_class, move_content, text_of, under_heading
from cpdocs.errors import CopyError
from cpdocs.values import STANDARD_SIZE, Form

RECORDS_FROM = 18  # points: from here a column of a table holds too few words to the line
UNSEEN = "unseen"  # a class of laid-out copies: told to screen readers, not shown
KEPT_CHARACTERS = 20  # `Wednesday`, `21 September 2026`, most names
WINDOW_LINES = 6  # at 12 pt, in a window 26.8 mm tall
WINDOW_WIDTH = 22.0  # ems of 12 pt in a window 95.4 mm wide, less a hair
_NARROW = frozenset("fijlrt ,.'’()-I")
_WIDE = frozenset("mwMW@")


def lay_out(body: etree._Element, form: Form, document: str) -> etree._Element:
    """A copy of the composed body as this form needs it."""
    laid = deepcopy(body)
    for window in laid.iterfind(".//div[@class='window']"):
        fit_window(window, document)
    if form.size > STANDARD_SIZE:
        for link in laid.iter("a"):
            _break_before_at(link)
    for table in tuple(laid.iter("table")):
        has_links = _columns(table) > 2 and table.find(".//a") is not None
        crowded = _columns(table) > 3 or has_class(table, "actions") or has_links
        if form.size >= RECORDS_FROM or (form.size > STANDARD_SIZE and crowded):
            _replace(table, records_from(table))
        else:
            _name_quietly(table)
            _keep_short_words_whole(table)
    return laid


def place_sender(article: etree._Element, form: Form) -> None:
    """Fit the sender's block of a letter on paper, in the article itself.

    In large print the corner above the words holds the sender's name alone, and how to get in touch
    stands at the end at full size: the first page belongs to what the letter says.
    """
    for header in article.iterfind("header[@class='letterhead']"):
        for link in header.iter("a"):
            _break_before_at(link)
        if form.is_large and len(header) > 1:
            sender = etree.SubElement(article, "div", {"class": "sender"})
            for name in ("lang", "dir"):
                if header.get(name):
                    sender.set(name, header.get(name, ""))
            sender.append(deepcopy(header[0]))
            for line in tuple(header)[1:]:
                sender.append(line)


def records_from(table: etree._Element) -> etree._Element:
    """A table as records: one `div.record` a row, in it one paragraph `Header: value` a cell.

    Key facts become one record, each row a paragraph that its first cell introduces. The caption
    goes where a heading stands before: records have no other place for a table's name.
    """
    records = element("div", None, {"class": "records"})
    for name in ("lang", "dir"):
        if table.get(name):
            records.set(name, table.get(name, ""))
    caption = table.find("caption")
    if caption is not None and not under_heading(table):
        records.append(_paragraph(caption, None, {"class": "caption"}))
    rows = table.findall("tbody/tr")
    if has_class(table, "facts"):
        records.set("class", "records facts")  # may turn over between two facts
        record = etree.SubElement(records, "div", {"class": "record"})
        for row in rows:
            what, *values = tuple(row)
            for value in values:
                record.append(_paragraph(value, what, {}))
        return records
    headers = table.findall("thead/tr/th")
    for row in rows:
        record = etree.SubElement(records, "div", {"class": "record"})
        for header, cell in zip(headers, tuple(row), strict=True):
            if text_of(cell):
                record.append(_paragraph(cell, header, {}))
    return records


def fit_window(window: etree._Element, document: str) -> None:
    """Mark an address with its number of lines, joining short neighbours until it fits its window.

    The name stays alone at the top and the postcode alone at the foot. Raises `CopyError` where no
    joining helps.
    """
    paragraph = window[0]
    lines = _lines(paragraph)
    while _height(lines) > WINDOW_LINES and len(lines) > 3:
        trials = [_joined(lines, at) for at in range(1, len(lines) - 2)]
        lines = min(trials, key=lambda trial: (_height(trial), max(map(_ems, trial))))
    if _height(lines) > WINDOW_LINES:
        raise CopyError(
            f"{document}: address-too-long: the address does not fit the envelope's window. "
            "Write it in at most seven lines, none longer than 35 letters."
        )
    for child in tuple(paragraph):
        paragraph.remove(child)
    paragraph.text = None
    for number, line in enumerate(lines):
        if number:
            etree.SubElement(paragraph, "br")
        move_content(line, paragraph)
    window.set("class", f"window lines-{_height(lines)}")


def _break_before_at(link: etree._Element) -> None:
    """Let a long e-mail address turn over at its @, and nowhere else while that is enough."""
    name, at, domain = text_of(link).partition("@")
    if at:
        holder = link[0] if len(link) else link
        if "class" in holder.attrib:  # no longer kept on one line
            del holder.attrib["class"]
        holder.text = None
        for piece in tuple(holder):
            holder.remove(piece)
        holder.extend(element("span", words, {"class": "piece"}) for words in (name, at + domain))


def _columns(table: etree._Element) -> int:
    return len(table.findall("thead/tr/th"))


def _name_quietly(table: etree._Element) -> None:
    """Under a heading, a caption is there for screen readers alone."""
    caption = table.find("caption")
    if caption is not None and under_heading(table):
        caption.set("class", UNSEEN)


def _keep_short_words_whole(table: etree._Element) -> None:
    """A short name or date at the start of a line in a cell stays on one line, and its column
    takes the room.

    Not in the middle of one: the renderer would break the line long before it.
    """
    for cell in table.iter("th", "td"):
        before = cell.text
        for child in cell:
            starts = not (before or "").strip()
            if starts and child.tag == "bdi" and len(text_of(child)) <= KEPT_CHARACTERS:
                child.set("class", "keep")
            before = child.tail if child.tag == "br" else "in the middle"


def _lines(paragraph: etree._Element) -> list[etree._Element]:
    lines = [element("span", paragraph.text)]
    for child in paragraph:
        if child.tag == "br":
            lines.append(element("span", child.tail))
        else:
            lines[-1].append(deepcopy(child))
    return [line for line in lines if text_of(line)]


def _ems(line: etree._Element) -> float:
    """How wide a line is in Noto Sans, in ems, on the wide side."""
    return sum(
        0.36
        if letter in _NARROW
        else 0.95
        if letter in _WIDE
        else 0.62
        if letter.islower()
        else 0.7
        for letter in text_of(line)
    )


def _height(lines: list[etree._Element]) -> int:
    return sum(ceil(_ems(line) / WINDOW_WIDTH) for line in lines)


def _joined(lines: list[etree._Element], at: int) -> list[etree._Element]:
    """The lines with the one at a place and the next made one."""
    joined = deepcopy(lines[at])
    _append_text(joined, ", ")
    move_content(lines[at + 1], joined)
    return [*lines[:at], joined, *lines[at + 2 :]]


def _paragraph(
    cell: etree._Element, header: etree._Element | None, attributes: dict[str, str]
) -> etree._Element:
    paragraph = element("p", None, attributes)
    if header is not None:
        label = etree.SubElement(paragraph, "strong")
        move_content(header, label)
        _append_text(label, ":")
        label.tail = " "
    for name in ("lang", "dir"):
        if cell.get(name):
            paragraph.set(name, cell.get(name, ""))
    move_content(cell, paragraph)
    return paragraph


def _append_text(node: etree._Element, words: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "") + words
    else:
        node.text = (node.text or "") + words


def _replace(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    if parent is None:
        raise ValueError("a table stands inside the article")
    new.tail = old.tail
    parent.replace(old, new)
