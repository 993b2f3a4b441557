"""Builds small DICOM files and compresses them with GDCM, DCMTK and OpenJPH."""

import io
import struct
import subprocess
import tempfile
from pathlib import Path

import gdcm
import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import UID

IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
DEFLATED = "1.2.840.10008.1.2.1.99"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
RLE = "1.2.840.10008.1.2.5"
BASELINE = "1.2.840.10008.1.2.4.50"
EXTENDED = "1.2.840.10008.1.2.4.51"
PROGRESSIVE = "1.2.840.10008.1.2.4.55"
LOSSLESS = "1.2.840.10008.1.2.4.57"
LOSSLESS_SV1 = "1.2.840.10008.1.2.4.70"
JPEG_LS = "1.2.840.10008.1.2.4.80"
JPEG_LS_NEAR = "1.2.840.10008.1.2.4.81"
J2K_LOSSLESS = "1.2.840.10008.1.2.4.90"
J2K = "1.2.840.10008.1.2.4.91"
HTJ2K_LOSSLESS = "1.2.840.10008.1.2.4.201"

GDCM_SYNTAX = {
    RLE: gdcm.TransferSyntax.RLELossless,
    BASELINE: gdcm.TransferSyntax.JPEGBaselineProcess1,
    EXTENDED: gdcm.TransferSyntax.JPEGExtendedProcess2_4,
    LOSSLESS: gdcm.TransferSyntax.JPEGLosslessProcess14,
    LOSSLESS_SV1: gdcm.TransferSyntax.JPEGLosslessProcess14_1,
    JPEG_LS: gdcm.TransferSyntax.JPEGLSLossless,
    JPEG_LS_NEAR: gdcm.TransferSyntax.JPEGLSNearLossless,
    J2K_LOSSLESS: gdcm.TransferSyntax.JPEG2000Lossless,
    J2K: gdcm.TransferSyntax.JPEG2000,
}


def image(stored, allocated=None, bits=None, high=None, syntax=EXPLICIT, **attributes):
    """A file whose pixel data are the values of an array, rows first; frames or samples are further axes."""
    stored = np.asarray(stored)
    allocated = allocated or stored.dtype.itemsize * 8
    bits = bits or allocated
    signed = stored.dtype.kind == "i"
    ds = Dataset()
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
    ds.SOPInstanceUID = "2.25.4"
    ds.Modality = "OT"
    colour = stored.ndim >= 3 and stored.shape[-1] == 3
    frames = stored.shape[0] if stored.ndim == (4 if colour else 3) else 1
    ds.SamplesPerPixel = 3 if colour else 1
    ds.PhotometricInterpretation = "RGB" if colour else "MONOCHROME2"
    if colour:
        ds.PlanarConfiguration = 0
    if frames > 1:
        ds.NumberOfFrames = frames
    plane = stored.shape[:-1] if colour else stored.shape
    ds.Rows, ds.Columns = plane[-2], plane[-1]
    ds.BitsAllocated, ds.BitsStored = allocated, bits
    ds.HighBit = bits - 1 if high is None else high
    ds.PixelRepresentation = int(signed)
    ds.PixelData = stored.astype(stored.dtype.newbyteorder("<")).tobytes()
    ds["PixelData"].VR = "OW" if allocated > 8 else "OB"
    ds.is_little_endian, ds.is_implicit_VR = True, False
    for name, value in attributes.items():
        setattr(ds, name, value)
    return with_syntax(ds, syntax)


def with_syntax(ds, syntax):
    """The same values under another transfer syntax; words of pixel data are turned for big endian."""
    meta = FileMetaDataset()
    meta.FileMetaInformationVersion = b"\0\1"
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = ds.SOPClassUID, ds.SOPInstanceUID
    meta.TransferSyntaxUID = UID(syntax)
    meta.ImplementationClassUID = UID("2.25.20200320")
    meta.ImplementationVersionName = "MIDSCOPE_TRUTH"
    ds.file_meta = meta
    ds.is_implicit_VR = syntax == IMPLICIT
    ds.is_little_endian = syntax != BIG_ENDIAN
    return ds


