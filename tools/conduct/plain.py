#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the app itself says, as examples of replies that do nothing to anybody: the sentences that its own test reads."""
import importlib.util
import json
import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.argv[1:] = [str(TOP), ""]
spec = importlib.util.spec_from_file_location("strings", TOP / "tests/data/test-conduct-strings.py")
strings = importlib.util.module_from_spec(spec)
spec.loader.exec_module(strings)
for text in dict.fromkeys(text for _, text in [*strings.catalogues(), *strings.echo(), *strings.spoken()]):
    print(json.dumps({"user": "", "reply": text, "tactics": []}, ensure_ascii=False))
