"""Writes nibabel-values.json: what nibabel reads from NIfTI files that are made here byte by byte.

Of each file the table has its bytes (zlib, base64), the affine and the scaled values, first axis fastest.

Run with Debian's python3-nibabel: /usr/bin/python3 src/formats/nifti/nibabel-values.py
With --check nothing is written, and the exit code says whether the table still holds.
"""

import base64
import json
import math
import pathlib
import struct
import sys
import zlib

import nibabel
import numpy

TABLE = pathlib.Path(__file__).with_name("nibabel-values.json")

TYPES = {
    "uint8": (2, "B"),
    "int16": (4, "h"),
    "int32": (8, "i"),
    "float32": (16, "f"),
    "float64": (64, "d"),
    "int8": (256, "b"),
    "uint16": (512, "H"),
    "uint32": (768, "I"),
    "int64": (1024, "q"),
    "uint64": (1280, "Q"),
}
DIMENSIONS = (3, 2, 2)


def header(version, order, dtype, sform=None, qform=None, pixdim=(1, 1, 1, 1), scaling=(0, 0)):
    """A header after the offsets of nifti1.h and nifti2.h, followed by no extension."""
    code, letter = TYPES[dtype]
    raw = bytearray(352 if version == 1 else 544)

    def put(at, form, *values):
        struct.pack_into(order + form, raw, at, *values)

    real = "f" if version == 1 else "d"
    size = struct.calcsize(real)
    short = "h" if version == 1 else "q"
    at = (
        dict(dim=40, datatype=70, pixdim=76, offset=108, slope=112, units=123, codes=252, quatern=256, srow=280)
        if version == 1
        else dict(dim=16, datatype=12, pixdim=104, offset=168, slope=176, units=500, codes=344, quatern=352, srow=400)
    )
    put(0, "i", 348 if version == 1 else 540)
    if version == 1:
        raw[344:348] = b"n+1\0"
    else:
        raw[4:12] = b"n+2\0\r\n\x1a\n"
    put(at["dim"], "8" + short, 3, *DIMENSIONS, 1, 1, 1, 1)
    put(at["datatype"], "hh", code, 8 * struct.calcsize(letter))
    put(at["pixdim"], "4" + real, *pixdim)
    put(at["offset"], "f" if version == 1 else "q", len(raw))
    put(at["slope"], "2" + real, *scaling)
    raw[at["units"] if version == 1 or order == "<" else at["units"] + 3] = 2
    put(at["codes"], "hh" if version == 1 else "ii", 1 if qform else 0, 1 if sform else 0)
    if qform:
        put(at["quatern"], "6" + real, *qform)
    if sform:
        put(at["srow"], "12" + real, *sform)
    return bytes(raw)


def voxels(dtype):
    """Twelve values that show sign, width and order of a type."""
    if dtype.startswith("float"):
        return [-1024.5, 0.0, 0.25, 1.0, 3071.0, -3.5, 1e6, 2.0, -0.125, 7.0, 8.0, 9.0]
    info = numpy.iinfo(dtype)
    low, high = max(info.min, -(2**53)), min(info.max, 2**53)
    return [low, low + 1, 0, 1, 2, 3, 100, 127, high // 2, high // 3, high - 1, high]


def quatern(axis, degrees):
    length = math.sqrt(sum(part * part for part in axis))
    return [part / length * math.sin(math.radians(degrees) / 2) for part in axis]


SFORMS = {
    "identity": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
    "LPS": [-0.7, 0, 0, 90, 0, -0.7, 0, 120, 0, 0, 5, -300],
    "LAS": [-0.7, 0, 0, 90, 0, 0.7, 0, -120, 0, 0, 5, -300],
    "head first": [-0.7, 0, 0, 90, 0, 0.7, 0, -120, 0, 0, -5, 300],
    "coronal": [-0.9, 0, 0, 11, 0, 0, 3, -22, 0, 0.9, 0, 33],
    "sagittal": [0, 0, 4, 11, -0.8, 0, 0, 22, 0, 0.8, 0, 33],
    "oblique": [0.6, -0.3, 0.2, 10, 0.3, 0.6, -0.1, 20, -0.05, 0.1, 2, 30],
    "sheared": [0.7, 0, 0, -90, 0, 0.7, 1.2, -120, 0, 0, 5, 40],
}
QFORMS = {
    "turned by 180 about z": (quatern((0, 0, 1), 180), (1, 0.7, 0.7, 5)),
    "turned by 90 about x": (quatern((1, 0, 0), 90), (1, 0.7, 0.8, 5)),
    "qfac -1": (quatern((0, 1, 0), 180), (-1, 0.7, 0.8, 5)),
    "qfac 0": (quatern((0, 1, 0), 30), (0, 0.7, 0.8, 5)),
    "oblique, qfac 1": (quatern((1, 2, 3), 40), (1, 0.6, 0.9, 2.5)),
    "oblique, qfac -1": (quatern((-2, 1, 0.5), 110), (-1, 0.6, 0.9, 2.5)),
}


def cases():
    """Names with bytes: every sform and qform, sform over qform, every type, in both versions and orders in turn."""
    turn = [(1, "<"), (1, ">"), (2, "<"), (2, ">")]
    made = []

    def add(name, dtype, **parts):
        version, order = turn[len(made) % 4]
        full = f"{name}, NIfTI-{version}, {'little' if order == '<' else 'big'} endian"
        body = struct.pack(order + "12" + TYPES[dtype][1], *voxels(dtype))
        made.append((full, header(version, order, dtype, **parts) + body))

    for name, sform in SFORMS.items():
        add(f"sform {name}", "int16", sform=sform)
    for name, (b_c_d, pixdim) in QFORMS.items():
        add(f"qform {name}", "int16", qform=[*b_c_d, 10, -20, 30], pixdim=pixdim)
    b_c_d, pixdim = QFORMS["oblique, qfac -1"]
    add("sform over qform", "int16", sform=SFORMS["LPS"], qform=[*b_c_d, 1, 2, 3], pixdim=pixdim)
    for dtype in TYPES:
        for scaling in [(0, 7), (2.5, -1024)]:
            add(f"{dtype}, slope {scaling[0]}", dtype, sform=SFORMS["LAS"], scaling=scaling)
    return made


def read(raw):
    image_class = nibabel.Nifti1Image if raw[344:347] == b"n+1" else nibabel.Nifti2Image
    image = image_class.from_bytes(raw)
    return {
        "affine": [[float(number) for number in row] for row in image.affine[:3]],
        "values": [float(number) for number in image.get_fdata().flatten(order="F")],
    }


def packed(raw):
    return base64.b64encode(zlib.compress(raw, 9)).decode("ascii")


def unpacked(text):
    return zlib.decompress(base64.b64decode(text))


def main():
    made = cases()
    table = [{"name": name, "file": packed(raw), **read(raw)} for name, raw in made]
    if "--check" not in sys.argv:
        lines = ",\n".join(json.dumps(case) for case in table)
        TABLE.write_text(f'{{"nibabel": "{nibabel.__version__}", "cases": [\n{lines}\n]}}\n')
        return 0
    kept = json.loads(TABLE.read_text())["cases"]
    same = [a["name"] for a in kept] == [b["name"] for b in table] and all(
        unpacked(a["file"]) == unpacked(b["file"])
        and numpy.allclose(a["affine"], b["affine"], atol=1e-6)
        and numpy.allclose(a["values"], b["values"], rtol=1e-12)
        for a, b in zip(kept, table)
    )
    print("the table holds" if same else "the table is another one now")
    return 0 if same else 1


sys.exit(main())