def turned(data, size):
    """Words of so many bytes in the other byte order."""
    return np.frombuffer(data, f"<u{size}").astype(f">u{size}").tobytes()


# A transfer syntax of the same length that pydicom knows, to write one that it does not.
STAND_IN = "1.2.840.10008.1.2.4.100"


def written(ds):
    """A whole file, with preamble and meta information."""
    if ds.file_meta.TransferSyntaxUID == HTJ2K_LOSSLESS:
        data = written(with_syntax(ds, STAND_IN))
        with_syntax(ds, HTJ2K_LOSSLESS)
        return data.replace(STAND_IN.encode(), HTJ2K_LOSSLESS.encode())
    target = io.BytesIO()
    file = FileDataset(target, ds, file_meta=ds.file_meta, preamble=b"\0" * 128)
    file.is_implicit_VR, file.is_little_endian = ds.is_implicit_VR, ds.is_little_endian
    file.save_as(target, write_like_original=False)
    return target.getvalue()


def without_meta(data):
    """A file from its first dataset element on."""
    (length,) = struct.unpack_from("<I", data, 140)
    return data[144 + length :]


def encapsulated(ds, syntax, frames, **attributes):
    """The image with compressed frames."""
    ds = with_syntax(ds, syntax)
    ds.PixelData = encapsulate(frames)
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    for name, value in attributes.items():
        setattr(ds, name, value)
    return ds


def taken_over(ds, made, syntax):
    """Compressed pixel data of another file, with what compressing changed in the description of pixels."""
    ds = with_syntax(ds, syntax)
    ds.PixelData = made.PixelData
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    for name in ("PhotometricInterpretation", "PlanarConfiguration", "BitsAllocated", "BitsStored", "HighBit"):
        if name in made:
            setattr(ds, name, made[name].value)
    return ds


def by_gdcm(ds, syntax):
    """Compressed by GDCM."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = str(Path(folder, "a.dcm")), str(Path(folder, "b.dcm"))
        Path(source).write_bytes(written(ds))
        reader = gdcm.ImageReader()
        reader.SetFileName(source)
        assert reader.Read()
        change = gdcm.ImageChangeTransferSyntax()
        change.SetTransferSyntax(gdcm.TransferSyntax(GDCM_SYNTAX[syntax]))
        change.SetInput(reader.GetImage())
        assert change.Change(), syntax
        writer = gdcm.ImageWriter()
        writer.SetFileName(target)
        writer.SetFile(reader.GetFile())
        writer.SetImage(change.GetOutput())
        assert writer.Write()
        return taken_over(ds, pydicom.dcmread(target), syntax)


def by_dcmtk(ds, syntax, tool, *options):
    """Compressed by one of DCMTK's tools."""
    return taken_over(ds, run_dcmtk(ds, tool, *options), syntax)


def run_dcmtk(ds, tool, *options):
    with tempfile.TemporaryDirectory() as folder:
        source, target = str(Path(folder, "a.dcm")), str(Path(folder, "b.dcm"))
        Path(source).write_bytes(ds if isinstance(ds, bytes) else written(ds))
        subprocess.run([tool, *options, source, target], check=True, capture_output=True)
        return pydicom.dcmread(target)


def by_openjph(ds, stored, bits, transformed=True, **attributes):
    """HTJ2K, reversible, by OpenJPH, which reads unsigned netpbm files; colours as differences or as they are."""
    colour = stored.ndim == 3
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "a.ppm" if colour else "a.pgm")
        target = Path(folder, "b.j2c")
        head = f"{'P6' if colour else 'P5'} {stored.shape[1]} {stored.shape[0]} {2**bits - 1}\n"
        kind = ">u2" if bits > 8 else "u1"
        source.write_bytes(head.encode() + (stored & (2**bits - 1)).astype(kind).tobytes())
        options = ["-reversible", "true", "-num_decomps", "2"]
        if colour:
            options += ["-colour_trans", "true" if transformed else "false"]
        subprocess.run(
            ["ojph_compress", "-i", str(source), "-o", str(target), *options], check=True, capture_output=True
        )
        return encapsulated(ds, HTJ2K_LOSSLESS, [target.read_bytes()], **attributes)
