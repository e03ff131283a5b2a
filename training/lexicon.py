"""Compile what is known of single words: lemmas, parts of compounds, separable verbs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from taalscan.language.compounds import compound_parts
from taalscan.language.tables import encode, make_table
from taalscan.language.vocabulary import OBLIQUE, POS_LETTERS, Vocabulary
from training.conllu import Tree

GoldLemmas = Mapping[tuple[str, str], Counter[str]]
Notes = defaultdict[str, dict[str, str]]
DATA = Path(__file__).parent / "data"

CLEAR = 0.8
"""Share of the commonest lemma from which a form is unambiguous for its part of speech."""

TRUSTED = 0.9
"""Share of right proposals from which an edit of the dictionary is allowed."""

COMMON = 4
"""Times that a word not in any dictionary must stand in the corpus to be a word."""

OPEN = ("NOUN", "VERB", "ADJ")
LINKS = ("", "s", "en", "n", "e", "er")
SHORTEST_NOUN, SURE_NOUN, SHORTEST_HEAD = 4, 5, 3
PAIR, MOSTLY = 2, 0.6
"""Times that a verb must have a preposition, and the share that one relation must have."""

SHORT = 8
"""Letters up to which a word is not cut if the treebank leaves it whole."""

FREQUENT = 8
"""Times that a noun must stand in the sample of the corpus."""

FAMILY = 2
"""Different words that a first part must begin."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the table is compiled from.

    Attributes:
        dictionary: lemma by form.
        counts: times that each form stands in the corpus.
        nouns: simple nouns that the treebank has, or the corpus often enough.
    """

    trees: tuple[Tree, ...]
    dictionary: Mapping[str, str]
    counts: Mapping[str, int]
    nouns: frozenset[str] = frozenset()


def compile_lexicon(sources: Sources) -> dict[str, str]:
    """Return the note of every string of letters that something is known of."""
    notes: Notes = defaultdict(dict)
    gold = gold_lemmas(sources.trees)
    add_dictionary(notes, gold, sources.dictionary)
    add_gold(notes, gold)
    for form, count in sources.counts.items():
        if count >= COMMON and form not in notes:
            notes[form]["w"] = "0"
    for infinitive in separable_verbs(sources.trees):
        notes[infinitive]["s"] = "0"
        notes[infinitive].setdefault("V", "0")
    add_parts(notes, sources)
    mark_whole(notes, sources)
    drop_pieces(notes, sources.dictionary)
    words = {form: note(items) for form, items in notes.items() if _is_clean(form)}
    return words | oblique_pairs(sources.trees)


def add_dictionary(notes: Notes, gold: GoldLemmas, dictionary: Mapping[str, str]) -> None:
    """Note the dictionary's lemmas, each for the parts of speech that its edit fits."""
    allowed = trusted_edits(gold, dictionary)
    for form, lemma in dictionary.items():
        notes[form]["w"] = "0"
        for pos in OPEN:
            if (pos, form[-1], encode(form, lemma)) in allowed:
                notes[form][POS_LETTERS[pos]] = encode(form, lemma)


def add_gold(notes: Notes, gold: GoldLemmas) -> None:
    """Note the lemmas of the treebank where they are clear, over those of the dictionary."""
    for (form, pos), lemmas in gold.items():
        lemma, count = lemmas.most_common(1)[0]
        if pos in POS_LETTERS and count >= CLEAR * lemmas.total():
            notes[form][POS_LETTERS[pos]] = encode(form, lemma)


def _is_clean(form: str) -> bool:
    return bool(form) and not any(sign in form for sign in " \t\n")


def note(items: Mapping[str, str]) -> str:
    """Return the row of the table: letters with the lemma code that they share."""
    if any(letter.isupper() for letter in items):
        items = {letter: code for letter, code in items.items() if letter != "w"}
    by_code: defaultdict[str, str] = defaultdict(str)
    for letter in sorted(items):
        by_code[items[letter]] += letter
    return " ".join(f"{letters}{code}" for code, letters in sorted(by_code.items()))


def gold_lemmas(trees: Iterable[Tree]) -> dict[tuple[str, str], Counter[str]]:
    """Count the lemmas of each form and part of speech in the treebank."""
    lemmas: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word in tree.words:
            lemmas[word.form.lower(), word.pos][word.lemma] += 1
    return lemmas


def trusted_edits(gold: GoldLemmas, dictionary: Mapping[str, str]) -> set[tuple[str, str, str]]:
    """Return the edits, with part of speech and last letter, that are mostly right.

    The dictionary has one lemma a form and no part of speech: "was" is always "zijn". The
    treebank tells which of its edits fit a noun, a verb or an adjective.
    """
    right: Counter[tuple[str, str, str]] = Counter()
    seen: Counter[tuple[str, str, str]] = Counter()
    for (form, pos), lemmas in gold.items():
        if pos in OPEN and form in dictionary:
            edit = pos, form[-1], encode(form, dictionary[form])
            right[edit] += lemmas.most_common(1)[0][0] == dictionary[form]
            seen[edit] += 1
    return {edit for edit, count in seen.items() if right[edit] >= TRUSTED * count}


