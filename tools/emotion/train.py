# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the emotion reader: from the data folder to data/emotion/reader.bin and its report."""

import argparse
import os
import sys
import time

import numpy as np

import corpora
import measure
import model_file
import native
import network
import report
from lessons import (GO, KAJAVA, MACHINE, OUT, OWN, REVIEW, SOURCES, TATOEBA, XED, Set, gather, groups_of, lexicon,
                     reviews, within)
from measure import sigmoid

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))

# The shape of the model. Its file must stay below 4 MB.
LINEAR_ROWS = 106496
KNOWN_BITS = 21
OFTEN = 3  # a feature that occurs less often is left out
SOFT = (6.0, 20.0, 0.7)
WORDS, PIECES = 32768, 16384
VECTOR, FILTERS, WIDTHS = 64, 64, (2, 3, 4)
SHARE = 0.45  # of the linear half in the sum; 1: there is no other half
NETWORK = SHARE < 1
# The one expression: how far the frequency of a label on Reddit is taken back.
PRIOR = 0.3
# The scores of French text lean between our own lines and subtitles.
FRENCH_SCORES = {OWN: 0.4, KAJAVA: 0.6}

started = time.time()


def say(text):
    print("%5d s  %s" % (time.time() - started, text), file=sys.stderr, flush=True)


def logit(p):
    p = np.clip(p, 1e-5, 1 - 1e-5)
    return np.log(p / (1 - p))


def often(texts):
    """The features that occur often enough, as the app will know them."""
    ids = native.features(texts, 0, None, *SOFT).ids
    unique, count = np.unique(ids, return_counts=True)
    return native.Known(KNOWN_BITS, unique[count >= OFTEN])


class Linear:
    def __init__(self, sets, epochs=8, penalty=0.3, rows=LINEAR_ROWS, outputs=OUT, seed=1):
        texts, targets, masks, sources, weights = gather(sets)
        self.rows, self.known = rows, often(texts)
        self.model = native.Linear(rows + SOURCES)
        self.model.train(native.with_source(self.features(texts), rows, sources), targets[:, :outputs],
                         masks[:, :outputs], weights, epochs=epochs, penalty=penalty, seed=seed)

    def features(self, texts):
        return native.features(texts, self.rows, self.known, *SOFT)

    def score(self, texts):
        """Without any source’s leaning."""
        return self.model.score(self.features(texts))[:, :OUT]

    @property
    def leaning(self):
        return self.model.w[self.rows:, :OUT]


class Net:
    def __init__(self, sets, epochs=8, seed=1, widths=WIDTHS, filters=FILTERS, words=WORDS, pieces=PIECES):
        texts, targets, masks, sources, weights = gather(sets)
        self.vocabulary = native.Vocabulary(words, pieces)
        tokens = self.vocabulary.encode(texts)
        import torch
        torch.manual_seed(seed)
        self.net = network.Network(self.vocabulary.size, VECTOR, filters, widths, OUT - 1, sources=SOURCES)
        network.train(self.net, network.Table(self.vocabulary), tokens, targets[:, :OUT - 1], sources, masks[:, :OUT - 1],
                      weights, epochs=epochs, seed=seed, say=say)

    def score(self, texts):
        tokens = self.vocabulary.encode(texts, longest=96)
        return network.score(self.net, network.Table(self.vocabulary), tokens)

    @property
    def leaning(self):
        return self.net.source.weight.detach().numpy()


# --- Tuning --------------------------------------------------------------------------------------------

def tune(z, truth):
    """Slopes, offsets, thresholds of labels and of sentiments, from dev scores."""
    slope, offset = measure.calibrate(truth, z)
    p = sigmoid(z * slope + offset)
    return slope, offset, measure.thresholds(truth, p), measure.tune_groups(truth, p)


def tune_as_is(z, truth):
    """The same for scores that must stay as they are: the thresholds bear the slopes and the offsets."""
    slope, offset, threshold, _ = tune(z, truth)
    one = np.ones(z.shape[1])
    return one, 0 * one, sigmoid((logit(threshold) - offset) / slope), measure.tune_groups(truth, sigmoid(z))


def settings(slope, offset, threshold, groups, express, share=SHARE):
    out, mix = model_file.OUT, groups[0].ravel()
    s = np.zeros(4 * out + 32, np.float32)
    for i, v in enumerate((slope, offset, threshold, express)):
        s[i * out:i * out + len(v)] = v
    s[4 * out:4 * out + len(mix)] = mix
    s[4 * out + len(mix):4 * out + len(mix) + 4] = groups[1]
    s[4 * out + len(mix) + 4] = share
    return s


# --- All of it -----------------------------------------------------------------------------------------

