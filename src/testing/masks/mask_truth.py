#!/usr/bin/env python3
"""Makes masks of every format with pydicom, nibabel, Pillow and ElementTree, with the pixels that numpy finds in them.
midscope's own tests read the table, and need no Python.

    python3 mask_truth.py          writes mask-truth.jsonl
    python3 mask_truth.py --check  says whether mask-truth.jsonl is what it would write

Debian: python3-pydicom python3-nibabel python3-numpy python3-pil
"""

import base64
import io
import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import nibabel
import numpy as np
import pydicom
from PIL import Image
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.pixel_data_handlers.numpy_handler import pack_bits
from pydicom.sequence import Sequence
from pydicom.uid import UID, ExplicitVRLittleEndian, ImplicitVRLittleEndian, RLELossless

TABLE = Path(__file__).parent / "mask-truth.jsonl"

ROWS, COLUMNS, SLICES = 20, 24, 4
SPACING = (1.5, 0.8)  # between rows, between columns
STEP = 5.0
UIDS = [f"2.25.10{k}" for k in range(SLICES)]
FRAME = "2.25.4711"
# A tilted stack: rows and columns are at right angles to each other, and along none of the axes of the body.
ALONG_ROW = np.array([0.8, 0.6, 0.0])
ALONG_COLUMN = np.array([-0.36, 0.48, 0.8])
NORMAL = np.cross(ALONG_ROW, ALONG_COLUMN)
ORIGIN = np.array([-31.5, 12.25, 100.0])


def position(k):
    return ORIGIN - k * STEP * NORMAL


def plane(k):
    return {
        "ImagePositionPatient": [float(v) for v in position(k)],
        "ImageOrientationPatient": [float(v) for v in (*ALONG_ROW, *ALONG_COLUMN)],
        "PixelSpacing": list(SPACING),
    }


STACK = {
    "columns": COLUMNS,
    "rows": ROWS,
    "slices": [{"uid": UIDS[k], "plane": plane(k)} for k in range(SLICES)],
    "frameOfReference": FRAME,
}
NAMELESS = {**STACK, "slices": [{"plane": plane(k)} for k in range(SLICES)]}
FILM = {"columns": COLUMNS, "rows": ROWS, "slices": [{"uid": UIDS[0]}]}


def world(k, x, y):
    """A place of a slice, (0, 0) the corner of its first pixel, in the patient."""
    return position(k) + (x - 0.5) * SPACING[1] * ALONG_ROW + (y - 0.5) * SPACING[0] * ALONG_COLUMN


CENTRES = np.stack(np.meshgrid(np.arange(COLUMNS) + 0.5, np.arange(ROWS) + 0.5), axis=-1)


def inside(polygon):
    """Pixels whose centres lie in a polygon, by the even-odd rule."""
    found = np.zeros((ROWS, COLUMNS), bool)
    x, y = CENTRES[..., 0], CENTRES[..., 1]
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1]):
        with np.errstate(divide="ignore", invalid="ignore"):
            crosses = ((y0 <= y) != (y1 <= y)) & (x < x0 + (y - y0) / (y1 - y0) * (x1 - x0))
        found ^= crosses
    return found


def in_ellipse(centre, major, minor, angle=0.0):
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    off = (CENTRES - np.array(centre)) @ turn.T
    return (off[..., 0] / major) ** 2 + (off[..., 1] / minor) ** 2 <= 1


CASES = []


def case(name, format, data, target, segments, **more):
    """segments: name -> {slice: mask}"""
    pixels = {
        label: {str(k): np.flatnonzero(mask).tolist() for k, mask in masks.items() if mask.any()}
        for label, masks in segments.items()
    }
    text = base64.b64encode(data if isinstance(data, bytes) else data.encode()).decode()
    CASES.append({"name": name, "format": format, "file": text, "target": target, "pixels": pixels, **more})


def blank():
    return np.zeros((ROWS, COLUMNS), bool)


rng = np.random.default_rng(20200316)


def blob(x0, y0, width, height):
    mask = blank()
    mask[y0 : y0 + height, x0 : x0 + width] = rng.random((height, width)) < 0.7
    return mask


# DICOM Segmentation -------------------------------------------------------------------------------------------------

