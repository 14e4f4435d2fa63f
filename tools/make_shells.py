"""Makes the Word house shells, `templates/*/_shell.docx`: page, header, footer, styles, numbering.

Written from the tables below rather than kept as hand-saved files, so that every property can be
reviewed, and so that nothing of whoever saved them (name, dates, printer) rides along.
Run `python tools/make_shells.py`; a test says that the committed shells are what it makes.
"""

from __future__ import annotations

import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cpdocs.editions.docx_zip import packed  # noqa: E402 (a script outside the package)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPC = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
INK = "1F2A44"  # dark blue: 14 to 1 on white
LINK = "1A3E8C"  # 9 to 1 on white

BODY = 24  # half-points: 12 pt, the least for clear print; larger sizes are set when a copy is made
RULE = '<w:{side} w:val="single" w:sz="12" w:space="6" w:color="' + INK + '"/>'
RULES = "<w:pBdr>" + RULE.format(side="top") + RULE.format(side="bottom") + "</w:pBdr>"
TOP_RULE = "<w:pBdr>" + RULE.format(side="top") + "</w:pBdr>"


def gap(before: int, after: int) -> str:
    """Space before and after a paragraph, in twentieths of a point, at 12 pt."""
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def size(half_points: int) -> str:
    """Type size for Latin and for complex scripts."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


KEEP = "<w:keepNext/>"
WHOLE = "<w:keepLines/>"
BOLD = "<w:b/><w:bCs/>"
COLOUR = f'<w:color w:val="{INK}"/>'


@dataclass(frozen=True)
class Style:
    """A paragraph or character style. The id is the name without spaces."""

    name: str
    paragraph: str = ""
    run: str = ""
    based: str = "Normal"
    following: str = ""

    @property
    def id(self) -> str:
        """How paragraphs name the style."""
        words = self.name.title() if self.name.islower() else self.name
        return words.replace(" ", "")


def level(depth: int) -> str:
    """A heading's place in the outline, from 0."""
    return f'<w:outlineLvl w:val="{depth}"/>'


PARAGRAPHS = (
    Style(
        "heading 1",
        KEEP + WHOLE + gap(200, 240) + level(0),
        BOLD + COLOUR + size(BODY + 14),
        following="Normal",
    ),
    Style(
        "heading 2",
        KEEP + WHOLE + gap(320, 120) + level(1),
        BOLD + COLOUR + size(BODY + 6),
        following="Normal",
    ),
    Style(
        "heading 3",
        KEEP + WHOLE + gap(240, 100) + level(2),
        BOLD + COLOUR + size(BODY + 2),
        following="Normal",
    ),
    Style("caption", KEEP + WHOLE + gap(240, 100), BOLD + COLOUR),
    Style(
        "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr>' + gap(0, 100),
    ),
    Style(
        "List Number",
        '<w:numPr><w:numId w:val="2"/></w:numPr>' + gap(0, 100),
    ),
    Style("header", gap(0, 200), BOLD + COLOUR),
    Style("footer", gap(0, 0)),
    Style("CP Marking", WHOLE + TOP_RULE + gap(120, 60), BOLD, based="Footer"),
    Style("CP Letterhead", WHOLE + gap(0, 0)),
    Style("CP Address", gap(0, 0)),
    Style("CP Meta", gap(0, 60)),
    Style("CP Draft", KEEP + RULES + gap(120, 240), BOLD),
    Style("CP Passage by", KEEP + gap(200, 40)),
    Style("CP Passage", gap(0, 160)),
    Style("CP Gap", gap(160, 200) + '<w:ind w:left="360"/>', BOLD),
    Style("CP Note", gap(0, 160) + '<w:ind w:left="360"/>'),
    Style("CP Callout", gap(0, 120)),
    Style("CP Decision", gap(0, 120)),
    Style("CP Signature", WHOLE + gap(0, 40)),
    Style("CP Record first", KEEP + TOP_RULE + gap(240, 80)),
    Style("CP Record", gap(0, 80)),
    Style("CP Table text", gap(40, 40)),
    Style("CP Column header", KEEP + gap(40, 40), BOLD, based="CPTabletext"),
    Style("CP Row header", gap(40, 40), BOLD, based="CPTabletext"),
)

CHARACTERS = (
    Style("Strong", run=BOLD),
    Style("Hyperlink", run=f'<w:color w:val="{LINK}"/><w:u w:val="single"/>'),
    Style(
        "CP Statement kind",
        run=BOLD + COLOUR + '<w:shd w:val="clear" w:color="auto" w:fill="E8ECF4"/>',
    ),
    Style("CP Paragraph number", run=BOLD),
)


