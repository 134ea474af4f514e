#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""French is complete, up to date with the sources, and typeset as French is.

The catalogue is drawn anew from the sources, so a sentence that po/ does not know fails here, as does one that is
untranslated, fuzzy, hard-coded or glued from pieces, and a date or a time in a format of somebody's own. What the companions,
exercises and help pages say lives in files of its own, one a language: those are read too.

Every rule is first tried on what it is there to find (SPECIMENS): a rule that finds nothing any more fails as well.
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


# --- Sources ------------------------------------------------------------------------------------------

# In C: what puts words in front of somebody.
SHOWS = re.compile(r"\b(gtk_label_new|gtk_label_set_(?:text|label|markup)|gtk_button_new_with_(?:label|mnemonic)|gtk_button_set_label"
                   r"|gtk_check_button_new_with_\w+|\w+_set_(?:title|subtitle|tooltip_text|description|heading|body|placeholder"
                   r"|placeholder_text|button_label)|adw_toast_new|adw_window_title_new|lueur_toast|gtk_accessible_announce"
                   r"|GTK_ACCESSIBLE_PROPERTY_(?:LABEL|DESCRIPTION))\b(?P<args>(?:[^;\"]|\"(?:[^\"\\]|\\.)*\")*);", re.S)
TEXT = r'"((?:[^"\\]|\\.)*)"'
MARKED = re.compile(r'\b(?:N?C?_|ngettext|g_dngettext|g_dpgettext2)\s*\((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*\)', re.S)
GLUE = re.compile(r"(?:printf|g_strconcat|g_string_append_printf)\s*\((?:\s*\w+\s*,)?\s*" + TEXT)
DATES = re.compile(r"\b(?:g_date_time_format|strftime|g_date_strftime|format_day)\s*\((?:[^;\"()]|\([^()]*\))*,\s*" + TEXT)
# The locale's own, and one part alone: nothing to put in another order.
OWN_FORMATS = re.compile(r"%-?[aAbBxXcp]$")
BY_HAND = re.compile(r'"[^"]*(%0?2?[du]:%02[du]|%0?4?[du]-%02[du]-%02[du]|%02[du]/%02[du])[^"]*"')
# In a blueprint: properties with words, and what menus and choices are made of.
WORDS = re.compile(r"\b(label|title|subtitle|tooltip-text|description|placeholder-text|placeholder|heading|body|secondary-text"
                   r"|button-label|help-text)\s*:\s*" + TEXT + r"|\b(?:item|mark|Toggle)\b[^\"]*" + TEXT)


def has_words(text):
    return re.search(r"[^\W\d_]{2}", re.sub(r"%[-\w]*[a-z]|\\\\.", "", text)) is not None


def check_c(text):
    """What is wrong in a C file of the interface."""
    wrong = []
    plain = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    plain = re.sub(r'(?<!\\)"\s*\n\s*"', "", plain)  # one text on several lines
    for match in SHOWS.finditer(plain):
        for shown in re.findall(TEXT, MARKED.sub("", match["args"])):
            if has_words(shown) and re.search(r"[A-Z ]", shown) and shown not in NAMES:
                wrong.append(f"hard-coded text: {shown!r}")
    bare = MARKED.sub("marked", plain)
    for match in GLUE.finditer(bare):
        shown = match[1]
        pieces = [piece for piece in re.split(r"%[us]", shown)]
        if shown.count("%s") and (shown.count("%s") > 1 or has_words(shown)) and " " in shown and not re.fullmatch(r"(%[us]( · |\\n)?)+", shown) \
                and not re.search(r'[<=\\/{]|%dx%d', shown):
            wrong.append(f"a sentence glued from pieces: {shown!r}")
    for match in re.finditer(r"g_strconcat\s*\(([^;]*);|g_string_append\s*\(([^;]*);", plain):
        marks = re.findall(r"(?<!\w)_\s*\(", match[0])
        if len(marks) > 1 or (marks and re.search(r'"\s[^"]*"|"[^"]*\s"', MARKED.sub("", match[0]))):
            wrong.append(f"a sentence glued from pieces: {' '.join(match[0].split())[:80]!r}")
    for match in re.finditer(r"(?<!\w)N?_\s*\(\s*" + TEXT, plain):
        if match[1] != match[1].strip(" "):
            wrong.append(f"a piece of a sentence, with a space at its end: {match[1]!r}")
    for match in DATES.finditer(bare):
        if not OWN_FORMATS.match(match[1]) and "%" in match[1]:
            wrong.append(f"a date in a format that no translator sees: {match[1]!r}")
    # The first of a month is not “1” in all languages: lueur_format_date() knows, and no other room tells a day of a month.
    for match in re.finditer(r"\b(?:g_date_time_format|strftime|g_date_strftime)\s*\([^;]*(?:%-?e|%-d)(?!\w)[^;]*;", plain):
        wrong.append(f"a day of a month that is not told by lueur_format_date: {match[0]!r}")
    # What is typed is typed as digits: a field that shows “%02d:%02d” reads it, too.
    for match in () if "sscanf" in plain else BY_HAND.finditer(bare):
        wrong.append(f"a date or time put together by hand: {match[0]}")
    return wrong