SEG = "1.2.840.10008.5.1.4.1.1.66.4"
LABELMAP = "1.2.840.10008.5.1.4.1.1.66.7"


def meta(sop_class, syntax):
    made = FileMetaDataset()
    made.FileMetaInformationVersion = b"\0\1"
    made.MediaStorageSOPClassUID, made.MediaStorageSOPInstanceUID = UID(sop_class), UID("2.25.20")
    made.TransferSyntaxUID = syntax
    made.ImplementationClassUID = UID("2.25.20200316")
    return made


def written(ds, syntax):
    ds.file_meta = meta(ds.SOPClassUID, syntax)
    ds.is_little_endian, ds.is_implicit_VR = True, syntax == ImplicitVRLittleEndian
    target = io.BytesIO()
    file = FileDataset(target, ds, file_meta=ds.file_meta, preamble=b"\0" * 128)
    file.is_implicit_VR, file.is_little_endian = ds.is_implicit_VR, True
    file.save_as(target, write_like_original=False)
    return target.getvalue()


def item(**attributes):
    ds = Dataset()
    for name, value in attributes.items():
        setattr(ds, name, value)
    return ds


def segmentation(frames, names, kind, syntax=ExplicitVRLittleEndian, uids=True, planes=True, colours=(), rows=ROWS,
                 columns=COLUMNS, plane_of=None, spacing=SPACING, sop_class=SEG):
    """frames: (segment number, slice, array); fractions are numbers up to 1."""
    ds = item(SOPClassUID=sop_class, SOPInstanceUID="2.25.20", Modality="SEG", FrameOfReferenceUID=FRAME,
              SamplesPerPixel=1, PhotometricInterpretation="MONOCHROME2", NumberOfFrames=len(frames), Rows=rows,
              Columns=columns, PixelRepresentation=0, SegmentationType=kind)
    ds.SegmentSequence = Sequence([item(SegmentNumber=n, SegmentLabel=name) for n, name in names.items()])
    for entry, colour in zip(ds.SegmentSequence, colours):
        entry.RecommendedDisplayCIELabValue = list(colour)
    shared = Dataset()
    if planes:
        shared.PlaneOrientationSequence = Sequence(
            [item(ImageOrientationPatient=[f"{v:g}" for v in (*ALONG_ROW, *ALONG_COLUMN)])])
        shared.PixelMeasuresSequence = Sequence([item(PixelSpacing=[f"{v:g}" for v in spacing])])
    ds.SharedFunctionalGroupsSequence = Sequence([shared])
    groups = []
    for number, k, _ in frames:
        group = Dataset()
        if sop_class == SEG:
            group.SegmentIdentificationSequence = Sequence([item(ReferencedSegmentNumber=number)])
        if planes:
            at = (plane_of or position)(k)
            group.PlanePositionSequence = Sequence([item(ImagePositionPatient=[f"{v:.6g}" for v in at])])
        if uids:
            source = item(ReferencedSOPClassUID="1.2.840.10008.5.1.4.1.1.2", ReferencedSOPInstanceUID=UIDS[k])
            group.DerivationImageSequence = Sequence([item(SourceImageSequence=Sequence([source]))])
        groups.append(group)
    ds.PerFrameFunctionalGroupsSequence = Sequence(groups)
    stack = np.stack([frame for _, _, frame in frames])
    if kind == "BINARY":
        ds.BitsAllocated = ds.BitsStored = 1
        ds.HighBit = 0
        ds.PixelData = pack_bits(stack.astype(np.uint8).ravel())
    else:
        ds.BitsAllocated = ds.BitsStored = 8
        ds.HighBit = 7
        if kind == "FRACTIONAL":
            ds.SegmentationFractionalType, ds.MaximumFractionalValue = "PROBABILITY", 200
            stack = np.round(stack * 200)
        ds.PixelData = stack.astype(np.uint8).tobytes()
    ds["PixelData"].VR = "OB"
    if syntax == RLELossless:
        ds.file_meta, ds.is_little_endian, ds.is_implicit_VR = meta(sop_class, ExplicitVRLittleEndian), True, False
        ds.compress(RLELossless, encoding_plugin="pydicom")
        return written(ds, RLELossless)
    return written(ds, syntax)


