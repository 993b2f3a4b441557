"""Cases of what a file draws over its image: overlays, as pydicom and DCMTK read them, and shutters, which neither paints."""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from truth_case import *  # noqa: F403
from truth_files import *  # noqa: F403
from truth_values import *  # noqa: F403


def plane(ds, group, bits, origin=(1, 1), **more):
    """Adds an overlay plane with its own data; its first pixel lies on a row and a column, from 1."""
    for element, vr, value in ((0x10, "US", bits.shape[-2]), (0x11, "US", bits.shape[-1]), (0x40, "CS", "G"),
                               (0x50, "SS", list(origin)), (0x100, "US", 1), (0x102, "US", 0),
                               *((number, "US" if number == 0x51 else "IS", value) for number, value in more.get("frames", ()))):
        ds.add_new((group, element), vr, value)
    packed = np.packbits(bits.ravel(), bitorder="little").tobytes()
    ds.add_new((group, 0x3000), "OW", packed + b"\0" * (len(packed) % 2))
    return ds


def placed(bits, origin):
    """A plane on the image, cut off at its edges (PS3.3 C.9.2.1.1)."""
    whole = np.zeros((ROWS, COLUMNS), bool)
    for row, column in np.argwhere(bits):
        y, x = row + origin[0] - 1, column + origin[1] - 1
        if 0 <= y < ROWS and 0 <= x < COLUMNS:
            whole[y, x] = True
    return whole


def by_dcmtk(ds, frame):
    """Pixels that dcm2pnm paints otherwise with overlays than without: the image has one dark grey."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "a.dcm")
        source.write_bytes(written(ds))
        seen = [netpbm(subprocess.run(["dcm2pnm", option, *more, "+Wi", "1", "+F", str(frame + 1), str(source)],
                                      check=True, capture_output=True).stdout)
                for option, *more in (("-O",), ("+O", "0", "+Omr"))]
    return (seen[0] != seen[1])[..., 0]


DARK = dict(**window("2048", "4096"))


def overlay(name, ds, stored, expected, frame=0):
    assert (by_dcmtk(ds, frame) == expected).all(), name
    grey(name, ds, stored, frame=frame, covers=dict(overlay=expected))


def overlays():
    flat = np.full((ROWS, COLUMNS), 300, np.uint16)
    bits = RANDOM.randint(0, 2, (ROWS, COLUMNS)).astype(np.uint8)
    small = RANDOM.randint(0, 2, (5, 7)).astype(np.uint8)
    make = lambda: image(flat, 16, 12, **DARK)
    ds = plane(make(), 0x6000, bits)
    assert (ds.overlay_array(0x6000) == bits).all()
    overlay("overlay", ds, flat, bits == 1)
    for origin in ((4, 6), (-1, -2), (10, 13)):
        ds = plane(make(), 0x6000, small, origin)
        assert (ds.overlay_array(0x6000) == small).all()
        overlay(f"overlay from row {origin[0]} and column {origin[1]}", ds, flat, placed(small, origin))
    ds = plane(plane(make(), 0x6002, small, (2, 2)), 0x601E, small[::-1], (6, 8))
    overlay("two overlays", ds, flat, placed(small, (2, 2)) | placed(small[::-1], (6, 8)))
    ds = with_syntax(plane(make(), 0x6000, bits), IMPLICIT)
    overlay("overlay, implicit", ds, flat, bits == 1)
    big = with_syntax(plane(make(), 0x6000, bits), BIG_ENDIAN)
    big.PixelData = turned(big.PixelData, 2)
    big[0x6000, 0x3000].value = turned(big[0x6000, 0x3000].value, 2)
    overlay("overlay, big endian", big, flat, bits == 1)
    for bit in (12, 15):
        ds = make()
        ds.PixelData = (flat | bits.astype(np.uint16) << bit).astype("<u2").tobytes()
        for element, vr, value in ((0x10, "US", ROWS), (0x11, "US", COLUMNS), (0x40, "CS", "G"), (0x50, "SS", [1, 1]),
                                   (0x100, "US", 16), (0x102, "US", bit)):
            ds.add_new((0x6000, element), vr, value)
        overlay(f"overlay in bit {bit} of the pixels", ds, flat, bits == 1)
    frames = np.stack([flat] * 3)
    three = RANDOM.randint(0, 2, (2, ROWS, COLUMNS)).astype(np.uint8)
    ds = plane(image(frames, 16, 12, **DARK), 0x6000, three, frames=((0x15, 2), (0x51, 2)))
    assert (ds.overlay_array(0x6000) == three).all()
    for frame, expected in ((0, np.zeros((ROWS, COLUMNS), bool)), (2, three[1] == 1)):
        overlay(f"overlay of the second and third frame, on frame {frame + 1}", ds, flat, expected, frame)


def shutters():
    """By the words of PS3.3 C.7.6.11: what is outside of a rectangle, a circle, a polygon, or any of several."""
    y, x = np.mgrid[1:ROWS + 1, 1:COLUMNS + 1]
    sides = dict(ShutterLeftVerticalEdge="3", ShutterRightVerticalEdge="12", ShutterUpperHorizontalEdge="2",
                 ShutterLowerHorizontalEdge="9")
    outside_box = (x < 3) | (x > 12) | (y < 2) | (y > 9)
    # A circle and a triangle whose edges meet the middle of no pixel of the image.
    circle = dict(CenterOfCircularShutter=["6", "8"], RadiusOfCircularShutter="9")
    outside_circle = (x - 8) ** 2 + (y - 6) ** 2 > 81
    corners = [(-3, -2), (-3, 20), (18, -2)]
    for name, shape, more, expected in (
        ("rectangle", "RECTANGULAR", sides, outside_box),
        ("circle", "CIRCULAR", circle, outside_circle),
        ("triangle", "POLYGONAL", dict(VerticesOfThePolygonalShutter=[str(n) for corner in corners for n in corner]),
         (x + 2) / 22 + (y + 3) / 21 > 1),
        ("rectangle and circle", ["RECTANGULAR", "CIRCULAR"], dict(**sides, **circle), outside_box | outside_circle),
    ):
        ds = image(FILM, 16, 12, ShutterShape=shape, ShutterPresentationValue=0, **window("2048", "4096"), **more)
        for syntax, how in ((EXPLICIT, ""), (IMPLICIT, ", implicit")):
            grey(f"shutter, {name}{how}", with_syntax(ds, syntax), FILM, covers=dict(shutter=expected))


COVERS = (overlays, shutters)
