"""What breaks each rule about people.

A row: the code, the field, what stands in the whole case, what is written instead, and a text that
stands on the line that is told.
"""

from __future__ import annotations

BREAKS: tuple[tuple[str, str, str, str, str], ...] = (
    ("child-without-dates", "children.1", "due: 2027-02-20", "", "id: baby"),
    ("child-without-name", "children.1", "due: 2027-02-20", "born: 2027-02-20", "id: baby"),
    ("related-to-self", "people.2.is.0", "{father_of: baby}", "{aunt_of: parent-3}", "aunt_of"),
    (
        "related-to-a-professional",
        "people.3.is.0",
        "{supporter_of: parent-1}",
        "{supporter_of: sw}",
        "supporter_of",
    ),
    (
        "helping-in-a-circle",
        "people.0",
        "is: [{mother_of: child-a, parental_responsibility: true}, ",
        "is: [{advocate_of: helper}, ",
        "id: parent-1",
    ),
    (
        "helping-in-a-circle",
        "professionals.4",
        "interprets_for: [parent-1]",
        "interprets_for: [interp]",
        "Imran Aziz",
    ),
    ("bad-postcode", "households.1.address.postcode", "ZZ99 3VZ", "zz993vz", "zz993vz"),
    ("address-lines", "places.1.address.lines", "[1 High Street]", "[]", "lines: []"),
    (
        "address-lines",
        "places.1.address.lines",
        "[1 High Street]",
        "[a, b, c, d, e, f, g]",
        "[a, b",
    ),
    ("bad-email", "people.3.contact.email", "r.bibi@family.example", "R Bibi", "R Bibi"),
    ("bad-telephone", "people.0.contact.mobile", "07700 900142", "at work", "at work"),
    ("bad-telephone", "households.0.landline", "01632 960142", "ask first", "ask first"),
    ("size-not-made", "people.0.needs.size", "size: 20", "size: 17", "size: 17"),
    ("braille-grade", "people.0.needs.grade", "grade: 2", "grade: 3", "grade: 3"),
    (
        "through-not-professional",
        "people.0.delivery.through",
        "through: sw",
        "through: helper",
        "through: helper",
    ),
    ("hand-through-nobody", "people.0.delivery", "hand, through: sw", "hand", "by: hand"),
    (
        "interpreter-for-nobody",
        "professionals.4",
        "interprets_for: [parent-1]",
        "routine: no",
        "Imran Aziz",
    ),
    (
        "interprets-in-another-role",
        "professionals.4.interprets_for",
        ", role: interpreter",
        "",
        "interprets_for",
    ),
    (
        "no-way-to-reach",
        "people.1",
        "lives_at: home-2\n    delivery: {by: post}",
        "",
        "id: parent-2",
    ),
    (
        "no-way-to-reach",
        "people.1",
        "\n    address: {lines: [12 Station Road, Exampleton], postcode: ZZ99 3VZ}",
        "",
        "id: parent-2",
    ),
    ("no-way-to-reach", "people.3", "contact: {email: r.bibi@family.example}", "", "id: helper"),
)
