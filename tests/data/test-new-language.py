#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A further language ships only with people to call, and with the sentence that says what is in English and French alone.

    test-new-language.py TOP

Every language of po/LINGUAS but English and French is looked at. As there may be none, the rule is first tried on languages
that have one thing or another missing.
"""
import json
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(sys.argv[1])
WHOLE = ("en", "fr")


def sentence():
    """The one that tells it, as it stands in the sources."""
    text = (TOP / "src/ui/language-note.c").read_text(encoding="utf-8")
    match = re.search(r'return _\((.*?)\);', text, re.S)
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match[1]))


def regions():
    text = (TOP / "src/core/wellbeing/danger/crisis-lines.c").read_text(encoding="utf-8")
    return re.findall(r'"([A-Z]{2})"', re.search(r"lueur_crisis_regions\[\] = \{(.*?)\}", text, re.S)[1])


def translation(catalogue, msgid):
    """What a catalogue has for a sentence; "" where that is nothing, or not sure."""
    text = subprocess.run(["msgcat", "--no-wrap", "--no-location", "-"], input=catalogue, check=True, capture_output=True,
                          text=True).stdout
    for block in text.split("\n\n"):
        if f'msgid "{msgid}"' in block and "#~" not in block and not re.search(r"^#,.*fuzzy", block, re.M):
            return re.search(r'^msgstr "(.*)"$', block, re.M)[1]
    return ""


def check(language, lines, known, catalogue, msgid):
    """What is missing before a language may ship."""
    wrong = []
    code = language.split("_")[0]
    spoken = [line for line in lines if code in line.get("language", [])]
    if not any(line.get("kind") != "emergency" for line in spoken):
        wrong.append(f"{language}: data/crisis-lines.json has nobody to call who speaks it")
    if not any(line.get("kind") == "emergency" for line in spoken):
        wrong.append(f"{language}: data/crisis-lines.json has no emergency number of a country that speaks it")
    wrong += [f"{language}: {line['region']} is not in lueur_crisis_regions" for line in spoken
              if line["region"] != "*" and line["region"] not in known]
    own = translation(catalogue, msgid)
    if not own or own == msgid:
        wrong.append(f"{language}: it does not say what is in English and French only")
    return wrong


def try_rule(msgid):
    """The rule finds each thing that it is there to find, and nothing where nothing is missing."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    said = f'{head}msgid "{msgid}"\nmsgstr "Nicht alles ist auf Deutsch."\n'
    people = [{"region": "DE", "language": ["de"], "phone": "1"}, {"region": "DE", "language": ["de"], "phone": "2", "kind": "emergency"}]
    cases = [
        (0, "de", people, ["DE"], said), (0, "de_AT", people, ["DE"], said),
        (1, "de", people[:1], ["DE"], said), (1, "de", people[1:], ["DE"], said), (2, "de", [], ["DE"], said),
        (2, "nl", people, ["DE"], said), (2, "de", people, ["FR"], said), (1, "de", people, ["DE"], head),
        (1, "de", people, ["DE"], f'{head}msgid "{msgid}"\nmsgstr ""\n'),
        (1, "de", people, ["DE"], f'{head}#, fuzzy\nmsgid "{msgid}"\nmsgstr "Nicht alles."\n'),
        (1, "de", people, ["DE"], f'{head}msgid "{msgid}"\nmsgstr "{msgid}"\n'),
    ]
    return [f"the rule finds {found}, not {wanted} things" for wanted, *rest in cases
            if len(found := check(*rest, msgid)) != wanted]


def main():
    msgid = sentence()
    if len(msgid) < 80:
        return print("the sentence was not found in the sources") or 1
    wrong = try_rule(msgid)
    lines = json.loads((TOP / "data/crisis-lines.json").read_text(encoding="utf-8"))["lines"]
    languages = [line for line in (TOP / "po/LINGUAS").read_text().split("\n") if line and not line.startswith("#")]
    for language in " ".join(languages).split():
        if language not in WHOLE:
            path = TOP / f"po/{language}.po"
            wrong += check(language, lines, regions(), path.read_text(encoding="utf-8") if path.exists() else "", msgid)
    # French has the sentence too: it stands in the catalogue that others begin from.
    if not translation((TOP / "po/fr.po").read_text(encoding="utf-8"), msgid):
        wrong.append("fr: the sentence is not in the catalogue")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
