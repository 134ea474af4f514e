# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the training that are in C: the app's own features, and the linear half."""

import ctypes
import glob
import os
import subprocess

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
OUT = 32  # outputs of the linear half, padded

lib = None


def build(folder):
    """Compiles native.c with the app's own reader into FOLDER and loads it."""
    global lib
    os.makedirs(folder, exist_ok=True)
    room = os.path.join(TOP, "src", "core", "emotion")
    target = os.path.join(folder, "native.so")
    glib = subprocess.run(["pkg-config", "--cflags", "--libs", "glib-2.0"], check=True, capture_output=True,
                          text=True).stdout.split()
    sources = [os.path.join(HERE, "native.c")] + sorted(glob.glob(os.path.join(room, "*.c")))
    subprocess.run([os.environ.get("CC", "cc"), "-std=gnu17", "-O3", "-ffp-contract=off", "-shared", "-fPIC",
                    "-D_GNU_SOURCE", "-I" + os.path.join(TOP, "src")] + sources + ["-o", target] + glib + ["-lm"],
                   check=True)
    lib = ctypes.CDLL(target)
    lib.native_features.restype = ctypes.c_long
    lib.native_tokens.restype = ctypes.c_long
    lib.lueur_checksum.restype = ctypes.c_uint64
    lib.lueur_reader_open.restype = ctypes.c_void_p


def _p(array):
    return array.ctypes.data_as(ctypes.c_void_p)


def _blob(texts):
    parts = [t.encode("utf-8", "surrogateescape") for t in texts]
    offsets = np.zeros(len(parts) + 1, np.int64)
    offsets[1:] = np.cumsum([len(p) for p in parts])
    return b"".join(parts), offsets


class Sparse:
    """Features of many texts: text i has ids[ptr[i]:ptr[i + 1]], each worth as much as in values."""

    def __init__(self, ptr, ids, values):
        self.ptr, self.ids, self.values = ptr, ids, values

    def __len__(self):
        return len(self.ptr) - 1

    def take(self, index):
        index = np.asarray(index)
        n = np.diff(self.ptr)[index]
        ptr = np.zeros(len(index) + 1, np.int64)
        ptr[1:] = np.cumsum(n)
        at = np.repeat(self.ptr[index] - ptr[:-1], n) + np.arange(ptr[-1])
        return Sparse(ptr, self.ids[at].copy(), self.values[at].copy())


def join(parts):
    ptr = [np.zeros(1, np.int64)]
    for p in parts:
        ptr.append(p.ptr[1:] + ptr[-1][-1])
    return Sparse(np.concatenate(ptr), np.concatenate([p.ids for p in parts]),
                  np.concatenate([p.values for p in parts]))


class Known:
    """A bit for every hash of a feature that the training met often enough."""

    def __init__(self, bits, ids=()):
        self.bits, self.map = bits, np.zeros(1 << (bits - 3), np.uint8)
        at = np.asarray(ids, np.uint32) >> np.uint32(32 - bits)
        np.bitwise_or.at(self.map, at >> 3, (1 << (at & 7)).astype(np.uint8))


def features(texts, rows, known, word_soft, piece_soft, piece_scale):
    """What the linear half sees. A word counts 1/sqrt(words + WORD_SOFT), a piece of a word
    PIECE_SCALE/sqrt(pieces + PIECE_SOFT): long texts weigh no more than short ones."""
    blob, offsets = _blob(texts)
    cap = int(offsets[-1]) * 5 + len(texts) * 64 + 64
    ids, kinds, ptr = np.empty(cap, np.uint32), np.empty(cap, np.uint8), np.empty(len(texts) + 1, np.int64)
    words, pieces = np.empty(len(texts), np.int32), np.empty(len(texts), np.int32)
    n = lib.native_features(blob, _p(offsets), ctypes.c_long(len(texts)), ctypes.c_uint(rows),
                            _p(known.map) if known else None, ctypes.c_uint(known.bits if known else 0), _p(ids),
                            _p(kinds), ctypes.c_long(cap), _p(ptr), _p(words), _p(pieces))
    assert n >= 0
    row = np.repeat(np.arange(len(texts)), np.diff(ptr))
    w = (1 / np.sqrt(words + word_soft)).astype(np.float32)
    p = (piece_scale / np.sqrt(pieces + piece_soft)).astype(np.float32)
    return Sparse(ptr, ids[:n].copy(), np.where(kinds[:n] == 0, w[row], p[row]).astype(np.float32))


def with_source(x, rows, source):
    """X with one more feature for each text, of a row behind the others: what its source leans to."""
    source = np.broadcast_to(np.asarray(source, np.uint32), len(x))
    return Sparse(x.ptr + np.arange(len(x.ptr)), np.insert(x.ids, x.ptr[1:], np.uint32(rows) + source).astype(np.uint32),
                  np.insert(x.values, x.ptr[1:], np.float32(1)).astype(np.float32))


