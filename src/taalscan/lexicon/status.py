"""Decide what a match counts for, in the order of the lexicon plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from taalscan.lexicon.actors import Actors, compile_actors
from taalscan.lexicon.anchor import Anchors, compile_anchors, has_anchor
from taalscan.lexicon.candidates import Match
from taalscan.lexicon.context import Surroundings, compile_context, is_met, literal_reason
from taalscan.lexicon.legal import Law, compile_law, legal_reason
from taalscan.lexicon.negation import Negation, compile_negation, negated_reason
from taalscan.lexicon.quotation import Quotation, compile_quotation, quoted_reason
from taalscan.lexicon.values import Entry, Handling, Helpers
from taalscan.lexicon.view import View
from taalscan.model import Reason, Status


@dataclass(frozen=True, slots=True)
class Ruling:
    """The status of a match, why, and whether it counts for the facet it is turned to."""

    status: Status
    reason: Reason | None = None
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """All that decides on the status of matches."""

    surroundings: Mapping[str, Surroundings]
    negation: Negation
    quotation: Quotation
    actors: Actors
    law: Law
    anchors: Anchors


def compile_rules(entries: tuple[Entry, ...], helpers: Helpers) -> Rules:
    """Return the rules of a set of entries and helper lists."""
    actors = compile_actors(helpers)
    return Rules(
        surroundings={entry.id: compile_context(entry) for entry in entries},
        negation=compile_negation(helpers),
        quotation=compile_quotation(helpers),
        actors=actors,
        law=compile_law(helpers),
        anchors=compile_anchors(helpers, actors),
    )


def is_meant(match: Match, view: View, rules: Rules) -> bool:
    """Tell whether a match meets what its entry requires; otherwise it is no hit at all."""
    return is_met(rules.surroundings[match.entry.id], match.words, view)


def rule(match: Match, view: View, rules: Rules) -> Ruling:
    """Return the status of a match: literal, negated, quoted, legal, slogan, or counted."""
    entry = match.entry
    surroundings = rules.surroundings[entry.id]
    literal = literal_reason(surroundings, match.words, view)
    if literal is not None:
        return Ruling(Status.LITERAL, literal)
    ruling = _negation(match, view, rules) or _quotation(match, view, rules)
    if ruling is not None and ruling.status is not Status.REPORTED:
        return ruling
    legal = legal_reason(rules.law, surroundings.legal, match.words, view)
    if legal is not None:
        # "volgens de wet" reports nobody's view, so the law goes before reporting
        return Ruling(Status.LEGAL, legal)
    if ruling is not None:
        return ruling
    if entry.needs_anchor and not has_anchor(rules.anchors, match.words, view):
        return Ruling(Status.SLOGAN, Reason("slogan"))
    return Ruling(Status.COUNTED)


def _negation(match: Match, view: View, rules: Rules) -> Ruling | None:
    entry = match.entry
    if entry.negation is Handling.KEEP:
        return None
    is_verb = any(view.words[i].token.pos in {"VERB", "AUX"} for i in match.words)
    reason = negated_reason(rules.negation, match.words, view, is_verb=is_verb)
    if reason is None:
        return None
    if entry.negation is Handling.TURN:
        return Ruling(Status.COUNTED, Reason("turned", reason.signal), turned=True)
    return Ruling(Status.NEGATED, reason)


def _quotation(match: Match, view: View, rules: Rules) -> Ruling | None:
    handling = match.entry.quotation
    if handling is Handling.KEEP:
        return None
    found = quoted_reason(rules.quotation, rules.actors, match, view)
    if found is None:
        return None
    status, reason = found
    if handling is Handling.MARK:
        return Ruling(Status.COUNTED, Reason("marked", reason.signal))
    return Ruling(status, reason)
