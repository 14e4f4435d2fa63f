"""Composed documents with invented people, as rich as real ones: a letter, long minutes, and a letter in Urdu."""

# ruff: noqa: E501 (HTML reads better with its elements unbroken)

from __future__ import annotations

from dataclasses import replace

from cpdocs.documents.composed import Composed, Running

MARKING = "OFFICIAL-SENSITIVE. This copy is for you alone. Do not pass it on or copy it."

ADDRESS = ("4 Example Close", "Exampleton", "ZZ99 3WZ")
LONG_ADDRESS = (
    "Flat 14, The Old Corn Exchange",
    "Lower Riverside Buildings",
    "127 Great Northern Terrace",
    "Little Exampleton-under-Edge",
    "EXAMPLETON",
    "ZZ99 3WZ",
)


def bdi(words: str) -> str:
    """Words isolated, as every name, number and date is."""
    return f'<bdi dir="ltr">{words}</bdi>'


def keep(words: str) -> str:
    """Words isolated that must not break over lines."""
    return f'<bdi dir="ltr" class="keep">{words}</bdi>'


def running(title: str) -> Running:
    """The words on every page."""
    return Running(
        marking=MARKING,
        title=title,
        reference="CP-2026-0412 / 7F3A",
        page_of="Page {page} of {pages}",
    )


def letter_with(address: tuple[str, ...] = ADDRESS, name: str = "Ms Nadia Yusuf") -> Composed:
    """An invitation to a parent at an address."""
    lines = "<br/>".join(bdi(line) for line in (name, *address))
    title = "Invitation to a child protection conference"
    body = f"""
<article class="letter" lang="en-GB" dir="ltr">
<header class="letterhead">
<p><strong>Exampleton Borough Council</strong></p>
<p>Children and Young People's Services</p>
<p>{bdi("Riverside House")}<br/>{bdi("Main Street")}<br/>{bdi("Exampleton")}<br/>{bdi("ZZ99 1AA")}</p>
<p>Telephone <a href="tel:+441632960123">{keep("01632 960123")}</a></p>
<p>Email <a href="mailto:conferences@exampleton.example">{bdi("conferences@exampleton.example")}</a></p>
<p>Monday to Friday, 9am to 5pm</p>
</header>
<div class="window"><p>{lines}</p></div>
<div class="meta"><p>{bdi("16 November 2026")}</p><p>Our reference: {bdi("CP-2026-0412 / 7F3A")}</p></div>
<h1>{title}</h1>
<p>Dear {bdi("Ms Yusuf")},</p>
<p>We are holding a meeting about {bdi("Mina")} and your unborn baby. It is called an initial child
protection conference. We would like you to come. What you think matters, and the people at the meeting
need to hear it from you.</p>
<section class="callout"><h2>When and where</h2>
<p><strong>{bdi("Monday 23 November 2026")} at {keep("10:00am")}</strong>, in Room {bdi("3")},
{bdi("Riverside House, Main Street, Exampleton")}. Please come at {keep("9:30am")}, so that you can meet
the chair, {bdi("Helen Marsh")}, before it starts.</p></section>
<h2>Why we are meeting</h2>
<p>People who work with your family are worried that {bdi("Mina")} has been frightened by what she has
seen and heard at home. The meeting will look at what is going well, what the worries are, and whether
a child protection plan would help.</p>
<h2>Who we have asked to come</h2>
<table class="people"><caption>People asked to the meeting</caption>
<thead><tr><th scope="col">Name</th><th scope="col">What they do</th><th scope="col">From</th></tr></thead>
<tbody>
<tr><th scope="row">{bdi("Helen Marsh")}</th><td>Conference chair</td><td>Safeguarding Unit</td></tr>
<tr><th scope="row">{bdi("Jo Hartley")}</th><td>Social worker</td><td>Children's Social Care</td></tr>
<tr><th scope="row">{bdi("Grace Okafor")}</th><td>Health visitor</td><td>Community health</td></tr>
</tbody></table>
<h2>What you can do before the meeting</h2>
<ul>
<li>Ask {bdi("Jo Hartley")} to go through her report with you. You should have it by {keep("18 November 2026")}.</li>
<li>Bring somebody to support you, such as a friend, a relative or an advocate.</li>
<li>Tell us what you need: an interpreter, help with travel, or care for {bdi("Mina")}.</li>
</ul>
<p>Ring {bdi("Jo Hartley")} on <a href="tel:+441632960145">{keep("01632 960145")}</a> if you would like
to talk about any of this. If you would rather read this in Welsh, ask for
<span lang="cy">gwahoddiad i gynhadledd amddiffyn plant</span>.</p>
<div class="signature"><p>Yours sincerely</p><p>{bdi("Helen Marsh")}</p><p>Conference chair</p></div>
</article>"""
    return Composed(
        document="invitation-family",
        about=None,
        language="en-GB",
        direction="ltr",
        title=title,
        author="Exampleton Borough Council",
        reference="CP-2026-0412 / 7F3A",
        body=body,
        running=running(title),
    )


