"""Holds every paper against what is expected of it, and its two ways out against each other.

For each paper: the .docx says in its paragraphs and tables what the page says; the browser's PDF and LibreOffice's have the
same letters and as many pages; text and pictures of both are those that were looked at and kept in the folder of goldens.
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import docx
from PIL import Image, ImageChops

# How many of a thousand points of a page may differ in brightness by more than a quarter.
MOST_DIFFERENT = 5


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def rows_of(table):
    return [[squeezed(cell.text) for cell in row.cells] for row in table.rows]


def tables_of(tables):
    """Every table with lines, those inside others too."""
    for table in tables:
        if table.style is not None and table.style.name == "Table Grid":
            yield rows_of(table)
        for row in table.rows:
            for cell in row.cells:
                yield from tables_of(cell.tables)


def texts_of(document):
    """Every paragraph, those in tables too, in any order."""
    body = document.element.body
    for paragraph in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        yield squeezed(docx.text.paragraph.Paragraph(paragraph, document).text)


# What draws a picture in one of the two ways: squares to be struck, bars, the parts of the stage. A hyphen at the end of a
# line is taken away by the reader of PDFs.
DRAWN = "▢□■·|☐☑-"


def letters_of(pdf):
    """How often each letter stands in a PDF. Where words are parted is the reader's guess, so that is not asked."""
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return Counter(letter for letter in text if not letter.isspace() and letter not in DRAWN)


def pictures(folder, name, kind):
    return sorted(folder.glob(f"{name}.{kind}-*.png"), key=lambda path: int(re.search(r"-(\d+)\.png$", path.name)[1]))


def difference(one, other):
    """How many of a thousand points differ; all of them where the sizes do."""
    one, other = (Image.open(path).convert("L") for path in (one, other))
    if one.size != other.size:
        return 1000
    differing = sum(ImageChops.difference(one, other).histogram()[64:])
    return round(1000 * differing / (one.size[0] * one.size[1]), 1)


def faults_of(name, target, golden):
    said = json.loads((target / f"{name}.json").read_text())
    document = docx.Document(target / f"{name}.docx")
    written = Counter(texts_of(document))
    for line in said["lines"]:
        if line not in written:
            yield f"the .docx does not say “{line}”"
    tables = list(tables_of(document.tables))
    for table in said["tables"]:
        if table not in tables:
            yield f"the .docx has no table that begins with {table[0]}"
    ways = {kind: pictures(target, name, kind) for kind in ("browser", "office")}
    if len(ways["browser"]) != len(ways["office"]):
        yield f"{len(ways['browser'])} pages from the browser, {len(ways['office'])} from LibreOffice"
    browser, office = (letters_of(target / f"{name}.{kind}.pdf") for kind in ways)
    for only, where in ((browser - office, "the browser"), (office - browser, "LibreOffice")):
        if only:
            yield f"letters only from {where}: {dict(only)}"
    text = golden / f"{name}.json"
    if not text.exists() or json.loads(text.read_text()) != said:
        yield f"the text is not that of {text.name}"
    for kind, found in ways.items():
        kept = pictures(golden, name, kind)
        if len(kept) != len(found):
            yield f"{kind}: {len(found)} pages, {len(kept)} kept"
        for one, other in zip(kept, found):
            differ = difference(one, other)
            if differ > MOST_DIFFERENT:
                yield f"{other.name}: {differ} of a thousand points differ"


def kept(name, target, golden):
    golden.mkdir(exist_ok=True)
    for old in [*golden.glob(f"{name}.*")]:
        old.unlink()
    (golden / f"{name}.json").write_bytes((target / f"{name}.json").read_bytes())
    for new in [*pictures(target, name, "browser"), *pictures(target, name, "office")]:
        Image.open(new).convert("L").quantize(8).save(golden / new.name, optimize=True)


def main():
    target, golden, names = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    if os.environ.get("GOLDEN") == "write":
        for name in names:
            kept(name, target, golden)
    faults = {name: list(faults_of(name, target, golden)) for name in names}
    pages = 0
    for name, found in faults.items():
        each = len(pictures(target, name, "browser"))
        pages += each
        print(f"{'FAULT' if found else 'ok   '} {name}: {each} {'page' if each == 1 else 'pages'}")
        for fault in found:
            print(f"        {fault}")
    wrong = sum(1 for found in faults.values() if found)
    print(f"{len(names)} papers, {pages} pages, {wrong} with a fault")
    sys.exit(1 if wrong else 0)


main()
