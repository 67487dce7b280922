"""Cleans, explains and pronounces files one by one; one that fails does not keep the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.batch.job import Job, PinyinJob
from reader.batch.opening import list_documents, load_user_files, open_material
from reader.export.table import REPAIRS, Export, Use
from reader.text.causes import Cause
from reader.text.errors import CannotWrite, ReaderError, writing_failed
from reader.text.files import write_bytes, write_text
from reader.text.messages import CONTROLS
from reader.text.streams import say, write, write_data

if TYPE_CHECKING:
    from reader.export.material import Material
    from reader.language.own_segments import OwnSegments


def clean_files(job: Job) -> bool:
    """Do the job; say on standard error what failed. Return whether all was done."""
    reports: list[str] = []
    user, own = load_user_files(), None
    done = True
    if job.to_folder and job.output is not None:
        try:
            Path(job.output).mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            say(f"jingdu: {CannotWrite(Path(job.output), Cause('is_no_folder'))}")
            return False
        except (OSError, ValueError) as error:
            say(f"jingdu: {writing_failed(Path(job.output), error)}")
            return False
    for (name, read_it), target in zip(list_documents(job), job.targets(), strict=True):
        if target is not None and job.to_folder and not job.force and _is_there(target):
            say(f"jingdu: {CannotWrite(target, Cause('is_there'))}")
            done = False
            continue
        material = open_material(job, read_it, user)
        if material is None:
            done = False
            continue
        if Use.PINYIN in job.export.use:
            own = _load_own_segments() if own is None else own
            material = replace(material, own=own)
        if job.report is not None:
            reports.append(job.report_export.write_text(replace(material, name=name)))
        done &= _try(partial(_put, material, target, job.export, several=job.count > 1))
    if job.report is not None and reports:
        join = job.report_export.join
        report = reports[0] if job.count == 1 or join is None else join(reports)
        done &= _try(partial(write_text, job.report, report))
    return done


def explain_files(job: Job) -> bool:
    """Print every repair of the files. Return whether all could be read."""
    done = True
    user = load_user_files()
    for name, read_it in list_documents(job):
        material = open_material(job, read_it, user)
        if material is None:
            done = False
            continue
        write(REPAIRS.write_text(replace(material, name=name if job.count > 1 else "")))
    return done


def pronounce_file(job: PinyinJob) -> bool:
    """Print or write the text of a file with its readings. Return whether it could be done."""
    asked = Job(
        (job.file,),
        encoding=job.encoding,
        decisions=job.decisions,
        rules=job.rules,
        typeset=job.typeset,
    )
    ((_, read_it),) = list_documents(asked)
    material = open_material(asked, read_it, load_user_files())
    if material is None:
        return False
    target = None if job.output is None else Path(job.output)
    material = replace(material, options=job.options, own=_load_own_segments())
    return _try(partial(_put, material, target, job.export))


def check_rule_files(names: Sequence[str]) -> bool:
    """Print of each file of rules how many it holds. Return whether all can be used."""
    from reader.export.explain import visible  # few check rules
    from reader.review.rules.parse import load_rules

    done = True
    for name in names:
        try:
            rules = load_rules(Path(name))
        except ReaderError as error:
            say(f"jingdu: {error}")
            done = False
        else:
            count = "1 rule" if len(rules) == 1 else f"{len(rules)} rules"
            write(f"{visible(name)}: {count}\n")
    return done


def _load_own_segments() -> OwnSegments:
    from reader.batch.own_words import load_own_segments  # brings the library of a learner

    return load_own_segments()


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long is told on writing
        return False


def _try(write_it: Callable[[], None]) -> bool:
    """Write something; return whether that went well, and say why it did not."""
    try:
        write_it()
    except ReaderError as error:
        say(f"jingdu: {error}")
        return False
    return True


def _put(material: Material, target: Path | None, export: Export, *, several: bool = False) -> None:
    """Print or write one result, of several that follow each other or the only one.

    Raises ReaderError, and OutputGone.
    """
    if target is not None:
        write_bytes(target, export.write_bytes(material))
        if count := export.count_unwritable(material):
            say(f"jingdu: {target}: {CONTROLS.format(count=count)}")
        return
    if export.is_binary:
        write_data(export.write_bytes(material))
        return
    text = export.write_text(replace(material, one_line=several))
    if several and text and not text.endswith("\n"):
        text += "\n"  # or the next file would begin in the middle of a line
    write(text)
