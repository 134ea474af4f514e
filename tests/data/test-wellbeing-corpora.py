#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences that the care is measured on: their shape, how many they are, none twice, clean UTF-8."""
import collections
import json
import pathlib
import sys
import unicodedata

FOLDER = pathlib.Path(sys.argv[1]) / "tests/data/wellbeing"
CLASSES = {"passive", "active", "imminent", "topical"}
TACTICS = {"premature_exit", "fomo", "neglect", "pressure", "ignoring_exit", "restraint",
           "guilt", "exclusivity", "secrecy", "flattery", "harmful_agreement"}
SHAPES = {
    "crisis": [{"text": str, "class": str, "explicit": bool}],
    "benign": [{"text": str, "class": str}],
    "farewells": [{"user": str, "farewell": bool}],
    "replies": [{"user": str, "reply": str, "farewell": bool, "tactics": list, "claims_human": bool}],
    "replies-apart": [{"user": str, "reply": str, "tactics": list}],
    "human": [{"user": str, "asks": bool}, {"reply": str, "claims_human": bool}],
    "lonely": [{"text": str, "lonely": bool}],
    "ages-apart": [{"text": str, "minor": bool}],
    "ages": [{"text": str, "minor": bool}, {"text": str, "asked": str, "minor": bool}],
}
# The least of each kind: in each language, then in both together.
EACH = {"crisis": 140, "benign": 140, "ages": 180}
BOTH = {
    "farewell": 70, "no farewell": 40, "manipulative": 70, "good": 70,
    "asks": 90, "does not ask": 40, "claim or not": 40, "lonely": 60, "not lonely": 60, "minor": 400, "not minor": 450,
}


def read(path):
    """Yields (line number, object); what does not read is raised."""
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n") and "\r" not in text and not text.startswith("\ufeff"), f"{path.name}: line ends"
    for number, line in enumerate(text.splitlines(), 1):
        # Invisible and look-alike characters belong to the sentences, but must be seen in the file.
        hidden = [c for c in line if unicodedata.category(c) in ("Cf", "Cc", "Co", "Cn")]
        assert not hidden, f"{path.name}:{number}: {hidden!r} is to be written as \\u…"
        yield number, json.loads(line)


def kinds(name, row):
    if name == "farewells":
        yield "farewell" if row["farewell"] else "no farewell"
    elif name == "replies":
        yield "manipulative" if row["tactics"] else "good"
    elif name == "human":
        yield "claim or not" if "reply" in row else "asks" if row["asks"] else "does not ask"
    elif name == "lonely":
        yield "lonely" if row["lonely"] else "not lonely"
    elif name.startswith("ages"):
        yield "minor" if row["minor"] else "not minor"


def check_row(name, row, where, wrong):
    if not any(set(row) == set(shape) and all(type(row[k]) is t for k, t in shape.items()) for shape in SHAPES[name]):
        wrong.append(f"{where}: not the members of {name}")
        return
    for key, value in row.items():
        if isinstance(value, str) and (not value.strip() or value != value.strip() or len(value) > 600):
            wrong.append(f"{where}: {key} is empty, padded or too long")
    if name == "crisis" and row["class"] not in CLASSES:
        wrong.append(f"{where}: no such class")
    if name == "crisis" and row["class"] == "topical" and row["explicit"]:
        wrong.append(f"{where}: a topical line is not the person's own danger")
    if name == "benign" and row["class"] != "none":
        wrong.append(f"{where}: benign is none")
    if name.startswith("replies") and (not TACTICS.issuperset(row["tactics"]) or len(set(row["tactics"])) != len(row["tactics"])):
        wrong.append(f"{where}: tactics")


def main():
    wrong, both, tactics = [], collections.Counter(), collections.Counter()
    for name in SHAPES:
        for language in ("en", "fr"):
            path = FOLDER / f"{name}-{language}.jsonl"
            seen, count, classes = set(), 0, collections.Counter()
            for number, row in read(path):
                where = f"{path.name}:{number}"
                check_row(name, row, where, wrong)
                key = tuple(" ".join(str(row[k]).split()).casefold() for k in ("text", "user", "reply", "asked") if k in row)
                key += ("reply",) if name == "human" and "reply" in row else ()
                if key in seen:
                    wrong.append(f"{where}: already there")
                seen.add(key)
                count += 1
                both.update(kinds(name, row))
                classes.update([row.get("class")])
                tactics.update(row.get("tactics", []))
            if count < EACH.get(name, 1):
                wrong.append(f"{path.name}: {count} lines, {EACH[name]} wanted")
            if name == "crisis" and min(classes[c] for c in CLASSES) < 20:
                wrong.append(f"{path.name}: a class has fewer than 20 lines")
    wrong += [f"{kind}: {both[kind]}, {least} wanted" for kind, least in BOTH.items() if both[kind] < least]
    wrong += [f"tactic {t}: {tactics[t]}, 8 wanted" for t in sorted(TACTICS) if tactics[t] < 8]
    print("\n".join(wrong) or ", ".join(f"{k} {v}" for k, v in sorted((both + tactics).items())))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
