"""Writes numpy-values.json: pixels inside regions and their values, as numpy finds them.

Run with Debian's python3-numpy: /usr/bin/python3 src/domain/measure/numpy-values.py
With --check nothing is written, and the exit code says whether the table still holds.
"""

import json
import pathlib
import sys

import numpy as np

COLUMNS, ROWS = 97, 71
SLOPE, INTERCEPT = 2.0, -1024.0
PADDING = 0
TARGET = pathlib.Path(__file__).with_suffix(".json")


def image() -> np.ndarray:
    """Stored values that no two neighbours share, with some padding."""
    x, y = np.meshgrid(np.arange(COLUMNS), np.arange(ROWS))
    return (x * 7919 + y * 104729 + x * y * 31) % 4093


def polygon(points: list) -> np.ndarray:
    """Pixels whose centres are inside by the even-odd rule: edges to the left of a centre are counted."""
    x, y = np.meshgrid(np.arange(COLUMNS) + 0.5, np.arange(ROWS) + 0.5)
    inside = np.zeros((ROWS, COLUMNS), bool)
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]):
        spans = (y0 <= y) != (y1 <= y)
        with np.errstate(divide="ignore", invalid="ignore"):
            at = x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        inside ^= spans & (at <= x)
    return inside


def ellipse(a: list, b: list) -> np.ndarray:
    x, y = np.meshgrid(np.arange(COLUMNS) + 0.5, np.arange(ROWS) + 0.5)
    cx, cy = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    rx, ry = abs(b[0] - a[0]) / 2, abs(b[1] - a[1]) / 2
    return ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1


REGIONS = [
    ("rectangle", [[10, 12], [30, 25]]),
    ("rectangle", [[41.3, 60.2], [12.7, 33.6]]),
    ("rectangle", [[0, 0], [COLUMNS, ROWS]]),
    ("ellipse", [[20.2, 10.1], [70.9, 55.3]]),
    ("ellipse", [[5, 40], [15, 50]]),
    ("freehand", [[5.2, 6.1], [80.4, 12.3], [60.7, 65.2], [33.3, 30.1], [8.8, 50.9]]),
    ("freehand", [[20, 20], [60, 60], [60, 20], [20, 60]]),
]


def inside(tool: str, points: list) -> np.ndarray:
    if tool == "ellipse":
        return ellipse(*points)
    if tool == "rectangle":
        (x0, y0), (x1, y1) = points
        points = [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]
    return polygon(points)


def cases() -> list:
    stored = image()
    found = []
    for tool, points in REGIONS:
        mask = inside(tool, points)
        values = stored[mask & (stored != PADDING)] * SLOPE + INTERCEPT
        found.append(
            {
                "tool": tool,
                "points": points,
                "pixels": int(mask.sum()),
                "count": int(values.size),
                "mean": float(values.mean()),
                "sd": float(values.std()),
                "min": float(values.min()),
                "max": float(values.max()),
            }
        )
    return found


def main() -> None:
    text = json.dumps(
        {
            "columns": COLUMNS,
            "rows": ROWS,
            "slope": SLOPE,
            "intercept": INTERCEPT,
            "padding": PADDING,
            "cases": cases(),
        },
        indent=2,
    )
    if "--check" in sys.argv:
        if json.loads(TARGET.read_text()) != json.loads(text):
            sys.exit(f"{TARGET.name} is not what numpy says")
        return
    TARGET.write_text(text + "\n")


main()
