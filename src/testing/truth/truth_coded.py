"""Cases of containers and codecs: the same values however they are written."""

import io

import numpy as np
from PIL import Image
from pydicom.encaps import encapsulate, generate_pixel_data_frame
from pydicom.pixel_data_handlers.util import convert_color_space
from truth_case import *  # noqa: F403
from truth_files import *  # noqa: F403
from truth_values import *  # noqa: F403


def containers():
    hu = FILM.astype(np.float64) - 1024
    make = lambda syntax: image(FILM, 16, 12, syntax=syntax, **HU, **window("40", "400"))
    for name, syntax in (("implicit", IMPLICIT), ("explicit", EXPLICIT), ("deflated", DEFLATED)):
        grey(f"{name} little endian, 12 bits, HU", make(syntax), FILM, hu)
    big = make(BIG_ENDIAN)
    big.PixelData = turned(big.PixelData, 2)
    grey("big endian, 16 bits", big, FILM, hu)
    signed = image(CT, **window("40", "400"))
    signed.PixelData = turned(signed.PixelData, 2)
    grey("big endian, signed", with_syntax(signed, BIG_ENDIAN), CT)
    for vr in ("OW", "OB"):
        ds = with_syntax(image(BYTES, **window("128", "256")), BIG_ENDIAN)
        if vr == "OW":
            ds.PixelData = turned(ds.PixelData, 2)
        ds["PixelData"].VR = vr
        grey(f"big endian, 8 bits, {vr}", ds, BYTES)
    wide = noise(0, 2**32 - 1, np.uint64).astype(np.uint32)
    ds = with_syntax(image(wide, **window("2147483648", "4294967296")), BIG_ENDIAN)
    ds.PixelData = turned(ds.PixelData, 4)
    grey("big endian, 32 bits", ds, wide)
    flat = dict(Rows=ROWS, Columns=COLUMNS)
    bits = noise(0, 1, np.uint8)
    packed = np.packbits(bits.ravel(), bitorder="little").tobytes()
    shown = linear_exact(bits, 0.5, 1)
    one = dict(PixelData=packed, VOILUTFunction="LINEAR_EXACT", **flat, **window("0.5", "1"))
    grey("little endian, 1 bit", image(bits, 1, 1, **one), bits, display=shown)
    ds = with_syntax(image(bits, 1, 1, **one), BIG_ENDIAN)
    ds.PixelData = turned(packed, 2)
    ds["PixelData"].VR = "OW"
    grey("big endian, 1 bit, OW", ds, bits, display=shown)
    three = noise(0, 1, np.uint8, (3, 5, 5))
    three_packed = np.packbits(three.ravel(), bitorder="little").tobytes()
    ds = image(three, 1, 1, PixelData=three_packed + b"\0", VOILUTFunction="LINEAR_EXACT", **window("0.5", "1"))
    grey("1 bit, a frame that begins inside a byte", ds, three[2], display=linear_exact(three[2], 0.5, 1), frame=2)
    shown = linear(hu, 40, 400)
    grey("explicit without preamble", written(make(EXPLICIT))[132:], FILM, hu, shown)
    grey("explicit without preamble and meta", without_meta(written(make(EXPLICIT))), FILM, hu, shown)
    grey("implicit without preamble and meta", without_meta(written(make(IMPLICIT))), FILM, hu, shown)
    grey("big endian without preamble and meta", without_meta(written(big)), FILM, hu, shown)
    wrong = written(make(EXPLICIT)).replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.2\0")
    grey("little endian that claims to be big", wrong, FILM, hu, shown)
    frames = noise(0, 4095, np.uint16, (3, ROWS, COLUMNS))
    grey("the last of three frames", image(frames, 16, 12, **window("2048", "4096")), frames[2], frame=2)
    accents = make(EXPLICIT)
    accents.SpecificCharacterSet = "ISO_IR 999"
    accents.PatientName = "X"
    data = written(accents)
    grey("an unknown character set", data, FILM, hu, shown)


