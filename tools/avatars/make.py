#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make.py [--check] [NAME…]: writes data/avatars/NAME.svg for every rig drawn in this folder.

The drawings are numbers in NAME.py; what they share is in rig/. The same numbers give the same bytes: --check
writes nothing and fails where a file in data/avatars is not what its drawing gives."""
import importlib
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
RIGS = ['ambre', 'lueur', 'renard', 'sorel']


def main(args):
    check = '--check' in args
    stale = 0
    for name in [a for a in args if not a.startswith('--')] or RIGS:
        target = HERE.parent.parent / 'data' / 'avatars' / f'{name}.svg'
        text = importlib.import_module(name).build().text()
        if not check:
            target.write_text(text, encoding='utf-8', newline='\n')
        elif not target.exists() or target.read_text(encoding='utf-8') != text:
            print(f'{target.name} is not what tools/avatars/{name}.py draws: run tools/avatars/make.py', file=sys.stderr)
            stale = 1
    return stale


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
