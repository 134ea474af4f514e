#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ready companions: complete in both languages, members that the app knows, adults, unlike one another,
looks that their drawings have, and typeset as each language is."""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

TOP = pathlib.Path(sys.argv[1])
FOLDER = TOP / "data/companions"
RIG = "{https://lueur-app.github.io/ns/rig/1}"
NARROW, WIDE = "\u202f", "\u00a0"
MEMBERS = ["relation", "role", "name", "gender", "age", "origin", "language", "formal", "chips", "traits", "about",
           "intimacy", "reply-length", "gestures", "emoji", "style", "limits", "background", "tastes", "habits",
           "sayings", "description", "greeting", "alternate-greetings", "examples", "tags"]
# The same person in both languages.
SHARED = ["relation", "gender", "age", "formal", "chips", "traits", "intimacy", "reply-length", "gestures", "emoji"]
# What stands in French pages in another language: one of them teaches it.
ENGLISH = ["how was your morning?", "where are you off to?", "so am I!", "So, what do we agree on:",
           "tea first or milk first?"]
AXES = ["gentle-teasing", "playful-serious", "talkative-quiet", "candid-diplomatic", "warm-reserved"]
MOODS = ["plain", "serene", "cheerful", "shy", "grave", "mischievous", "dreamy"]


def source(path):
    return (TOP / path).read_text(encoding="utf-8")


def texts(value, where):
    """Yields (where, text) of every text in it."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, (list, dict)):
        for key, item in enumerate(value) if isinstance(value, list) else value.items():
            yield from texts(item, f"{where}.{key}")


def typeset(where, text, french):
    bare = text.replace("{{user}}: ", "").replace("{{char}}: ", "")
    for phrase in ENGLISH if french else []:
        bare = bare.replace(phrase, "x")
    if "'" in bare or '"' in bare or "..." in bare:
        yield f"{where}: a typewriter’s apostrophe, quote or ellipsis"
    if re.search(r" [;:!?»]|« | {2}", bare) or bare != bare.strip(" "):
        yield f"{where}: a plain space where there is none, or one that breaks"
    if french and re.search(rf"[^{NARROW}\s?!…][;!?]|[^{WIDE}\s\d]:|«[^{WIDE}]|[^{WIDE}]»|[“”]", bare):
        yield f"{where}: no no-break space at ; : ! ? « »: {bare!r}"
    if not french and re.search(r"[«»]", bare):
        yield f"{where}: French quotes in English"


def check_look(where, look, wrong):
    path = TOP / f"data/avatars/{look.get('rig')}.svg"
    if not path.exists():
        wrong.append(f"{where}: no such drawing")
        return
    root = ET.parse(path).getroot()
    offered = {(e.get(RIG + "slot"), e.get(RIG + "choice")) for e in root.iter() if e.get(RIG + "slot")}
    slots = {slot for slot, _ in offered if slot}
    palette = {pair.split(":")[0].strip() for pair in root.get(RIG + "palette").split(";")}
    defaults = dict(map(str.strip, pair.split(":")) for pair in root.get(RIG + "choices").split(";"))
    optional = {s for s, c in defaults.items() if c == "none"} | set((root.get(RIG + "optional") or "").split())
    for slot, choice in look["choices"].items():
        if slot not in slots or (choice == "none" and slot not in optional) or \
                (choice != "none" and (slot, choice) not in offered):
            wrong.append(f"{where}: the drawing has no {slot} {choice}")
    for material, colour in look["colours"].items():
        if material not in palette or not re.fullmatch("#[0-9a-f]{6}", colour):
            wrong.append(f"{where}: colour {material} {colour}")
    if look["mood"] not in MOODS or f'"{look["mood"]}"' not in source("src/ui/avatar/expression.c"):
        wrong.append(f"{where}: mood {look['mood']}")


