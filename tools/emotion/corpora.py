# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts that the model learns from, and what is known about each."""

import glob
import os
import zlib

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))

LABELS = ("admiration amusement anger annoyance approval caring confusion curiosity desire disappointment "
          "disapproval disgust embarrassment excitement fear gratitude grief joy love nervousness optimism pride "
          "realization relief remorse sadness surprise neutral").split()
INDEX = {name: i for i, name in enumerate(LABELS)}
NEUTRAL = INDEX["neutral"]

# The mappings that come with GoEmotions.
EKMAN = {
    "anger": "anger annoyance disapproval",
    "disgust": "disgust",
    "fear": "fear nervousness",
    "joy": "joy amusement approval excitement gratitude love optimism relief pride admiration desire caring",
    "sadness": "sadness disappointment embarrassment grief remorse",
    "surprise": "surprise realization confusion curiosity",
    "neutral": "neutral",
}
SENTIMENT = {
    "positive": "amusement excitement joy love desire optimism caring pride admiration gratitude relief approval",
    "negative": "fear nervousness remorse embarrassment disappointment sadness grief disgust anger annoyance "
                "disapproval",
    "ambiguous": "realization surprise curiosity confusion",
    "neutral": "neutral",
}


def matrix(groups):
    m = np.zeros((len(LABELS), len(groups)), bool)
    for j, names in enumerate(groups.values()):
        for name in names.split():
            m[INDEX[name], j] = True
    return m


def table(path):
    with open(path, encoding="utf-8", errors="surrogateescape", newline="\n") as f:
        next(f)
        return [line.rstrip("\r\n").split("\t") for line in f]


def many_hot(cells):
    y = np.zeros((len(cells), len(LABELS)), np.float32)
    for i, cell in enumerate(cells):
        for name in cell.split(","):
            y[i, INDEX[name]] = 1
    return y


class Data:
    """The data folder."""

    def __init__(self, folder):
        self.folder = folder

    def rows(self, name):
        return table(os.path.join(self.folder, *name.split("/")) + ".tsv")

    def labelled(self, name):
        """Texts and their labels of the 28."""
        rows = self.rows(name)
        return [r[0] for r in rows], many_hot([r[1] for r in rows])

    def named(self, name):
        """Texts and their labels as they are written."""
        rows = self.rows(name)
        return [r[0] for r in rows], [r[1] for r in rows]


def split(own):
    """Our own lines in two: four fifths, and a fifth that looks no different."""
    kept, held = {}, {}
    for language, (texts, y) in own.items():
        out = np.array([zlib.crc32(t.encode()) % 5 == 0 for t in texts])
        kept[language] = ([t for t, o in zip(texts, out) if not o], y[~out])
        held[language] = ([t for t, o in zip(texts, out) if o], y[out])
    return kept, held


def corpus(language):
    """Our own lines: files named by their label, a text a line, further labels behind a tab."""
    texts, cells = [], []
    for path in sorted(glob.glob(os.path.join(HERE, "corpus", language, "*.txt"))):
        name = os.path.basename(path)[:-4]
        with open(path, encoding="utf-8") as f:
            for line in f:
                line = line.rstrip("\n")
                if not line:
                    continue
                text, _, more = line.partition("\t")
                texts.append(text)
                cells.append(more if name == "mixed" else ",".join([name] + ([more] if more else [])))
    return texts, many_hot(cells)
