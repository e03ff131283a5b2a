"""Make the written forms of Dutch words, for where a tagger misses one."""

from collections.abc import Mapping, Sequence

_VOWELS = frozenset("aeiou")
_VOICELESS = frozenset("tkfschpx")  # a weak past takes t after these, d after the others
_FIXED_PREFIXES = ("be", "ge", "ver", "ont", "her", "er", "over", "onder", "door", "mis")


def verb_forms(verb: str, particle: str, strong: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the forms in which a verb is written in one word, folded.

    Forms that do not exist may be among them; they are never found in a text.

    Args:
        verb: folded infinitive, without its particle: `kopen`.
        particle: folded separable particle, or "": `in`.
        strong: irregular verbs: infinitive to past singular, past plural and participle.

    >>> sorted(verb_forms("rollen", "uit", {}))[:3]
    ['uitgerold', 'uitgerolde', 'uitrol']
    """
    if not verb.endswith("en"):
        return frozenset({particle + verb})
    finite = {verb, *(stem + end for stem in _stems(verb) for end in ("", "t"))}
    finite = {form[:-1] if form.endswith(("tt", "dd")) else form for form in finite}
    participles: set[str] = set()
    if verb in strong:
        *pasts, participle = strong[verb]
        finite.update(pasts)
        participles.add(participle)
    else:
        finite |= _weak_pasts(verb)
        participles |= _weak_participles(verb)
    participles |= {form + "e" for form in participles}
    if particle:  # in a main clause the particle stands apart; the view joins it
        participles |= _opened(participles)
    return frozenset(particle + form for form in finite | participles)


def noun_forms(noun: str) -> frozenset[str]:
    """Return a folded noun with the plurals it may have.

    >>> sorted(noun_forms("raakvlak"))
    ['raakvlak', 'raakvlaken', 'raakvlakken', 'raakvlaks']
    """
    forms = {noun, noun + "s", noun + "en"}
    if noun.endswith("e"):
        forms.add(noun + "n")
    if _closed(noun):
        forms.add(noun + noun[-1] + "en")
    if _long(noun):
        voiced = {"f": "v", "s": "z"}.get(noun[-1], noun[-1])
        forms |= {noun[:-2] + noun[-1] + "en", noun[:-2] + voiced + "en"}
    return frozenset(forms)


def adjective_forms(adjective: str) -> frozenset[str]:
    """Return a folded adjective with its inflected, comparative and superlative forms.

    >>> "zorgzame" in adjective_forms("zorgzaam")
    True
    """
    bases = {adjective}
    if _closed(adjective):
        bases.add(adjective + adjective[-1])
    if _long(adjective):
        bases.add(adjective[:-2] + adjective[-1])
    inflected = {base + end for base in bases for end in ("e", "er", "ere")}
    return frozenset({adjective, adjective + "st", adjective + "ste"} | inflected)


def _closed(word: str) -> bool:
    """Tell whether a word ends in one vowel and one consonant, as in "vlak"."""
    return (
        len(word) > 2
        and word[-1] not in _VOWELS
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
    )


def _long(word: str) -> bool:
    """Tell whether a word ends in a doubled vowel and a consonant, as in "zaam"."""
    return len(word) > 3 and word[-1] not in _VOWELS and word[-2] == word[-3] in _VOWELS


def _stems(verb: str) -> set[str]:
    """Return the stems a verb may have: kopen gives koop, stellen stel, leven leef."""
    bare = verb[:-2]
    stems = {bare}
    if len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in _VOWELS:
        stems = {bare[:-1]}
    elif len(bare) > 2 and bare[-2] in _VOWELS and bare[-3] not in _VOWELS:
        stems.add(bare[:-2] + bare[-2] * 2 + bare[-1])
    devoiced = {"v": "f", "z": "s"}
    return {stem[:-1] + devoiced.get(stem[-1], stem[-1]) for stem in stems if stem}


def _suffix(verb: str) -> str:
    return "t" if verb[:-2].endswith(tuple(_VOICELESS)) else "d"


def _weak_pasts(verb: str) -> set[str]:
    sign = _suffix(verb)
    return {stem + sign + end for stem in _stems(verb) for end in ("e", "en")}


def _weak_participles(verb: str) -> set[str]:
    sign = _suffix(verb)
    bases = {stem if stem.endswith(sign) else stem + sign for stem in _stems(verb)}
    return bases if verb.startswith(_FIXED_PREFIXES) else {"ge" + base for base in bases}


def _opened(participles: set[str]) -> set[str]:
    """Add the adjective with an open syllable: aanbesteed gives aanbestede."""
    return {
        form[:-4] + form[-3:] if len(form) > 5 and form[-4] == form[-3] else form
        for form in participles
        if form.endswith("e")
    }
