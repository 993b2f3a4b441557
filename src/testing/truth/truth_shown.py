"""Cases of the display pipeline: bits, colours, tables, windows, frames."""

import numpy as np
from pydicom.encaps import generate_pixel_data_frame
from pydicom.pixel_data_handlers.util import apply_color_lut, apply_modality_lut, convert_color_space
from pydicom.sequence import Sequence
from truth_case import *  # noqa: F403
from truth_files import *  # noqa: F403
from truth_values import *  # noqa: F403


def bits_and_types():
    dirty = noise(0, 65535, np.uint16)
    for bits, high, signed in ((12, 11, False), (12, 11, True), (12, 15, False), (12, 15, True), (10, 12, False),
                               (9, 8, True), (16, 15, True)):
        kind = "signed" if signed else "unsigned"
        stored = masked(dirty, 16, bits, high, signed)
        ds = image(dirty, 16, bits, high, **window(str(0 if signed else 2 ** (bits - 1)), str(2**bits)))
        ds.PixelRepresentation = int(signed)
        grey(f"{bits} bits {kind} up to bit {high}, other bits set", ds, stored)
    small = noise(0, 255, np.uint8)
    grey("6 of 8 bits, signed", image(small, 8, 6, 7, PixelRepresentation=1, **window("0", "64")),
         masked(small, 8, 6, 7, True))
    grey("8 bits, signed", image(small.view(np.int8), **window("0", "256")), small.view(np.int8))
    wide = noise(-(2**31), 2**31 - 1, np.int64).astype(np.int32)
    grey("32 bits, signed", image(wide, **window("0", "4294967295")), wide)
    count = noise(0, 2**32 - 1, np.uint64).astype(np.uint32)
    grey("32 bits, unsigned", image(count, **window("2147483648", "4294967296")), count)
    for kind, name in (("f4", "Float"), ("f8", "DoubleFloat")):
        real = (RANDOM.rand(ROWS, COLUMNS) * 4000 - 1000).astype(kind)
        real[0, 0], real[0, 1] = -1000, 5000
        ds = image(real, **window("200.5", "1000.25", VOILUTFunction="LINEAR_EXACT"))
        setattr(ds, f"{name}PixelData", real.astype(f"<{kind}").tobytes())
        setattr(ds, f"{name}PixelPaddingValue", 5000.0)
        for gone in ("PixelData", "BitsStored", "HighBit", "PixelRepresentation"):
            delattr(ds, gone)
        for syntax in (EXPLICIT, IMPLICIT):
            grey(f"{name} Pixel Data, {'im' if syntax == IMPLICIT else 'ex'}plicit", with_syntax(copy_of(ds), syntax),
                 real, display=linear_exact(real.astype(np.float64), 200.5, 1000.25), padding=real == 5000)
    base = CT.copy()
    base[2:4, 2:9] = -2000
    ds = image(base, PixelPaddingValue=-2000, **window("40", "400"))
    grey("Pixel Padding Value", ds, base, padding=base == -2000)
    ds = image(base, PixelPaddingValue=-2000, PixelPaddingRangeLimit=-900, PhotometricInterpretation="MONOCHROME1",
               **window("40", "400"))
    grey("Pixel Padding Range, MONOCHROME1", ds, base, inverted=True, padding=(base >= -2000) & (base <= -900))
    ds = image(FILM, 16, 12, PixelPaddingValue=4095, PixelPaddingRangeLimit=4000, **HU, **window("1000", "4000"))
    grey("Pixel Padding Range downwards, before the rescale", ds, FILM, FILM.astype(np.float64) - 1024,
         padding=FILM >= 4000)