_KINDS = ("fact", "observation", "hearsay", "allegation", "opinion")
_SAID = (
    "Mina joined in at the group and went to her mother when she was unsure. She is up to date with her "
    "injections and her weight follows her line on the chart.",
    "Mina told her teacher that she does not like it when there is shouting, and that she waits on the "
    "stairs until it stops. Her attendance this term is 94 per cent, up from 87 per cent.",
    "A neighbour is said to have told the housing officer that there was banging late at night on two "
    "weekends in October. Nobody has spoken to the neighbour since.",
    "It is alleged that Mr Mahmood held the door shut on 1 November. He says that this did not happen, and "
    "that he was at work until ten. The police have not finished their enquiries and no one has been "
    "charged. The chair reminded everyone that an allegation is not a finding.",
    "The health visitor thinks that Ms Yusuf is a warm and careful mother who has had very little help, "
    "and that she would use it if it were offered at home.",
)
_SPEAKERS = ("Grace Okafor", "Jo Hartley", "Nadia Yusuf", "Rukhsana Bibi", "Ann Pole")


def _passage(number: int) -> str:
    kind = _KINDS[number % 5]
    by = f'<span class="number">{bdi(str(number))}</span> {bdi(_SPEAKERS[number % 5])}'
    return (
        f'<div class="passage"><p class="by">{by} <span class="kind kind-{kind}">{kind}</span></p>'
        f'<p class="says">{_SAID[number % 5]}</p></div>'
    )


def minutes_with(passages: int = 45) -> Composed:
    """The minutes of an initial conference, some ten pages at 12 pt."""
    title = "Minutes of the initial child protection conference"
    numbers = iter(range(1, passages + 1))
    parts = []
    for heading in ("Information from each person", "What Mina thinks", "Strengths and worries"):
        share = passages // 3
        parts.append(f"<h2>{heading}</h2>" + "".join(_passage(next(numbers)) for _ in range(share)))
    people = "".join(
        f'<tr><th scope="row">{bdi(name)}</th><td>Social worker</td><td>Children\'s Social Care</td></tr>'
        for name in _SPEAKERS
    )
    actions = "".join(
        f'<tr><th scope="row">{bdi(str(n))}</th><td>Visit Mina at home, see her alone, and write down what '
        f"she says about her week in her own words.</td><td>{bdi('Jo Hartley')}</td>"
        f"<td>{bdi('4 December 2026')}</td></tr>"
        for n in range(1, 19)
    )
    body = f"""
<article class="report" lang="en-GB" dir="ltr">
<h1>{title}</h1>
<p class="draft">Draft: not yet approved by the chair. Do not rely on it or pass it on.</p>
<table class="facts"><caption>The conference</caption>
<tbody>
<tr><th scope="row">Children</th><td>{bdi("Amina Yusuf")}, known as {bdi("Mina")}; the unborn baby of {bdi("Nadia Yusuf")}</td></tr>
<tr><th scope="row">Date</th><td>{bdi("Monday 23 November 2026")}, {keep("10:00am")}</td></tr>
<tr><th scope="row">Place</th><td>{bdi("Riverside House, Room 3")}</td></tr>
<tr><th scope="row">Chair</th><td>{bdi("Helen Marsh")}</td></tr>
</tbody></table>
<h2>Who was there</h2>
<table class="people"><caption>People at the conference</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Designation</th><th scope="col">Agency</th></tr></thead>
<tbody>{people}</tbody></table>
{"".join(parts)}
<p class="gap">Something that was said here is not in this copy.</p>
<p class="note">{bdi("Nadia Yusuf")} wrote on {bdi("30 November 2026")} that the visit was on a Tuesday.</p>
<h2>Decisions</h2>
<section class="decision"><h3>{bdi("Amina Yusuf")}</h3>
<p><strong>A child protection plan is made, in the category of emotional abuse.</strong></p>
<p>The conference heard that {bdi("Mina")} has been frightened at home more than once, and that without
steady help this is likely to go on.</p></section>
<h2>Actions</h2>
<table class="actions"><caption>What will be done, by whom and by when</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Action</th><th scope="col">Who</th><th scope="col">By</th></tr></thead>
<tbody>{actions}</tbody></table>
<h2>What happens next</h2>
<ol><li>The core group meets on {bdi("2 December 2026")}.</li>
<li>The review conference is on {bdi("22 February 2027")}.</li></ol>
<p>{bdi("Rukhsana Bibi")} asked that this be written too: <span lang="ur" dir="rtl">مینا خوش ہے</span>.</p>
</article>"""
    return replace(
        letter_with(),
        document="minutes",
        about="initial-1",
        title=title,
        body=body,
        running=running(title),
    )


