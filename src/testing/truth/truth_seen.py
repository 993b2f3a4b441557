"""Holds every case of the truth table against what other programs show of it: pydicom's lookup tables and windows, and
DCMTK's dcm2pnm. Each gets the stored values uncompressed, so that a difference is one of the display and not of a codec.
"""

import io
import struct
import subprocess
import tempfile
import warnings
from pathlib import Path

import numpy as np
import pydicom
from pydicom.pixel_data_handlers.util import apply_modality_lut, apply_voi, apply_windowing
from truth_files import EXPLICIT, turned, with_syntax, written
from truth_values import netpbm

PYDICOM, DCMTK = "pydicom", "dcmtk"

EXACT = "does not know LINEAR_EXACT (PS3.3 C.11.2.1.3.2), and a LINEAR window must be 1 wide"
UNPACKS = "unpacks as many 16-bit words as the descriptor says, and no others"
AS_FILED = "takes the first mapped value by the VR that it is filed with; it has that of the values (PS3.3 C.11.1.1, C.11.2.1.1)"
# What a program shows otherwise than the standard has it, or not at all, and why.
DIFFERS = {
    PYDICOM: {
        "Modality LUT, US, before slope and intercept": "asks numpy for 12-bit numbers",
        "Modality LUT from -100, filed as US": AS_FILED,
        "VOI LUT from -1024 over HU, filed as US": AS_FILED,
        "Modality LUT with fewer entries than it says": UNPACKS,
        "Modality LUT with more entries than it says": UNPACKS,
        "Modality LUT of 8 bits in bytes": UNPACKS,
        "VOI LUT of 8 bits in bytes": UNPACKS,
        "VOI LUT of 8 bits, two in a number": UNPACKS,
        "VOI LUT, MONOCHROME1": UNPACKS,
        "VOI LUT with fewer entries than it says": UNPACKS,
        "VOI LUT whose entries need more bits than it says": "cuts the entries off at the bits of the descriptor",
    },
    DCMTK: {
        "a LINEAR_EXACT window narrower than 1": EXACT,
        **{f"PNG, grey of {bits} bits{how}": EXACT for bits in (1, 2, 4) for how in ("", ", interlaced")},
        "Modality LUT with more entries than it says": "takes all entries; the descriptor says how many there are (PS3.3 C.11.1.1)",
    },
}
# DCMTK believes the descriptor unless it is told to look at the entries.
DCMTK_OPTIONS = {"VOI LUT whose entries need more bits than it says": ["+Mv"]}
MACROS = ("PixelValueTransformationSequence", "FrameVOILUTSequence")


def opened(data):
    ds = pydicom.dcmread(io.BytesIO(data), force=True)
    # A file whose transfer syntax is wrong.
    return ds if "Rows" in ds else pydicom.dcmread(io.BytesIO(data.replace(b"1.2.840.10008.1.2.2\0", b"1.2.840.10008.1.2.1\0")))


def plain(data, stored, frame):
    """The file as one uncompressed frame of whole words, with the rescale and the window of that frame."""
    ds = opened(data)
    groups = [*ds.get("SharedFunctionalGroupsSequence", []), *ds.get("PerFrameFunctionalGroupsSequence", [])[frame:frame + 1]]
    for element in (element for group in groups for macro in MACROS for element in (group.get(macro) or [[]])[0]):
        ds[element.tag] = element
    for gone in ("PerFrameFunctionalGroupsSequence", "SharedFunctionalGroupsSequence", "NumberOfFrames",
                 "FloatPixelData", "DoubleFloatPixelData"):
        if gone in ds:
            delattr(ds, gone)
    for table in (item for name in ("ModalityLUTSequence", "VOILUTSequence") for item in ds.get(name, [])):
        if not ds.is_little_endian and table["LUTData"].VR == "OW":
            table.LUTData = turned(table.LUTData, 2)
    if stored.dtype.kind == "f":
        # pydicom takes the values by themselves and asks for their range only.
        ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 16, 15, 1
        return ds
    allocated = max(8, ds.BitsAllocated)
    ds.BitsAllocated, ds.HighBit = allocated, ds.BitsStored - 1
    # A codec's own header may say that values are signed.
    ds.PixelRepresentation = int(ds.PixelRepresentation == 1 or stored.min() < 0)
    ds.PixelData = (stored.astype(np.int64) & (2**ds.BitsStored - 1)).astype(f"<u{allocated // 8}").tobytes()
    ds.PixelData += b"\0" * (len(ds.PixelData) % 2)
    ds["PixelData"].VR = "OW" if allocated > 8 else "OB"
    ds["PixelData"].is_undefined_length = False
    ds.SOPClassUID = ds.get("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7")
    return pydicom.dcmread(io.BytesIO(written(with_syntax(ds, EXPLICIT))))


