#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that the app itself says clings, flatters or claims to be human: every sentence of the interface and of
its notifications, in every language, and everything that Écho can say, is read as replies are."""
import json
import pathlib
import re
import subprocess
import sys

TOP, TOOL = pathlib.Path(sys.argv[1]), sys.argv[2]
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')


def unescape(text):
    return text.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\").replace("\\u00a0", "\u00a0").replace("\\u202f", "\u202f")


def catalogues():
    """Yields (where, sentence) of what the interface says, in the source's words and in each translation."""
    for path in sorted((TOP / "po").glob("*.po")):
        text = re.sub(r'"\n"', "", path.read_text(encoding="utf-8"))
        for match in re.finditer(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) "((?:[^"\\]|\\.)*)"', text, re.M):
            if match[2] and "Content-Type" not in match[2]:
                yield path.name, unescape(match[2]).replace("_", "")


def echo():
    """Yields (where, sentence) of the lines that Écho chooses from."""
    for path in sorted((TOP / "src/core/echo").glob("say-*.c")):
        text = re.sub(r'"\s*\n\s*"', "", re.sub(r"/\*.*?\*/|#[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.S))
        for match in LITERAL.finditer(text):
            if " " in match[1]:
                yield path.name, unescape(match[1])


# What else is said in a companion's own language: rituals, plain words in the place of a reply, exercises, questions.
SPOKEN = ["wellbeing/rituals/ritual-words.c", "wellbeing/danger/care-words.c", "wellbeing/exercises/starters.c",
          "wellbeing/exercises/words-en.c", "wellbeing/exercises/words-fr.c", "wellbeing/people/feeling-words.c"]


def spoken():
    """Yields (where, sentence) of the lines that no model and no dice choose; %s is somebody's name."""
    for name in SPOKEN:
        text = re.sub(r"/\*.*?\*/|^#[^\n]*", "", (TOP / "src/core" / name).read_text(encoding="utf-8"), flags=re.S | re.M)
        found = [unescape(m[1]) for m in LITERAL.finditer(re.sub(r'"\s*\n\s*"', "", text)) if " " in m[1]]
        assert found, name
        for sentence in found:
            # Texts for a model name what it must not do.
            if "\n–" not in sentence and not sentence.startswith(("–", "La personne ", "The person ")):
                yield name, sentence.replace("%s", "Ada")


def rituals(said):
    """Both kinds, in both languages, tu and vous: as they are sent."""
    lines = [text for where, text in said if where.endswith("ritual-words.c")]
    french = [text for text in lines if re.search(r"[éèàùç’]", text)]
    assert len(lines) >= 12 and 4 <= len(french) < len(lines), lines


def main():
    said = [*catalogues(), *echo(), *spoken()]
    rituals(said)
    lines = "".join(json.dumps({"user": "", "reply": text}) + "\n" for _, text in said)
    done = subprocess.run([TOOL, "conduct"], input=lines, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(said), "an answer for each sentence"
    wrong = [(where, text, f) for (where, text), f in zip(said, found) if f["tactics"] or f["claims_human"]]
    for where, text, f in wrong:
        print(f"{where}: {f['tactics']}{' claims to be human' if f['claims_human'] else ''}: {text}")
    print(f"{len(said)} sentences read, {len(wrong)} wrong")
    assert len(said) > 1000
    # The check is not asleep.
    probe = subprocess.run([TOOL, "conduct"], input='{"user":"bye","reply":"Do not leave me, I need you"}\n',
                           capture_output=True, text=True, check=True)
    assert json.loads(probe.stdout)["tactics"]
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