def check_blueprint(text):
    wrong = []
    for row in text.splitlines():
        row = re.sub(r"//.*", "", MARKED.sub("", row)) if "://" not in row else MARKED.sub("", row)
        for match in WORDS.finditer(row):
            shown = match[2] or match[3] or ""
            if has_words(shown) and shown not in NAMES and not re.fullmatch(r"[a-z0-9.-]+", shown):
                wrong.append(f"hard-coded text: {shown!r}")
    return wrong


# --- What is said, one file a language ----------------------------------------------------------------

ENGLISH = re.compile(r"\b(the|you|your|and|with|what|this|that|is not|are you|of the)\b", re.I)
FRENCH = re.compile(r"\b(vous|votre|avec|dans|c’est|n’est|être|mais|pour|quelque|les|des)\b", re.I)


def typeset(text, breaks=True):
    """What is wrong with how a French text is set. breaks: whether its spaces are what they will be."""
    wrong = []
    text = text.replace("\\u202f", NARROW).replace("\\u00a0", WIDE)
    bare = re.sub(r"%[-\d$]*\w", "0", re.sub(r"https?://\S+|<[^>]*>|\{\{?[\w:]+\}?\}|\\\\.", "", text))
    if "'" in bare:
        wrong.append(f"typewriter apostrophe in French: {text!r}")
    if re.search(rf"[^{NARROW}{WIDE}\s?!…;][;!?](?!\w)", bare):
        wrong.append(f"no no-break space before ; ! ? in French: {text!r}")
    if re.search(rf"[^{NARROW}{WIDE}\d\s]:(\s|$)", bare):
        wrong.append(f"no no-break space before a colon in French: {text!r}")
    if breaks and re.search(r" [;!?:](?!\S)", bare):
        wrong.append(f"a space that breaks before ; ! ? : in French: {text!r}")
    if re.search(rf"(?:«[^{WIDE}]|[^{WIDE}]»)", bare) and breaks:
        wrong.append(f"no no-break space within the quotation marks in French: {text!r}")
    if breaks and re.search(rf"{WIDE}[;!?]|{NARROW}:", bare):
        wrong.append(f"the narrow space goes with ; ! ? and the wide one with a colon in French: {text!r}")
    if "..." in text:
        wrong.append(f"three dots for an ellipsis in French: {text!r}")
    return wrong


# Small words that stand between two numbers, or go on with the sentence: nothing is counted by them.
SMALL = r"(?:(?:sur|à|de|des|du|et|ou|en|dans|par|pour|est|a|sont|ont|au|aux|ni|que|qui|il|elle|on)\b|(?:[dlnsjmtc]|qu)’)"
COUNTED = re.compile(rf"(?<![\w#])(?:\d+|%(?:\d\$)?0?\d*[udg]) (?!{SMALL})[^\W\d_]|%-?[ed] %[Bb]")
LAST_PART = re.compile(r"\b(?:[Aa]u|[Cc]i|[Ll]à)-[a-zé]|-(?:je|tu|ils?|elles?|on|ce|l[ae]s?|lui|moi|toi|y|en)(?![\w-])")


def loose(text):
    """What a line must not part in French: a number and what it counts, a day and its month, a verb and its pronoun."""
    wrong = []
    if COUNTED.search(text):
        wrong.append(f"a number that may be parted from what it counts: {text!r}")
    if LAST_PART.search(text):
        wrong.append(f"a hyphen that a line may end with (U+2011 keeps it together): {text!r}")
    return wrong


def check_said(text, language, breaks=True):
    """What is wrong in the sentences of one language: how they are set, and whether they are in it."""
    wrong = []
    for said in re.findall(TEXT, re.sub(r"/\*.*?\*/|^\s*#include.*?$", "", text, flags=re.S | re.M)):
        if " " not in said or re.search(r"\(\?|\\\\[bsw]|\|", said):
            continue  # a word by itself, or a pattern
        if language == "fr":
            wrong += typeset(said, breaks)
        elif "'" in said:
            wrong.append(f"typewriter apostrophe in English: {said!r}")
        strangers = (ENGLISH if language == "fr" else FRENCH).findall(re.sub(r"“[^”]*”|«[^»]*»", "", said))
        if len(set(w.lower() for w in strangers)) > 1:
            wrong.append(f"another language among the {language} sentences: {said!r}")
    return wrong


