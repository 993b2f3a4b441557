"""Cases of PNG: every colour type and depth, as netpbm reads them, with the display that a sidecar asks for or without."""

import io
import json
import struct
import subprocess
import zlib

import numpy as np
from PIL import Image
from pydicom.sequence import Sequence
from truth_case import *  # noqa: F403
from truth_files import *  # noqa: F403
from truth_values import *  # noqa: F403

GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
# First column and row, and steps, of the passes (PNG section 8.2).
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def png(samples, depth, colour, interlaced=False, palette=None):
    """A PNG of samples by row, column and part; each row is filtered in another way."""
    rows, columns = samples.shape[:2]
    samples = samples.reshape(rows, columns, -1)
    raw = b"".join(filtered(samples[y::dy, x::dx], depth)
                   for x, y, dx, dy in (ADAM7 if interlaced else ((0, 0, 1, 1),)))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", columns, rows, depth, colour, 0, 0, int(interlaced)))]
    if palette is not None:
        chunks.append((b"PLTE", palette.tobytes()))
    chunks += [(b"IDAT", zlib.compress(raw, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)


def filtered(samples, depth):
    """Rows behind their filter bytes (PNG section 9)."""
    if samples.size == 0:
        return b""
    above, out = None, b""
    for y, row in enumerate(samples):
        flat = row.ravel()
        if depth == 16:
            line = np.frombuffer(flat.astype(">u2").tobytes(), np.uint8)
        else:
            bits = (flat[:, None] >> np.arange(depth - 1, -1, -1)) & 1
            line = np.packbits(bits.astype(np.uint8).ravel())
        step = max(1, samples.shape[2] * depth // 8)
        left = np.concatenate([np.zeros(step, np.uint8), line])[:line.size]
        above = np.zeros_like(line) if above is None else above
        corner = np.concatenate([np.zeros(step, np.uint8), above])[:line.size]
        a, b, c = (part.astype(int) for part in (left, above, corner))
        near = np.stack([abs(b - c), abs(a - c), abs(a + b - 2 * c)])
        guess = (np.zeros(line.size, int), a, b, (a + b) // 2, np.choose(near.argmin(0), [a, b, c]))[y % 5]
        out += bytes([y % 5]) + ((line - guess) % 256).astype(np.uint8).tobytes()
        above = line
    return out


def by_netpbm(data):
    """Samples as pngtopnm reads them, without transparency."""
    return netpbm(subprocess.run(["pngtopnm"], input=data, check=True, capture_output=True).stdout)


def sidecar_of(ds):
    """The DICOM JSON of all but the pixels, as pydicom writes it."""
    known = ds.to_json_dict()
    for gone in ("7FE00010",):
        known.pop(gone, None)
    return json.dumps(known)


def shown_as(name, data, ds, stored, beside=True, **more):
    """A grey PNG; the DICOM file of the same values and attributes is for the other programs."""
    assert (by_netpbm(data)[..., 0] == (stored.astype(np.int64) & 0xFFFF)).all()
    grey(name, ds, stored, container=dict(path="x.png", bytes=data, beside={"x.json": sidecar_of(ds)} if beside else {}), **more)


def percentile_of(values):
    """The window from the 1st to the 99th percentile."""
    low, high = np.percentile(values, (1, 99))
    return (low + high) / 2, high - low


def depths():
    for depth in (1, 2, 4, 8, 16):
        kind = np.uint16 if depth == 16 else np.uint8
        stored = noise(0, 2**depth - 1, kind)
        for interlaced in (False, True):
            how = ", interlaced" if interlaced else ""
            exact = window(str(2**depth / 2), str(2**depth), VOILUTFunction="LINEAR_EXACT")
            ds = image(stored, None, depth, **exact)
            values = linear_exact(stored.astype(float), 2**depth / 2, 2**depth)
            shown_as(f"PNG, grey of {depth} bits{how}", png(stored, depth, GREY, interlaced), ds, stored, display=values)
            if depth >= 8:
                both = np.stack([stored, stored[::-1]], -1)
                shown_as(f"PNG, grey of {depth} bits with alpha{how}", png(both, depth, GREY_ALPHA, interlaced), ds, stored,
                         display=values)
                tint = noise(0, 2**depth - 1, kind, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
                for colour, samples in ((RGB, tint), (RGB_ALPHA, np.dstack([tint, stored]))):
                    data = png(samples, depth, colour, interlaced)
                    assert (by_netpbm(data) == tint).all()
                    rgb(f"PNG, RGB of {depth} bits{' with alpha' if colour == RGB_ALPHA else ''}{how}", data,
                        to_bytes(by_netpbm(data), depth), container=dict(path="x.png", bytes=data, beside={}))
            if depth <= 8:
                palette = RANDOM.randint(0, 256, (2**depth, 3)).astype(np.uint8)
                data = png(stored, depth, PALETTE, interlaced, palette)
                seen = by_netpbm(data)
                assert (np.asarray(Image.open(io.BytesIO(data)).convert("RGB")) == seen).all()
                rgb(f"PNG, palette of {2**depth} colours{how}", data, seen,
                    container=dict(path="x.png", bytes=data, beside={}))


def sidecars():
    data = png(FILM, 16, GREY)
    film = lambda **more: image(FILM, 16, 12, **more)
    values = FILM.astype(float)
    center, width = percentile_of(values)
    shown_as("PNG without sidecar, 1st to 99th percentile", data,
             film(**window(repr(center)[:16], repr(width)[:16], VOILUTFunction="LINEAR_EXACT")), FILM, beside=False,
             display=linear_exact(values, center, width))
    shown_as("PNG with a window", data, film(**window("1500", "700")), FILM)
    shown_as("PNG with a SIGMOID, MONOCHROME1", data,
             film(PhotometricInterpretation="MONOCHROME1", **window("2048", "2000", VOILUTFunction="SIGMOID")), FILM,
             display=sigmoid(values, 2048, 2000), inverted=True)
    shown_as("PNG with a rescale", data, film(**HU, **window("40", "400")), FILM, modality=values - 1024)
    black = FILM.copy()
    black[3:6, 4:9] = 4095
    shown_as("PNG with padding", png(black, 16, GREY), image(black, 16, 12, PixelPaddingValue=4095, **window("2048", "4096")),
             black, padding=black == 4095)
    center, width = percentile_of(black[black != 4095])
    ds = image(black, 16, 12, PixelPaddingValue=4095, PhotometricInterpretation="MONOCHROME1")
    # The sidecar has no window: the one of the other programs comes after it.
    beside = sidecar_of(ds)
    ds.WindowCenter, ds.WindowWidth, ds.VOILUTFunction = repr(center)[:16], repr(width)[:16], "LINEAR_EXACT"
    grey("PNG with padding and no window, 1st to 99th percentile, MONOCHROME1", ds, black,
         display=linear_exact(black.astype(float), center, width), inverted=True, padding=black == 4095,
         container=dict(path="x.png", bytes=png(black, 16, GREY), beside={"x.json": beside}))
    signed = noise(-2048, 2047, np.int16)
    shown_as("PNG of signed values", png(signed.view(np.uint16), 16, GREY), image(signed, 16, 12, **window("0", "4096")), signed)
    fall = np.round(1023 * np.sqrt(1 - np.arange(4096) / 4095)).astype(np.uint16)
    table = lut_item((4096, 0, 10), [int(value) for value in fall], explanation="TURNED")
    shown_as("PNG with a VOI LUT", data, film(VOILUTSequence=Sequence([table])), FILM, display=by_voi_lut(FILM, fall, 0, 10))


PNG = (depths, sidecars)
