# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a finished model with the app's own reader, on texts that no weight was learnt from."""

import hashlib
import json
import os

import numpy as np

import corpora
import measure
import native
from corpora import INDEX, LABELS, NEUTRAL

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
SIX = ["anger", "disgust", "fear", "joy", "sadness", "surprise"]
PLUTCHIK_GLAD_OR_ANGRY = {"joy", "anger", "disgust"}

# “Glad or angry” of a text, and the faces that must not answer pain. Narrow: what anybody would call a
# gleeful or an angry face. Wide: every glad or angry label but the ones that console.
SAD = {"sadness", "grief", "fear"}
GLAD_OR_ANGRY = set(corpora.EKMAN["joy"].split()) | set(corpora.EKMAN["anger"].split())
NARROW = "joy amusement excitement anger annoyance".split()
WIDE = ("joy amusement excitement pride admiration love optimism approval gratitude desire anger annoyance "
        "disapproval disgust").split()


def six_of(cells):
    g = np.zeros((len(cells), 6), bool)
    for i, cell in enumerate(cells):
        for name in cell.split(","):
            if name in SIX:
                g[i, SIX.index(name)] = True
    return g


def six_ways(read, truth):
    """How often the likeliest of the 27 labels, and the likeliest group of them, is the one."""
    ok = truth.any(1)
    p, m = read["scores"][ok][:, :NEUTRAL], measure.EKMAN[:NEUTRAL, :6]
    one = np.argmax(m[p.argmax(1)], 1)
    group = (p @ m).argmax(1)
    rows = np.arange(ok.sum())
    return truth[ok][rows, one].mean(), truth[ok][rows, group].mean()


def harm(read, sad):
    names = np.array(LABELS)[read["label"][sad]]
    return {"texts": int(sad.sum()), "narrow": float(np.isin(names, NARROW).mean()) if sad.any() else 0.0,
            "wide": float(np.isin(names, WIDE).mean()) if sad.any() else 0.0}


def sad_only(cells, sad, glad_or_angry):
    return np.array([bool(set(c.split(",")) & sad) and not set(c.split(",")) & glad_or_angry for c in cells])


def companion():
    with open(os.path.join(TOP, "tests", "core", "emotion", "sentences.tsv"), encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f]


