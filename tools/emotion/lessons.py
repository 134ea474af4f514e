# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to learn: texts, what they should give, and how much each counts."""

import re

import numpy as np

import corpora
import measure
from corpora import LABELS

VALENCE, LANGUAGE = 28, 29
OUT = 30

# Where a text comes from. What the texts of a source lean to is learnt apart from what their words mean,
# so that quarrelsome subtitles make no quarrelsome reader.
GO, OWN, TATOEBA, XED, KAJAVA, MACHINE, REVIEW = range(7)
SOURCES = 8

# How pleasant each label is; what pleasantness is learnt from where nobody rated it.
PLEASANT = dict(
    admiration=.8, amusement=.7, anger=-.9, annoyance=-.6, approval=.4, caring=.4, confusion=-.2, curiosity=.1,
    desire=.3, disappointment=-.7, disapproval=-.6, disgust=-.9, embarrassment=-.5, excitement=.9, fear=-.8,
    gratitude=.9, grief=-1, joy=1, love=1, nervousness=-.5, optimism=.6, pride=.8, realization=0, relief=.6,
    remorse=-.7, sadness=-.9, surprise=.1, neutral=0)


class Set:
    """Texts of one source with targets for the outputs that are known of them."""

    def __init__(self, texts, labels, source, french, weight, pleasant=None):
        n = len(texts)
        self.texts, self.french, self.weight = list(texts), french, weight
        self.sources = np.full(n, source)
        self.targets, self.masks = np.zeros((n, OUT), np.float32), np.zeros((n, OUT), np.float32)
        if labels is not None:
            self.targets[:, :28], self.masks[:, :28] = labels, 1
            value = np.array([PLEASANT[name] for name in LABELS], np.float32)
            pleasant = 0.5 + 0.5 * (labels @ value) / np.maximum(labels.sum(1), 1)
        if pleasant is not None:
            self.targets[:, VALENCE], self.masks[:, VALENCE] = pleasant, 1
        if french is not None:
            self.targets[:, LANGUAGE], self.masks[:, LANGUAGE] = french, 1


def gather(sets):
    texts = sum((s.texts for s in sets), [])
    return (texts, np.concatenate([s.targets for s in sets]), np.concatenate([s.masks for s in sets]),
            np.concatenate([s.sources for s in sets]),
            np.concatenate([np.full(len(s.texts), s.weight, np.float32) for s in sets]))


GROUPS = list(corpora.EKMAN)


def groups_of(cells):
    """The Ekman groups that Plutchik’s labels name, and whether there are others (trust, anticipation)."""
    g, other = np.zeros((len(cells), 7), bool), np.zeros(len(cells), bool)
    for i, cell in enumerate(cells):
        for name in cell.split(","):
            if name in GROUPS:
                g[i, GROUPS.index(name)] = True
            else:
                other[i] = True
    return g, other


def within(p, cells, strong=0.75):
    """Guesses P of the 28 labels, moved into the groups that people named: a text labelled “anger” is
    angry, annoyed or disapproving, whichever the guess likes best."""
    g, other = groups_of(cells)
    out = p.copy()
    for i in np.where(g.any(1))[0]:
        out[i] *= 0.7 if other[i] else 0.4
        for j in np.where(g[i])[0]:
            k = np.where(measure.EKMAN[:, j])[0]
            total = p[i, k].sum()
            out[i, k] = np.minimum(p[i, k] * max(total, strong) / max(total, 1e-6), 0.95)
    return out.astype(np.float32)


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?…])\s+", text) if len(s) > 3]


def reviews(rows):
    """Whole reviews and their sentences: what is said of all of it is guessed of each."""
    texts, pleasant = [], []
    for text, label in rows:
        for part in [text] + sentences(text):
            texts.append(part)
            pleasant.append(0.97 if label == "positive" else 0.03)
    return texts, np.array(pleasant, np.float32)


def lexicon(data, name, scale):
    rows = [r for r in data.rows("lexicons/" + name) if re.match(r"[^\W\d]", r[0])]
    return [r[0] for r in rows], np.array([0.5 + np.clip(float(r[1]) / scale, -1, 1) * 0.45 for r in rows], np.float32)
