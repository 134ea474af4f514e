#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/views.md is about the app as it is: its views, what holds them, what is asked first, what moves.

    test-views.py SOURCE-DIRECTORY
"""
import ast
import pathlib
import re
import sys

TOP = pathlib.Path(sys.argv[1])
failed = 0
number = 0


def check(name, wrong):
    """One TAP line: what is wrong with it, or nothing."""
    global failed, number
    number += 1
    for line in wrong:
        print(f"# {line}")
    print(f"{'not ok' if wrong else 'ok'} {number} {name}")
    failed |= bool(wrong)


def pictures():
    """The names of all views that pictures are made of."""
    tree = ast.parse((TOP / "tools/dev/views.py").read_text())
    names = set()
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.targets[0].id in ("EMPTY", "FULL", "STARTS"):
            lists = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
            for entry in (entry for each in lists for entry in each.elts):
                if isinstance(entry, ast.Tuple):
                    names.add(entry.elts[0].value)
                else:  # *((f"wizard-{page}", …) for page in (…))
                    names |= {f"wizard-{word.value}" for word in entry.value.generators[0].iter.elts}
    return names


def rows(text, heading):
    """The cells of the table below a heading."""
    part = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def sources(*endings):
    return [p for p in sorted((TOP / "src").rglob("*")) if p.suffix in endings]


def main():
    text = (TOP / "docs/views.md").read_text()
    states = rows(text, "Empty, reading, failed, full")
    known, named, wrong = pictures(), set(), []
    check("there are views", [] if len(known) > 40 and len(states) > 20 else [f"{len(known)} pictures, {len(states)} rows"])

    for row in states:
        if len(row) != 6 or not all(row):
            wrong.append(f"{row[0]}: a state is missing")
            continue
        tests, _, views = row[5].partition(";")
        for test in re.split(r",\s*", tests.strip()):
            folder, stem = ("e2e", test[4:]) if test.startswith("e2e/") else ("ui", test)
            if not any((TOP / "tests" / folder / (stem + ending)).exists() for ending in (".c", ".py")):
                wrong.append(f"{row[0]}: there is no {test}")
        named |= {view for view in re.split(r",\s*", views.strip()) if view}
    check("each view has its states, held by tests that exist", wrong)
    check("pictures are as named", [f"no picture is called {v}" for v in sorted(named - known)])
    # Of one view in two more moments, or of what stands in another's row.
    elsewhere = {"companion-erase"}
    check("each picture has a row", [f"{v} is in no row" for v in sorted(known - named - elsewhere)])

    # Every word that a row quotes is one that the app says.
    said = {s.replace("_", "") for p in sources(".c", ".blp")
            for s in re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r'"\s*\n\s*"', "", p.read_text()))}
    quoted = {q for row in states for q in re.findall("“([^”]*)”", " ".join(row[1:5]))}
    check("what is quoted is said", [f"nowhere: “{q}”" for q in sorted(quoted)
                                     if not any(q.rstrip(".") in s for s in said)])

    asked = {q for row in rows(text, "What can be taken back, and what is asked first") for q in re.findall("“([^”]*)”", row[0])}
    wrong = []
    for path in sources(".c"):
        whole = re.sub(r'"\s*\n\s*"', "", path.read_text())
        for call in re.finditer(r"(?:alert_dialog_new|\bask) \((.*?);", whole, re.S):
            headings = re.findall(r'_\("((?:[^"\\]|\\.)*)"', call.group(1))
            if "alert_dialog_new" in call.group(0) and not headings and "heading" not in call.group(1):
                wrong.append(f"{path.name}: a question without a heading")
            # Alternatives, then the text, which ends in a full stop.
            wrong += [f"{path.name}: “{h}” is asked and not in the table" for h in headings
                      if not h.endswith((".", ":")) and "%" not in h and h not in asked]
    said_headings = {s for p in sources(".c") for s in re.findall(r'_\("((?:[^"\\]|\\.)*)"\)', p.read_text())}
    wrong += [f"“{h}” is asked nowhere" for h in sorted(asked - said_headings)]
    check("what is asked first is in the table", wrong)

    moves = " ".join(" ".join(row) for row in rows(text, "What moves, and what does without motion"))
    wrong = []
    for path in sources(".blp"):
        if re.search(r"transition-type:", path.read_text()) and path.name not in moves:
            wrong.append(f"{path.name} moves, and is not in the table")
    for path in sources(".c"):
        if re.search(r"adw_(timed|spring)_animation_new|set_transition_type|ADW_TYPE_SPINNER|GTK_TYPE_SPINNER", path.read_text()) \
                and path.name not in moves:
            wrong.append(f"{path.name} moves, and is not in the table")
    for path in sources(".blp"):
        if re.search(r"(Adw|Gtk)\.Spinner|^\s*Spinner ", path.read_text(), re.M):
            wrong.append(f"{path.name} has a wheel of its own: ui/waiting is the one that can stand still")
    style = re.sub(r"/\*.*?\*/", "", (TOP / "data/style.css").read_text(), flags=re.S)
    for rule in re.finditer(r"([^{}]+)\{([^{}]*)\}", style):
        if re.search(r"\b(transition|animation)\s*:", rule.group(2)):
            words = {w for w in re.findall(r"[\w-]+", rule.group(1) + rule.group(2)) if len(w) > 5}
            if not any(re.search(rf"`{re.escape(w)}`", moves) for w in words):
                wrong.append(f"style.css: {rule.group(1).strip()} moves, and is not in the table")
    check("what moves is in the table", wrong)
    print(f"1..{number}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