def styles() -> str:
    """The style sheet: nothing in it is smaller than the body, and nothing is in italics."""
    found = []
    for style in PARAGRAPHS:
        follow = f'<w:next w:val="{style.following}"/>' if style.following else ""
        found.append(
            f'<w:style w:type="paragraph"{custom(style)} w:styleId="{style.id}">'
            f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based}"/>{follow}<w:qFormat/>'
            f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.run}</w:rPr></w:style>"
        )
    found.extend(
        f'<w:style w:type="character"{custom(style)} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{style.run}</w:rPr></w:style>"
        for style in CHARACTERS
    )
    line = '<w:{side} w:val="single" w:sz="6" w:space="0" w:color="' + INK + '"/>'
    lines = "".join(
        line.format(side=side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:eastAsia="Noto Sans" '
        'w:cs="Noto Sans"/>'
        f'{size(BODY)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:widowControl/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="160" '
        'w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "</w:style>"
        + "".join(found)
        + '<w:style w:type="table" w:customStyle="1" w:styleId="CPTable"><w:name w:val="CP Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}</w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E8ECF4"/></w:tcPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="firstCol"><w:rPr>{BOLD}</w:rPr></w:tblStylePr></w:style></w:styles>'
    )


def custom(style: Style) -> str:
    """Marks a style that Word does not know by itself."""
    return ' w:customStyle="1"' if style.name.startswith("CP ") else ""


def numbering() -> str:
    """Bullets (list 1) and numbers (list 2), three levels deep."""
    kinds = (
        tuple(("bullet", sign) for sign in "•–•"),
        tuple(
            (kind, f"%{at}.") for at, kind in enumerate(("decimal", "lowerLetter", "decimal"), 1)
        ),
    )
    lists = []
    for number, levels in enumerate(kinds):
        rows = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{480 * (depth + 1)}" w:hanging="480"/></w:pPr></w:lvl>'
            for depth, (kind, text) in enumerate(levels)
        )
        lists.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            f"{rows}</w:abstractNum>"
        )
    nums = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(kinds))
    )
    return f'{HEAD}<w:numbering xmlns:w="{W}">{"".join(lists)}{nums}</w:numbering>'


# A machine without Noto uses `altName`; Arial is on every Windows machine and is as clear.
FONTS = (
    f'{HEAD}<w:fonts xmlns:w="{W}"><w:font w:name="Noto Sans"><w:altName w:val="Arial"/>'
    '<w:panose1 w:val="020B0502040504020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)

SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
    '<w:removePersonalInformation/><w:defaultTabStop w:val="720"/>'
    '<w:autoHyphenation w:val="0"/><w:doNotHyphenateCaps/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB" w:bidi="ar-SA"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)

CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{OPC}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{{ title }}</dc:title>'
    "<dc:creator>{{ author }}</dc:creator><dc:language>{{ language }}</dc:language>"
    "<cp:revision>1</cp:revision></cp:coreProperties>"
)


def line(style: str, text: str) -> str:
    """A paragraph of the shell."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


@dataclass(frozen=True)
class Shell:
    """What differs between the house shells: margins in twentieths of a point, words at the top."""

    folder: str
    left: int
    right: int
    header: str


# 1417 is 25 mm: a letter's left edge is the window's. Royal Mail asks for 15 mm clear at the sides.
SHELLS = (
    Shell("letters", 1417, 1134, ""),
    Shell("reports", 1134, 1134, line("Header", "{{ author }}")),
    Shell("plans", 1134, 1134, line("Header", "{{ author }}: {{ title }}")),
)


def members(shell: Shell) -> dict[str, bytes]:
    """Every member of one shell."""
    header = '<w:headerReference w:type="default" r:id="rId6"/>' if shell.header else ""
    document = (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr>{header}'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1134" w:right="{shell.right}" w:bottom="1134" w:left="{shell.left}" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    footer = (
        f'{HEAD}<w:ftr xmlns:w="{W}">'
        + line("CPMarking", "{{ marking }}")
        + line("Footer", "{{ reference }}")
        + "</w:ftr>"
    )
    parts = {
        "styles": styles(),
        "settings": SETTINGS,
        "numbering": numbering(),
        "fontTable": FONTS,
        "footer": footer,
    }
    if shell.header:
        parts["header"] = f'{HEAD}<w:hdr xmlns:w="{W}">{shell.header}</w:hdr>'
    file_of = {kind: f"{kind}1" if kind in {"footer", "header"} else kind for kind in parts}
    overrides = "".join(
        f'<Override PartName="/word/{file_of[kind]}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for kind in parts
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{file_of[kind]}.xml"/>'
        for number, kind in enumerate(parts, start=1)
    )
    texts = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{OPC}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{OPC}/relationships">'
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{OPC}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>'
        ),
        "docProps/core.xml": CORE,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": (
            f'{HEAD}<Relationships xmlns="{OPC}/relationships">{relations}</Relationships>'
        ),
        **{f"word/{file_of[kind]}.xml": text for kind, text in parts.items()},
    }
    return {name: text.encode() for name, text in texts.items()}


def shell_bytes(shell: Shell) -> bytes:
    """One shell as a file. Stored, not deflated: the same bytes whatever zlib a machine has."""
    return packed(members(shell), zipfile.ZIP_STORED)


def main() -> None:
    """Write the shells into `templates/`."""
    for shell in SHELLS:
        folder = ROOT / "templates" / shell.folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "_shell.docx").write_bytes(shell_bytes(shell))


if __name__ == "__main__":
    main()
