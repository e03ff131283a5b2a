"""Content words are counted by lemma; names, function words, figures and particles are not."""

from dataclasses import replace

from taalscan.model import AnalysedPassage, Passage, Sentence, Span, Token
from taalscan.reference import content_lemmas, passage_words


def passage(*words: tuple[str, str, str]) -> AnalysedPassage:
    """Return a passage of one sentence: a text, lemma and part of speech a word."""
    tokens, start = [], 0
    for text, lemma, pos in words:
        tokens.append(Token(Span(start, start + len(text)), text, lemma, pos, "", 0, "dep"))
        start += len(text) + 1
    span = Span(0, start)
    return AnalysedPassage(Passage("p0001", span), (Sentence(span, tuple(tokens)),))


def lemmas(*words: tuple[str, str, str]) -> list[str]:
    return [lemma for lemma, _ in content_lemmas([passage(*words)])]


def test_nouns_verbs_adjectives_and_adverbs_are_counted_in_lower_case() -> None:
    words = [
        ("Buren", "Buur", "NOUN"),
        ("helpen", "helpen", "VERB"),
        ("vaak", "vaak", "ADV"),
        ("nieuwe", "nieuw", "ADJ"),
    ]
    assert lemmas(*words) == ["buur", "helpen", "vaak", "nieuw"]


def test_names_and_function_words_are_not_counted() -> None:
    words = [("Zilverdam", "zilverdam", "PROPN"), ("is", "zijn", "AUX"), ("het", "het", "DET")]
    assert lemmas(*words) == []


def test_lemmas_with_figures_or_signs_and_single_letters_are_not_counted() -> None:
    words = [
        ("2031", "2031", "NOUN"),
        ("wmo-loket", "wmo-loket", "NOUN"),
        ("a", "a", "NOUN"),
        ("€", "euro", "NOUN"),
    ]
    assert lemmas(*words) == []


def test_the_particle_of_a_separated_verb_is_no_word_of_its_own() -> None:
    own = passage(("kopen", "inkopen", "VERB"), ("zorg", "zorg", "NOUN"), ("in", "in", "ADV"))
    (sentence,) = own.sentences
    verb, *rest = sentence.tokens
    parted = replace(sentence, tokens=(replace(verb, particle=2), *rest))
    found = list(content_lemmas([replace(own, sentences=(parted,))]))
    assert found == [("inkopen", Span(0, 5)), ("zorg", Span(6, 10))]


def test_passages_that_differ_in_signs_and_figures_only_have_one_key() -> None:
    texts = ["Artikel 3: de raad.", "artikel 12 de Raad;", "artikel 12 de baat;"]
    keys = []
    for text in texts:
        own = passage((text, "raad", "NOUN"))
        (counted,) = passage_words(text, [own], [4])
        assert (counted.words, dict(counted.lemmas)) == (4, {"raad": 1})
        keys.append(counted.key)
    assert keys[0] == keys[1] != keys[2]
