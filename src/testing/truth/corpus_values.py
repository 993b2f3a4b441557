#!/usr/bin/env python3
"""Stored values of the images named on the standard input, one path a line, as pydicom with GDCM, OpenJPH, netpbm or nibabel
reads them: for each file a line of JSON with the SHA-256 of the first and the last frame, in the order and as they are
looked at, as little endian doubles.

Debian: python3-pydicom python3-gdcm python3-nibabel python3-numpy python3-pil openjph-tools netpbm
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import nibabel
import numpy as np
import pydicom
from pydicom.encaps import generate_pixel_data_frame
from truth_nifti import hung
from truth_png import by_netpbm
from truth_values import masked, netpbm

HTJ2K = "1.2.840.10008.1.2.4.20"
# Irreversible, so that decoders may differ by a rounding: the values themselves are given as well.
HTJ2K_LOSSY = "1.2.840.10008.1.2.4.203"


def by_openjph(ds):
    (frame,) = generate_pixel_data_frame(ds.PixelData, 1)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "a.j2c")
        target = Path(folder, "b.ppm" if ds.SamplesPerPixel == 3 else "b.pgm")
        source.write_bytes(frame)
        subprocess.run(["ojph_expand", "-i", str(source), "-o", str(target)], check=True, capture_output=True)
        return netpbm(target.read_bytes())


def stored_of(path):
    ds = pydicom.dcmread(path, force=True)
    if ds.file_meta.TransferSyntaxUID.startswith(HTJ2K):
        return ds, by_openjph(ds)
    if ds.file_meta.TransferSyntaxUID.is_compressed:
        return ds, ds.pixel_array
    # pydicom leaves overlays and other things in the bits that are not of the pixel.
    return ds, masked(ds.pixel_array, ds.BitsAllocated, ds.BitsStored, ds.get("HighBit", ds.BitsStored - 1), ds.PixelRepresentation == 1)


def digest(values):
    return hashlib.sha256(np.ascontiguousarray(values, "<f8").tobytes()).hexdigest()


def dicom_frames(path):
    ds, stored = stored_of(path)
    return stored if int(ds.get("NumberOfFrames", 1) or 1) > 1 else stored[None], ds.file_meta.TransferSyntaxUID == HTJ2K_LOSSY


def nifti_frames(path):
    read = nibabel.load(path)
    voxels = np.asanyarray(read.dataobj.get_unscaled())
    return hung(read, voxels[..., 0] if voxels.ndim == 4 else voxels)


def frames_of(path):
    """All frames, and whether decoders may differ by a rounding."""
    if path.endswith(".png"):
        return by_netpbm(Path(path).read_bytes())[None], False
    return (nifti_frames(path), False) if ".nii" in path else dicom_frames(path)


def main():
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            frames, is_lossy = frames_of(path)
            raw = {"bytes": base64.b64encode(frames[0].astype(np.uint8).tobytes()).decode()} if is_lossy else {}
            found = {**raw, "frames": len(frames), "first": digest(frames[0]), "last": digest(frames[-1])}
        except Exception as error:  # what a decoder throws is the answer
            found = {"error": str(error)[:200]}
        print(json.dumps({"path": path, **found}), flush=True)


main()
