"""What the cases are made of: arrays of values, and the list that a case joins by its name."""

import io

import numpy as np
import pydicom
from pydicom.dataset import Dataset
from truth_files import written
from truth_values import greys, linear

ROWS, COLUMNS = 12, 16
RANDOM = np.random.RandomState(20200320)


def noise(low, high, kind, shape=(ROWS, COLUMNS)):
    """Whole numbers from end to end, the extremes in the corners."""
    values = RANDOM.randint(low, high + 1, shape).astype(kind)
    values[..., 0, 0], values[..., -1, -1] = low, high
    return values


def smooth(high, kind, phase=0.0):
    """What a lossy codec is made for: a slope with waves."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS]
    values = 0.5 + 0.45 * np.sin(x / 5 + phase) * np.cos(y / 4 - phase)
    return np.round(values * high).astype(kind)


def colours(high, kind):
    return np.stack([smooth(high, kind, phase) for phase in (0.0, 1.0, 2.0)], -1)


CASES = []


def grey(name, ds, stored, modality=None, display=None, inverted=False, padding=None, frame=0, choice=None, container=None, covers=None):
    """A grey case; without a display, the window of the file is LINEAR. What midscope opens is the DICOM file, or the
    container of the same values: a path, its bytes, and the files beside it. Covers are the pixels below overlays and shutters."""
    data = ds if isinstance(ds, bytes) else written(ds)
    modality = stored.astype(np.float64) if modality is None else modality
    if display is None:
        center, width = (float(np.ravel(ds[name].value)[0]) for name in ("WindowCenter", "WindowWidth"))
        display = linear(modality, center, width)
    shown = greys(display, inverted, padding)
    CASES.append(dict(name=name, data=data, stored=stored, modality=modality, greys=shown, frame=frame, choice=choice,
                      padding=padding, container=container, covers=covers))


def rgb(name, ds, colour, frame=0, container=None):
    data = ds if isinstance(ds, bytes) else written(ds)
    CASES.append(dict(name=name, data=data, rgb=np.asarray(colour, np.uint8), frame=frame, container=container))


def decoded(ds):
    """Stored values as pydicom with GDCM reads them."""
    return pydicom.dcmread(io.BytesIO(written(ds))).pixel_array


def window(center, width, **more):
    return dict(WindowCenter=center, WindowWidth=width, **more)


def copy_of(ds):
    return pydicom.dcmread(io.BytesIO(written(ds)))


def item(**attributes):
    ds = Dataset()
    for name, value in attributes.items():
        setattr(ds, name, value)
    return ds


def lut_item(descriptor, data, vr="US", first="US", explanation=None):
    """A lookup table whose VRs are as wished."""
    ds = Dataset()
    raw = np.asarray(descriptor, np.int64) & 0xFFFF
    if first == "SS":
        raw = np.where(raw > 32767, raw - 65536, raw)
    ds.add_new(0x00283002, first, [int(value) for value in raw])
    ds.add_new(0x00283006, vr, data)
    if explanation:
        ds.LUTExplanation = explanation
    return ds


def words(values):
    return np.asarray(values, "<u2").tobytes()


CT = noise(-1024, 3071, np.int16)
HU = dict(RescaleSlope="1", RescaleIntercept="-1024", RescaleType="HU")
FILM = noise(0, 4095, np.uint16)
BYTES = noise(0, 255, np.uint8)