def check_mixed(text, breaks=True):
    """What is wrong in the French among other things of a file."""
    plain = re.sub(r'(?<!\\)"\s*\n\s*"', "", re.sub(r"/\*.*?\*/", "", text, flags=re.S))
    return [sentence for said in re.findall(TEXT, plain)
            if len(set(w.lower() for w in FRENCH.findall(said))) > 1 and not re.search(r"\(\?|\\\\[bsw]|\||[<>]\w", said)
            for sentence in typeset(said, breaks)]


def said_in():
    """The files of core that hold what is said, with their language."""
    for path in sorted((TOP / "src/core").rglob("*.c")):
        match = re.match(r"(?:say|words)-(en|fr)", path.name)
        if match:
            yield path, match[1]


def check_help():
    wrong = []
    pages = {language: {path.name for path in (TOP / "data/help" / language).glob("*.md")} for language in ("en", "fr")}
    for name in sorted(pages["en"] ^ pages["fr"]):
        wrong.append(f"data/help: {name} is there in one language alone")
    for name in sorted(pages["en"] & pages["fr"]):
        texts = {language: (TOP / "data/help" / language / name).read_text(encoding="utf-8") for language in pages}
        for what, pattern in (("headings", r"^#+ "), ("pictures", r"!\[")):
            counts = {language: len(re.findall(pattern, text, re.M)) for language, text in texts.items()}
            if counts["en"] != counts["fr"]:
                wrong.append(f"data/help: {name} has {counts['en']} {what} in English and {counts['fr']} in French")
        body = re.sub(r"`[^`]*`|\]\([^)]*\)|^---.*?^---$", "", texts["fr"], flags=re.M | re.S)
        for line in body.splitlines():
            wrong += [f"data/help/fr/{name}: {sentence}" for sentence in typeset(line) + loose(line)]
    return wrong


# --- The catalogue ------------------------------------------------------------------------------------

def check_entry(key, strings, flags):
    """What is wrong with one entry of the French catalogue."""
    wrong = []
    if "fuzzy" in flags:
        wrong.append(f"fuzzy in French: {key[1]!r}")
    for text in strings:
        if not text:
            wrong.append(f"untranslated: {key[1]!r}")
        wrong += typeset(text) + loose(text) if not key[1].endswith(";") else []
        words = re.findall(r"[^\W\d_]{2,}", re.sub(r"%-?\w|<[^>]*>", "", text))
        if text == key[1] and len(words) > 2:
            wrong.append(f"the same in French as in English: {key[1]!r}")
        given, kept = (sorted(re.findall(r"%(?:\d\$)?[-+0#]*\d*[a-zA-Z]", t)) for t in (key[1], text))
        if text and re.search(r"(?<!no-)c-format", flags) and given != kept:
            wrong.append(f"other values in French than in English: {key[1]!r}")
    return wrong


# --- The rules themselves -----------------------------------------------------------------------------

