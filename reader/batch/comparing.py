"""Compares two files for the command line."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.batch.job import Job, RuleOptions
from reader.batch.opening import list_documents, load_user_files, open_material
from reader.export.comparison import to_comparison, to_comparison_json
from reader.review.compare import compare
from reader.text.document import Document
from reader.text.streams import write


@dataclass(frozen=True, slots=True)
class CompareJob:
    """What `jingdu compare` is asked for. A file named - is standard input.

    `reference` says that `other` is right, `layout` that spaces and line ends count.
    """

    file: str
    other: str
    reference: bool = False
    layout: bool = False
    as_json: bool = False
    encoding: str | None = None
    decisions: bool = True
    rules: RuleOptions = field(default_factory=RuleOptions)


def compare_files(job: CompareJob) -> bool:
    """Print where two files differ. Return whether both could be read."""
    asked = Job(
        (job.file, job.other), encoding=job.encoding, decisions=job.decisions, rules=job.rules
    )
    user = load_user_files()
    documents: list[Document] = []
    for _, read_it in list_documents(asked):
        material = open_material(asked, read_it, user)
        if material is None:
            return False
        documents.append(material.document)
    document, other = documents
    found = compare(document, other, layout=job.layout, reference=job.reference)
    if job.as_json:
        write(to_comparison_json(document, other, found, reference=job.reference))
    else:
        write(to_comparison(document, found, reference=job.reference))
    return True