class Linear:
    def __init__(self, rows):
        self.w, self.b = np.zeros((rows, OUT), np.float32), np.full(OUT, -3, np.float32)

    def train(self, x, targets, masks=None, weights=None, epochs=10, rate=0.2, penalty=0.3, seed=1):
        n, k = targets.shape
        y, m = np.zeros((n, OUT), np.float32), np.zeros((n, OUT), np.float32)
        y[:, :k] = targets
        m[:, :k] = 1 if masks is None else masks
        s = np.ones(n, np.float32) if weights is None else np.asarray(weights, np.float32)
        lib.native_linear_train(
            ctypes.c_long(n), _p(x.ptr), _p(x.ids), _p(x.values), _p(y), _p(m), _p(s), ctypes.c_long(len(self.w)),
            _p(self.w), _p(self.b), epochs, ctypes.c_float(rate), ctypes.c_float(penalty), ctypes.c_uint64(seed))
        return self

    def score(self, x):
        z = np.empty((len(x), OUT), np.float32)
        lib.native_linear_score(ctypes.c_long(len(x)), _p(x.ptr), _p(x.ids), _p(x.values), _p(self.w), _p(self.b),
                                 _p(z))
        return z


class Tokens:
    """Tokens of many texts: text i has types[ptr[i]:ptr[i + 1]], each with its flags."""

    def __init__(self, ptr, types, flags):
        self.ptr, self.types, self.flags = ptr, types, flags

    def __len__(self):
        return len(self.ptr) - 1


class Vocabulary:
    """Every different token met so far, as the rows of the table that add up to its vector. Type 0 is
    what stands behind the end of a sentence: no rows."""

    def __init__(self, words, pieces):
        self.words, self.pieces = words, pieces
        self.known, self.rows = {}, [np.zeros(0, np.int64)]

    @property
    def size(self):
        return self.words + self.pieces

    def encode(self, texts, longest=64):
        blob, offsets = _blob(texts)
        cap = int(offsets[-1]) + len(texts) + 16
        hashes, flags = np.empty(cap, np.uint32), np.empty(cap, np.uint8)
        ptr, starts = np.empty(len(texts) + 1, np.int64), np.empty(cap + 1, np.int64)
        row_cap = cap * 5 + 64
        rows = np.empty(row_cap, np.uint32)
        n = lib.native_tokens(blob, _p(offsets), ctypes.c_long(len(texts)), ctypes.c_uint(longest),
                               ctypes.c_uint(self.words), ctypes.c_uint(self.pieces), _p(hashes), _p(flags),
                               ctypes.c_long(cap), _p(ptr), _p(rows), ctypes.c_long(row_cap), _p(starts))
        assert n >= 0
        unique, first, inverse = np.unique(hashes[:n], return_index=True, return_inverse=True)
        types = np.empty(len(unique), np.int32)
        for j, (h, f) in enumerate(zip(unique.tolist(), first.tolist())):
            t = self.known.get(h)
            if t is None:
                t = self.known[h] = len(self.rows)
                self.rows.append(rows[starts[f]:starts[f + 1]].astype(np.int64))
            types[j] = t
        return Tokens(ptr, types[inverse], flags[:n].copy())

    def flat(self):
        """All rows one after the other, where each type's begin, and how much each row counts: the token
        itself once, its pieces 1/sqrt(how many) each."""
        n = np.array([len(r) for r in self.rows])
        offsets = np.zeros(len(n) + 1, np.int64)
        offsets[1:] = np.cumsum(n)
        at = np.arange(offsets[-1]) - np.repeat(offsets[:-1], n)
        weights = np.where(at == 0, 1.0, 1 / np.sqrt(np.maximum(np.repeat(n, n) - 1, 1))).astype(np.float32)
        return np.concatenate(self.rows), offsets, weights


class Reader:
    """The app's own reader with a model file."""

    def __init__(self, path):
        error = ctypes.c_void_p()
        self.self = lib.lueur_reader_open(path.encode(), ctypes.byref(error))
        if not self.self:
            raise RuntimeError("the app cannot open " + path)

    def read(self, texts, lang="auto"):
        blob, offsets = _blob(texts)
        scores, others = np.empty((len(texts), 28), np.float32), np.empty((len(texts), 7), np.float64)
        lib.native_read(ctypes.c_void_p(self.self), blob, _p(offsets), ctypes.c_long(len(texts)),
                        ("auto", "en", "fr").index(lang), _p(scores), _p(others))
        labels = others[:, 1].astype(np.int64)
        return {"scores": scores.astype(np.float64), "label": others[:, 0].astype(int),
                "labels": (labels[:, None] >> np.arange(28) & 1).astype(bool), "second": others[:, 2].astype(int),
                "valence": others[:, 3], "arousal": others[:, 4], "intensity": others[:, 5], "blend": others[:, 6]}
