"""Restores a text: the READ layer on the whole, then the mechanisms paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reader.codepages.unread import find_way, may_be_misread
from reader.codepages.views import WIDE
from reader.language.glosses import GlossContent
from reader.language.ngram import character_model
from reader.language.recurrence import Recurrence
from reader.repair import byte_slips
from reader.repair.ahead import attempt_ahead
from reader.repair.attempt import ParagraphRestorer
from reader.repair.budget import Allowance, HastyBudget, ProgressMeter, SearchBudget
from reader.repair.digest import Digest, make_digest
from reader.repair.glosses import GlossChanges
from reader.repair.known_losses import find_known_losses, find_known_way, find_unread
from reader.repair.mechanism import Context, Layer, Mechanism, Stretch
from reader.repair.profile import profile_document, profile_pieces
from reader.repair.read_layer import run_read_layer
from reader.repair.registry import MECHANISMS
from reader.repair.restored import (
    KeptParagraph,
    amend_paragraph,
    assemble,
    keep_untouched,
    share_readings,
)
from reader.repair.votes import Votes
from reader.text.align import apply_edits
from reader.text.document import Document, Origin

Progress = Callable[[int, int], None]  # characters done, characters in all
Wanted = Callable[[str, int, int], bool]
"""Tells of a paragraph, by its text in the READ layer and its span in the source, if it is to be
restored."""

_PARAGRAPH = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_LONG = 3000  # code points; a longer paragraph is divided
_SENTENCE_END = re.compile(r"[。！？；!?;]")
_PREVIEW = 6_000  # code points restored for a first screen


def restore(
    text: str,
    *,
    origin: Origin | None = None,
    progress: Progress | None = None,
    mechanisms: Sequence[Mechanism] = MECHANISMS,
    witness: str | Document | None = None,
    workers: int = 1,
) -> Document:
    """Restore `text`; never raises on any str.

    `progress` is called a few times a second with the code points done and those in all; to cancel,
    let it raise. `mechanisms` may leave out some of Jingdu's or add your own. `witness` is another
    copy of the same text, such as a second scrape, damaged or restored: where this one is damaged
    or in doubt, the other tells what stood there. What is right here stays, whatever it has.
    `workers` are the processes that may be started for a text that takes seconds; the result is
    the same. A program that asks for more than one must be importable without doing anything, as
    `multiprocessing` says.

    >>> document = restore("推動(dòng)勞(lao)動(dòng)關(guān)係(xi)咊(he)諧(xie)")
    >>> document.text
    '推动劳动关系和谐'
    >>> document.source_span(2, 4)
    (8, 15)
    >>> document.clean_span(8, 15)
    (2, 4)
    >>> repair = document.repairs[0]
    >>> repair.before, repair.after, repair.kind.name, repair.applied
    ('動', '动', 'SCRIPT', True)
    >>> restore("他想起劳动关\ufffd的事。", witness="他想起劳动关系的事。").text
    '他想起劳动关系的事。'
    """
    if isinstance(witness, str):
        witness = _restore(witness, 0, len(witness), Origin(), None, mechanisms, workers=workers)
    return _restore(
        text,
        0,
        len(text),
        origin or Origin(),
        progress,
        mechanisms,
        witness=witness,
        workers=workers,
    )


def restore_some(
    text: str,
    wanted: Wanted,
    *,
    origin: Origin | None = None,
    progress: Progress | None = None,
    mechanisms: Sequence[Mechanism] = MECHANISMS,
) -> Document:
    """Restore only the paragraphs that are wanted; the rest is what the READ layer left."""
    return _restore(text, 0, len(text), origin or Origin(), progress, mechanisms, wanted)


def preview(
    text: str,
    *,
    near: int = 0,
    origin: Origin | None = None,
    mechanisms: Sequence[Mechanism] = MECHANISMS,
) -> Document:
    """Restore only the paragraphs around code point `near`, for a first screen.

    The rest of `Document.text` is the source as it is. Takes well under a second on any size.

    >>> preview("勞(lao)動").text
    '劳动'
    """
    near = min(max(near, 0), len(text))
    low = max(0, near - _PREVIEW // 3)
    origin = origin or Origin()
    digest = make_digest(text, low, low + _PREVIEW)
    if digest is not None:
        own = replace(origin, cuts=digest.move_cuts(origin.cuts))
        span = digest.low, digest.high
        part = _restore(digest.text, *span, own, None, mechanisms, is_hasty=True, digest=digest)
        paragraphs = digest.put_back(part)
        if paragraphs is not None:
            return Document(text, paragraphs, origin)
    return _restore(text, low, low + _PREVIEW, origin, None, mechanisms, is_hasty=True)


def _restore(
    text: str,
    low: int,
    high: int,
    origin: Origin,
    progress: Progress | None,
    mechanisms: Sequence[Mechanism],
    wanted: Wanted | None = None,
    witness: Document | None = None,
    workers: int = 1,
    *,
    is_hasty: bool = False,
    digest: Digest | None = None,
) -> Document:
    """Restore the paragraphs that overlap text[low:high], or those of them that are wanted.

    Where `text` is that of a `digest`, paragraphs end at `low` and `high`, too.
    """
    model = character_model()
    tick = ProgressMeter(progress, len(text)).tick
    context = Context(model, tick=tick, is_hasty=is_hasty)
    edits = run_read_layer(text, context, mechanisms, origin, low, high)
    between, first = apply_edits(text, edits)
    asked_for = low, high
    if edits:
        low, high = first.to_output(low, low)[0], first.to_output(high, high)[0]
    if digest is None:
        profile = profile_document(between, model)
    else:
        profile = profile_pieces(digest.choose_pieces(between[low:high], edits), model)
    if profile.foreign and edits:  # another language is left alone, its tags and entities too
        edits = []
        between, first = apply_edits(text, edits)
        profile = replace(profile_document(between, model), foreign=True)
        low, high = asked_for
    meter = ProgressMeter(progress, len(between))
    spans = [span for span in split_paragraphs(between) if span[0] < high and span[1] > low]
    part = None if digest is None else (low, high)
    context = _survey(
        replace(context, profile=profile, tick=meter.tick),
        between if part is None else between[slice(*part)],
        (between[start:end] for start, end in spans),
        find_known_way(edits),
    )
    recurrence = Recurrence(between, model)
    context = replace(context, recurrence=recurrence)
    losses = find_known_losses(between, edits, first, origin)
    asked = [one for one in mechanisms if one.layer is Layer.PARAGRAPH]
    if wanted is not None:
        spans = [span for span in spans if wanted(between[slice(*span)], *first.to_input(*span))]
    unread = find_unread(edits, first)
    restorer = ParagraphRestorer(between, context, asked, losses, unread, part)
    done = _restore_paragraphs(restorer, spans, meter, workers)

    def make_document() -> Document:
        kept = list(_add_rest(between, done, part))
        changes = GlossChanges(profile)
        made = assemble(between, kept, changes, len(text), edits, first)
        return Document(text, made, origin)

    document = make_document()
    if witness is not None and _amend(done, document, witness, between, spans, context):
        document = make_document()
    recurrence.forget()  # the document keeps it, for decisions
    if progress is not None:
        progress(len(between), len(between))
    return document


def _survey(
    context: Context, text: str, paragraphs: Iterable[str], way: tuple[str, str] | None
) -> Context:
    """Return the context with what is asked of the whole text once, not of each paragraph.

    `way` is how it was misread, if the READ layer has found that out.
    """
    is_suspect = may_be_misread(text)
    if is_suspect and way is None:
        way = find_way(paragraphs, context.model)
    return replace(
        context,
        may_be_out_of_step=byte_slips.is_suspicious(text),
        may_be_misread=is_suspect or (way is not None and way[1] in WIDE),
        misread_as=way,
    )


def _amend(
    done: list[KeptParagraph],
    document: Document,
    witness: Document,
    between: str,
    spans: Sequence[tuple[int, int]],
    context: Context,
) -> bool:
    """Amend the paragraphs of a document by what another copy tells; tell if it tells anything."""
    from reader.repair.witness import hear_witness  # few texts have one

    told = hear_witness(document, witness, between, spans, context.model)
    for number, proposals in told.items():
        stretch = Stretch(between[slice(*spans[number])])
        stretch.identify(context)
        done[number] = amend_paragraph(done[number], stretch, proposals)
    return bool(told)


def _restore_paragraphs(
    restorer: ParagraphRestorer,
    spans: Sequence[tuple[int, int]],
    meter: ProgressMeter,
    workers: int,
) -> list[KeptParagraph]:
    """Return what becomes of the paragraphs with these spans.

    Those with a form that was decided in more than one way are restored again, with the vote of
    the whole document.
    """
    votes = Votes()
    budget = HastyBudget() if restorer.context.is_hasty else SearchBudget()
    done: list[KeptParagraph] = []
    touched: list[int] = []
    for number, (start, end) in enumerate(spans):
        text = restorer.text[start:end]
        done.append(keep_untouched(start, text))
        if not restorer.is_untouched(text):
            touched.append(number)
        meter.tick()
    asked = [spans[number] for number in touched]
    allowances: list[Allowance] = []
    shared: dict[GlossContent, GlossContent] = {}
    with attempt_ahead(restorer, asked, workers, meter.tick) as ahead:
        for at, (start, end) in enumerate(asked):
            allowance = budget.allow(start, end)
            attempt = ahead.take(at, allowance) or restorer.restore(start, end, allowance)
            allowances.append(allowance)
            budget.spend(attempt.taken)
            for ballot in attempt.ballots:
                votes.count(ballot)
            done[touched[at]] = share_readings(attempt.kept, shared)
            meter.reach(end)
    usual = votes.settle()
    if usual:
        voting = restorer.voting(usual)
        for number, (start, end), allowance in zip(touched, asked, allowances, strict=True):
            if any(map(restorer.text[start:end].__contains__, usual)):
                kept = voting.restore(start, end, allowance).kept
                done[number] = share_readings(kept, shared)
                meter.tick()
    return done


def _add_rest(
    text: str, done: list[KeptParagraph], edges: tuple[int, int] | None
) -> Iterator[KeptParagraph]:
    """Yield the restored paragraphs, and the text before and after them as it is.

    At `edges`, which are around all of them, something else begins.
    """
    low, high = edges or (0, len(text))
    begin = done[0].start if done else high
    for start, end in ((0, low), (low, begin)):
        if start < end:
            yield keep_untouched(start, text[start:end])
    yield from done
    behind = _PARAGRAPH.search(text, done[-1].end, high) if done else None
    if behind is not None:
        yield keep_untouched(behind.start(), text[behind.start() : high])
    if high < len(text) or not text:
        yield keep_untouched(high, text[high:])


def split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the paragraphs (code points), long ones divided at sentence ends."""
    for found in _PARAGRAPH.finditer(text):
        start, end = found.span()
        while end - start > _LONG:
            ends = [
                m.end() for m in _SENTENCE_END.finditer(text, start + _LONG // 2, start + _LONG)
            ]
            cut = ends[-1] if ends else start + _LONG
            yield start, cut
            start = cut
        yield start, end
