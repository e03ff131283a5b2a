"""Choose lemma and part of speech among table, dictionary, compound and network."""

from taalscan.language.compounds import compound_parts, splits
from taalscan.language.vocabulary import POS_LETTERS, Vocabulary

SHORTEST_PART = 3
SAME_WORD = {"AUX": "VERB", "VERB": "AUX", "PROPN": "NOUN"}
"""Parts of speech that are told apart by use, not by form."""

CONFUSED = {
    "NOUN": ("VERB", "ADJ"),
    "PROPN": ("NOUN", "VERB", "ADJ"),
    "VERB": ("NOUN",),
    "ADJ": ("NOUN",),
}
"""Parts of speech that the network takes for another one."""

ENDINGS = {"NOUN": ("'s", "s", "en"), "ADJ": ("", "e")}
"""Endings after which a word can stand unchanged."""

PARTICLES = (
    "aan", "achter", "af", "bij", "binnen", "bijeen", "door", "in", "los", "mee", "na", "neer",
    "om", "op", "over", "samen", "tegen", "terug", "toe", "uit", "vast", "voor", "voort", "vrij",
    "weg",
)  # fmt: skip


def settle_pos(vocabulary: Vocabulary, form: str, pos: str) -> str:
    """Return the part of speech of a form as written, where the network takes an impossible one.

    A form that is known only as a verb ("handhaafden") is no noun, whatever stands around it, and
    a new word that ends in an adjective ("klantgericht") is an adjective.
    """
    if pos not in CONFUSED or (pos == "PROPN" and not form.islower()):
        return pos
    form = form.lower()
    known = vocabulary.facts(form).lemmas
    if ("A" in known or not known) and _is_new_adjective(vocabulary, form):
        return "ADJ"
    if not known or POS_LETTERS[pos] in known or "P" in known:
        return pos
    others = [other for other in CONFUSED[pos] if POS_LETTERS[other] in known]
    return others[0] if len(others) == 1 else pos


def _is_new_adjective(vocabulary: Vocabulary, form: str) -> bool:
    stem = form.removesuffix("e")
    return any(
        compound_parts(vocabulary, base, "ADJ") and not compound_parts(vocabulary, base, "NOUN")
        for base in {form, stem}
    )


def choose_lemma(vocabulary: Vocabulary, form: str, pos: str, proposed: str) -> str:
    """Return the lemma of a lower-case form; `proposed` is what the network says."""
    known = vocabulary.lemma(form, pos)
    if known is not None:
        return known
    if pos in {"NOUN", "ADJ"}:
        return (
            _by_ending(vocabulary, form, pos) or _by_last_part(vocabulary, form, pos) or proposed
        )
    if pos == "VERB":
        return _by_particle(vocabulary, form) or proposed
    if pos == "AUX":
        return vocabulary.lemma(form, "VERB") or proposed
    return proposed


def _by_ending(vocabulary: Vocabulary, form: str, pos: str) -> str | None:
    """Return the known word that the form is made of by an ending alone: "aanbieders"."""
    for ending in ENDINGS[pos]:
        base = form.removesuffix(ending)
        if form.endswith(ending) and len(base) > SHORTEST_PART:
            known = vocabulary.lemma(base, pos) == base
            if known or (pos == "ADJ" and compound_parts(vocabulary, base, pos)):
                return base
    return None


def _by_last_part(vocabulary: Vocabulary, form: str, pos: str) -> str | None:
    """Return the lemma by the last part: "zorgaanbieders" by "aanbieders"."""
    letter = POS_LETTERS[pos]
    for before, last in splits(form):
        if len(before) < SHORTEST_PART or len(last) < SHORTEST_PART:
            continue
        lemma = vocabulary.lemma(last, pos)
        stem = before.removesuffix("-")
        if lemma is None or (before == stem and vocabulary.facts(stem).modifier is None):
            continue
        if letter in vocabulary.facts(lemma).heads:
            return before + lemma
    return None


def _by_particle(vocabulary: Vocabulary, form: str) -> str | None:
    """Return the lemma of a joined verb by its particle: "doorontwikkeld" by "ontwikkeld"."""
    for particle in PARTICLES:
        if form.startswith(particle):
            lemma = vocabulary.lemma(form.removeprefix(particle), "VERB")
            if lemma is not None and len(lemma) > SHORTEST_PART:
                return particle + lemma
    return None
