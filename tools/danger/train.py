# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the reader of hints at danger: data/danger/hints.bin, with a checksum and a report. See docs/wellbeing.md."""

import argparse
import ctypes
import glob
import hashlib
import json
import os
import random
import struct
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
AUTHORS = ("first", "third", "fourth", "fifth", "sixth", "seventh")
TURNS = len(AUTHORS) + 1  # of the crossed measure: the one that is kept apart has its own
APART = "apart"  # whose lines are never trained on
HOT = ("passive", "active", "imminent")
BITS, DEED_BITS = 18, 16
LETTERS = 1.5
PLAIN_WEIGHT = 0.45
VERSION = 2  # as LUEUR_HINT_VERSION
FORMAT = "<8sIIQQII f 3f 3f 6f 28x"

# Everyday text: what shapes the weights, and what is kept apart to count false alarms on.
PLAIN = (("goemotions", "text", 9000), ("tatoeba_enfr", "fr", 8000), ("tatoeba_enfr", "en", 4000), ("xed_fr", "text", 4000),
         ("xed_en", "text", 4000), ("goemotions_mtfr", "text", 2000), ("allocine", "text", 1000), ("kajava_fr", "text", 2000))


class Line:
    def __init__(self, text, author, klass, explicit, weight=1.0):
        self.text, self.author, self.klass, self.explicit, self.weight = text, author, klass, explicit, weight
        self.hot = klass in HOT


def read_jsonl(path, author, default):
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield Line(row["text"], author, row.get("class", default), bool(row.get("explicit")))


def read_corpus():
    lines = []
    for author in AUTHORS:
        for path in sorted(glob.glob(os.path.join(HERE, "corpus", author + "-*.jsonl"))):
            lines += read_jsonl(path, author, "none")
    room = os.path.join(TOP, "tests", "data", "wellbeing")
    for path in sorted(glob.glob(os.path.join(room, "apart-*.jsonl"))):
        lines += read_jsonl(path, APART, "none")
    for name in ("crisis-en", "crisis-fr", "benign-en", "benign-fr"):
        lines += read_jsonl(os.path.join(room, name + ".jsonl"), "project", "none")
    own = os.path.join(HERE, "corpus", "more.jsonl")
    if os.path.exists(own):
        lines += read_jsonl(own, "more", "none")
    return lines


def read_plain(data):
    with open(os.path.join(HERE, "not-plain.txt"), encoding="utf-8") as file:
        left_out = set(file.read().splitlines())
    lines = []
    for source, column, n in PLAIN:
        with open(os.path.join(data, source, "train.tsv"), encoding="utf-8") as file:
            rows = [row.rstrip("\n").split("\t") for row in file]
        at = rows[0].index(column)
        texts = sorted({row[at] for row in rows[1:] if len(row) > at and row[at].strip()} - left_out)
        random.Random(source + column).shuffle(texts)
        lines += [Line(text, "plain%d" % (i % TURNS), "none", False, PLAIN_WEIGHT) for i, text in enumerate(texts[:n])]
    return lines


def build(folder):
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, "danger-native.so")
    room = os.path.join(TOP, "src", "core", "wellbeing")
    sources = [os.path.join(HERE, "native.c"), os.path.join(TOP, "src", "core", "emotion", "checksum.c")]
    sources += sorted(glob.glob(os.path.join(room, "danger", "crisis*.c"))) + sorted(glob.glob(os.path.join(room, "danger", "hint*.c")))
    sources += sorted(glob.glob(os.path.join(room, "phrase", "*.c")))
    sources = [s for s in sources if not s.endswith("crisis-lines.c")]
    glib = subprocess.run(["pkg-config", "--cflags", "--libs", "gio-2.0"], check=True, capture_output=True, text=True).stdout.split()
    subprocess.run([os.environ.get("CC", "cc"), "-std=gnu17", "-O3", "-ffp-contract=off", "-shared", "-fPIC", "-D_GNU_SOURCE",
                    "-I" + os.path.join(TOP, "src")] + sources + ["-o", target] + glib + ["-lm"], check=True)
    lib = ctypes.CDLL(target)
    lib.danger_train.restype = lib.danger_quantize.restype = ctypes.c_float
    lib.lueur_checksum.restype = ctypes.c_uint64
    return lib


