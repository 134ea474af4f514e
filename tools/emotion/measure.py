# SPDX-License-Identifier: GPL-3.0-or-later
"""Thresholds, and the figures that tell how good they are."""

import numpy as np

import corpora

EKMAN, SENTIMENT = corpora.matrix(corpora.EKMAN), corpora.matrix(corpora.SENTIMENT)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def f1(truth, guess):
    """F1 of each class, and over all classes together."""
    hit, false, missed = (truth & guess).sum(0), (~truth & guess).sum(0), (truth & ~guess).sum(0)
    return (2 * hit / np.maximum(2 * hit + false + missed, 1),
            2 * hit.sum() / max((2 * hit + false + missed).sum(), 1))


def calibrate(truth, z, pull=10.0):
    """A slope and an offset for each class that make its scores probabilities; Newton’s method, with a
    pull towards doing nothing for classes that are rare."""
    slope, offset = np.ones(z.shape[1]), np.zeros(z.shape[1])
    for k in range(z.shape[1]):
        a, b, x, y = 1.0, 0.0, z[:, k].astype(np.float64), truth[:, k].astype(np.float64)
        for _ in range(60):
            p = sigmoid(a * x + b)
            g = np.array([((p - y) * x).sum() + pull * (a - 1), (p - y).sum()])
            w = p * (1 - p)
            h = np.array([[(w * x * x).sum() + pull, (w * x).sum()], [(w * x).sum(), w.sum() + 1e-6]])
            d = np.linalg.solve(h, g)
            a, b = a - np.clip(d[0], -1, 1), b - np.clip(d[1], -2, 2)
            if np.abs(d).max() < 1e-7:
                break
        slope[k], offset[k] = a, b
    return slope, offset


def best_threshold(truth, p):
    order = np.argsort(-p, kind="stable")
    hit = np.cumsum(truth[order])
    f = 2 * hit / (np.arange(1, len(p) + 1) + truth.sum())
    i = int(np.argmax(f))
    return (p[order[i]] + p[order[min(i + 1, len(p) - 1)]]) / 2


def expected_threshold(p):
    """The threshold that the probabilities themselves call best: no labels needed, so no luck in it."""
    s = np.sort(p)[::-1]
    f = 2 * np.cumsum(s) / (np.arange(1, len(s) + 1) + s.sum())
    return s[int(np.argmax(f))]


def thresholds(truth, p, common=0.35, luck=0.6):
    """Thresholds by class: between what did best here and what is best if the probabilities are right
    (LUCK), then some way towards the one threshold that serves the F1 over all classes (COMMON)."""
    own = np.array([luck * best_threshold(truth[:, k], p[:, k]) + (1 - luck) * expected_threshold(p[:, k])
                    for k in range(p.shape[1])])
    return (1 - common) * own + common * expected_threshold(p.ravel())


def any_of(p):
    """The probability of at least one label of each sentiment."""
    return np.stack([1 - np.prod(1 - p[:, SENTIMENT[:, j]], 1) for j in range(SENTIMENT.shape[1])], 1)


def group_thresholds(truth, p, strict=1.1):
    """The probability from which a sentiment shows, a little above what is best for it alone."""
    g, t = any_of(p), truth @ SENTIMENT
    return np.array([best_threshold(t[:, j], g[:, j]) for j in range(g.shape[1])]) * strict


def decide(p, threshold, group=None):
    """The multi-label answer: what reaches its threshold, or what comes nearest; and of a sentiment that
    is sure as a whole, its likeliest label. The app does the same (src/core/emotion/express.c)."""
    guess = p >= threshold
    ratio = p / np.maximum(threshold, 1e-6)
    none = np.where(~guess.any(1))[0]
    guess[none, np.argmax(ratio[none], 1)] = True
    if group is not None:
        sure = any_of(p) >= group
        for j in range(SENTIMENT.shape[1]):
            k = np.where(SENTIMENT[:, j])[0]
            rows = np.where(sure[:, j] & ~guess[:, k].any(1))[0]
            guess[rows, k[np.argmax(ratio[rows][:, k], 1)]] = True
    return guess


def figures(truth, guess):
    each, micro = f1(truth, guess)
    return {"macro": each.mean(), "micro": micro, "ekman": f1(truth @ EKMAN, guess @ EKMAN)[0].mean(),
            "sentiment": f1(truth @ SENTIMENT, guess @ SENTIMENT)[0].mean()}


def crossed(truth, z, tune, times=8):
    """Figures with thresholds tuned on one half and used on the other, over several random halves: what
    to expect of texts never seen."""
    sums = {}
    for t in range(times):
        order = np.random.RandomState(t).permutation(len(z))
        half = len(order) // 2
        guess = np.zeros(truth.shape, bool)
        for a, b in ((order[:half], order[half:]), (order[half:], order[:half])):
            guess[b] = tune(truth[a], z[a])(z[b])
        for k, v in figures(truth, guess).items():
            sums[k] = sums.get(k, 0) + v / times
    return sums


def tuned(truth, z, **options):
    """A function from scores to labels, tuned on these."""
    slope, offset = calibrate(truth, z)
    p = sigmoid(z * slope + offset)
    threshold, group = thresholds(truth, p, **options), group_thresholds(truth, p)
    return lambda other: decide(sigmoid(other * slope + offset), threshold, group)


def show(name, values):
    print("%-28s %s" % (name, "  ".join("%s %.4f" % (k, v) for k, v in values.items())), flush=True)
