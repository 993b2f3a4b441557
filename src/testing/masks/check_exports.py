#!/usr/bin/env python3
"""Says whether pydicom, nibabel, Pillow, DCMTK and dicom3tools find in midscope's files of masks what was to be written.

    python3 check_exports.py

exports.jsonl is written by the tests of the writers: WRITE_EXPORTS=1 npx vitest run src/formats/masks/write-masks.test.ts

Debian: python3-pydicom python3-nibabel python3-numpy python3-pil dcmtk dicom3tools
"""

import base64
import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nibabel
import numpy as np
import pydicom
from PIL import Image

TABLE = Path(__file__).parent / "exports.jsonl"


def drawn(made, overlapping):
    """Label maps by slice, the later segment over the earlier one, or a mask of each segment by name and slice."""
    target = made["target"]
    shape = (len(target["slices"]), target["rows"], target["columns"])
    labels, masks = np.zeros(shape, np.uint8), {}
    for number, segment in enumerate(made["segments"], 1):
        for k, x, y, width, height in segment["rectangles"]:
            labels[k, y : y + height, x : x + width] = number
            mask = masks.setdefault((segment["name"], k), np.zeros(shape[1:], bool))
            mask[y : y + height, x : x + width] = True
    return masks if overlapping else labels


def check_png(data, made):
    image = Image.open(io.BytesIO(data))
    assert image.mode == "L", image.mode
    assert "research use only" in image.text["Description"]
    np.testing.assert_array_equal(np.array(image), drawn(made, False)[0])


def check_names(data, made):
    rows = list(csv.DictReader(io.StringIO(data.decode()), delimiter="\t"))
    expected = [(str(number), segment["name"], segment["cui"]) for number, segment in enumerate(made["segments"], 1)]
    assert [(row["index"], row["name"], row["cui"]) for row in rows] == expected
    assert [row["color"] for row in rows] == ["#%02x%02x%02x" % tuple(s["colour"]) for s in made["segments"]]


def check_nifti(data, made):
    image = nibabel.Nifti1Image.from_bytes(data)
    assert image.get_data_dtype() == np.uint8
    assert b"research use only" in bytes(image.header["descrip"])
    labels, slices = drawn(made, False), made["target"]["slices"]
    voxels = np.asanyarray(image.dataobj)
    if "affine" in made:
        # Slices are shown from the head down, rows from the front to the back: the file has both the other way.
        np.testing.assert_array_equal(voxels, labels[::-1, ::-1].transpose(2, 1, 0))
        np.testing.assert_allclose(image.affine[:3], np.array(made["affine"], np.float32))
        return
    np.testing.assert_array_equal(voxels, labels.transpose(2, 1, 0))
    if "plane" not in slices[0]:
        np.testing.assert_allclose(image.affine, np.diag([-0.139, -0.139, 1, 1]), atol=1e-7)
        return
    # PS3.3 C.7.6.2.1.1, and LPS to RAS.
    for k, y, x in ((0, 0, 0), (2, 6, 8), (1, 3, 4)):
        plane = slices[k]["plane"]
        row, column = np.array(plane["ImageOrientationPatient"]).reshape(2, 3)
        spacing = plane["PixelSpacing"]
        lps = np.array(plane["ImagePositionPatient"]) + row * spacing[1] * x + column * spacing[0] * y
        np.testing.assert_allclose((image.affine @ [x, y, k, 1])[:3], lps * [-1, -1, 1], atol=1e-4)


def check_seg(data, made):
    ds = pydicom.dcmread(io.BytesIO(data))
    slices = made["target"]["slices"]
    assert ds.SOPClassUID.name == "Segmentation Storage" and ds.PatientBirthDate == ""
    assert [(s.SegmentNumber, s.SegmentLabel) for s in ds.SegmentSequence] == [
        (number, segment["name"]) for number, segment in enumerate(made["segments"], 1)]
    for segment, entry in zip(made["segments"], ds.SegmentSequence):
        kind = entry.SegmentedPropertyTypeCodeSequence[0]
        assert (kind.CodeValue, kind.CodingSchemeDesignator) == (
            (segment["cui"], "UMLS") if segment["cui"] else ("85756007", "SCT"))
    frames = ds.pixel_array.reshape(ds.NumberOfFrames, ds.Rows, ds.Columns)
    masks = drawn(made, True)
    assert len(frames) == len(masks)
    for frame, group in zip(frames, ds.PerFrameFunctionalGroupsSequence):
        number = group.SegmentIdentificationSequence[0].ReferencedSegmentNumber
        index = np.atleast_1d(group.FrameContentSequence[0].DimensionIndexValues).tolist()
        sources = [image.ReferencedSOPInstanceUID for derivation in group.DerivationImageSequence
                   for image in derivation.SourceImageSequence]
        k = 0
        if "plane" in slices[0]:
            at = np.array(group.PlanePositionSequence[0].ImagePositionPatient, float)
            near = [np.abs(at - one["plane"]["ImagePositionPatient"]).max() for one in slices]
            k = int(np.argmin(near))
            assert near[k] < 1e-8 and index == [number, k + 1]
        assert sources == ([slices[k]["uid"]] if "uid" in slices[k] else []), sources
        np.testing.assert_array_equal(frame.astype(bool), masks.pop((made["segments"][number - 1]["name"], k)))
    assert not masks, masks
    with tempfile.NamedTemporaryFile(suffix=".dcm") as file:
        file.write(data)
        file.flush()
        subprocess.run(["dcmdump", "-q", file.name], check=True, capture_output=True)
        if shutil.which("dciodvfy"):
            said = subprocess.run(["dciodvfy", file.name], capture_output=True, text=True)
            errors = [line for line in said.stderr.splitlines() if line.startswith("Error")]
            assert not errors, errors


CHECKS = {"png": check_png, "names": check_names, "nifti": check_nifti, "seg": check_seg}


def main():
    files = [json.loads(line) for line in TABLE.read_text().splitlines()]
    for file in files:
        try:
            CHECKS[file["kind"]](base64.b64decode(file["file"]), file["case"])
        except AssertionError as wrong:
            sys.exit(f"{file['case']['name']}, {file['kind']}: {wrong}")
    print(f"{len(files)} files of masks are as other programs read them")


if __name__ == "__main__":
    main()
