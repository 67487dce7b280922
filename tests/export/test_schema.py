"""What JSON holds is what its published schema says."""

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from reader import Document, restore
from reader.export.json import to_json
from reader.text.resources import resource_path
from tests.export.cases import LINE, PAGE
from tests.export.decided import decided_in_every_way
from tests.export.generated import generated

SCHEMA = json.loads(resource_path("schemas", "jingdu-1.schema.json").read_text("utf-8"))
DOCUMENTS = [LINE, PAGE, Document.of(""), *map(generated, range(0, 50, 5))]


def closed(schema):
    """Return the schema with nothing allowed that it does not name."""
    if isinstance(schema, list):
        return list(map(closed, schema))
    if not isinstance(schema, dict):
        return schema
    inside = {name: closed(one) for name, one in schema.items()}
    return {**inside, "additionalProperties": False} if "properties" in schema else inside


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("document", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_a_document_is_what_the_schema_says(document):
    notes = {(one.source_start, one.source_end): "见原件" for one in document.repairs[:1]}
    found = json.loads(to_json(document, notes=notes))
    Draft202012Validator(closed(SCHEMA)).validate(found)
    if notes:
        assert found["repairs"][0]["note"] == "见原件"


def test_a_decision_is_what_the_schema_says():
    document, signatures, _ = decided_in_every_way()
    found = json.loads(to_json(document, signatures=signatures))
    Draft202012Validator(closed(SCHEMA)).validate(found)
    decisions = [one["decision"] for one in found["repairs"] if "decision" in one]
    assert [(one["how"], one["proposed"], one["confidence"]) for one in decisions] == [
        ("accept", "法", 0.93),
        ("keep", "和", 0.7),
        ("alternative", "经办", 0.58),
        ("typed", "动", 0.99),
        ("typed", None, None),
        ("keep", None, None),
        ("typed", None, None),
    ]
    assert [one["by"] for one in decisions] == ["anna", "anna", *[None] * 5]
    assert (decisions[0]["kind"], decisions[-1]["kind"]) == ("variant", "manual")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "jingdu/2"),
        (("repairs", 0, "kind"), "other"),
        (("repairs", 0, "confidence"), 1.5),
        (("repairs", 0, "clean_start"), -1),
        (("origin", "lost"), None),
    ],
)
def test_the_schema_refuses_what_is_wrong(path, value):
    found = json.loads(to_json(restore("推動(dòng)勞(lao)動(dòng)關(guān)係")))
    inside = found
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(found)