def compressed():
    film = dict(**HU, **window("40", "400"))
    hu = FILM.astype(np.float64) - 1024
    make = lambda: image(FILM, 16, 12, **film)
    lossless = ((RLE, "RLE"), (LOSSLESS, "JPEG lossless 57"), (LOSSLESS_SV1, "JPEG lossless 70"),
                (JPEG_LS, "JPEG-LS"), (J2K_LOSSLESS, "JPEG 2000 lossless"))
    for syntax, name in lossless:
        grey(f"{name}, 12 bits", by_gdcm(make(), syntax), FILM, hu)
        ds = by_gdcm(image(BYTES, **window("128", "256")), syntax)
        grey(f"{name}, 8 bits", ds, BYTES)
        full = noise(0, 65535, np.uint16)
        grey(f"{name}, 16 bits", by_gdcm(image(full, **window("32768", "65536")), syntax), full)
        ds = by_gdcm(image(CT, **window("40", "400")), syntax)
        grey(f"{name}, signed", ds, CT)
        tint = noise(0, 255, np.uint8, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
        rgb(f"{name}, RGB", by_pillow(tint) if syntax == J2K_LOSSLESS else by_gdcm(image(tint), syntax), tint)
        narrow = noise(-512, 511, np.int16)
        ds = by_gdcm(image(narrow, 16, 12, **window("0", "1000")), syntax)
        grey(f"{name}, 12 bits signed", ds, narrow)
    for predictor in range(1, 8):
        ds = by_dcmtk(make(), LOSSLESS, "dcmcjpeg", "+el", "+sv", str(predictor))
        grey(f"JPEG lossless 57, predictor {predictor}", ds, FILM, hu)
    rle_wide = noise(-(2**31), 2**31 - 1, np.int64).astype(np.int32)
    ds = image(rle_wide, **window("0", "4294967295"))
    segments = rle_wide.astype(">u4").view(np.uint8).reshape(-1, 4)
    rle = rle_frame([segments[:, at].tobytes() for at in range(4)])
    grey("RLE, 32 bits", encapsulated(ds, RLE, [rle]), rle_wide)
    planes = noise(0, 65535, np.uint16, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
    parts = [planes[..., at].astype(">u2").view(np.uint8).reshape(-1, 2)[:, byte].tobytes()
             for at in range(3) for byte in range(2)]
    rgb("RLE, RGB of 16 bits", encapsulated(image(planes), RLE, [rle_frame(parts)]), to_bytes(planes, 16))
    ybr = noise(0, 255, np.uint8, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
    ds = encapsulated(image(ybr), RLE, [rle_frame([ybr[..., at].tobytes() for at in range(3)])])
    ds.PhotometricInterpretation = "YBR_FULL"
    rgb("RLE, YBR_FULL", ds, convert_color_space(ybr, "YBR_FULL", "RGB"))
    frames = noise(0, 4095, np.uint16, (3, ROWS, COLUMNS))
    for syntax, name in lossless:
        ds = by_gdcm(image(frames, 16, 12, **window("2048", "4096")), syntax)
        grey(f"{name}, the second of three frames", ds, frames[1], frame=1)
    bits = noise(0, 1, np.uint8)
    packed = np.packbits(bits.ravel(), bitorder="little").tobytes()
    one = dict(PixelData=packed, VOILUTFunction="LINEAR_EXACT", **window("0.5", "1"))
    grey("RLE, 1 bit", encapsulated(image(bits, 1, 1, **one), RLE, [rle_frame([packed])]), bits,
         display=linear_exact(bits, 0.5, 1))


def by_pillow(colour):
    """JPEG 2000 with the reversible transformation of colours, by Pillow's OpenJPEG."""
    stream = io.BytesIO()
    Image.fromarray(colour).save(stream, "JPEG2000", no_jp2=True, mct=1)
    frame = stream.getvalue()
    assert frame[frame.index(b"\xff\x52") + 8] == 1
    return encapsulated(image(colour), J2K_LOSSLESS, [frame], PhotometricInterpretation="YBR_RCT")


def rle_frame(segments):
    """PS3.5 annex G with literal runs alone."""
    packed = []
    for segment in segments:
        runs = b"".join(bytes([len(part) - 1]) + part for part in
                        (segment[at:at + 128] for at in range(0, len(segment), 128)))
        packed.append(runs + b"\0" * (len(runs) % 2))
    offsets, at = [], 64
    for part in packed:
        offsets.append(at)
        at += len(part)
    head = np.zeros(16, "<u4")
    head[0], head[1:1 + len(offsets)] = len(offsets), offsets
    return head.tobytes() + b"".join(packed)


def lossy():
    deep = smooth(4095, np.uint16)
    film = dict(**HU, **window("1000", "2500"))
    for quality in (30, 90, 100):
        ds = by_dcmtk(image(deep, 16, 12, **film), EXTENDED, "dcmcjpeg", "+ee", "+q", str(quality))
        other = run_dcmtk(ds, "dcmdjpeg").pixel_array
        assert (other == decoded(ds)).all()
        grey(f"JPEG extended, 12 bits, quality {quality}", ds, other, other.astype(np.float64) - 1024)
    rough = by_dcmtk(image(FILM, 16, 12, **film), EXTENDED, "dcmcjpeg", "+ee", "+q", "70")
    other = run_dcmtk(rough, "dcmdjpeg").pixel_array
    assert (other == decoded(rough)).all()
    grey("JPEG extended, 12 bits, noise that is clipped", rough, other, other.astype(np.float64) - 1024)
    small = smooth(255, np.uint8)
    for syntax, option, name in ((BASELINE, "+eb", "baseline"), (EXTENDED, "+ee", "extended, 8 bits")):
        ds = by_dcmtk(image(small, **window("128", "256")), syntax, "dcmcjpeg", option, "+q", "80")
        other = run_dcmtk(ds, "dcmdjpeg").pixel_array
        assert (other == decoded(ds)).all()
        grey(f"JPEG {name}", ds, other)
    tint = colours(255, np.uint8)
    for option, name in (("+s4", "4:4:4"), ("+s2", "4:2:2")):
        ds = by_dcmtk(image(tint), BASELINE, "dcmcjpeg", "+eb", "+q", "90", option)
        assert ds.PhotometricInterpretation.startswith("YBR_FULL")
        rgb(f"JPEG baseline, YBR {name}", ds, run_dcmtk(ds, "dcmdjpeg", "+cp").pixel_array)
    ds = by_dcmtk(image(tint), BASELINE, "dcmcjpeg", "+eb", "+q", "90", "+cr")
    assert ds.PhotometricInterpretation == "RGB"
    plain = run_dcmtk(ds, "dcmdjpeg", "+cp").pixel_array
    rgb("JPEG baseline, RGB by its marker", ds, plain)
    (frame,) = generate_pixel_data_frame(ds.PixelData, 1)
    at = frame.index(b"\xff\xee")
    silent = frame[:at] + frame[at + 2 + int.from_bytes(frame[at + 2:at + 4], "big"):]
    # Component ids R, G, B would give it away as well.
    for position in (silent.index(b"\xff\xc0") + 10, silent.index(b"\xff\xda") + 5):
        step = 3 if silent[position - 10:position - 8] == b"\xff\xc0" else 2
        silent = bytearray(silent)
        for index in range(3):
            silent[position + step * index] = index + 1
        silent = bytes(silent)
    ds.PixelData = encapsulate([silent + b"\0" * (len(silent) % 2)])
    assert (run_dcmtk(ds, "dcmdjpeg", "+cp").pixel_array == plain).all()
    rgb("JPEG baseline, RGB that only the file tells", ds, plain)
    for deviation in (2, 5):
        ds = by_dcmtk(image(deep, 16, 12, **film), JPEG_LS_NEAR, "dcmcjpls", "+en", "+md", str(deviation))
        other = run_dcmtk(ds, "dcmdjpls").pixel_array
        assert np.abs(other.astype(int) - deep).max() <= deviation
        grey(f"JPEG-LS near lossless, within {deviation}", ds, other, other.astype(np.float64) - 1024)
    for option, name in (("+il", "by line"), ("+is", "by sample"), ("+in", "not")):
        exact = noise(0, 255, np.uint8, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
        ds = by_dcmtk(image(exact), JPEG_LS, "dcmcjpls", "+el", option)
        rgb(f"JPEG-LS, RGB {name} interleaved", ds, exact)
    stream = io.BytesIO()
    Image.fromarray(small).save(stream, "JPEG2000", irreversible=True, no_jp2=True, quality_layers=[4])
    ds = encapsulated(image(small, **window("128", "256")), J2K, [stream.getvalue()])
    grey("JPEG 2000, irreversible", ds, decoded(ds))
    for name, mct in (("YBR_ICT", True),):
        stream = io.BytesIO()
        Image.fromarray(tint).save(stream, "JPEG2000", irreversible=mct, mct=1, no_jp2=True, quality_layers=[3])
        ds = encapsulated(image(tint), J2K, [stream.getvalue()], PhotometricInterpretation=name)
        rgb(f"JPEG 2000, {name}", ds, np.asarray(Image.open(stream)))


def signs():
    """Streams whose sign is not that of the file, and high throughput ones."""
    ds = by_gdcm(image(CT, **window("40", "400")), J2K_LOSSLESS)
    ds.PixelRepresentation = 0
    grey("JPEG 2000 of signed samples in a file that says unsigned", ds, CT)
    small = noise(-2048, 2047, np.int16)
    ds = by_gdcm(image((small & 0xFFF).astype(np.uint16), 16, 12, **window("40", "400")), J2K_LOSSLESS)
    ds.PixelRepresentation = 1
    grey("JPEG 2000 of unsigned samples in a file that says signed", ds, small)
    # GDCM writes 16 bits of precision. With 12 in their place the middle of the range is another, and so the values.
    lifted = ((small & 0xFFF).astype(np.int32) + 32768 - 2048).astype(np.uint16)
    (frame,) = generate_pixel_data_frame(by_gdcm(image(lifted), J2K_LOSSLESS).PixelData, 1)
    at = frame.index(b"\xff\x51") + 40
    assert frame[at] == 15
    ds = encapsulated(image(small, **window("40", "400")), J2K_LOSSLESS, [frame[:at] + b"\x0b" + frame[at + 1:]])
    assert (decoded(ds) == small).all()
    grey("JPEG 2000 of 12 unsigned bits in a file that says 16 signed", ds, small)
    ybr = noise(0, 255, np.uint8, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
    stream = io.BytesIO()
    Image.fromarray(ybr).save(stream, "JPEG2000", no_jp2=True, mct=0)
    ds = encapsulated(image(ybr), J2K_LOSSLESS, [stream.getvalue()])
    if stream.getvalue()[stream.getvalue().index(b"\xff\x52") + 8] == 0:
        rgb("JPEG 2000, RGB without a transformation", ds, ybr)
        ds = encapsulated(image(ybr), J2K_LOSSLESS, [stream.getvalue()], PhotometricInterpretation="YBR_FULL")
        rgb("JPEG 2000, YBR_FULL", ds, convert_color_space(ybr, "YBR_FULL", "RGB"))
    film = dict(**HU, **window("40", "400"))
    grey("HTJ2K, 12 bits", by_openjph(image(FILM, 16, 12, **film), FILM, 12), FILM, FILM.astype(np.float64) - 1024)
    grey("HTJ2K, 8 bits", by_openjph(image(BYTES, **window("128", "256")), BYTES, 8), BYTES)
    ds = by_openjph(image(CT, **window("40", "400")), CT.view(np.uint16), 16)
    grey("HTJ2K, 16 bits of two's complement", ds, CT)
    tint = noise(0, 255, np.uint8, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
    rgb("HTJ2K, YBR_RCT", by_openjph(image(tint), tint, 8, PhotometricInterpretation="YBR_RCT"), tint)


CODED = (containers, compressed, lossy, signs)