def seg_cases():
    a = {0: blob(2, 3, 9, 8), 2: blob(5, 5, 12, 10)}
    b = {2: blob(8, 2, 10, 12), 3: blob(0, 0, COLUMNS, ROWS)}
    frames = [(3, k, mask) for k, mask in a.items()] + [(7, k, mask) for k, mask in b.items()]
    names = {3: "consolidation", 7: "derrame pleural"}
    both = {"consolidation": a, "derrame pleural": b}
    # CIELab 53.2, 80.1, 67.2 is the red of sRGB, 32.3, 79.2, -107.9 its blue; 16 bits each as PS3.3 C.10.7.1.1 says.
    lab = [[round(l / 100 * 65535), round((x + 128) / 255 * 65535), round((y + 128) / 255 * 65535)]
           for l, x, y in ((54.29, 80.81, 69.89), (29.57, 68.30, -112.03))]
    red_blue = {"consolidation": [255, 0, 0], "derrame pleural": [0, 0, 255]}
    case("SEG, binary, by UID", "seg", segmentation(frames, names, "BINARY", planes=False, colours=lab), STACK, both,
         colours=red_blue)
    case("SEG, binary, implicit VR, by position", "seg",
         segmentation(frames, names, "BINARY", ImplicitVRLittleEndian, uids=False), STACK, both)
    case("SEG on a volume whose slices have no UID", "seg", segmentation(frames, names, "BINARY"), NAMELESS, both)
    soft = rng.random((ROWS, COLUMNS))
    case("SEG, fractional", "seg-fractional", segmentation([(1, 1, soft)], {1: "nodule"}, "FRACTIONAL"), STACK,
         {"nodule": {1: np.round(soft * 200) >= 100}})
    case("SEG, fractional, RLE", "seg-fractional",
         segmentation([(1, 1, soft)], {1: "nodule"}, "FRACTIONAL", RLELossless), STACK,
         {"nodule": {1: np.round(soft * 200) >= 100}})
    labels = np.where(a[2], 3, 0)
    labels[b[2]] = 7
    case("SEG as a label map", "seg",
         segmentation([(0, 2, labels)], names, "LABELMAP", sop_class=LABELMAP), STACK,
         {"consolidation": {2: labels == 3}, "derrame pleural": {2: labels == 7}})
    film = blob(3, 3, 15, 12)
    case("SEG of a film", "seg", segmentation([(1, 0, film)], {1: "mass"}, "BINARY", planes=False), FILM,
         {"mass": {0: film}})
    # Half as many rows and columns, twice as far apart: each pixel covers four of the image.
    small = rng.random((ROWS // 2, COLUMNS // 2)) < 0.5
    corner = lambda k: position(k) + 0.5 * SPACING[1] * ALONG_ROW + 0.5 * SPACING[0] * ALONG_COLUMN
    case("SEG of another grid", "seg",
         segmentation([(1, 1, small)], {1: "mass"}, "BINARY", uids=False, rows=ROWS // 2, columns=COLUMNS // 2,
                      plane_of=corner, spacing=(2 * SPACING[0], 2 * SPACING[1])),
         STACK, {"mass": {1: np.kron(small, np.ones((2, 2), bool))}})


# RT Structure Set ---------------------------------------------------------------------------------------------------

def structure_set(rois, syntax=ExplicitVRLittleEndian):
    """rois: name, colour, contours of (type, slice, points in pixels)."""
    ds = item(SpecificCharacterSet="ISO_IR 192", SOPClassUID="1.2.840.10008.5.1.4.1.1.481.3", SOPInstanceUID="2.25.21", Modality="RTSTRUCT",
              StructureSetLabel="TEST")
    ds.ReferencedFrameOfReferenceSequence = Sequence([item(FrameOfReferenceUID=FRAME)])
    ds.StructureSetROISequence = Sequence(
        [item(ROINumber=n + 5, ReferencedFrameOfReferenceUID=FRAME, ROIName=name, ROIGenerationAlgorithm="")
         for n, (name, _, _) in enumerate(rois)])
    items = []
    for n, (_, colour, contours) in enumerate(rois):
        roi = item(ReferencedROINumber=n + 5, ROIDisplayColor=colour)
        roi.ContourSequence = Sequence()
        for kind, k, points in contours:
            contour = item(ContourGeometricType=kind, NumberOfContourPoints=len(points))
            contour.ContourImageSequence = Sequence(
                [item(ReferencedSOPClassUID="1.2.840.10008.5.1.4.1.1.2", ReferencedSOPInstanceUID=UIDS[k])])
            contour.ContourData = [f"{v:.7g}" for x, y in points for v in world(k, x, y)]
            roi.ContourSequence.append(contour)
        items.append(roi)
    ds.ROIContourSequence = Sequence(items)
    return written(ds, syntax)


def rtstruct_cases():
    outer = [(3.2, 2.1), (20.7, 4.3), (17.9, 16.3), (5.1, 14.8)]
    hole = [(8.3, 6.2), (13.9, 7.1), (11.2, 11.7)]
    island = [(1.1, 16.3), (6.4, 16.9), (4.2, 19.2)]
    other = [(2.3, 3.4), (15.8, 2.2), (9.1, 17.6)]
    rois = [
        ("Pulmón derecho", [255, 128, 0], [("CLOSED_PLANAR", 0, outer), ("CLOSED_PLANAR", 0, hole),
                                           ("CLOSED_PLANAR", 0, island), ("CLOSED_PLANAR", 3, other)]),
        ("mass", [0, 9, 255], [("CLOSEDPLANAR_XOR", 3, outer), ("CLOSEDPLANAR_XOR", 3, hole)]),
        ("carina", [1, 2, 3], [("POINT", 1, [(12.25, 9.75)])]),
    ]
    pixels = {
        "Pulmón derecho": {0: inside(outer) ^ inside(hole) ^ inside(island), 3: inside(other)},
        "mass": {3: inside(outer) ^ inside(hole)},
    }
    colours = {"Pulmón derecho": [255, 128, 0], "mass": [0, 9, 255], "carina": [1, 2, 3]}
    for ds, name in ((structure_set(rois), "explicit"), (structure_set(rois, ImplicitVRLittleEndian), "implicit")):
        case(f"RTSTRUCT, {name} VR", "rtstruct", ds, STACK, pixels,
             colours=colours, marks=[["carina", 1, 12.25, 9.75]])


# AIM ----------------------------------------------------------------------------------------------------------------

AIM = "gme://caCORE.caCORE/4.4/edu.northwestern.radiology.AIM"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def aim(annotations, prefix=""):
    """annotations: name, shapes of (type, uid, points, included)."""
    ET.register_namespace(prefix, AIM)
    ET.register_namespace("xsi", XSI)
    tag = lambda name: f"{{{AIM}}}{name}"
    root = ET.Element(tag("ImageAnnotationCollection"), {"aimVersion": "AIMv4_0"})
    ET.SubElement(root, tag("uniqueIdentifier"), {"root": "2.25.30"})
    listed = ET.SubElement(root, tag("imageAnnotations"))
    for name, shapes in annotations:
        annotation = ET.SubElement(listed, tag("ImageAnnotation"))
        ET.SubElement(annotation, tag("uniqueIdentifier"), {"root": "2.25.31"})
        ET.SubElement(annotation, tag("typeCode"), {"code": "ROI", "codeSystemName": "99TEST"})
        ET.SubElement(annotation, tag("dateTime"), {"value": "20200316120000"})
        ET.SubElement(annotation, tag("name"), {"value": name})
        markups = ET.SubElement(annotation, tag("markupEntityCollection"))
        for kind, uid, points, included in shapes:
            markup = ET.SubElement(markups, tag("MarkupEntity"), {f"{{{XSI}}}type": f"TwoDimension{kind}"})
            ET.SubElement(markup, tag("shapeIdentifier"), {"value": "1"})
            ET.SubElement(markup, tag("includeFlag"), {"value": str(included).lower()})
            ET.SubElement(markup, tag("imageReferenceUid"), {"root": uid})
            ET.SubElement(markup, tag("referencedFrameNumber"), {"value": "1"})
            coordinates = ET.SubElement(markup, tag("twoDimensionSpatialCoordinateCollection"))
            for at, (x, y) in reversed(list(enumerate(points))):
                coordinate = ET.SubElement(coordinates, tag("TwoDimensionSpatialCoordinate"))
                ET.SubElement(coordinate, tag("coordinateIndex"), {"value": str(at)})
                ET.SubElement(coordinate, tag("x"), {"value": str(x)})
                ET.SubElement(coordinate, tag("y"), {"value": str(y)})
        references = ET.SubElement(annotation, tag("imageReferenceEntityCollection"))
        ET.SubElement(references, tag("ImageReferenceEntity"))
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def aim_cases():
    polygon = [(2.5, 1.2), (19.3, 3.4), (21.8, 15.1), (9.9, 18.6), (4.4, 9.7)]
    cut = [(8.1, 6.1), (14.2, 6.3), (11.0, 12.2)]
    second = [(1.2, 12.3), (7.8, 12.9), (5.5, 18.8)]
    angle = 0.4
    ends = lambda centre, length, turn: [
        (float(centre[0] + s * length * np.cos(turn)), float(centre[1] + s * length * np.sin(turn))) for s in (-1, 1)]
    ellipse = [*ends((12, 10), 7.3, angle), *ends((12, 10), 3.1, angle + np.pi / 2)]
    for prefix in ("", "aim"):
        data = aim(
            [
                ("Consolidación", [("Polyline", UIDS[0], polygon, True), ("Polyline", UIDS[0], cut, False),
                                   ("Polyline", UIDS[2], second, True)]),
                ("nodule", [("Circle", UIDS[2], [(15.2, 8.1), (15.2, 12.6)], True),
                            ("Ellipse", UIDS[3], ellipse, True)]),
                ("carina", [("Point", UIDS[1], [(12.5, 7.25)], True),
                            ("MultiPoint", UIDS[1], [(1.0, 2.0), (3.0, 4.5)], True)]),
            ], prefix)
        case(f"AIM v4, {'a prefix' if prefix else 'no prefix'}", "aim", data, STACK,
             {"Consolidación": {0: inside(polygon) & ~inside(cut), 2: inside(second)},
              "nodule": {2: in_ellipse((15.2, 8.1), 4.5, 4.5), 3: in_ellipse((12, 10), 7.3, 3.1, angle)}},
             marks=[["carina", 1, 12.5, 7.25], ["carina", 1, 1.0, 2.0], ["carina", 1, 3.0, 4.5]])


# Pictures, tables, NIfTI, COCO --------------------------------------------------------------------------------------

def png(image):
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def picture_cases():
    one, two = blob(1, 1, 10, 10), blob(12, 4, 10, 14)
    labels = np.where(two, 2, np.where(one, 1, 0)).astype(np.uint8)
    found = {"1": {0: labels == 1}, "2": {0: labels == 2}}
    case("PNG, grey", "png", png(Image.fromarray(labels)), FILM, found)
    palette = Image.fromarray(labels, "P")
    palette.putpalette([0, 0, 0, 250, 120, 10, 20, 130, 240])
    case("PNG, palette", "png", png(palette), FILM, found, colours={"1": [250, 120, 10], "2": [20, 130, 240]})
    # The first colour from the top left is label 1, whichever it is.
    first = 1 if np.flatnonzero(labels)[0] in np.flatnonzero(labels == 1) else 2
    lut = np.array([[0, 0, 0], [250, 120, 10], [20, 130, 240]], np.uint8)
    order = [first, 3 - first]
    case("PNG, RGB", "png", png(Image.fromarray(lut[labels])), FILM,
         {str(at + 1): {0: labels == value} for at, value in enumerate(order)},
         colours={str(at + 1): lut[value].tolist() for at, value in enumerate(order)})
    case("PNG, RGB of greys", "png", png(Image.fromarray(np.stack([labels] * 3, -1))), FILM, found)


def table_cases():
    outlines = [("Consolidation", 1, [(2.2, 2.4), (12.7, 3.1), (9.8, 13.3)]),
                ("Consolidation", 1, [(14.1, 2.2), (20.3, 2.8), (17.7, 9.6)]),
                ("effusion", 2, [(3.3, 14.1), (21.2, 15.3), (12.1, 19.4)])]
    lines = ["\tMark\tType\tidx\tx\ty\tlabel"]
    for mark, (name, label, points) in enumerate(outlines, 1):
        for at, (x, y) in enumerate(points):
            lines.append(f"{len(lines) - 1}\t{mark}\t{name}\t{at}\t{x}\t{y}\t{label}")
    case("table of marks alone", "table", "\n".join(lines) + "\n", FILM,
         {"Consolidation": {0: inside(outlines[0][2]) | inside(outlines[1][2])},
          "effusion": {0: inside(outlines[2][2])}})


def nifti_cases():
    """As stored by nibabel, in the space of the stack: the third axis upwards, rows to the front."""
    volume = rng.integers(0, 3, (COLUMNS, ROWS, SLICES)).astype(np.uint8)
    affine = np.diag([-SPACING[1], -SPACING[0], STEP, 1.0])
    data = nibabel.Nifti1Image(volume, affine).to_bytes()
    # Axial slices are shown from the head down, columns to the patient's left, rows to the back.
    shown = {k: volume[:, :, SLICES - 1 - k].T for k in range(SLICES)}
    case("NIfTI", "nifti", data, STACK,
         {str(label): {k: image == label for k, image in shown.items()} for label in (1, 2)})


def runs(mask):
    """Run lengths of COCO, column by column, outside first."""
    flat = mask.T.ravel().astype(np.int8)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flat, [0 if len(flat) and flat[-1] == 0 else 0]])))
    counts = np.diff(np.concatenate([[0], edges, [len(flat)]]))
    return [int(count) for count in counts]


