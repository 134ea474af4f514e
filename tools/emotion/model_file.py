# SPDX-License-Identifier: GPL-3.0-or-later
"""The model as numbers of four bits, and as the file that the app maps (src/core/emotion/model.h)."""

import ctypes
import struct

import numpy as np

import native

VERSION = 2
HEADER = 192
OUT = 32


def quantize(w):
    """Rows of numbers from -7 to 7, each row with a scale from 0 to 255. Returns what the rows are worth
    now, the numbers, the scales, and what a number 1 of a row of scale 1 is worth."""
    largest = np.abs(w).max(1)
    step = np.float32(largest.max() / 7 / 255)
    scale = np.clip(np.ceil(largest / 7 / step), 0, 255)
    q = np.where(scale[:, None] > 0, np.clip(np.rint(w / np.maximum(scale * step, 1e-12)[:, None]), -7, 7), 0)
    return (q * (scale * step)[:, None]).astype(np.float32), q.astype(np.int8), scale.astype(np.uint8), step


def pack(q):
    """Two numbers a byte: number i in the low half, number i + n/2 in the high one."""
    half = q.shape[1] // 2
    u = (q + 8).astype(np.uint8)
    return (u[:, :half] | u[:, half:] << 4).astype(np.uint8)


def padded(a):
    """The last axis filled up to OUT."""
    return np.concatenate([a, np.zeros(a.shape[:-1] + (OUT - a.shape[-1],), a.dtype)], -1)


def checksum(data):
    return native.lib.lueur_checksum(ctypes.c_char_p(bytes(data)), ctypes.c_size_t(len(data)))


def write(path, known, linear, linear_bias, words, pieces, table, network, settings, soft):
    """LINEAR and TABLE are (numbers, scales, step). Writes the file and returns its bytes."""
    sections = [known.map, linear[1], pack(linear[0]), linear_bias.astype("<f4"), table[1], pack(table[0]),
                network.astype("<f4")] + [s.astype("<f4") for s in settings]
    body, offsets = bytearray(), []
    for s in sections:
        offsets.append(HEADER + len(body))
        body += np.ascontiguousarray(s).tobytes()
        body += bytes(-len(body) % 64)
    size = HEADER + len(body)
    head = struct.pack("<8sIIQQ", b"LUEURFL\n", VERSION, HEADER, size, checksum(body))
    head += struct.pack("<IIII", known.bits, len(linear[1]), words, pieces)
    head += struct.pack("<fffff", soft[0], soft[1], soft[2], linear[2], table[2])
    head += struct.pack("<9I", *offsets)
    head += bytes(HEADER - 8 - len(head))
    head += struct.pack("<Q", checksum(head))
    data = head + bytes(body)
    with open(path, "wb") as f:
        f.write(data)
    return data
