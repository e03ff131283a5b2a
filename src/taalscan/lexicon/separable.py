"""Join a verb to its separated particle where the language layer did not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taalscan.lexicon.fold import fold, key
from taalscan.model import Token

# what may follow a particle: the end of the clause, or a phrase put behind it ("in bij twee")
_AFTER = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP"})


@dataclass(frozen=True, slots=True)
class SeparableVerb:
    """A whole verb (inkopen), and how far its particle may stand from the verb."""

    whole: str
    max_tokens: int
    same_clause: bool


@dataclass(frozen=True, slots=True)
class SeparableVerbs:
    """The separable verbs a set of lexicons looks for.

    Attributes:
        bases: written form of a bare verb to its infinitives: "koopt" to kopen.
        wholes: bare infinitive and particle to the whole verb.
    """

    bases: Mapping[str, tuple[str, ...]]
    wholes: Mapping[tuple[str, str], SeparableVerb]

    def joined(
        self, tokens: Sequence[Token], clauses: Sequence[int]
    ) -> dict[int, tuple[str, int]]:
        """Return, for the tokens that are verbs with a particle apart, whole verb and particle."""
        found: dict[int, tuple[str, int]] = {}
        for i, token in enumerate(tokens):
            if token.particle is None and token.pos != "ADP":
                bases = {
                    *self.bases.get(key(token.text), ()),
                    *self.bases.get(key(token.lemma), ()),
                }
                for base in sorted(bases):
                    self._join(base, i, (tokens, clauses), found)
        return found

    def _join(
        self,
        base: str,
        i: int,
        sentence: tuple[Sequence[Token], Sequence[int]],
        found: dict[int, tuple[str, int]],
    ) -> None:
        tokens, clauses = sentence
        if i >= 2 and fold(tokens[i - 1].text) == "te":  # "in te kopen"
            verb = self.wholes.get((base, key(tokens[i - 2].text)))
            if verb:
                found[i] = (verb.whole, i - 2)
            return
        for j in range(len(tokens) - 1, i, -1):
            verb = self.wholes.get((base, key(tokens[j].text)))
            if verb is None or j - i > verb.max_tokens or not _ends_clause(tokens, j):
                continue
            if not verb.same_clause or clauses[i] == clauses[j]:
                found[i] = (verb.whole, j)
                return


def _ends_clause(tokens: Sequence[Token], j: int) -> bool:
    """Tell whether token `j` can be a particle: tagged so, or the last word of its clause."""
    if tokens[j].dep == "compound:prt" or j + 1 == len(tokens):
        return True
    following = tokens[j + 1]
    return following.pos in _AFTER or not any(sign.isalnum() for sign in following.text)