def urdu_letter() -> Composed:
    """A letter in Urdu, with a telephone number, a date, a time and a postcode in it."""
    title = "بچوں کے تحفظ کی کانفرنس کا دعوت نامہ"
    lines = "<br/>".join(bdi(line) for line in ("Ms Nadia Yusuf", *ADDRESS))
    body = f"""
<article class="letter" lang="ur" dir="rtl">
<header class="letterhead" lang="en-GB" dir="ltr">
<p><strong>{bdi("Exampleton Borough Council")}</strong></p>
<p>{bdi("Riverside House")}<br/>{bdi("Main Street")}<br/>{bdi("Exampleton")}<br/>{bdi("ZZ99 1AA")}</p>
</header>
<div class="window"><p>{lines}</p></div>
<div class="meta"><p>{bdi("16 November 2026")}</p><p>ہمارا حوالہ: {bdi("CP-2026-0412")}</p></div>
<h1>{title}</h1>
<p>محترمہ {bdi("Ms Yusuf")}،</p>
<p>ہم {bdi("Mina")} کے بارے میں ایک میٹنگ کر رہے ہیں۔ ہم چاہتے ہیں کہ آپ آئیں۔ آپ کی رائے اہم ہے۔</p>
<section class="callout"><h2>کب اور کہاں</h2>
<p>تاریخ {keep("23 November 2026")}، وقت {keep("10:00am")}، پتہ {bdi("Riverside House")} {keep("ZZ99 1AA")}۔</p></section>
<h2>آپ کیا کر سکتی ہیں</h2>
<ul><li>فون کریں: <a href="tel:+441632960145">{keep("01632 960145")}</a></li>
<li>کسی کو اپنے ساتھ لائیں۔</li></ul>
<table class="people"><caption>کون آئے گا</caption>
<thead><tr><th scope="col">نام</th><th scope="col">کام</th></tr></thead>
<tbody><tr><th scope="row">{bdi("Helen Marsh")}</th><td>کانفرنس کی صدر</td></tr>
<tr><th scope="row">{bdi("Jo Hartley")}</th><td>سماجی کارکن</td></tr></tbody></table>
<div class="signature"><p>آپ کی مخلص</p><p>{bdi("Helen Marsh")}</p></div>
</article>"""
    return replace(
        letter_with(),
        language="ur",
        direction="rtl",
        title=title,
        body=body,
        running=Running(
            marking="سرکاری، حساس۔ یہ کاپی صرف آپ کے لیے ہے۔ اسے کسی اور کو نہ دیں۔",
            title=title,
            reference="CP-2026-0412 / 7F3A",
            page_of="صفحہ {page} از {pages}",
        ),
    )
