"""Cases of codecs at every depth, sign and number of components: what decoders most often get wrong."""

import io

import numpy as np
from PIL import Image
from pydicom.encaps import generate_pixel_data_frame
from truth_case import *  # noqa: F403
from truth_files import *  # noqa: F403
from truth_values import *  # noqa: F403


def signed_frame(ds):
    """The JPEG 2000 frame of unsigned samples said to be signed: each value is then lower by half of the range, since
    unsigned samples are shifted down before they are coded and signed ones are not (T.800 G.1.2)."""
    (frame,) = generate_pixel_data_frame(ds.PixelData, 1)
    at = frame.index(b"\xff\x51") + 40
    return frame[:at] + bytes([frame[at] | 0x80]) + frame[at + 1:]


def depths_and_signs():
    """Colours of more than 8 bits, colours without a transformation, and signed samples of every depth."""
    for bits in (12, 16):
        deep = noise(0, 2**bits - 1, np.uint16, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
        for syntax, name in ((LOSSLESS, "JPEG lossless 57"), (LOSSLESS_SV1, "JPEG lossless 70"), (JPEG_LS, "JPEG-LS")):
            rgb(f"{name}, RGB of {bits} bits", by_gdcm(image(deep, 16, bits), syntax), to_bytes(deep, bits))
    for bits in (8, 12, 16):
        kind = np.uint8 if bits == 8 else np.uint16
        tint = noise(0, 2**bits - 1, kind, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
        for transformed in (False, True):
            ds = by_openjph(image(tint, None, bits), tint, bits, transformed,
                            PhotometricInterpretation="YBR_RCT" if transformed else "RGB")
            name = "a transformation" if transformed else "none"
            rgb(f"HTJ2K, RGB of {bits} bits with {name}", ds, to_bytes(tint, bits))
    for bits in (8, 10, 12, 16):
        unsigned = noise(0, 2**bits - 1, np.uint8 if bits == 8 else np.uint16)
        stored = (unsigned.astype(np.int32) - 2 ** (bits - 1)).astype(np.int8 if bits == 8 else np.int16)
        seen = window("0", str(2**bits))
        frame = signed_frame(by_openjph(image(unsigned, None, bits), unsigned, bits))
        grey(f"HTJ2K, {bits} bits signed", encapsulated(image(stored, None, bits, **seen), HTJ2K_LOSSLESS, [frame]), stored)
        if bits in (8, 16):
            frame = signed_frame(by_gdcm(image(unsigned), J2K_LOSSLESS))
            ds = encapsulated(image(stored, **seen), J2K_LOSSLESS, [frame])
            assert (decoded(ds) == stored).all()
            grey(f"JPEG 2000 lossless, {bits} bits signed", ds, stored)
    few = noise(-2, 1, np.int8)
    ds = by_gdcm(image(few, 8, 2, **window("0", "4")), J2K_LOSSLESS)
    assert (decoded(ds) == few).all()
    grey("JPEG 2000 lossless, 2 of 8 bits signed", ds, few)
    small = noise(-128, 127, np.int8)
    for syntax, name in ((LOSSLESS_SV1, "JPEG lossless 70"), (JPEG_LS, "JPEG-LS"), (RLE, "RLE")):
        grey(f"{name}, 8 bits signed", by_gdcm(image(small, **window("0", "256")), syntax), small)
    ds = by_dcmtk(image(FILM, 16, 12, **HU, **window("40", "400")), LOSSLESS, "dcmcjpeg", "+el", "+sv", "4", "+pt", "2")
    other = run_dcmtk(ds, "dcmdjpeg").pixel_array
    assert (other == FILM >> 2 << 2).all()
    grey("JPEG lossless 57, two bits shifted away", ds, other, other.astype(np.float64) - 1024)


def subsampled():
    """JPEG whose colours are shared by four pixels, and progressive JPEG, by Pillow's libjpeg-turbo."""
    tint = colours(255, np.uint8)[:11, :13].copy()
    for subsampling, name in ((0, "4:4:4"), (1, "4:2:2"), (2, "4:2:0")):
        for progressive, kind in ((False, "baseline"), (True, "progressive")):
            stream = io.BytesIO()
            Image.fromarray(tint).save(stream, "JPEG", quality=92, subsampling=subsampling, progressive=progressive)
            frame = stream.getvalue() + b"\0" * (len(stream.getvalue()) % 2)
            syntax = PROGRESSIVE if progressive else BASELINE
            ds = encapsulated(image(tint), syntax, [frame], PhotometricInterpretation="YBR_FULL_422")
            rgb(f"JPEG {kind}, odd sides, YBR {name}", ds, np.asarray(Image.open(stream)))


def in_one_piece(data):
    """Fragments in an element that states its length, as it should not (PS3.5 A.4)."""
    head = b"\xe0\x7f\x10\x00OB\0\0"
    at = data.rindex(head + b"\xff\xff\xff\xff") + len(head)
    items = data[at + 4:data.rindex(b"\xfe\xff\xdd\xe0")]
    return data[:at] + len(items).to_bytes(4, "little") + items


def misfiled():
    """What some writers leave out or put in: lengths of fragments, samples per pixel."""
    shown = linear(FILM.astype(np.float64), 2048, 4096)
    for syntax, name in ((RLE, "RLE"), (LOSSLESS_SV1, "JPEG lossless"), (JPEG_LS, "JPEG-LS"), (J2K_LOSSLESS, "JPEG 2000")):
        ds = by_gdcm(image(FILM, 16, 12, **window("2048", "4096")), syntax)
        grey(f"{name} in an element with a length", in_one_piece(written(ds)), FILM, display=shown)
    tint = noise(0, 255, np.uint8, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
    ds = image(tint)
    del ds.SamplesPerPixel
    rgb("RGB that does not say its samples", ds, tint)
    rgb("RGB that says one sample", image(tint, SamplesPerPixel=1), tint)
    ds = by_gdcm(image(tint), RLE)
    del ds.SamplesPerPixel
    rgb("RLE, RGB that does not say its samples", ds, tint)
    ds = by_dcmtk(image(tint), BASELINE, "dcmcjpeg", "+eb", "+q", "90", "+s4")
    plain = run_dcmtk(ds, "dcmdjpeg", "+cp").pixel_array
    del ds.SamplesPerPixel
    rgb("JPEG baseline, YBR that does not say its samples", ds, plain)


DEPTHS = (depths_and_signs, subsampled, misfiled)