def keep(work, name, make):
    """MAKE()’s arrays, or what an earlier run left in WORK."""
    path = work and os.path.join(work, name + ".npz")
    if path and os.path.exists(path):
        with np.load(path) as f:
            return {k: f[k] for k in f.files}
    made = make()
    if path:
        np.savez(path, **made)
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="the data folder")
    parser.add_argument("--out", default=os.path.join(TOP, "data", "emotion"), help="where the model goes")
    parser.add_argument("--build", default=os.path.join(TOP, "_build", "emotion"), help="where C is compiled")
    parser.add_argument("--work", help="keep what stages make here, and use what is there: for experiments")
    parser.add_argument("--hold", action="store_true",
                        help="leave a fifth of our own lines out and measure them: for experiments")
    args = parser.parse_args()
    if args.work:
        os.makedirs(args.work, exist_ok=True)
    os.makedirs(args.out, exist_ok=True)
    native.build(args.build)
    network.prepare()
    data = corpora.Data(args.data)

    go, go_y = data.labelled("goemotions/train")
    machine, machine_y = data.labelled("goemotions_mtfr/train")
    own = {lang: corpora.corpus(lang) for lang in ("en", "fr")}
    held = {}
    if args.hold:
        own, held = corpora.split(own)
    pairs = data.rows("tatoeba_enfr/train")
    english = sorted(set(r[0] for r in pairs))
    place = {t: i for i, t in enumerate(english)}
    xed_en, xed_fr = data.named("xed_en/train"), data.named("xed_fr/train")
    kajava_en, kajava_fr = data.named("kajava_en/train"), data.named("kajava_fr/train")

    # 1. Teachers read English: what people labelled, and nothing else. Then they read the English of
    #    everything that nobody labelled with the 28, and one of them what subtitles call joy or anger.
    gold = [Set(go, go_y, GO, 0, 1.0), Set(*own["en"], OWN, 0, 3.0)]

    def teach():
        say("teachers: linear")
        linear = Linear(gold, rows=1 << 18)
        parts = {"english": english, "xed": xed_en[0], "kajava": kajava_en[0]}
        nets = []
        for seed in (1, 2) if NETWORK else ():
            say("teachers: network %d" % seed)
            nets.append(Net(gold, seed=seed))
        z = {k: linear.score(v)[:, :28] + linear.leaning[GO, :28] for k, v in parts.items()}
        if nets:
            z = {k: 0.5 * z[k] + 0.5 * np.mean([n.score(v)[:, :28] + n.leaning[GO, :28] for n in nets], 0)
                 for k, v in parts.items()}
        say("teachers: subtitles")
        named = groups_of(xed_en[1] + kajava_en[1])[0].astype(np.float32)
        # Seven outputs in place of the first of the 28.
        rows = 1 << 18
        x = native.features(xed_en[0] + kajava_en[0], rows, None, *SOFT)
        six = native.Linear(rows).train(x, named, epochs=8)
        base = named.mean(0)
        z["groups"] = six.score(native.features(english, rows, None, *SOFT))[:, :7] - np.log(base / (1 - base))
        return z

    z = keep(args.work, "teachers" + ("-hold" if args.hold else ""), teach)
    p_english = sigmoid(z["english"]).astype(np.float32)
    # French learns of both teachers.
    p_french = sigmoid(z["english"] + 0.5 * z["groups"] @ measure.EKMAN.T).astype(np.float32)
    p_french = p_french[[place[r[0]] for r in pairs]]
    french = [r[1] for r in pairs]

    # 2. A first French reader guesses which of the 28 a French subtitle’s joy or anger is.
    def guess():
        say("first French reader")
        first = Linear([Set(go, go_y, GO, 0, 1.0), Set(*own["en"], OWN, 0, 3.0), Set(*own["fr"], OWN, 1, 4.0),
                        Set(french, p_french, TATOEBA, 1, 0.5), Set(machine, machine_y, MACHINE, 1, 0.3)], epochs=6)
        return {"p": sigmoid(first.score(xed_fr[0] + kajava_fr[0])[:, :28] + first.leaning[TATOEBA, :28])}

    p = keep(args.work, "guess" + ("-hold" if args.hold else ""), guess)["p"]

    # 3. The reader itself: both halves learn of everything.
    film = reviews(data.rows("allocine/train"))
    words_en, words_fr = lexicon(data, "afinn165_en", 5), lexicon(data, "afinn165_fr", 5)
    vader = lexicon(data, "vader_en", 4)
    sets = [
        Set(go, go_y, GO, 0, 1.0),
        Set(*own["en"], OWN, 0, 4.0),
        Set(*own["fr"], OWN, 1, 4.0),
        Set(english, p_english, TATOEBA, 0, 0.4),
        Set(french, p_french, TATOEBA, 1, 0.5),
        Set(machine, machine_y, MACHINE, 1, 0.3),
        Set(xed_en[0], within(sigmoid(z["xed"]), xed_en[1]), XED, 0, 0.4),
        Set(kajava_en[0], within(sigmoid(z["kajava"]), kajava_en[1]), KAJAVA, 0, 0.4),
        Set(xed_fr[0], within(p[:len(xed_fr[0])], xed_fr[1]), XED, 1, 1.5),
        Set(kajava_fr[0], within(p[len(xed_fr[0]):], kajava_fr[1]), KAJAVA, 1, 1.5),
        Set(film[0], None, REVIEW, 1, 1.0, film[1]),
        Set(words_en[0], None, REVIEW, None, 0.3, words_en[1]),
        Set(words_fr[0], None, REVIEW, None, 0.3, words_fr[1]),
        Set(vader[0], None, REVIEW, None, 0.3, vader[1]),
    ]

    def learn_network():
        if not NETWORK:
            floats = sum(w * VECTOR * FILTERS for w in WIDTHS) + 3 * FILTERS + 6 * FILTERS * 32 + VECTOR * 32 + 32 + 32 * VECTOR
            return dict(table_q=np.zeros((64, VECTOR), np.int8), table_scale=np.zeros(64, np.uint8), table_step=1.0,
                        network=np.zeros(floats, np.float32), net_leaning=np.zeros((SOURCES, 29), np.float32))
        say("network half")
        net = Net(sets)
        n = net.net
        table = n.table.weight.detach().numpy()
        tw, tq, tscale, tstep = model_file.quantize(table)
        filters = [c.weight.detach().numpy().transpose(2, 1, 0).ravel() for c in n.convs]
        flat = np.concatenate(
            filters + [np.concatenate([c.bias.detach().numpy() for c in n.convs])]
            + [model_file.padded(a).ravel() for a in (n.out.weight.detach().numpy().T, n.skip.weight.detach().numpy().T,
                                                      n.out.bias.detach().numpy()[None])]
            + [n.flags.weight.detach().numpy().ravel()])
        return dict(table_q=tq, table_scale=tscale, table_step=tstep, network=flat, net_leaning=net.leaning)

    def learn():
        say("linear half")
        linear = Linear(sets, epochs=7)
        w, q, scale, step = model_file.quantize(linear.model.w[:LINEAR_ROWS])
        net = learn_network()
        return dict(linear_q=q, linear_scale=scale, linear_step=step, linear_bias=linear.model.b,
                    linear_leaning=linear.leaning, known=linear.known.map, **net)

    m = keep(args.work, "model" + ("-hold" if args.hold else ""), learn)
    known = native.Known(KNOWN_BITS)
    known.map = m["known"]

    def save(path, each):
        model_file.write(path, known, (m["linear_q"], m["linear_scale"], m["linear_step"]), m["linear_bias"], *((WORDS, PIECES) if NETWORK else (32, 32)),
                         (m["table_q"], m["table_scale"], m["table_step"]), m["network"], each, SOFT)

    # 4. Thresholds, from what the finished file says of dev texts: for French, of their translation.
    path = os.path.join(args.out, "reader.bin")
    lean = SHARE * m["linear_leaning"][:, :29] + (1 - SHARE) * m["net_leaning"][:, :29]
    plain = settings(np.ones(29), np.zeros(29), np.full(28, 0.5), (np.zeros((4, 5)), np.full(4, 2)), np.zeros(28))
    save(path, [plain, plain])
    reader = native.Reader(path)
    dev, truth = data.labelled("goemotions/dev")
    dev_fr, truth_fr = data.labelled("goemotions_mtfr/dev")
    z_dev, z_fr = logit(reader.read(dev, "en")["scores"]), logit(reader.read(dev_fr, "fr")["scores"])
    say("tuning")
    prior = np.log(go_y.mean(0) / (1 - go_y.mean(0)))

    def language(source, z, truth, tuner):
        scores = sum(w * lean[s] for s, w in source.items())[:28]
        slope, offset, threshold, groups = tuner(z + scores, truth > 0)
        express = slope * (lean[OWN, :28] - scores) - PRIOR * prior
        return settings(np.append(slope, 1.0), np.append(slope * scores + offset, lean[OWN, 28]), threshold, groups, express)

    save(path, [language({GO: 1.0}, z_dev, truth, tune), language(FRENCH_SCORES, z_fr, truth_fr, tune_as_is)])
    say("report")
    report.write(args.out, path, data, held, crossed=measure.crossed(
        truth > 0, z_dev + lean[GO, :28], measure.tuned), crossed_fr=measure.crossed(
            truth_fr > 0, z_fr + lean[GO, :28], measure.tuned))
    say("done")


if __name__ == "__main__":
    main()