def check_persona(where, one, language, known, nicks, wrong):
    missing = [m for m in MEMBERS if m not in one]
    foreign = [m for m in one if m not in known]
    if missing or foreign:
        wrong.append(f"{where}: without {missing}, unknown {foreign}")
        return
    if one["language"] != language:
        wrong.append(f"{where}: speaks {one['language']}")
    if type(one["age"]) is not int or not 18 <= one["age"] <= 120:
        wrong.append(f"{where}: not an adult")
    for member in ("relation", "gender", "intimacy", "reply-length"):
        if one[member] not in nicks:
            wrong.append(f"{where}: {member} {one[member]}")
    if one["intimacy"] == "romance":
        wrong.append(f"{where}: a romance is for the person to choose")
    if list(one["traits"]) != AXES or not all(-1 <= v <= 1 for v in one["traits"].values()):
        wrong.append(f"{where}: traits")
    for member, least in (("alternate-greetings", 3), ("examples", 3), ("limits", 1), ("sayings", 2), ("tags", 2)):
        if len(one[member]) < least or len(set(one[member])) != len(one[member]):
            wrong.append(f"{where}: {member}")
    for example in one["examples"]:
        if not re.fullmatch(r"\{\{user\}\}: [^\n]+\n\{\{char\}\}: [^{}]+", example):
            wrong.append(f"{where}: an example is a line of the person and an answer: {example!r}")
    if not any("program" in e.split("{{char}}:")[1] for e in one["examples"]):
        wrong.append(f"{where}: no example in which it says what it is")
    if not any(re.search(r"[Gg]ood night|off to|[Bb]onne nuit|coucher|tonight|ce soir|stop|all-nighter|nuit blanche", e)
               for e in one["examples"]) and one["relation"] in ("partner", "confidant", "character"):
        wrong.append(f"{where}: no example of a goodbye")
    for member, least in (("about", 80), ("style", 80), ("background", 120), ("tastes", 80), ("habits", 80),
                          ("description", 150), ("greeting", 30)):
        if len(one[member]) < least:
            wrong.append(f"{where}: {member} says too little")


def main():
    known = set(re.findall(r'=\s*\{\s*"([a-z-]+)",\s*LUEUR_FIELD_', source("src/core/model/persona-fields.c")))
    nicks = set(re.findall(r'G_DEFINE_ENUM_VALUE\s*\(\w+,\s*"([a-z]+)"\)', source("src/core/model/persona.c")))
    wrong, all_of_them = [], {}
    for path in sorted(FOLDER.glob("*.json")):
        one = json.loads(path.read_text(encoding="utf-8"))
        all_of_them[path.stem] = one
        if list(one) != ["id", "tagline", "en", "fr", "look"] or one["id"] != path.stem or set(one["tagline"]) != {"en", "fr"}:
            wrong.append(f"{path.name}: its own members")
            continue
        check_look(path.name, one["look"], wrong)
        for language in ("en", "fr"):
            where = f"{path.name} {language}"
            check_persona(where, one[language], language, known, nicks, wrong)
            for place, text in texts([one[language], one["tagline"][language]], where):
                wrong += typeset(place, text, language == "fr")
            if len(one["tagline"][language]) > 80:
                wrong.append(f"{where}: a tagline is one short line")
        for member in SHARED:
            if one["en"].get(member) != one["fr"].get(member):
                wrong.append(f"{path.name}: {member} differs between the languages")
        if set(one["en"]) - {"scenario"} != set(one["fr"]) - {"scenario"} or ("scenario" in one["en"]) != ("scenario" in one["fr"]):
            wrong.append(f"{path.name}: not the same members in both languages")
        for member in ("limits", "alternate-greetings", "examples", "sayings", "tags"):
            if len(one["en"][member]) != len(one["fr"][member]):
                wrong.append(f"{path.name}: not as many {member} in both languages")
    whole = [one["en"] for one in all_of_them.values()]
    ages = sorted(one["age"] for one in whole)
    if len(whole) != 8 or len({one["name"] for one in whole}) != 8 or len({one["origin"] for one in whole}) != 8:
        wrong.append("eight, with names and origins of their own")
    if len(set(ages)) != 8 or ages[0] > 25 or ages[-1] < 70:
        wrong.append(f"ages: {ages}")
    if {one["gender"] for one in whole} != {"feminine", "masculine", "neutral"}:
        wrong.append("genders")
    if [one["relation"] for one in whole].count("partner") != 1:
        wrong.append("one partner")
    if len({json.dumps(one["traits"]) for one in whole}) != 8 or \
            len({json.dumps(one["look"], sort_keys=True) for one in all_of_them.values()}) != 8:
        wrong.append("temperaments and looks of their own")
    listed = set(re.findall(r"'([a-z]+)\.json'", source("data/companions/meson.build")))
    if listed != set(all_of_them):
        wrong.append(f"meson.build lists {sorted(listed)}")
    print("\n".join(wrong) or f"{len(whole)} companions, {ages[0]} to {ages[-1]} years old")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