def colour():
    tint = noise(0, 255, np.uint8, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
    rgb("RGB by pixel", image(tint), tint)
    planes = image(tint, PlanarConfiguration=1, PixelData=tint.transpose(2, 0, 1).tobytes())
    rgb("RGB by plane", planes, tint)
    deep = noise(0, 65535, np.uint16, (3, ROWS, COLUMNS)).transpose(1, 2, 0).copy()
    rgb("RGB of 16 bits", image(deep), to_bytes(deep, 16))
    twelve = deep >> 4
    rgb("RGB of 12 bits", image(twelve, 16, 12), to_bytes(twelve, 12))
    ds = with_syntax(image(deep), BIG_ENDIAN)
    ds.PixelData = turned(ds.PixelData, 2)
    rgb("RGB of 16 bits, big endian", ds, to_bytes(deep, 16))
    full = convert_color_space(tint, "YBR_FULL", "RGB")
    rgb("YBR_FULL by pixel", image(tint, PhotometricInterpretation="YBR_FULL"), full)
    by_plane = tint.transpose(2, 0, 1).tobytes()
    rgb("YBR_FULL by plane",
        image(tint, PhotometricInterpretation="YBR_FULL", PlanarConfiguration=1, PixelData=by_plane), full)
    shared = tint.copy()
    shared[:, 1::2, 1:] = shared[:, ::2, 1:]
    pairs = np.stack([shared[:, ::2, 0], shared[:, 1::2, 0], shared[:, ::2, 1], shared[:, ::2, 2]], -1)
    ds = image(shared, PhotometricInterpretation="YBR_FULL_422", PixelData=pairs.tobytes())
    assert (decoded(ds) == shared).all()
    rgb("YBR_FULL_422", ds, convert_color_space(shared, "YBR_FULL", "RGB"))
    two = np.stack([tint, 255 - tint])
    rgb("the second of two RGB frames", image(two), two[1], frame=1)


def palettes():
    ramp = [np.round(65535 * (np.arange(256) / 255) ** power).astype(np.uint16) for power in (1, 2, 0.5)]

    def palette(stored, tables, descriptor, bits=16, vr="OW", segmented=False, **more):
        ds = image(stored, PhotometricInterpretation="PALETTE COLOR", **more)
        for offset, table in enumerate(tables):
            signed = descriptor[1] < 0
            ds.add_new(0x00281101 + offset, "SS" if signed else "US", list(descriptor))
            data = words(table) if bits == 16 or vr == "words" else np.asarray(table, np.uint8).tobytes()
            ds.add_new((0x00281221 if segmented else 0x00281201) + offset, "OW", data)
        return ds

    def expected(stored, tables, first, bits):
        return np.stack([to_bytes(looked_up(stored, table, first), bits) for table in tables], -1)

    ds = palette(BYTES, ramp, (256, 0, 16))
    by_pydicom = apply_color_lut(decoded(ds), ds)
    shown = expected(BYTES, ramp, 0, 16)
    assert (to_bytes(by_pydicom, 16) == shown).all()
    rgb("PALETTE COLOR, 16-bit tables", ds, shown)
    dim = [table >> 8 for table in ramp]
    rgb("PALETTE COLOR, 8-bit tables", palette(BYTES, dim, (256, 0, 8), 8), expected(BYTES, dim, 0, 8))
    rgb("PALETTE COLOR, 8-bit tables in 16-bit words", palette(BYTES, dim, (256, 0, 8), 8, "words"),
        expected(BYTES, dim, 0, 8))
    rgb("PALETTE COLOR, 8-bit values in tables that claim 16", palette(BYTES, dim, (256, 0, 16)),
        expected(BYTES, dim, 0, 8))
    part = [table[:100] for table in ramp]
    rgb("PALETTE COLOR that begins at 60", palette(BYTES, part, (100, 60, 16)), expected(BYTES, part, 60, 16))
    signed = noise(-300, 300, np.int16)
    rgb("PALETTE COLOR that begins below 0", palette(signed, ramp, (256, -128, 16)),
        expected(signed, ramp, -128, 16))
    words16 = noise(0, 65535, np.uint16)
    long = [np.arange(65536)[::step].repeat(abs(step))[:65536].astype(np.uint16) for step in (1, -1, 2)]
    # The whole table would fill the truth table: the segmented form of it says the same in a few words.
    lines = [[0, 1, int(table[0]), 1, 65535, int(table[-1])] for table in long[:2]]
    lines.append([0, 1, 0, 1, 32767, 65535, 1, 32768, 0])
    full = [long[0], long[1], np.concatenate([np.floor(np.arange(32768) * 65535 / 32767 + 0.5),
                                              np.floor(65535 - np.arange(1, 32769) * 65535 / 32768 + 0.5)])]
    rgb("PALETTE COLOR, segmented, 65,536 entries declared as 0", palette(words16, lines, (0, 0, 16), segmented=True),
        expected(words16, full, 0, 16))
    codes = [0, 3, 10, 500, 65535, 1, 60, 0, 0, 2, 7, 9, 2, 2, 0, 0, 1, 130, 40000]
    ds = palette(BYTES, [codes] * 3, (258, 0, 16), segmented=True)
    by_pydicom = apply_color_lut(decoded(ds), ds)
    rgb("PALETTE COLOR, segments that are repeated", ds, to_bytes(by_pydicom, 16))
    rle = by_gdcm(image(BYTES), RLE)
    ds = palette(BYTES, ramp, (256, 0, 16))
    ds = encapsulated(ds, RLE, [next(generate_pixel_data_frame(rle.PixelData, 1))])
    rgb("PALETTE COLOR, RLE", ds, shown)


def modality_luts():
    wide = window("2048", "4096")
    entries = np.round(4095 * np.sqrt(np.arange(4096) / 4095)).astype(np.uint16)
    with_lut = lambda stored, item, **more: image(stored, **wide, **more, ModalityLUTSequence=Sequence([item]))
    ds = with_lut(FILM, lut_item((4096, 0, 16), words(entries), "OW"))
    expected_values = looked_up(FILM, entries, 0)
    assert (apply_modality_lut(decoded(ds), ds) == expected_values).all()
    grey("Modality LUT, OW", ds, FILM, expected_values)
    ds = with_lut(FILM, lut_item((4096, 0, 12), [int(value) for value in entries]), RescaleSlope="3", RescaleIntercept="7")
    grey("Modality LUT, US, before slope and intercept", ds, FILM, expected_values)
    ds = with_syntax(with_lut(FILM, lut_item((4096, 0, 16), turned(words(entries), 2), "OW")), BIG_ENDIAN)
    ds.PixelData = turned(ds.PixelData, 2)
    grey("Modality LUT, OW, big endian", ds, FILM, expected_values)
    short = entries[::16]
    for first in ("SS", "US"):
        ds = with_lut(CT, lut_item((256, -100, 16), words(short), "OW", first))
        grey(f"Modality LUT from -100, filed as {first}", ds, CT, looked_up(CT, short, -100))
    grey("Modality LUT with fewer entries than it says", with_lut(FILM, lut_item((4096, 0, 16), words(entries[:1000]), "OW")),
         FILM, looked_up(FILM, entries[:1000], 0))
    grey("Modality LUT with more entries than it says", with_lut(FILM, lut_item((1000, 0, 16), words(entries), "OW")),
         FILM, looked_up(FILM, entries[:1000], 0))
    eight = (entries[::16] >> 4).astype(np.uint8)
    low = dict(WindowCenter="128", WindowWidth="256")
    for name, data in (("bytes", eight.tobytes()), ("16-bit words", words(eight))):
        ds = image(BYTES, **low, ModalityLUTSequence=Sequence([lut_item((256, 0, 8), data, "OW")]))
        grey(f"Modality LUT of 8 bits in {name}", ds, BYTES, looked_up(BYTES, eight, 0))
    ds = with_syntax(with_lut(FILM, lut_item((4096, 0, 16), words(entries), "OW")), IMPLICIT)
    grey("Modality LUT, implicit", ds, FILM, expected_values)
    grey("a rescale by a fraction", image(FILM, 16, 12, RescaleSlope="0.5", RescaleIntercept="-1000.25", **window("0", "1000")),
         FILM, FILM * 0.5 - 1000.25)
    grey("a rescale downwards", image(FILM, 16, 12, RescaleSlope="-2", RescaleIntercept="4095", **wide),
         FILM, FILM * -2.0 + 4095)


def voi_luts():
    curve = np.round(1023 / (1 + np.exp(-(np.arange(4096) - 2048) / 500))).astype(np.uint16)
    fall = (1023 - curve).astype(np.uint16)
    items = lambda: Sequence([lut_item((4096, 0, 10), words(curve), "OW", explanation="NORMAL"),
                              lut_item((4096, 0, 10), words(fall), "OW", explanation="TURNED")])
    ds = image(FILM, 16, 12, **window("2048", "4096"), VOILUTSequence=items())
    grey("VOI LUT before a window", ds, FILM, display=by_voi_lut(FILM, curve, 0, 10))
    grey("the second VOI LUT", ds, FILM, display=by_voi_lut(FILM, fall, 0, 10), choice=dict(kind="lut", index=1))
    grey("the window of a file with VOI LUTs", ds, FILM, choice=dict(kind="window", index=0))
    hu = FILM.astype(np.float64) - 1024
    for first in ("SS", "US"):
        ds = image(FILM, 16, 12, **HU, VOILUTSequence=Sequence([lut_item((4096, -1024, 10), words(curve), "OW", first)]))
        grey(f"VOI LUT from -1024 over HU, filed as {first}", ds, FILM, hu, by_voi_lut(hu, curve, -1024, 10))
    half = FILM * 0.5 - 100.25
    ds = image(FILM, 16, 12, RescaleSlope="0.5", RescaleIntercept="-100.25",
               VOILUTSequence=Sequence([lut_item((1000, 0, 10), words(curve[:1000]), "OW")]))
    grey("VOI LUT over fractions", ds, FILM, half, by_voi_lut(half, curve[:1000], 0, 10))
    eight = (curve[::16] >> 2).astype(np.uint8)
    for name, data, vr in (("bytes", eight.tobytes(), "OW"), ("16-bit words", words(eight), "OW"),
                           ("16-bit numbers", [int(value) for value in eight], "US")):
        ds = image(BYTES, VOILUTSequence=Sequence([lut_item((256, 0, 8), data, vr)]))
        grey(f"VOI LUT of 8 bits in {name}", ds, BYTES, display=by_voi_lut(BYTES, eight, 0, 8))
    packed = [int(value) for value in np.frombuffer(eight.tobytes(), "<u2")]
    ds = image(BYTES, VOILUTSequence=Sequence([lut_item((256, 0, 8), packed, "US")]))
    grey("VOI LUT of 8 bits, two in a number", ds, BYTES, display=by_voi_lut(BYTES, eight, 0, 8))
    ds = image(BYTES, PhotometricInterpretation="MONOCHROME1",
               VOILUTSequence=Sequence([lut_item((256, 0, 8), eight.tobytes(), "OW")]))
    grey("VOI LUT, MONOCHROME1", ds, BYTES, display=by_voi_lut(BYTES, eight, 0, 8), inverted=True)
    # Steps, so that the file is small once it is deflated.
    words16 = noise(0, 65535, np.uint16)
    steps = (65535 - np.arange(65536) // 256 * 257).astype(np.uint16)
    whole = lut_item((0, 0, 16), words(steps), "OW")
    grey("VOI LUT of 65,536 entries declared as 0", image(words16, syntax=DEFLATED, VOILUTSequence=Sequence([whole])),
         words16, display=by_voi_lut(words16, steps, 0, 16))
    whole = lut_item((0, 0, 16), words(steps), "OW")
    grey("Modality LUT of 65,536 entries declared as 0",
         image(words16, syntax=DEFLATED, ModalityLUTSequence=Sequence([whole]), **window("32768", "65536")),
         words16, looked_up(words16, steps, 0))
    short = curve[:2000]
    grey("VOI LUT with fewer entries than it says",
         image(FILM, 16, 12, VOILUTSequence=Sequence([lut_item((4096, 0, 10), words(short), "OW")])),
         FILM, display=by_voi_lut(FILM, short, 0, 10))
    steep = np.minimum(np.arange(300) * 4, 1023).astype(np.uint16)
    grey("VOI LUT whose entries need more bits than it says",
         image(FILM, 16, 12, VOILUTSequence=Sequence([lut_item((300, 0, 8), words(steep), "OW")])),
         FILM, display=by_voi_lut(FILM, steep, 0, 10))


def windows():
    film = lambda **more: image(FILM, 16, 12, **more)
    values = FILM.astype(np.float64)
    three = film(WindowCenter=["1000", "2000", "3000"], WindowWidth=["500", "1", "900.5"],
                 WindowCenterWidthExplanation=["SOFT", "HARD", "BONE"])
    for index, (center, width) in enumerate(((1000, 500), (2000, 1), (3000, 900.5))):
        grey(f"window {index + 1} of three", three, FILM, display=linear(values, center, width),
             choice=dict(kind="window", index=index))
    for name, formula in (("LINEAR", linear), ("LINEAR_EXACT", linear_exact), ("SIGMOID", sigmoid)):
        for center, width in ((2048, 2000), (1500.5, 333.3)):
            ds = film(**window(str(center), str(width), VOILUTFunction=name))
            grey(f"{name} at {center} of {width}", ds, FILM, display=formula(values, center, width))
    grey("a LINEAR_EXACT window narrower than 1", film(**window("2000", "0.5", VOILUTFunction="LINEAR_EXACT")),
         FILM, display=linear_exact(values, 2000, 0.5))
    shape = lambda **more: film(**window("2048", "3000"), **more)
    grey("MONOCHROME1", shape(PhotometricInterpretation="MONOCHROME1"), FILM, inverted=True)
    grey("Presentation LUT Shape INVERSE", shape(PresentationLUTShape="INVERSE"), FILM, inverted=True)
    grey("MONOCHROME1 and INVERSE, inverted once",
         shape(PhotometricInterpretation="MONOCHROME1", PresentationLUTShape="INVERSE"), FILM, inverted=True)
    grey("MONOCHROME2 and IDENTITY", shape(PresentationLUTShape="IDENTITY"), FILM)


def enhanced():
    frames = noise(0, 4095, np.uint16, (3, ROWS, COLUMNS))
    ds = image(frames, 16, 12)
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.2.1"
    plane = item(ImageOrientationPatient=["1", "0", "0", "0", "1", "0"])
    measures = item(PixelSpacing=["0.75", "0.75"], SliceThickness="2")
    shared = item(PlaneOrientationSequence=Sequence([plane]), PixelMeasuresSequence=Sequence([measures]),
                  FrameVOILUTSequence=Sequence([item(WindowCenter="40", WindowWidth="400")]))
    ds.SharedFunctionalGroupsSequence = Sequence([shared])
    rescales = ((1, -1024), (2, -2000), (0.5, -500))
    groups = []
    for (slope, intercept), z in zip(rescales, (5, 25, 15)):
        group = item(
            PixelValueTransformationSequence=Sequence(
                [item(RescaleSlope=str(slope), RescaleIntercept=str(intercept), RescaleType="HU")]),
            PlanePositionSequence=Sequence([item(ImagePositionPatient=["0", "0", str(z)])]))
        groups.append(group)
    groups[2].FrameVOILUTSequence = Sequence([item(WindowCenter=["-600", "0"], WindowWidth=["1500", "10"])])
    ds.PerFrameFunctionalGroupsSequence = Sequence(groups)
    compressed_file = by_gdcm(copy_of(ds), J2K_LOSSLESS)
    for name, file in (("enhanced", ds), ("enhanced, JPEG 2000", compressed_file),
                       ("enhanced, implicit", with_syntax(copy_of(ds), IMPLICIT))):
        data = written(file)
        for frame, (slope, intercept) in enumerate(rescales):
            values = rescaled(frames[frame], slope, intercept)
            center, width = (-600, 1500) if frame == 2 else (40, 400)
            grey(f"frame {frame + 1} of an {name} CT", data, frames[frame], values, linear(values, center, width), frame=frame)


SHOWN = (bits_and_types, colour, palettes, modality_luts, voi_luts, windows, enhanced)
