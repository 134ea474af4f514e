# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader written a second time, from docs/emotion.md, in plain Python: the same file must give the same
scores. Usage: test-emotion-parity.py LUEUR-TOOL READER.BIN. Prints TAP."""

import hashlib
import json
import math
import os
import re
import struct
import subprocess
import sys

TEXTS = [
    ("en", "i am so happy for you, what a wonderful day!"),
    ("en", "my grandmother died and i miss her so much."),
    ("en", "i am not happy with this, it is unfair."),
    ("en", "what do you mean? i do not understand the question."),
    ("en", "thank you for everything"),
    ("fr", "je suis tellement contente de te voir !"),
    ("fr", "tu me manques, la maison est vide sans toi."),
    ("fr", "je ne suis pas triste, mais un peu perdu."),
    ("fr", "bravo pour ton travail, tu peux en avoir de la joie."),
]
U32 = 0xFFFFFFFF
WORD, MARK = 0, 2
SALT_WORD, SALT_PAIR, SALT_SHAPE, SALT_DENIED, SALT_PIECE = 1, 2, 5, 6, 16
EDGE = 0x5EED5EED
DENIED, DENIES = 8, 16
DENYING = {"not", "pas", "sans"}
CONTRASTING = {"but", "mais", "because", "if", "si", "car"}


def mix(a, b):
    h = (a + 0x9E3779B9 * (b + 1)) & U32
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        h = ((h ^ h >> shift) * factor) & U32
    return h ^ h >> 16


def fnv(h, byte):
    return ((h ^ byte) * 16777619) & U32


def tokens(text):
    """Words and marks of plain lower-case text: (text, kind, flags)."""
    out, scope, ne = [], 0, None
    for word in re.findall(r"[a-z]+|[.,?!]", text):
        if not word.isalpha():
            out.append([word, MARK, 0])
            scope, ne = 0, None
            continue
        flags = 0
        if ne is not None and len(out) - ne >= 5:
            ne = None
        if word == "ne":
            ne = len(out)
            out.append([word, WORD, 0])
            continue
        if word in CONTRASTING:
            scope = 0
        elif word in DENYING:
            flags, scope = DENIES, 4
            if ne is not None:
                for t in out[ne + 1:]:
                    t[2] |= DENIED
            ne = None
        elif scope:
            flags, scope = DENIED, scope - 1
        out.append([word, WORD, flags])
    return out


def token_hash(t):
    h = 2166136261
    for byte in t[0].encode():
        h = fnv(h, byte)
    h = mix(mix(h, 0), t[1])
    return mix(h, SALT_DENIED) if t[2] & DENIED else h


def pieces(t, longest):
    if t[1] != WORD:
        return []
    word, salt, out = ("<%s>" % t[0]).encode(), SALT_DENIED * 64 if t[2] & DENIED else 0, []
    for start in range(len(word) - 2):
        h = 2166136261
        for k, byte in enumerate(word[start:start + longest]):
            h = fnv(h, byte)
            if 2 <= k < len(word) - 1:
                out.append(mix(h, salt + SALT_PIECE + k))
    return out


class Model:
    def __init__(self, path):
        with open(path, "rb") as f:
            self.data = f.read()
        magic, version, header, size = struct.unpack_from("<8sIIQ", self.data)
        assert (magic, version, header, size) == (b"LUEURFL\n", 2, 192, len(self.data))
        self.bits, self.rows, self.words, self.n_pieces = struct.unpack_from("<4I", self.data, 32)
        self.word_soft, self.piece_soft, self.piece_scale, self.step, self.table_step = struct.unpack_from("<5f", self.data, 48)
        (self.known, self.scales, self.linear, self.bias, self.table_scales, self.table, self.network, self.en,
         self.fr) = struct.unpack_from("<9I", self.data, 68)

    def floats(self, at, n):
        return struct.unpack_from("<%df" % n, self.data, at)

    def add_row(self, total, at, row, n, scales):
        scale, half = self.data[scales + row], n // 2
        for i, byte in enumerate(self.data[at + row * half:at + (row + 1) * half]):
            total[i] += ((byte & 15) - 8) * scale
            total[i + half] += ((byte >> 4) - 8) * scale

    def score_linear(self, text):
        ids, before = [], EDGE
        for t in text:
            here = token_hash(t)
            ids += [mix(here, SALT_WORD), mix((before * 31 + here) & U32, SALT_PAIR)]
            before = here
        n_words = sum(t[1] == WORD for t in text)
        ids += [mix((before * 31 + EDGE) & U32, SALT_PAIR), mix(16 + n_words.bit_length(), SALT_SHAPE)]
        sums, factors = [], []
        for part, soft, scale in ((ids, self.word_soft, 1), (sum((pieces(t, 6) for t in text), []), self.piece_soft, self.piece_scale)):
            total = [0] * 32
            for i in part:
                bit = i >> (32 - self.bits)
                if self.data[self.known + (bit >> 3)] >> (bit & 7) & 1:
                    self.add_row(total, self.linear, i * self.rows >> 32, 32, self.scales)
            sums.append(total)
            factors.append(self.step * scale / math.sqrt(len(part) + soft))
        return [a * factors[0] + b * factors[1] + c for a, b, c in zip(*sums, self.floats(self.bias, 32))]

    def score_network(self, text):
        at, size, filters = self.network, 64, 64
        weights = []
        for width in (2, 3, 4):
            n = width * size * filters
            weights.append(self.floats(at, n))
            at += 4 * n
        bias, out = self.floats(at, 192), self.floats(at + 768, 384 * 32)
        at += 768 + 4 * 384 * 32
        skip, out_bias, flags = self.floats(at, 64 * 32), self.floats(at + 8192, 32), self.floats(at + 8320, 32 * 64)
        vectors = []
        for t in text:
            word, rest, parts = [0] * size, [0] * size, pieces(t, 5)
            self.add_row(word, self.table, token_hash(t) * self.words >> 32, size, self.table_scales)
            for p in parts:
                self.add_row(rest, self.table, self.words + (p * self.n_pieces >> 32), size, self.table_scales)
            share = self.table_step / math.sqrt(len(parts)) if parts else 0
            vectors.append([a * self.table_step + b * share + c
                            for a, b, c in zip(word, rest, flags[t[2] * size:(t[2] + 1) * size])])
        root, zero = 1 / math.sqrt(len(text) + 1), [0.0] * size
        rows, peaks, means = [zero, zero] + vectors + [zero] * 5, [], []
        for w, width in enumerate((2, 3, 4)):
            for f in range(filters):
                column, values = weights[w][f::filters], []
                for t in range(len(text)):
                    first = 2 - width // 2 + t
                    window = sum(rows[first:first + width], [])
                    values.append(max(0.0, bias[w * filters + f] + sum(a * b for a, b in zip(window, column))))
                peaks.append(max(values))
                means.append(sum(values) * root)
        mean = [sum(v) * root for v in zip(*vectors)]
        z = list(out_bias)
        for inputs, matrix in ((peaks + means, out), (mean, skip)):
            for i, value in enumerate(inputs):
                for k in range(32):
                    z[k] += value * matrix[i * 32 + k]
        return z

    def scores(self, lang, text):
        settings = self.floats(self.en if lang == "en" else self.fr, 160)
        share = settings[128 + 24]
        linear, network = self.score_linear(text), self.score_network(text)
        odds = [(share * a + (1 - share) * b) * settings[k] + settings[32 + k]
                for k, (a, b) in enumerate(zip(linear[:28], network[:28]))]
        return [1 / (1 + math.exp(-z)) for z in odds]


def is_the_one(path, data):
    digest, folder = hashlib.sha256(data).hexdigest(), os.path.dirname(path)
    with open(os.path.join(folder, "report.json"), encoding="utf-8") as f:
        told = json.load(f)["model"]
    with open(path + ".sha256", encoding="utf-8") as f:
        return f.read() == digest + "  reader.bin\n" and told == {"bytes": len(data), "sha256": digest}


def main():
    tool, path = sys.argv[1:3]
    model = Model(path)
    print("1..%d" % (len(TEXTS) + 1))
    failed = not is_the_one(path, model.data)
    print("%sok %d - the file is the one that its report and its checksum tell of" % ("not " if failed else "", len(TEXTS) + 1))
    for i, (lang, text) in enumerate(TEXTS):
        said = subprocess.run([tool, "emotion", "--lang", lang], input=text + "\n", capture_output=True, text=True, check=True)
        theirs = list(json.loads(said.stdout)["scores"].values())
        ours = model.scores(lang, tokens(text))
        worst = max(abs(a - b) for a, b in zip(ours, theirs))
        failed = failed or worst > 1e-4
        print("%sok %d - %s: %.2g apart" % ("" if worst <= 1e-4 else "not ", i + 1, text, worst))
    return failed


if __name__ == "__main__":
    sys.exit(main())