def measure_all(path, data, held, crossed, crossed_fr):
    reader = native.Reader(path)
    out = {}

    dev, truth = data.labelled("goemotions/dev")
    truth = truth > 0
    read = reader.read(dev, "en")
    each, micro = measure.f1(truth, read["labels"])
    out["goemotions_dev"] = {k: float(v) for k, v in measure.figures(truth, read["labels"]).items()}
    out["goemotions_dev"]["top1"] = float(truth[np.arange(len(dev)), read["scores"].argmax(1)].mean())
    out["goemotions_dev_crossed"] = {k: float(v) for k, v in crossed.items()}
    out["goemotions_dev_auto"] = {k: float(v) for k, v in measure.figures(truth, reader.read(dev)["labels"]).items()}
    translated, truth_fr = data.labelled("goemotions_mtfr/dev")
    read_fr = reader.read(translated, "fr")["labels"]
    out["goemotions_translated_dev"] = {k: float(v) for k, v in measure.figures(truth_fr > 0, read_fr).items()}
    out["goemotions_translated_dev"]["labels_a_text"] = float(read_fr.sum(1).mean())
    out["goemotions_translated_dev_crossed"] = {k: float(v) for k, v in crossed_fr.items()}
    out["f1"] = {n: float(v) for n, v in zip(LABELS, each)}
    alone = truth.sum(1) == 1
    calm = alone & truth[:, NEUTRAL]
    shown = read["label"] == NEUTRAL
    out["neutral"] = {"neutral_texts_shown_neutral": float(shown[calm].mean()),
                      "other_texts_shown_neutral": float(shown[~truth[:, NEUTRAL]].mean())}
    table = np.zeros((28, 28), int)
    np.add.at(table, (truth[alone].argmax(1), read["scores"][alone].argmax(1)), 1)
    pairs = sorted(((int(table[i, j]), LABELS[i], LABELS[j]) for i in range(28) for j in range(28) if i != j), reverse=True)
    out["confusions"] = [p for p in pairs if NEUTRAL not in (INDEX[p[1]], INDEX[p[2]])][:20]
    out["confusions_with_neutral"] = [p for p in pairs if NEUTRAL in (INDEX[p[1]], INDEX[p[2]])][:10]
    cells = [r[1] for r in data.rows("goemotions/dev")]
    harms = {"goemotions_dev": harm(read, sad_only(cells, SAD, GLAD_OR_ANGRY))}

    for name, lang in (("kajava_fr", "fr"), ("kajava_en", "en"), ("xed_fr", "fr"), ("xed_en", "en")):
        texts, cells = data.named(name + "/dev")
        read = reader.read(texts, lang)
        one, group = six_ways(read, six_of(cells))
        out[name + "_dev"] = {"likeliest_label": float(one), "likeliest_group": float(group)}
        harms[name + "_dev"] = harm(read, sad_only(cells, {"sadness", "fear"}, PLUTCHIK_GLAD_OR_ANGRY))
    texts, cells = data.named("tweeteval_emotion/dev")
    harms["tweeteval_emotion_dev"] = harm(reader.read(texts, "en"), np.array([c == "sadness" for c in cells]))
    out["harm"] = harms
    total = sum(h["texts"] for h in harms.values())
    out["harm_all"] = {"texts": total, **{k: sum(h[k] * h["texts"] for h in harms.values()) / total for k in ("narrow", "wide")}}

    for name, lang in (("allocine/dev", "fr"), ("umsab_fr/dev", "fr"), ("umsab_en/dev", "en"), ("tweeteval_sentiment/dev", "en")):
        texts, cells = data.named(name)
        keep = [i for i, c in enumerate(cells) if c in ("negative", "positive")]
        v = reader.read([texts[i] for i in keep], lang)["valence"]
        out["polarity_" + name.replace("/", "_")] = float(np.mean((v > 0) == np.array([cells[i] == "positive" for i in keep])))

    rows = companion()
    for lang in ("en", "fr"):
        texts, names = [r[2] for r in rows if r[1] == lang], [r[0] for r in rows if r[1] == lang]
        for mode in (lang, "auto"):
            read = reader.read(texts, mode)
            out["companion_%s%s" % (lang, "" if mode == lang else "_auto")] = float(
                np.mean([LABELS[k] == n for k, n in zip(read["label"], names)]))
        out["companion_%s_labels" % lang] = float(np.mean([INDEX[n] in np.where(l)[0] for l, n in zip(read["labels"], names)]))
        out["companion_%s_scores" % lang] = float(np.mean([LABELS[k] == n for k, n in zip(read["scores"].argmax(1), names)]))
        if held:
            texts, y = held[lang]
            read = reader.read(texts, lang)
            out["held_%s" % lang] = float(y[np.arange(len(y)), read["label"]].mean())
            sad = (y[:, [INDEX[n] for n in SAD]] > 0).any(1) & ~(y[:, [INDEX[n] for n in GLAD_OR_ANGRY]] > 0).any(1)
            out["held_harm_%s" % lang] = harm(read, sad)
    with open(path, "rb") as f:
        blob = f.read()
    out["model"] = {"bytes": len(blob), "sha256": hashlib.sha256(blob).hexdigest()}
    return out


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def write(folder, path, data, held, crossed, crossed_fr):
    out = rounded(measure_all(path, data, held, crossed, crossed_fr))
    with open(os.path.join(folder, "report.json"), "w", encoding="utf-8") as f:
        json.dump(out, f, indent=1, ensure_ascii=False)
        f.write("\n")
    with open(os.path.join(folder, "reader.bin.sha256"), "w", encoding="utf-8") as f:
        f.write("%s  reader.bin\n" % out["model"]["sha256"])
    for key, value in out.items():
        if key not in ("confusions", "confusions_with_neutral", "f1"):
            print("%-28s %s" % (key, json.dumps(value)))
