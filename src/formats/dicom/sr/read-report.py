"""Says what pydicom reads in a structured report, as JSON: the content tree, and what each coded concept means.

Run by measurement-report.test.ts and by the browser tests with Debian's python3-pydicom.
"""

import json
import sys

import pydicom
from pydicom.sr._concepts_dict import concepts


def code(sequence):
    item = sequence[0]
    return [item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning]


def known(value, scheme):
    """Whether pydicom's copy of PS3.16 has the concept."""
    return any(value in codes for codes in concepts.get(scheme, {}).values())


def tree(item, used):
    found = {"type": item.ValueType}
    if "RelationshipType" in item:
        found["relationship"] = item.RelationshipType
    for name, keyword in (("name", "ConceptNameCodeSequence"), ("code", "ConceptCodeSequence")):
        if keyword in item:
            found[name] = code(item[keyword].value)
            used.append(found[name])
    if item.ValueType == "TEXT":
        found["text"] = item.TextValue
    if item.ValueType == "UIDREF":
        found["uid"] = item.UID
    if item.ValueType == "NUM":
        measured = item.MeasuredValueSequence[0]
        found["value"] = float(measured.NumericValue)
        found["exact"] = measured.FloatingPointValue
        found["unit"] = code(measured.MeasurementUnitsCodeSequence)
    if item.ValueType in ("SCOORD", "SCOORD3D"):
        found["graphic"] = item.GraphicType
        found["data"] = list(item.GraphicData)
    if item.ValueType == "SCOORD3D":
        found["frame"] = item.ReferencedFrameOfReferenceUID
    if item.ValueType == "IMAGE":
        reference = item.ReferencedSOPSequence[0]
        found["instance"] = reference.ReferencedSOPInstanceUID
        found["class"] = reference.ReferencedSOPClassUID
        if "ReferencedFrameNumber" in reference:
            found["frameNumber"] = reference.ReferencedFrameNumber
    if "ContentTemplateSequence" in item:
        found["template"] = item.ContentTemplateSequence[0].TemplateIdentifier
    found["items"] = [tree(child, used) for child in item.get("ContentSequence", [])]
    return found


def main():
    report = pydicom.dcmread(sys.argv[1])
    used = []
    content = tree(report, used)
    evidence = [
        reference.ReferencedSOPInstanceUID
        for study in report.get("CurrentRequestedProcedureEvidenceSequence", [])
        for series in study.ReferencedSeriesSequence
        for reference in series.ReferencedSOPSequence
    ]
    print(
        json.dumps(
            {
                "class": report.SOPClassUID.name,
                "modality": report.Modality,
                "patient": [report.PatientID, str(report.PatientBirthDate), report.PatientSex],
                "study": report.StudyInstanceUID,
                "evidence": evidence,
                "content": content,
                "unknown": sorted(
                    {
                        " ".join(each[:2])
                        for each in used
                        if each[1] in ("DCM", "SCT") and not known(each[0], each[1])
                    }
                ),
            }
        )
    )


main()
