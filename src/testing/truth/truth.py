#!/usr/bin/env python3
"""Makes the truth table: DICOM, PNG and NIfTI files of every kind, with the values that other programs give for them.
midscope's own tests read the table, and need no Python.

Stored values are those of pydicom with GDCM, DCMTK, OpenJPH, netpbm, Pillow and nibabel. Modality values and greys are held
against pydicom's functions and DCMTK's dcm2pnm (truth_seen.py, which says where one of them differs from the standard).

    python3 truth.py          writes truth.jsonl
    python3 truth.py --check  says whether truth.jsonl is what it would write

Debian: python3-pydicom python3-gdcm python3-nibabel python3-numpy python3-pil
    dcmtk openjph-tools netpbm
"""

import base64
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import gdcm
import nibabel
import numpy as np
import PIL
import pydicom
from truth_case import CASES
from truth_coded import CODED
from truth_covers import COVERS
from truth_depths import DEPTHS
from truth_nifti import NIFTI
from truth_png import PNG
from truth_seen import programs_of
from truth_shown import SHOWN

TABLE = Path(__file__).parent / "truth.jsonl"


def versions():
    dcmtk = subprocess.run(["dcmcjpeg", "--version"], capture_output=True, text=True).stdout.split()
    return {"pydicom": pydicom.__version__, "gdcm": gdcm.Version.GetVersion(), "numpy": np.__version__,
            "pillow": PIL.__version__, "nibabel": nibabel.__version__, "dcmtk": next(word for word in dcmtk if word.startswith("v"))}


def text(data):
    return base64.b64encode(bytes(data)).decode()


def digest(values):
    """SHA-256 of all values as little endian doubles."""
    return hashlib.sha256(np.ascontiguousarray(values, "<f8").tobytes()).hexdigest()


def pixels_of(case):
    """A handful of pixels: corners, the least, the greatest, and some at random places."""
    stored = case["stored"].ravel()
    last = stored.size - 1
    columns = case["stored"].shape[-1]
    places = {0, columns - 1, last - columns + 1, last, int(stored.argmin()), int(stored.argmax())}
    places |= {int(place) for place in np.random.RandomState(4).randint(0, last + 1, 4)}
    modality, greys = case["modality"].ravel(), case["greys"].ravel()
    return [[place, stored[place].item(), modality[place].item(), int(greys[place])] for place in sorted(places)]


def entry(case, files):
    container = case["container"] or {"bytes": case["data"]}
    file = files.setdefault(text(container["bytes"]), len(files))
    shape = case["rgb"].shape[:2] if "rgb" in case else case["stored"].shape
    made = {"name": case["name"], "file": file, "frame": case["frame"], "rows": shape[0], "columns": shape[1]}
    made |= {name: container[name] for name in ("path", "beside") if container.get(name)}
    if "rgb" in case:
        return {**made, "rgb": text(case["rgb"].tobytes())}
    if case["choice"]:
        made["choice"] = case["choice"]
    made |= {name: text(np.packbits(mask)) for name, mask in (case["covers"] or {}).items()}
    return {**made, "by": programs_of(case), "pixels": pixels_of(case), "stored": digest(case["stored"]),
            "modality": digest(case["modality"]), "greys": text(case["greys"].tobytes())}


def table():
    for make in (*CODED, *SHOWN, *DEPTHS, *PNG, *NIFTI, *COVERS):
        make()
    files = {}
    cases = [entry(case, files) for case in CASES]
    names = [case["name"] for case in cases]
    assert len(set(names)) == len(names), [name for name in names if names.count(name) > 1]
    return {"with": versions(), "cases": cases, "files": list(files)}


def as_text(made):
    """One line of JSON each: what it was made with, the files, the cases."""
    rows = [{"with": made["with"]}, *({"data": data} for data in made["files"]), *made["cases"]]
    return "".join(json.dumps(row) + "\n" for row in rows)


def read(text):
    head, *rows = [json.loads(line) for line in text.splitlines()]
    files = [row["data"] for row in rows if "data" in row]
    return {**head, "files": files, "cases": [row for row in rows if "name" in row]}


def main():
    made = table()
    if "--check" not in sys.argv:
        TABLE.write_text(as_text(made))
        print(f"{len(made['cases'])} cases, {TABLE.stat().st_size // 1024} kB")
        return
    kept = read(TABLE.read_text())
    if kept["with"] != made["with"]:
        print(f"made with {kept['with']}, checked with {made['with']}")
    old = {case["name"]: {**case, "file": kept["files"][case["file"]]} for case in kept["cases"]}
    new = {case["name"]: {**case, "file": made["files"][case["file"]]} for case in made["cases"]}
    differing = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    if differing:
        sys.exit("truth.jsonl is not what truth.py makes: " + ", ".join(differing))
    print(f"{len(new)} cases are what they were")


if __name__ == "__main__":
    main()
