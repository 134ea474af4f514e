# SPDX-License-Identifier: GPL-3.0-or-later
"""The other half of the model: a small convolutional network over vectors of tokens."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

FLAGS = 32  # combinations of a token's flags


def prepare():
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)  # denormal numbers make an epoch ten times longer
    torch.use_deterministic_algorithms(True)


class Table:
    """The vocabulary's rows as tensors."""

    def __init__(self, vocabulary):
        flat, offsets, weights = vocabulary.flat()
        self.flat, self.offsets = torch.from_numpy(flat), torch.from_numpy(offsets)
        self.weights = torch.from_numpy(weights)


class Network(nn.Module):
    def __init__(self, rows, size, hidden, widths, out, sources=1, dropout=0.5, word_dropout=0.15,
                 vector_dropout=0.3):
        super().__init__()
        self.source = nn.Embedding(sources, out)  # what texts of a source lean to, whatever they say
        nn.init.zeros_(self.source.weight)
        self.table = nn.EmbeddingBag(rows, size, mode="sum")
        nn.init.normal_(self.table.weight, 0, 0.1)
        self.flags = nn.Embedding(FLAGS, size)
        nn.init.normal_(self.flags.weight, 0, 0.02)
        self.convs = nn.ModuleList([nn.Conv1d(size, hidden, w, padding=w // 2) for w in widths])
        self.out = nn.Linear(2 * hidden * len(widths), out)
        self.skip = nn.Linear(size, out, bias=False)
        self.dropout, self.word_dropout, self.vector_dropout = dropout, word_dropout, vector_dropout

    def forward(self, types, flags, mask, table, source=None):
        # Vectors of the different tokens in this batch, then of every token.
        unique, inverse = torch.unique(types, return_inverse=True)
        start = table.offsets[unique]
        count = table.offsets[unique + 1] - start
        begin = torch.zeros(len(unique), dtype=torch.long)
        begin[1:] = torch.cumsum(count, 0)[:-1]
        index = (torch.arange(int(count.sum())) - torch.repeat_interleave(begin, count)
                 + torch.repeat_interleave(start, count))
        vectors = self.table(table.flat[index], begin, per_sample_weights=table.weights[index])
        x = F.embedding(inverse, vectors) + self.flags(flags)
        if self.training:
            keep = (torch.rand(x.shape[0], x.shape[1], 1) > self.word_dropout).float()
            x = F.dropout(x * keep, self.vector_dropout)
        x = x * mask.unsqueeze(2)
        root = torch.sqrt(mask.sum(1, keepdim=True) + 1)
        across = x.transpose(1, 2)
        m = mask.unsqueeze(1)
        h = torch.cat([F.relu(c(across)[:, :, :across.shape[2]]) for c in self.convs], 1) * m
        pooled = torch.cat([h.amax(2), h.sum(2) / root], 1)
        direct = F.dropout(x.sum(1) / root, 0.2, self.training)
        z = self.out(F.dropout(pooled, self.dropout, self.training)) + self.skip(direct)
        return z if source is None else z + self.source(source)


def batches(tokens, index, size, rng=None):
    """Batches of texts of about the same length; shuffled when there is an RNG."""
    n = np.diff(tokens.ptr)[index]
    if rng is None:
        order = np.argsort(n, kind="stable")
        chosen = [order[a:a + size] for a in range(0, len(order), size)]
    else:
        order, chosen = rng.permutation(len(index)), []
        for a in range(0, len(order), size * 50):
            part = order[a:a + size * 50]
            part = part[np.argsort(n[part], kind="stable")]
            chosen += [part[b:b + size] for b in range(0, len(part), size)]
        rng.shuffle(chosen)
    for pick in chosen:
        length = max(int(n[pick].max()), 4)
        columns = np.arange(length)
        mask = columns[None, :] < n[pick][:, None]
        at = np.where(mask, tokens.ptr[index[pick]][:, None] + columns[None, :], 0)
        if len(tokens.types) == 0:
            at = np.zeros_like(at)
        types = np.where(mask, tokens.types[at], 0).astype(np.int64)
        flags = np.where(mask, tokens.flags[at], 0).astype(np.int64)
        yield pick, torch.from_numpy(types), torch.from_numpy(flags), torch.from_numpy(mask.astype(np.float32))


def train(network, table, tokens, targets, sources=None, masks=None, weights=None, epochs=8, rate=2e-3, size=128,
          seed=1, say=None, only=None):
    """Of a text that weighs less than one, that share of the epochs sees it; one that weighs more counts
    for more in each."""
    n = len(tokens)
    weights = np.ones(n, np.float32) if weights is None else np.asarray(weights, np.float32)
    sources = torch.from_numpy(np.zeros(n, np.int64) if sources is None else np.asarray(sources, np.int64))
    heavy = torch.from_numpy(np.maximum(weights, 1))
    torch.manual_seed(seed)
    rng = np.random.RandomState(seed)
    parameters = list(network.parameters()) if only is None else only
    optimizer = torch.optim.Adam(parameters, lr=rate)
    y = torch.from_numpy(np.ascontiguousarray(targets, np.float32))
    share = np.minimum(weights, 1)
    steps, step = epochs * int(np.ceil(share.sum() / size)), 0
    for epoch in range(epochs):
        network.train()
        total = 0.0
        index = np.where(rng.random_sample(n) < share)[0]
        for pick, types, flags, mask in batches(tokens, index, size, rng):
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, step / 200 + 0.05) * max(1 - 0.95 * step / steps, 0.05)
            rows = index[pick]
            z = network(types, flags, mask, table, sources[rows])
            loss = F.binary_cross_entropy_with_logits(z, y[rows], reduction="none")
            if masks is not None:
                loss = loss * torch.from_numpy(masks[rows])
            loss = (loss.sum(1) * heavy[rows]).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 5.0)
            optimizer.step()
            total += float(loss) * len(rows)
            step += 1
        if say:
            say("epoch %d of %d: loss %.4f" % (epoch + 1, epochs, total / len(index)))
    return network


def score(network, table, tokens, size=512):
    """Scores without any source’s leaning."""
    index = np.arange(len(tokens))
    network.eval()
    z = np.zeros((len(index), network.out.out_features), np.float32)
    with torch.no_grad():
        for pick, types, flags, mask in batches(tokens, index, size):
            z[pick] = network(types, flags, mask, table).numpy()
    return z