def asked(ds, choice):
    """What is shown: a VOI LUT or a window, and which of them from 0."""
    if choice:
        return choice["kind"], choice["index"]
    return ("lut", 0) if ds.get("VOILUTSequence") else ("window", 0)


def is_inverted(ds):
    """PS3.3 C.7.6.3.1.2 and C.11.6.1.1.1; neither pydicom's functions nor dcm2pnm look at the Presentation LUT Shape."""
    shape = ds.get("PresentationLUTShape")
    return shape == "INVERSE" if shape else ds.PhotometricInterpretation == "MONOCHROME1"


def by_pydicom(ds, case):
    """Modality values, and greys before rounding and polarity."""
    modality = apply_modality_lut(case["stored"], ds)
    kind, index = asked(ds, case["choice"])
    if kind == "lut":
        most = 2 ** ds.VOILUTSequence[index].LUTDescriptor[2] - 1
        voi = apply_voi(modality.astype(np.int64), ds, index) / most * 255
    else:
        # pydicom spreads a window over the values that can be.
        bits = ds.BitsStored - ds.PixelRepresentation
        ends = np.array([-(2**bits) if ds.PixelRepresentation else 0, 2**bits - 1], float)
        if ds.get("ModalityLUTSequence"):
            ends = np.array([0, 2 ** ds.ModalityLUTSequence[0].LUTDescriptor[2] - 1], float)
        elif "RescaleSlope" in ds:
            ends = ends * float(ds.RescaleSlope) + float(ds.RescaleIntercept)
        voi = (apply_windowing(modality, ds, index) - ends[0]) / (ends[1] - ends[0]) * 255
    greys = np.floor(voi + 0.5)
    return modality, 255 - greys if is_inverted(ds) else greys


def by_dcmtk(ds, case):
    """Greys of dcm2pnm."""
    kind, index = asked(ds, case["choice"])
    options = ["-O", "+Wl" if kind == "lut" else "+Wi", str(index + 1), *DCMTK_OPTIONS.get(case["name"], [])]
    if ds.get("PresentationLUTShape"):
        options.append("+Piv" if is_inverted(ds) else "+Pid")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "a.dcm")
        ds.save_as(source, write_like_original=False)
        done = subprocess.run(["dcm2pnm", *options, str(source)], capture_output=True)
    if done.returncode or not done.stdout or b"cannot select VOI" in done.stderr:
        raise ValueError(done.stderr.decode(errors="replace"))
    return netpbm(done.stdout)[..., 0].astype(float)


def agrees(case, program):
    """Whether a program has the modality values of a case, and its greys but for one of 255; neither paints padding black."""
    ds = plain(case["data"], case["stored"], case["frame"])
    try:
        modality, greys = by_pydicom(ds, case) if program == PYDICOM else (case["modality"], by_dcmtk(ds, case))
    except (ValueError, TypeError, IndexError, AttributeError, OSError, struct.error):
        return False
    shown = case["padding"] != True if case["padding"] is not None else np.ones(greys.shape, bool)  # noqa: E712
    return bool((modality == case["modality"]).all() and np.abs(greys - case["greys"])[shown].max() <= 1)


def programs_of(case):
    """Names of the programs that show a grey case as the table has it; the others are excused above, or this fails."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = [program for program in (PYDICOM, DCMTK) if agrees(case, program)]
    # dcm2pnm reads integers of at most 32 bits.
    able = (PYDICOM,) if case["stored"].dtype.kind == "f" else (PYDICOM, DCMTK)
    expected = [program for program in able if case["name"] not in DIFFERS[program]]
    assert found == expected, f"{case['name']}: shown so by {found}, not by {expected}"
    return found