def oblique_pairs(trees: Iterable[Tree]) -> dict[str, str]:
    """Return the pairs of verb and preposition whose relation the treebank makes clear."""
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tree in trees:
        cases = {w.head: w.form.lower() for w in reversed(tree.words) if w.dep == "case"}
        for index, word in enumerate(tree.words):
            if word.dep in OBLIQUE.values() and index in cases:
                pairs[f"{tree.words[word.head].full} {cases[index]}"][word.dep] += 1
    letters = {relation: letter for letter, relation in OBLIQUE.items()}
    return {
        pair: f"{letters[relations.most_common(1)[0][0]]}0"
        for pair, relations in pairs.items()
        if relations.total() >= PAIR
        and relations.most_common(1)[0][1] >= MOSTLY * relations.total()
    }


def separable_verbs(trees: Iterable[Tree]) -> set[str]:
    """Return the infinitives of the verbs that the treebank shows apart."""
    return {word.full for tree in trees for word in tree.words if word.full != word.lemma}


def add_parts(notes: Notes, sources: Sources) -> None:
    """Mark what occurs as first part, as last part, and what only looks like a compound."""
    prefixes, suffixes = read_list("prefixes"), read_list("suffixes")
    marked = {
        (word.lemma, word.pos, word.parts)
        for tree in sources.trees
        for word in tree.words
        if word.pos in {"NOUN", "ADJ"} and word.parts and word.lemma.endswith(word.parts[-1])
    }
    nouns = {noun for noun in sources.nouns if len(noun) >= SHORTEST_NOUN} - suffixes
    heads = {("g", head) for head in read_list("adjective_heads")}
    heads |= {("h", noun) for noun in nouns}
    first = modifiers(nouns, sources)
    for lemma, pos, parts in sorted(marked):
        heads.add(("h" if pos == "NOUN" else "g", parts[-1]))
        surface = lemma[: -len(parts[-1])].removesuffix("-")
        if len(parts) == 2 and len(surface) > 1:
            first[surface] = parts[0]
    for letter, head in heads:
        if len(head) >= SHORTEST_HEAD and head not in suffixes:
            notes[head][letter] = "0"
    for surface, modifier in first.items():
        if surface not in prefixes:
            notes[surface]["m"] = encode(surface, modifier)


def mark_whole(notes: Notes, sources: Sources) -> None:
    """Mark the short words that would be cut though the treebank leaves them whole."""
    vocabulary = Vocabulary(make_table({form: note(items) for form, items in notes.items()}))
    parted = {word.lemma for tree in sources.trees for word in tree.words if word.parts}
    for tree in sources.trees:
        for word in tree.words:
            if word.pos in {"NOUN", "ADJ"} and word.lemma not in parted:
                parts = compound_parts(vocabulary, word.lemma, word.pos)
                short = len(word.lemma) <= SHORT or min(map(len, parts), default=0) < SHORTEST_NOUN
                if parts and short:
                    notes[word.lemma]["x"] = "0"


def common_nouns(trees: Iterable[Tree], counts: Mapping[str, int]) -> frozenset[str]:
    """Return the simple nouns of the treebank and the nouns that the corpus often has.

    The network makes some lemmas up; what it says of the corpus counts when it says it often.
    """
    gold = {
        word.lemma
        for tree in trees
        for word in tree.words
        if word.pos == "NOUN" and not word.parts and word.lemma.isalpha()
    }
    return frozenset(gold | {noun for noun, count in counts.items() if count >= FREQUENT})


def drop_pieces(notes: Notes, dictionary: Mapping[str, str]) -> None:
    """Take first parts with a linking letter for pieces, not words ("beleids-")."""
    for form, items in notes.items():
        if set(items) == {"w", "m"} and items["m"] != "0" and form not in dictionary:
            del items["w"]


def modifiers(nouns: set[str], sources: Sources) -> dict[str, str]:
    """Return the first parts that several known words begin with, each with its lemma."""
    surfaces = {noun + link: noun for noun in sorted(nouns) for link in LINKS}
    surfaces |= {
        form: lemma
        for form, lemma in sources.dictionary.items()
        if lemma in nouns and form.endswith(("en", "s")) and form != lemma
    }
    families: Counter[str] = Counter()
    words = {*sources.dictionary, *(w for w, count in sources.counts.items() if count >= COMMON)}
    for word in words:
        for cut in range(SHORTEST_NOUN, len(word) - SHORTEST_HEAD):
            if word[:cut] in surfaces and word[cut:] in nouns:
                families[word[:cut]] += 1
    plain = {noun: noun for noun in nouns if len(noun) >= SURE_NOUN}
    return plain | {
        surface: surfaces[surface] for surface, count in families.items() if count >= FAMILY
    }


def read_list(name: str) -> set[str]:
    """Return the words of a list in training/data, without its comments."""
    lines = DATA.joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}