def compressed(counts):
    """The string that the COCO API makes of run lengths."""
    text = ""
    for at, count in enumerate(counts):
        value = count - counts[at - 2] if at > 2 else count
        more = True
        while more:
            bits = value & 0x1F
            value >>= 5
            more = value != (-1 if bits & 0x10 else 0)
            text += chr((bits | 0x20 if more else bits) + 48)
    return text


def coco_cases():
    mask = blob(2, 2, 18, 15)
    polygon = [(1.5, 2.5), (17.2, 4.4), (10.1, 17.9)]
    for kind, counts in (("a list", runs(mask)), ("a string", compressed(runs(mask)))):
        coco = {
            "images": [{"id": 1, "file_name": "film.png", "width": COLUMNS, "height": ROWS}],
            "categories": [{"id": 4, "name": "mass", "color": [9, 200, 30]}, {"id": 5, "name": "lung"}],
            "annotations": [
                {"id": 1, "image_id": 1, "category_id": 4, "iscrowd": 1,
                 "segmentation": {"size": [ROWS, COLUMNS], "counts": counts}},
                {"id": 2, "image_id": 1, "category_id": 5, "segmentation": [[v for p in polygon for v in p]]},
            ],
        }
        case(f"COCO, run lengths as {kind}", "coco", json.dumps(coco), FILM,
             {"mass": {0: mask}, "lung": {0: inside(polygon)}}, colours={"mass": [9, 200, 30]})


