#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""French is complete, up to date with the sources, and typeset as French is.

The catalogue is drawn anew from the sources, so a sentence that po/ does not know fails here, as
does one that is untranslated, fuzzy, or glued from pieces.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(sys.argv[1])
# The app, and languages by their own names, are the same in every language.
NAMES = ("Lueur", "English", "Français")
NARROW, WIDE = "\u202f", "\u00a0"


def entries(path):
    """Yields (msgid, [msgstr…], flags) of a catalogue in one-line form."""
    text = subprocess.run(["msgcat", "--no-wrap", "--no-location", str(path)], check=True,
                          capture_output=True, text=True).stdout
    for block in text.split("\n\n"):
        flags, fields, current = "", {}, None
        for line in block.splitlines():
            if line.startswith("#~"):
                fields = {}
                break
            if line.startswith("#,"):
                flags = line
            elif match := re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$', line):
                current = match[1]
                fields[current] = match[2]
            elif current and (match := re.match(r'"(.*)"$', line)):
                fields[current] += match[1]
        if fields.get("msgid"):
            yield (fields.get("msgctxt"), fields["msgid"]), \
                [v for k, v in fields.items() if k.startswith("msgstr")], flags


def sources():
    return [line for line in (TOP / "po/POTFILES").read_text().splitlines() if line and not line.startswith("#")]


def main():
    wrong = []
    listed = set(sources())
    for path in list((TOP / "src").rglob("*.c")) + list((TOP / "src").rglob("*.blp")):
        text = path.read_text(encoding="utf-8")
        name = str(path.relative_to(TOP))
        marked = re.search(r'(?<![\w])(?:C?_|N_|NC_|ngettext|g_dngettext|C_)\s*\(\s*"', text)
        if marked and name not in listed:
            wrong.append(f"{name} has sentences and is not in po/POTFILES")
        for line, row in enumerate(text.splitlines(), 1):
            # A translated piece beside another one in one concatenation: word order is not the translator's any more.
            if re.search(r'_\s*\("[^"]*"\)\s*,\s*_\s*\("', row) and "strconcat" in row:
                wrong.append(f"{name}:{line}: a sentence glued from pieces")
            if path.suffix == ".blp" and re.search(
                    r'^\s*(label|title|subtitle|tooltip-text|description|placeholder-text|heading|body):\s*"[A-Za-z][^"]*[a-z ][^"]*";', row) \
                    and not any(f'"{name}"' in row for name in NAMES):
                wrong.append(f"{name}:{line}: hard-coded text: {row.strip()}")
    for name in listed:
        if not (TOP / name).exists():
            wrong.append(f"po/POTFILES names {name}, which is not there")

    with tempfile.TemporaryDirectory() as tmp:
        pot = pathlib.Path(tmp) / "lueur.pot"
        code = [n for n in sorted(listed) if n.endswith((".c", ".blp")) and (TOP / n).exists()]
        subprocess.run(["xgettext", "--from-code=UTF-8", "--language=C", "--add-comments=Translators", "-o", str(pot),
                        "-k_", "-kN_", "-kC_:1c,2", "-kNC_:1c,2", "-kngettext:1,2", *code],
                       cwd=TOP, check=True, capture_output=True)
        wanted = {key for key, _, _ in entries(pot)}
        have = {}
        for key, strings, flags in entries(TOP / "po/fr.po"):
            have[key] = strings
            if "fuzzy" in flags:
                wrong.append(f"fuzzy in French: {key[1]!r}")
            for text in strings:
                if not text:
                    wrong.append(f"untranslated: {key[1]!r}")
                bare = re.sub(r"https?://\S+|%-?\w|<[^>]*>|\{\{?\w+\}?\}", "", text)
                if "'" in bare:
                    wrong.append(f"typewriter apostrophe in French: {text!r}")
                if re.search(rf"[^{NARROW}{WIDE}\s?!…;][;!?](?!\w)", bare) and not key[1].endswith(";"):
                    wrong.append(f"no no-break space before ; ! ? in French: {text!r}")
                if re.search(rf"[^{NARROW}{WIDE}\d\s]:(\s|$)", bare):
                    wrong.append(f"no no-break space before a colon in French: {text!r}")
                if "..." in text:
                    wrong.append(f"three dots for an ellipsis in French: {text!r}")
        for key in sorted(wanted - set(have), key=str):
            wrong.append(f"not in po/fr.po: {key[1]!r}")
    for sentence in wrong:
        print(sentence)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
