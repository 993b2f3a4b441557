"""What the standard says a file's pixels are: stored values by other decoders, the rest by its formulas."""

import re

import numpy as np


def masked(words, allocated, bits, high, signed):
    """Stored values out of whole words (PS3.5 section 8.1.1)."""
    values = (words.astype(np.int64) & (2**allocated - 1)) >> (high + 1 - bits) & (2**bits - 1)
    return np.where(signed & (values >= 2 ** (bits - 1)), values - 2**bits, values)


def rescaled(stored, slope=1.0, intercept=0.0):
    """PS3.3 C.11.1.1.2."""
    return stored.astype(np.float64) * slope + intercept


def looked_up(values, entries, first):
    """PS3.3 C.11.1.1.1: the first entry below the range, the last above it."""
    index = np.floor(values.astype(np.float64) + 0.5).astype(np.int64) - first
    return np.asarray(entries, np.float64)[np.clip(index, 0, len(entries) - 1)]


def linear(values, center, width):
    """PS3.3 C.11.2.1.2.1."""
    low, high = center - 0.5 - (width - 1) / 2, center - 0.5 + (width - 1) / 2
    between = ((values - (center - 0.5)) / max(width - 1, 1e-9) + 0.5) * 255
    return np.where(values <= low, 0, np.where(values > high, 255, between))


def linear_exact(values, center, width):
    """PS3.3 C.11.2.1.3.2."""
    between = ((values - center) / width + 0.5) * 255
    return np.where(values <= center - width / 2, 0, np.where(values > center + width / 2, 255, between))


def sigmoid(values, center, width):
    """PS3.3 C.11.2.1.3.1."""
    return 255 / (1 + np.exp(-4 * (values - center) / width))


def by_voi_lut(values, entries, first, bits):
    """PS3.3 C.11.2.1.1, the output over the whole range of greys."""
    return looked_up(values, entries, first) / (2**bits - 1) * 255


def greys(display, inverted=False, padding=None):
    """Whole greys, turned where the file asks for it; padding is black."""
    shown = np.floor(display + 0.5)
    shown = 255 - shown if inverted else shown
    return (np.where(padding, 0, shown) if padding is not None else shown).astype(np.uint8)


def ybr_to_rgb(ybr):
    """PS3.3 C.7.6.3.1.2, YBR_FULL turned round."""
    y, cb, cr = (ybr[..., at].astype(np.float64) for at in range(3))
    rgb = [y + 1.402 * (cr - 128), y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128), y + 1.772 * (cb - 128)]
    return np.clip(np.floor(np.stack(rgb, -1) + 0.5), 0, 255).astype(np.uint8)


def to_bytes(samples, bits):
    """Samples of any depth over 0 to 255."""
    return np.floor(samples.astype(np.float64) * 255 / (2**bits - 1) + 0.5).astype(np.uint8)


def netpbm(data):
    """Values of a binary PBM, PGM or PPM as they are; Pillow would spread them over 16 bits."""
    if data[:2] == b"P4":
        columns, rows, raster = re.match(rb"P4\s+(\d+)\s+(\d+)\s(.*)", data, re.S).groups()
        bits = np.unpackbits(np.frombuffer(raster, np.uint8).reshape(int(rows), -1), axis=1)[:, :int(columns)]
        # 1 is black.
        return 1 - bits[..., None]
    _, columns, rows, most, raster = re.match(rb"(P[56])\s+(\d+)\s+(\d+)\s+(\d+)\s(.*)", data, re.S).groups()
    kind = ">u2" if int(most) > 255 else "u1"
    return np.frombuffer(raster, kind).reshape(int(rows), int(columns), -1)