SPECIMENS = [
    (check_c, 'gtk_label_set_label (label, "Nothing here yet");', "hard-coded"),
    (check_c, 'adw_action_row_set_subtitle (row, _("Fine")); gtk_widget_set_tooltip_text (w, "Copy it");', "hard-coded"),
    (check_c, 'gtk_accessible_update_property (a, GTK_ACCESSIBLE_PROPERTY_LABEL, "Close this", -1);', "hard-coded"),
    (check_c, 'text = g_strdup_printf ("%s and %s", a, b);', "glued"),
    (check_c, 'text = g_strconcat (_("You have"), " ", number, " ", _("messages"), NULL);', "glued"),
    (check_c, 'text = _("Written by ");', "a piece of a sentence"),
    (check_c, 'text = g_date_time_format (time, "%d/%m/%Y");', "no translator"),
    (check_c, 'text = g_strdup_printf ("%d:%02d", minutes, seconds);', "by hand"),
    (check_c, 'text = g_date_time_format (time, C_("line above a day", "%-e %B"));', "lueur_format_date"),
    (check_blueprint, '  label: "Nothing here yet";', "hard-coded"),
    (check_blueprint, '  item ("_Delete", "win.delete")', "hard-coded"),
    (check_blueprint, '    label: "Messages";', "hard-coded"),
    (lambda text: check_said(text, "fr"), '{ "L\'heure tourne" },', "apostrophe"),
    (lambda text: check_said(text, "fr"), '{ "Comment allez-vous?" },', "no-break"),
    (lambda text: check_said(text, "fr"), '{ "Comment allez-vous ?" },', "space that breaks"),
    (lambda text: check_said(text, "fr"), '{ "What do you say to the one with this?" },', "another language"),
    (lambda text: check_said(text, "en"), '{ "C’est pour vous, mais dans un jour" },', "another language"),
    (lambda text: check_said(text, "en"), '{ "It\'s late" },', "apostrophe"),
    (check_mixed, '{ "en", "Stay" }, { "fr", "C’est pour vous, mais pas trop tard?" }', "no-break"),
    (check_mixed, '{ "C’est pour vous, mais "\n "aujourd\'hui" }', "apostrophe"),
    (lambda text: check_entry((None, "Stay a while"), [text], ""), "", "untranslated"),
    (lambda text: check_entry((None, "Stay a little while"), [text], ""), "Stay a little while", "the same in French"),
    (lambda text: check_entry((None, "Stay"), [text], "#, fuzzy"), "Restez", "fuzzy"),
    (lambda text: check_entry((None, "%s and %u"), [text], "#, c-format"), "%s et %s", "other values"),
    (lambda text: check_entry((None, "Really"), [text], ""), "Vraiment...", "three dots"),
    (lambda text: check_entry((None, "In 30 days"), [text], ""), "Dans 30 jours", "parted from what it counts"),
    (lambda text: check_entry((None, "%-e %B"), [text], ""), "%-e %B", "parted from what it counts"),
    (lambda text: check_entry((None, "Beyond"), [text], ""), "Au-delà", "a hyphen"),
    (lambda text: check_entry((None, "Close it"), [text], ""), "Fermez-la", "a hyphen"),
    (lambda text: check_entry((None, "Really?"), [text], ""), "Vraiment\u00a0?", "the narrow space"),
    (lambda text: check_entry((None, "“Stop”"), [text], ""), "« Stop »", "quotation marks"),
]
FINE = [
    (check_c, 'gtk_label_set_label (label, _("Nothing here yet")); text = g_strdup_printf ("%s · %s", a, b);'),
    (check_c, 'text = lueur_format_date (time, _("%-e %B")); other = g_date_time_format (time, "%a");'),
    (lambda text: check_entry((None, "%u of %u"), [text], "#, c-format"), "%u sur %u\u00a0jours, rendez-vous"),
    (check_c, 'lueur_toast_undo (w, _("Gone"), "win.restore", v); gtk_stack_set_visible_child_name (s, "list of all");'),
    (check_blueprint, '  label: _("Nothing here yet"); icon-name: "go-next-symbolic"; title: "Lueur";'),
    (lambda text: check_said(text, "fr"), '{ "L’heure tourne : partez !" },'),
]


def check_rules():
    wrong = []
    for rule, specimen, finding in SPECIMENS:
        if not any(finding in sentence for sentence in rule(specimen)):
            wrong.append(f"the rule that finds “{finding}” does not find it in {specimen!r}")
    for rule, specimen in FINE:
        wrong += [f"nothing is wrong with {specimen!r}: {sentence}" for sentence in rule(specimen)]
    return wrong


def sources():
    return [line for line in (TOP / "po/POTFILES").read_text().splitlines() if line and not line.startswith("#")]


def main():
    wrong = check_rules()
    listed = set(sources())
    for path in list((TOP / "src").rglob("*.c")) + list((TOP / "src").rglob("*.blp")):
        text = path.read_text(encoding="utf-8")
        name = str(path.relative_to(TOP))
        marked = re.search(r'(?<![\w])(?:C?_|N_|NC_|ngettext|g_dngettext|C_)\s*\(\s*"', text)
        if marked and name not in listed:
            wrong.append(f"{name} has sentences and is not in po/POTFILES")
        if path.suffix == ".blp":
            wrong += [f"{name}: {sentence}" for sentence in check_blueprint(text)]
        elif name.startswith("src/ui/"):
            wrong += [f"{name}: {sentence}" for sentence in check_c(text)]
    for path, language in said_in():
        # Écho and the exercises set these spaces when they speak (say.c, exercise.c).
        wrong += [f"{path.relative_to(TOP)}: {sentence}" for sentence in
                  check_said(path.read_text(encoding="utf-8"), language, path.parent.name not in ("echo", "exercises"))]
    for path in sorted((TOP / "src/core").rglob("*.c")):
        # What is listened for is written as it is read: folded, with signs of its own.
        if re.match(r"(say|words|patterns|lexicon|reflect|conjugate|crisis|conduct-phrases)", path.name):
            continue
        wrong += [f"{path.relative_to(TOP)}: {sentence}" for sentence in
                  check_mixed(path.read_text(encoding="utf-8"), path.parent.name != "echo")]
    wrong += check_help()
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
            wrong += check_entry(key, strings, flags)
        for key in sorted(wanted - set(have), key=str):
            wrong.append(f"not in po/fr.po: {key[1]!r}")
    for sentence in wrong:
        print(sentence)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
