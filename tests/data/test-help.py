#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of help: each in French and English, with the same pictures and links, all of them there and in the program."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

TOP = pathlib.Path(sys.argv[1])
HELP = TOP / "data/help"
LANGUAGES = ("en", "fr")
# A page is short: about so many words at most.
MOST_WORDS = 520
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]*)\)")


KEYS = re.compile(r"(Ctrl|Alt|Shift|Maj|Enter|Entrée|Escape|Échap|Tab|Suppr)\b|F\d+$")


def plain(text):
    return text.replace("_", "").replace("\u202f", " ").replace("\u00a0", " ")


def names(kind):
    """What stands in the interface, in English (msgid) or in French (msgstr)."""
    catalogue = re.sub(r'"\n"', "", (TOP / "po/fr.po").read_text(encoding="utf-8"))
    return {plain(m) for m in re.findall(rf'^{kind} "((?:[^"\\]|\\.)*)"', catalogue, re.M)}


def exists(language, name):
    if name.endswith(".svg"):
        return (TOP / "data/drawings" / name).exists()
    return any((HELP / folder / name).exists() for folder in (language, "pictures"))


def main():
    wrong = []
    order = re.search(r"names\[\] = \{(.*?)NULL", (TOP / "src/ui/help/help-book.c").read_text(), re.S)[1]
    order = re.findall(r'"([\w-]+)"', order)
    listed = {file.text for file in ET.parse(HELP / "help.gresource.xml").iter("file")}
    there = {str(p.relative_to(HELP)) for p in HELP.rglob("*") if p.suffix in (".md", ".png")}
    for name in sorted(there - listed):
        wrong.append(f"{name} is not in help.gresource.xml")
    for name in sorted(listed - there):
        wrong.append(f"help.gresource.xml names {name}, which is not there")
    interface = {"en": names("msgid"), "fr": names(r"msgstr(?:\[\d\])?")}
    used = set()
    for page in order:
        texts = {l: (HELP / l / f"{page}.md").read_text(encoding="utf-8") for l in LANGUAGES if (HELP / l / f"{page}.md").exists()}
        if len(texts) == 1:
            wrong.append(f"{page}.md is there in one language only")
        seen = {}
        for language, text in texts.items():
            where = f"{language}/{page}.md"
            if not re.match(r"# \S", text):
                wrong.append(f"{where}: the first line is no title")
            if len(text.split()) > MOST_WORDS:
                wrong.append(f"{where}: {len(text.split())} words, at most {MOST_WORDS}")
            if re.search(r"^\s*[<|]", text, re.M) or "http://" in text:
                wrong.append(f"{where}: tables, HTML or a link that is not encrypted")
            # What is bold stands on a button, a row or a key: a page that names what is not there misleads.
            for bold in re.findall(r"\*\*([^*]+)\*\*", text):
                for name in plain(bold).split(" → "):
                    if name not in interface[language] and not KEYS.match(name):
                        wrong.append(f"{where}: the interface has nothing called “{name}”")
            pictures, links = PICTURE.findall(text), LINK.findall(text)
            for words, name in pictures:
                used.add(name)
                if not exists(language, name):
                    wrong.append(f"{where}: there is no picture {name}")
                if not words.strip():
                    wrong.append(f"{where}: {name} has no words for those who do not see it")
            for link in links:
                if link.endswith(".md") and link[:-3] not in order:
                    wrong.append(f"{where}: there is no page {link}")
                elif not link.endswith(".md") and not link.startswith("https://"):
                    wrong.append(f"{where}: a link to {link}")
            seen[language] = (sorted(n for _, n in pictures), sorted(links), re.findall(r"^#+", text, re.M))
            if language == "fr":
                if "'" in re.sub(r"`[^`]*`", "", text):
                    wrong.append(f"{where}: a typewriter apostrophe")
                for match in re.finditer(r"(.)([;!?])(?=[\s*])", text):
                    if match[1] not in "\u202f\u00a0!?…" :
                        wrong.append(f"{where}: no no-break space before “{match[2]}”: …{text[max(0, match.start() - 20):match.end()]!r}")
                for match in re.finditer(r"(?<!\w[/])([^\u00a0\u202f\d\s|]):(?=\s)", text):
                    wrong.append(f"{where}: no no-break space before a colon: …{text[max(0, match.start() - 20):match.end()]!r}")
        if len(seen) == 2 and seen["en"] != seen["fr"]:
            wrong.append(f"{page}.md differs: {seen['en']} in English, {seen['fr']} in French")
    for name in there:
        base = re.sub(r"-dark(?=\.png$)", "", name.split("/")[-1])
        if name.endswith(".png"):
            if base not in used:
                wrong.append(f"{name} is in no page")
            if (HELP / name).stat().st_size > 90 * 1024:
                wrong.append(f"{name} is larger than 90 KiB")
        elif pathlib.Path(name).stem not in order:
            wrong.append(f"{name} is in no index")
    for sentence in wrong:
        print(sentence)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
