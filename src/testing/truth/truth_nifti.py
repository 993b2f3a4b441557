"""Cases of NIfTI: versions, byte orders, types, scalings, orientations, as nibabel reads them."""

import gzip
import json

import nibabel as nib
import numpy as np
from truth_case import *  # noqa: F403
from truth_files import *  # noqa: F403
from truth_values import *  # noqa: F403

# RAS mm; slices go up, the first column is at the right and the first row at the front.
SLICES = 3
AXIAL = np.array([[-2, 0, 0, 30], [0, -2, 0, 22], [0, 0, 5, -5], [0, 0, 0, 1]], float)
BESIDE = {"00080060": {"vr": "CS", "Value": ["CT"]}, "00281050": {"vr": "DS", "Value": [40]},
          "00281051": {"vr": "DS", "Value": [400]}}


def file_of(voxels, affine=AXIAL, version=1, order="<", gzipped=False, scaling=None, sform=True, qform=False):
    """A file as nibabel writes it, and the image as it reads it again."""
    make, kind = ((nib.Nifti1Image, nib.Nifti1Header), (nib.Nifti2Image, nib.Nifti2Header))[version - 1]
    header = kind(endianness=order)
    header.set_data_dtype(voxels.dtype)
    image = make(voxels, affine, header)
    image.header.set_data_dtype(voxels.dtype)
    image.set_sform(affine, int(sform))
    image.set_qform(affine, int(qform))
    if scaling:
        image.header.set_slope_inter(*scaling)
    if not sform and not qform:
        image.header["pixdim"][1:4] = 1
    data = image.to_bytes()
    return (gzip.compress(data, 9, mtime=0) if gzipped else data), make.from_bytes(data)


def hung(read, voxels):
    """The volume as it is looked at, and its slices in order: nibabel turns it along the axes of the body (RAS+); the screen has
    the right of an axial or coronal plane at its left, the front of a sagittal one at its left, front or head at its top."""
    turns = nib.io_orientation(read.affine)
    body = nib.apply_orientation(voxels, turns)
    across, flip = int(turns[2, 0]), turns[2, 1]
    planes = np.moveaxis(body, across, 0)
    # What is left are two of right, front and head, in that order: columns and rows.
    planes = np.swapaxes(planes, 1, 2)[:, ::-1, ::-1]
    if across == 2:
        return planes[::-1]
    return planes if flip > 0 else planes[::-1]


def slices_of(name, voxels, layers=(0,), beside=BESIDE, path="sub-1_ct", **how):
    """Some of the slices of a volume in the order they are shown, from 0."""
    data, read = file_of(voxels, **how)
    raw, values = np.asanyarray(read.dataobj.get_unscaled()), read.get_fdata()
    stored, modality = (hung(read, part[..., 0] if part.ndim == 4 else part) for part in (raw, values))
    file = dict(path=f"{path}.nii{'.gz' if how.get('gzipped') else ''}", bytes=data, beside={f"{path}.json": json.dumps(beside)})
    for layer in layers:
        one = np.ascontiguousarray(stored[layer])
        exact = np.ascontiguousarray(modality[layer])
        slope, intercept = how.get("scaling", (1, 0))
        # 64-bit integers are for pydicom only, which takes numbers as they come.
        twin = one.astype(one.dtype.newbyteorder("=")) if one.dtype.itemsize < 8 else one.astype(float)
        made = image(twin, **window("40", "400"), RescaleSlope=str(slope), RescaleIntercept=str(intercept))
        if twin.dtype.kind == "f":
            del made.PixelData
        grey(f"{name}, slice {layer + 1}" if len(layers) > 1 else name, made, twin, exact, frame=layer,
             container=file)


def voxels_of(kind, shape=(COLUMNS, ROWS, SLICES)):
    if np.dtype(kind).kind == "f":
        return (RANDOM.rand(*shape) * 2000 - 1000).astype(kind)
    info = np.iinfo(kind)
    return RANDOM.randint(max(info.min, -1000), min(info.max, 1000) + 1, shape).astype(kind)


def kinds():
    for kind in (np.uint8, np.int8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64, np.float32, np.float64):
        for version, order in ((1, "<"), (1, ">"), (2, "<"), (2, ">")):
            gzipped = (version, order) in ((1, "<"), (2, ">"))
            name = f"NIfTI-{version}, {np.dtype(kind).name}, {'little' if order == '<' else 'big'} endian{', gzipped' if gzipped else ''}"
            slices_of(name, voxels_of(kind), version=version, order=order, gzipped=gzipped)
    for scaling in ((2, -1024), (0.5, 0.25), (-1, 100)):
        slices_of(f"NIfTI, scaled by {scaling[0]} and {scaling[1]}", voxels_of(np.int16), scaling=scaling)
    four = voxels_of(np.int16, (COLUMNS, ROWS, 2, 3))
    slices_of("NIfTI of three volumes, the first", four, layers=(0, 1))


def places():
    mm = dict(R=(1, 0, 0), L=(-1, 0, 0), A=(0, 1, 0), P=(0, -1, 0), S=(0, 0, 1), I=(0, 0, -1))
    for way in ("RAS", "LPS", "LAI", "ARS", "PLI", "RSA", "LIP", "ASR", "PIL", "SRA"):
        axes = np.stack([np.array(mm[letter]) * size for letter, size in zip(way, (2, 2.5, 3))], 1)
        affine = np.vstack([np.column_stack([axes, (5, -7, 11)]), (0, 0, 0, 1)]).astype(float)
        for qform in (False, True):
            slices_of(f"NIfTI, {way} by its {'q' if qform else 's'}form", voxels_of(np.int16), layers=(0, SLICES - 1), affine=affine,
                      sform=not qform, qform=qform)


def films_and_colours():
    # Without orientation, converters of radiographs reverse the rows and nothing else.
    flat = noise(0, 4095, np.uint16)
    data, read = file_of(np.ascontiguousarray(flat[::-1].T), sform=False)
    assert (np.asanyarray(read.dataobj).T[::-1] == flat).all()
    dx = {"00080060": {"vr": "CS", "Value": ["DX"]}, "00281050": {"vr": "DS", "Value": [2048]},
          "00281051": {"vr": "DS", "Value": [4096]}}
    grey("NIfTI, a radiograph by its sidecar", image(flat, 16, 12, **window("2048", "4096")), flat,
         container=dict(path="sub-1_dx.nii", bytes=data, beside={"sub-1_dx.json": json.dumps(dx)}))
    for names, label in (("RGB", "RGB24"), ("RGBA", "RGBA32")):
        kind = np.dtype([(name, "u1") for name in names])
        voxels = np.zeros((COLUMNS, ROWS, SLICES), kind)
        for name in names:
            voxels[name] = RANDOM.randint(0, 256, voxels.shape)
        data, read = file_of(voxels)
        seen = np.asanyarray(read.dataobj)
        tint = np.stack([hung(read, seen[name])[0] for name in "RGB"], -1)
        rgb(f"NIfTI, {label}", data, tint, container=dict(path="sub-1_ct.nii", bytes=data, beside={}))


NIFTI = (kinds, places, films_and_colours)
