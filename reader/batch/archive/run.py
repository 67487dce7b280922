"""Does a run: divides the sources, has the chunks done, and joins the parts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reader.batch.archive.chunk import Part, Task, part_name
from reader.batch.archive.engines.cluster import Cluster
from reader.batch.archive.engines.in_process import InProcess
from reader.batch.archive.engines.pool import Pool
from reader.batch.archive.engines.protocol import Died, Engine
from reader.batch.archive.errors import OutputInside, OutputThere
from reader.batch.archive.extras import need
from reader.batch.archive.job import BatchJob, Places
from reader.batch.archive.manifest import Head, Manifest, find_manifests, is_complete
from reader.batch.archive.orders import Orders
from reader.batch.archive.plan import Sources, Survey
from reader.batch.archive.progress import Progress, Totals, choose_progress, count_pages
from reader.batch.archive.results import list_parts, read_rows
from reader.batch.archive.sinks.part import Layout
from reader.batch.archive.sources.slices import Reading
from reader.batch.archive.storage import (
    create,
    exists,
    is_empty_folder,
    is_remote,
    join,
    list_names,
    remove,
)
from reader.repair.rules.model import NO_RULES, RuleSet
from reader.review.engine import this_engine
from reader.review.rules.levels import RuleFiles
from reader.text.errors import ReaderError
from reader.text.streams import say
from reader.text.user_folders import data_folder

_WAIT = 0.5  # seconds


def clean_archive(job: BatchJob) -> bool:
    """Do a run; say on standard error what failed. Return whether all of it was done."""
    progress = choose_progress(as_json=job.json_log)
    run = _Run(job, progress)
    try:
        return run.do()
    except ReaderError as error:
        progress.say(str(error))
        run.tell_how_to_go_on()
        return False
    except KeyboardInterrupt:
        run.tell_how_to_go_on()
        raise


class _Run:
    """One run, from its survey to its report."""

    def __init__(self, job: BatchJob, progress: Progress) -> None:
        self._job = job
        self._places = job.places
        self._progress = progress
        self._reading = Reading(job.column, job.encoding, job.whole_page)
        self._sources = Sources(
            job.sources, self._reading, [self._places.output, self._places.parts]
        )
        self._totals = Totals()
        self._begun = False
        self._done: dict[int, Part] = {}  # by an earlier run
        self._chunks = 0  # of the whole run

    def do(self) -> bool:
        """Do everything. Return whether all was done, and no page failed. Raises ReaderError."""
        job, places = self._job, self._places
        _check_inside(job, places)
        if self._is_finished():
            self._tidy()
            self._progress.say(f"{places.output} is complete; nothing is left to do.")
            self._write_report()  # it may be wanted only now
            return True
        for package in places.sink.needs:
            need(package)
        self._make_room()
        survey = self._sources.survey()
        if survey.passed_over:
            self._progress.say(_count_passed_over(survey.passed_over))
        rules = _find_rules(job)
        layout = Layout(
            places.output + ("" if places.joined else "/"),
            survey.columns,
            has_given=survey.has_given,
            details=job.details,
        )
        task = Task(self._reading, layout, places.parts, job.most_characters, rules)
        head = Head(survey.fingerprint, _hash_options(job, places, rules), _engine_name())
        with Manifest(places.notes, places.output, job.share) as manifest:
            self._done = manifest.begin(head, places.parts, places.sink.ending)
            self._begun = True
            self._remove_halves()
            self._clean(task, manifest, survey)
            whole = job.share[1] == 1
            if whole:
                if places.joined:
                    self._join(layout)
                manifest.finish(self._chunks)
        if whole:
            self._tidy()
            self._write_report()
        self._progress.end(self._totals)
        return self._tell_result(whole=whole)

    # -- before

    def _is_finished(self) -> bool:
        """Tell whether an earlier run has done all, so that there is nothing to go on with."""
        places = self._places
        if not self._job.resume or not places.joined or not exists(places.joined):
            return False
        return places.is_tree or not find_manifests(places.notes)

    def _make_room(self) -> None:
        """See that nothing is overwritten that was not to be. Raises OutputThere."""
        job, places = self._job, self._places
        if job.resume:
            return
        if job.force:
            self._remove_earlier()
            return
        if find_manifests(places.notes):
            own = Manifest(places.notes, places.output, job.share).address
            if job.share[1] == 1 or exists(own):
                raise OutputThere(places.output, unfinished=not is_complete(places.notes))
            return  # another share of the same run writes there
        if exists(places.output) and not is_empty_folder(places.output):
            raise OutputThere(places.output)

    def _remove_earlier(self) -> None:
        """Remove what an earlier run has left; texts in a folder are overwritten one by one."""
        job, places = self._job, self._places
        if job.share[1] > 1:
            remove(Manifest(places.notes, places.output, job.share).address)
            return
        if places.parts != places.output:
            remove(places.parts)
        else:
            for part in list_parts(places):
                remove(part)
            remove(places.notes)

    def _remove_halves(self) -> None:
        """Remove what a killed run has left of files that it was writing."""
        if self._job.share[1] > 1:
            return  # another share may be writing them
        for folder in {self._places.parts, self._places.notes}:
            for name in list_names(folder):
                if (name.startswith(".") and name.endswith(".tmp")) or name.startswith("at-"):
                    with suppress(ReaderError):
                        remove(join(folder, name))

    # -- the work

    def _clean(self, task: Task, manifest: Manifest, survey: Survey) -> None:
        orders = Orders(self._sources.plan(survey, self._job.chunk_size), self._job.share, task)
        orders.done.update(self._done)
        for part in self._done.values():
            self._totals.add(part)
        self._progress.begin(survey.size, self._totals.pages, survey.files)
        self._advance_done(orders)
        with _choose_engine(self._job, task) as engine:
            while True:
                while engine.has_room and (order := orders.next()) is not None:
                    engine.submit(order)
                self._advance_done(orders)
                if engine.is_idle:
                    break
                done = engine.wait(_WAIT)
                if isinstance(done, Died):
                    orders.bury(done.order)
                elif done is not None:
                    manifest.add(done)
                    self._totals.add(done)
                    self._progress.advance(done, orders.finish(done), self._totals)
        self._chunks = orders.planned

    def _advance_done(self, orders: Orders) -> None:
        """Tell what an earlier run has done, as the plan comes by it."""
        for part, work in orders.take_passed():
            self._progress.advance(replace(part, pages=0), work, self._totals)

    # -- after

    def _join(self, layout: Layout) -> None:
        parts = (
            join(self._places.parts, name)
            for name in _part_names(self._chunks, self._places.sink.ending)
        )
        with create(self._places.joined) as file:
            self._places.sink.join(parts, file, layout)

    def _tidy(self) -> None:
        """Remove the parts that were joined."""
        places = self._places
        if not places.joined:
            return
        if places.is_tree:
            for part in list_parts(places):
                remove(part)
            return
        for manifest in find_manifests(places.notes):  # first: without any, the run has ended
            remove(manifest)
        remove(places.parts)

    def _write_report(self) -> None:
        job, report = self._job, self._job.report
        if report is None:
            return
        from reader.batch.archive.report import write_report  # few want one

        title = ", ".join(job.sources)
        rows = read_rows(self._places.output)
        write_report(rows, report, title=title, command=job.command, options=_opening_options(job))

    def _tell_result(self, *, whole: bool) -> bool:
        share, shares = self._job.share
        if not whole:
            self._progress.say(
                f"share {share} of {shares} is done. When all shares are done, run the command "
                "once more with --resume and without --part."
            )
        if whole and not self._totals.pages:
            self._progress.say("no pages were found.")
        told = f'see "error" in {self._places.joined}'
        why = told if self._places.is_tree else "the error column says why"
        failed = self._totals.damage["failed"]
        if failed:
            self._progress.say(f"{count_pages(failed)} could not be read; {why}.")
        if aside := self._totals.damage["aside"]:
            were = "was" if aside == 1 else "were"
            self._progress.say(f"{count_pages(aside)} {were} set aside; {why}.")
        return not failed

    def tell_how_to_go_on(self) -> None:
        """Say what is done of a run that ends before its time."""
        if self._begun:
            self._remove_halves()
            self._progress.end(self._totals)
            done = count_pages(self._totals.pages)
            are = "is" if self._totals.pages == 1 else "are"
            self._progress.say(f"{done} {are} done; use --resume to continue.")


def _opening_options(job: BatchJob) -> list[str]:
    """Return the options with which `jingdu open` reads a page as this run does."""
    options = [] if job.column == "text" else ["--column", job.column]
    options += ["--encoding", job.encoding] if job.encoding else []
    return [*options, *(["--whole-page"] if job.whole_page else [])]


def _choose_engine(job: BatchJob, task: Task) -> Engine:
    if job.scheduler:
        return Cluster(task, job.scheduler, job.processes)
    return InProcess(task) if job.processes == 1 else Pool(task, job.processes)


def _part_names(count: int, ending: str) -> Iterator[str]:
    return (part_name(number, ending) for number in range(count))


def _check_inside(job: BatchJob, places: Places) -> None:
    """Raise OutputInside if the output would take the place of a source."""
    for one in job.sources:
        same = one.rstrip("/") == places.output
        if not is_remote(one) and not is_remote(places.output):
            same = os.path.realpath(one) == os.path.realpath(places.output)
        if same:
            raise OutputInside(places.output)


def _find_rules(job: BatchJob) -> RuleSet:
    """Return the rules of the user that hold for all pages; those of folders hold for none."""
    if not job.rules.hold:
        return NO_RULES
    found = RuleFiles(data_folder()).find(None, "", given=job.rules.file)
    for problem in found.problems:
        say(f"jingdu: {problem}")
    return found.rules


def _hash_options(job: BatchJob, places: Places, rules: RuleSet) -> str:
    """Return a hash of all that decides what the output is, besides the sources."""
    said = (
        job.column, job.encoding, job.whole_page, job.details, job.most_characters, job.chunk_size,
        places.sink.ending, places.is_tree, rules.fingerprint if rules else "",
    )  # fmt: skip
    return sha256(repr(said).encode()).hexdigest()


def _engine_name() -> str:
    """Return what made the parts: the engine, and this code, which divides and writes them."""
    engine = this_engine()
    digest = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return f"{engine.version} {engine.data} {digest.hexdigest()}"


def _count_passed_over(count: int) -> str:
    if count == 1:
        return "1 file is not a document and was skipped."
    return f"{count:,} files are not documents and were skipped."