class Trainer:
    def __init__(self, lib, lines):
        self.lib, self.lines = lib, lines
        parts = [line.text.encode() for line in lines]
        offsets = (ctypes.c_long * (len(parts) + 1))()
        for i, part in enumerate(parts):
            offsets[i + 1] = offsets[i] + len(part)
        lib.danger_load(b"".join(parts), offsets, ctypes.c_long(len(parts)))
        for i, line in enumerate(lines):
            line.found = lib.danger_class(ctypes.c_long(i)) >= 2
            line.explained = bool(lib.danger_calm(ctypes.c_long(i)))
            line.named = bool(lib.danger_named(ctypes.c_long(i)))
            line.phrases = lib.danger_class(ctypes.c_long(i))

    def train(self, target, use, bits, epochs, largest):
        n = len(self.lines)
        targets = (ctypes.c_byte * n)(*[int(target(line)) for line in self.lines])
        weights = (ctypes.c_float * n)(*[line.weight if use(line) else 0 for line in self.lines])
        w, q = (ctypes.c_float * (1 << bits))(), (ctypes.c_uint8 * (1 << bits))()
        bias = self.lib.danger_train(targets, weights, bits, ctypes.c_float(LETTERS), epochs, ctypes.c_float(0.2),
                                     ctypes.c_float(0.3), ctypes.c_uint64(7), w)
        step = self.lib.danger_quantize(w, bits, ctypes.c_float(largest), q)
        return bias, step, bytes(q)

    def model(self, use, settings=(0, 0, 0, -9, 0, 0)):
        """A model file, trained on the lines that USE says."""
        hint = self.train(lambda line: line.hot, use, BITS, 20, 2.5)
        hot = lambda line: use(line) and line.hot
        act = self.train(lambda line: line.klass != "passive", hot, DEED_BITS, 12, 3.0)
        now = self.train(lambda line: line.klass == "imminent", hot, DEED_BITS, 12, 3.0)
        body = bytes(a | b << 4 for a, b in zip(hint[2][::2], hint[2][1::2])) + bytes(a | b << 4 for a, b in zip(act[2], now[2]))
        return self.pack(body, [p[1] for p in (hint, act, now)], [p[0] for p in (hint, act, now)], settings)

    def pack(self, body, steps, biases, settings):
        head = struct.pack(FORMAT, b"LUEURDG\n", VERSION, 128, 128 + len(body), self.checksum(body), BITS, DEED_BITS, LETTERS,
                           *steps, *biases, *settings)
        return head + struct.pack("<Q", self.checksum(head)) + body

    def with_settings(self, model, settings):
        numbers = struct.unpack(FORMAT, model[:120])
        return self.pack(model[128:], numbers[8:11], numbers[11:14], settings)

    def checksum(self, data):
        return self.lib.lueur_checksum(ctypes.c_char_p(bytes(data)), ctypes.c_size_t(len(data)))

    def score(self, model):
        scores = (ctypes.c_float * (3 * len(self.lines)))()
        if not self.lib.danger_score(model, ctypes.c_long(len(model)), scores):
            raise SystemExit("the app cannot read the model")
        return [scores[3 * i:3 * i + 3] for i in range(len(self.lines))]


def share(lines, found):
    return sum(found(line) for line in lines) / max(1, len(lines))


def cross_validate(trainer):
    """Every author's lines, scored by a model that never saw them, nor a seventh of the everyday text."""
    for turn, author in enumerate(AUTHORS + (APART,)):
        left_out = {author, APART, "plain%d" % turn}
        model = trainer.model(lambda line: line.author not in left_out, SHAPE)
        for line, scores in zip(trainer.lines, trainer.score(model)):
            if line.author in (author, "plain%d" % turn):
                line.scores = scores
        print("crossed", author, flush=True)


SHAPE = (0, 0, 0, -9, 1.0, 0)


