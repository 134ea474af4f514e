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


def group_odds(p):
    """One, and the log odds of at least one label of each sentiment, if labels knew nothing of each other."""
    q = np.stack([1 - np.prod(1 - p[:, SENTIMENT[:, j]], 1) for j in range(SENTIMENT.shape[1])], 1)
    q = np.clip(q, 1e-5, 1 - 1e-5)
    return np.concatenate([np.ones((len(p), 1)), np.log(q / (1 - q))], 1)


def fit(x, y, pull=10.0):
    """Weights of a logistic regression; Newton’s method. The first column of X is not pulled to nought."""
    w, pulls = np.zeros(x.shape[1]), np.append(1e-6, np.full(x.shape[1] - 1, pull))
    for _ in range(30):
        p = sigmoid(x @ w)
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(pulls), x.T @ (p - y) + pulls * w)
    return w


def tune_groups(truth, p, luck=0.6, strict=1.1):
    """Labels do know of each other: each sentiment’s probability is learnt from the log odds of all four.
    Returns those weights, a row a sentiment, and the probability from which each is sure, a little above
    what is best for it alone."""
    t, x = truth @ SENTIMENT, group_odds(p)
    mix = np.stack([fit(x, t[:, j]) for j in range(t.shape[1])])
    q = sigmoid(x @ mix.T)
    sure = [luck * best_threshold(t[:, j], q[:, j]) + (1 - luck) * expected_threshold(q[:, j]) for j in range(t.shape[1])]
    return mix, np.array(sure) * strict


def decide(p, threshold, groups):
    """The multi-label answer: what reaches its threshold; of a sentiment that is sure as a whole, its
    likeliest label; and where nothing is sure, what comes nearest of the sentiment that comes nearest. The
    app does the same (src/core/emotion/express.c)."""
    mix, sure = groups
    guess, ratio = p >= threshold, p / np.maximum(threshold, 1e-6)
    near = sigmoid(group_odds(p) @ mix.T) / sure
    wanted = near >= 1
    none = np.where(~guess.any(1) & ~wanted.any(1))[0]
    wanted[none, np.argmax(near[none], 1)] = True
    for j in range(SENTIMENT.shape[1]):
        k = np.where(SENTIMENT[:, j])[0]
        rows = np.where(wanted[:, j] & ~guess[:, k].any(1))[0]
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
    threshold, groups = thresholds(truth, p, **options), tune_groups(truth, p)
    return lambda other: decide(sigmoid(other * slope + offset), threshold, groups)


def show(name, values):
    print("%-28s %s" % (name, "  ".join("%s %.4f" % (k, v) for k, v in values.items())), flush=True)
