#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every item of a menu can be used: its action is there, and gets the parameter that it wants.

(The third thing in Blueprint's short form of an item is an icon, not a target: such an item would always be grey.)
"""
import pathlib
import re
import sys

TOP = pathlib.Path(sys.argv[1])
SHORT = re.compile(r'\bitem \(_\(".*?"\), "([\w.-]+)"(, "[^"]*")?\)')
LONG = re.compile(r'\bitem \{(.*?)\}', re.S)


def main():
    kinds = {}
    for path in (TOP / "src/ui").rglob("*.c"):
        text = path.read_text(encoding="utf-8")
        for name, kind in re.findall(r'install_action \(\s*\w+,\s*"([\w.-]+)",\s*(NULL|"\w+|"\([a-z]+\))', text):
            kinds[name] = kind != "NULL"
    wrong, seen = [], 0
    for path in sorted((TOP / "src/ui").rglob("*.blp")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(TOP)
        for action, icon in SHORT.findall(text):
            seen += 1
            if icon:
                wrong.append(f"{name}: {action} has an icon where a target was meant")
            elif kinds.get(action):
                wrong.append(f"{name}: {action} wants a target")
        for body in LONG.findall(text):
            action = re.search(r'action: "([\w.-]+)"', body)
            if action is None:
                continue
            seen += 1
            if action[1] in kinds and kinds[action[1]] != ("target:" in body):
                wrong.append(f"{name}: {action[1]} and its target do not fit")
    if seen < 20 or len(kinds) < 40:
        wrong.append(f"only {seen} items and {len(kinds)} actions were found")
    for sentence in wrong:
        print(sentence)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
