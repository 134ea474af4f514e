#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes catalogues of languages that nobody speaks, to see what a translation does to the views.

    pseudo.py CATALOGUE FOLDER

From the sentences of CATALOGUE (po/fr.po knows them all), FOLDER gets two locales for bindtextdomain():

    long   every sentence 40 % longer, its letters accented, in brackets: what is cut loses its bracket,
           what has no accents never was translatable, what has several brackets was glued
    rtl    every word written from right to left

They are made where pictures are made and where tests run, and are never installed.
"""
import pathlib
import re
import subprocess
import sys

# What is no word of a sentence: what printf, strftime and the templates put in, markup, escapes.
TOKEN = re.compile(r"""%(?:\d+\$)?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:<\w+>|hh?|ll?|[jztL])?[a-zA-Z%]
                       |<[^>]*>|&\w+;|\{\{?\w+\}?\}|\\.|https?://\S+""", re.X)
ACCENTS = str.maketrans("aceginorsuyzACEGINORSUYZ", "àçéĝîñöřšûýžÀÇÉĜÎÑÖŘŠÛÝŽ")
RLM, RLO, PDF = "\u200f", "\u202e", "\u202c"
LANGUAGES = ("long", "rtl")


def lengthen(text):
    """The sentence with accents, two letters in five doubled, between brackets."""
    out, at, count = [], 0, 0

    def words(piece):
        nonlocal count
        result = ""
        for letter in piece:
            result += letter.translate(ACCENTS)
            if letter.isalpha():
                count += 1
                if count % 5 in (2, 4):
                    result += letter.lower().translate(ACCENTS)
        return result

    for token in TOKEN.finditer(text):
        out += [words(text[at:token.start()]), token[0]]
        at = token.end()
    out.append(words(text[at:]))
    return "[" + "".join(out) + "]"


def turn(text):
    """The same words, each from right to left."""
    def words(piece):
        return re.sub(r"[^\s]+", lambda m: f"{RLM}{RLO}{m[0]}{PDF}{RLM}", piece)

    out, at = [], 0
    for token in TOKEN.finditer(text):
        out += [words(text[at:token.start()]), token[0]]
        at = token.end()
    out.append(words(text[at:]))
    return RLM + "".join(out)


def pseudo(text, language):
    """What stands for a sentence in a pseudo-language. text: as in a catalogue, escapes and all."""
    if not re.search(r"[^\W\d_]", TOKEN.sub("", text)):
        return text  # a pattern of a date or a number has no words
    return lengthen(text) if language == "long" else turn(text)


def blocks(catalogue):
    """Yields (comments, {keyword: text}) of each entry of a catalogue."""
    text = subprocess.run(["msgcat", "--no-wrap", "--no-location", str(catalogue)], check=True, capture_output=True,
                          text=True).stdout
    for block in text.split("\n\n"):
        comments, fields, current = [], {}, None
        for line in block.splitlines():
            if line.startswith("#"):
                comments.append(line)
            elif match := re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$', line):
                current = match[1]
                fields[current] = match[2]
            elif current and (match := re.match(r'"(.*)"$', line)):
                fields[current] += match[1]
        if fields.get("msgid") and not any(c.startswith("#~") for c in comments):
            yield comments, fields


def write(catalogue, folder):
    for language in LANGUAGES:
        # What a catalogue says of itself: that it is neither English nor French is shown in the app.
        out = [f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
               '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n']
        for comments, fields in blocks(catalogue):
            context = fields.get("msgctxt")
            entry = [c for c in comments if c.startswith("#,")]
            if context is not None:
                entry.append(f'msgctxt "{context}"')
            entry.append(f'msgid "{fields["msgid"]}"')
            if "msgid_plural" in fields:
                entry.append(f'msgid_plural "{fields["msgid_plural"]}"')
                entry.append(f'msgstr[0] "{pseudo(fields["msgid"], language)}"')
                entry.append(f'msgstr[1] "{pseudo(fields["msgid_plural"], language)}"')
            else:
                entry.append(f'msgstr "{pseudo(fields["msgid"], language)}"')
            out.append("\n".join(entry) + "\n")
        place = pathlib.Path(folder) / language / "LC_MESSAGES"
        place.mkdir(parents=True, exist_ok=True)
        # --check-format: what printf is handed must fit in these languages as in any other.
        subprocess.run(["msgfmt", "--check-format", "-o", str(place / "lueur.mo"), "-"], input="\n".join(out), text=True,
                       check=True)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