def overlaps():
    """Dice and intersection over union of random masks, by numpy."""
    made = []
    for at in range(6):
        one, other = rng.random((ROWS, COLUMNS)) < 0.1 * (at + 1), rng.random((ROWS, COLUMNS)) < 0.5
        both, either = int((one & other).sum()), int((one | other).sum())
        made.append({"one": np.flatnonzero(one).tolist(), "other": np.flatnonzero(other).tolist(),
                     "dice": 2 * both / int(one.sum() + other.sum()), "iou": both / either})
    return made


def table():
    for make in (seg_cases, rtstruct_cases, aim_cases, picture_cases, table_cases, nifti_cases, coco_cases):
        make()
    return {"cases": CASES, "overlaps": overlaps()}


def main():
    made = table()
    # Values as they are read back.
    made = json.loads(json.dumps(made))
    if "--check" not in sys.argv:
        rows = [{"overlaps": made["overlaps"]}, *made["cases"]]
        TABLE.write_text("".join(json.dumps(row) + "\n" for row in rows))
        print(f"{len(made['cases'])} masks, {TABLE.stat().st_size // 1024} kB")
        return
    head, *cases = [json.loads(line) for line in TABLE.read_text().splitlines()]
    # Other versions of the libraries write other bytes for the same pixels.
    bare = lambda cases: {case["name"]: {**case, "file": ""} for case in cases}
    old, new = bare(cases), bare(made["cases"])
    differing = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    if differing or head["overlaps"] != made["overlaps"]:
        sys.exit("mask-truth.jsonl is not what mask_truth.py makes: " + ", ".join(differing or ["overlaps"]))
    print(f"{len(new)} masks are what they were")


if __name__ == "__main__":
    main()