def decide(line, settings):
    threshold, _, _, doubt, _, calm = settings
    if line.phrases >= 2 and not line.named and line.scores[0] < doubt:
        return False
    return line.phrases >= 2 or line.scores[0] >= threshold + (calm if line.explained else 0)


def figures(lines, settings):
    found = lambda line: decide(line, settings)
    return {"explicit": round(share([l for l in lines if l.hot and l.explicit], found), 3),
            "hints": round(share([l for l in lines if l.hot and not l.explicit], found), 3),
            "look_alikes_flagged": round(share([l for l in lines if not l.hot], found), 3)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--out", default=os.path.join(TOP, "data", "danger"))
    parser.add_argument("--build", default=os.path.join(TOP, "_build", "danger"))
    parser.add_argument("--mine", action="store_true", help="print the everyday lines that score highest")
    options = parser.parse_args()
    trainer = Trainer(build(options.build), read_corpus() + read_plain(options.data))
    lines = trainer.lines
    cross_validate(trainer)
    by = {a: [l for l in lines if l.author == a] for a in AUTHORS + (APART,)}
    plain = [l for l in lines if l.author.startswith("plain")]
    if options.mine:
        for line in sorted(plain, key=lambda l: -l.scores[0])[:150]:
            print("%.2f %d\t%s" % (line.scores[0], line.phrases, line.text))
    settings = tune(by, plain)
    report(trainer, by, plain, settings, options.out)


# Of harmless look-alikes, and of everyday lines, so many may be flagged; of what the phrases find and mean so many may be
# taken back.
FLAGGED, EVERYDAY, TAKEN_BACK = 0.05, 0.004, 0.03


def tune(by, plain):
    crossed = [l for lines in by.values() for l in lines]
    meant = sorted(l.scores[0] for l in crossed if l.hot and l.phrases >= 2 and not l.named)
    doubt = meant[int(len(meant) * TAKEN_BACK)]
    look_alikes = [l for l in crossed if not l.hot]
    flagged = lambda lines, at: share(lines, lambda l: decide(l, (at, 0, 0, doubt, SHAPE[4], CALM)))
    threshold = 3.0
    while threshold > -3 and flagged(look_alikes, threshold - 0.02) <= FLAGGED and flagged(plain, threshold - 0.02) <= EVERYDAY:
        threshold -= 0.02
    act, now = (best([(l.scores[k], l.klass in right) for l in crossed if l.hot and l.scores[0] > threshold])
                for k, right in ((1, ("active", "imminent")), (2, ("imminent",))))
    return threshold, act, now, doubt, SHAPE[4], CALM


CALM = 1.0


def best(pairs):
    """The threshold at which the most are told right."""
    pairs.sort()
    right = sum(meant for _, meant in pairs)
    top, at = right, pairs[0][0]
    for i, (score, meant) in enumerate(pairs):
        right += -1 if meant else 1
        if right > top:
            top, at = right, score + 1e-4
    return at


def report(trainer, by, plain, settings, out):
    crossed = {author: figures(lines, settings) for author, lines in by.items()}
    everyone = figures([l for lines in by.values() for l in lines], settings)
    phrases = figures([l for lines in by.values() for l in lines], (1e9, 0, 0, -1e9, 0, 0))
    result = {"crossed": crossed, "all": everyone, "phrases_alone": phrases, "everyday_lines": len(plain),
              "everyday_flagged": round(share(plain, lambda l: decide(l, settings)), 4),
              "settings": dict(zip(("threshold", "act", "now", "doubt", "apart", "calm"), [round(s, 3) for s in settings]))}
    model = trainer.with_settings(trainer.model(lambda line: line.author != APART, settings), settings)
    for line, scores in zip(trainer.lines, trainer.score(model)):
        line.scores = scores
    result["apart"] = figures(by[APART], settings)
    result["bytes"] = len(model)
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "hints.bin"), "wb") as file:
        file.write(model)
    with open(os.path.join(out, "hints.bin.sha256"), "w", encoding="ascii") as file:
        file.write(hashlib.sha256(model).hexdigest() + "  hints.bin\n")
    with open(os.path.join(out, "report.json"), "w", encoding="ascii") as file:
        json.dump(result, file, indent=1)
        file.write("\n")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
