"""Make lexicons of any content that the schema allows."""

from hypothesis import strategies as st

from taalscan.lexicon.schema import (
    AlternativeFile,
    AxisFile,
    BalanceFile,
    BalanceSideFile,
    CompoundFile,
    ContextFile,
    EntryFile,
    EvidenceFile,
    FacetFile,
    FacetHeading,
    FalseFriendFile,
    FalseFriendsFile,
    GroupFile,
    HelpersFile,
    LexiconFile,
    NegationFile,
    SeparableFile,
    SignalFile,
    TurnFile,
)
from taalscan.lexicon.sources import Sources

_LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
TEXTS = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool),
    st.sampled_from(["=1+1", "@klant x", "_x0041_", "112", "1.5", "waar", "no", "- a: b", "{x}"]),
)
WORDS = st.text("abcdeëk-'’", min_size=1, max_size=9).filter(lambda word: bool(word.strip("-'’")))
LISTS = st.lists(TEXTS, max_size=3)
SHARES = st.integers(0, 100).map(lambda hundredth: hundredth / 100)

_EVIDENCE = st.builds(
    EvidenceFile,
    n=st.integers(0, 500),
    precisie=st.none() | SHARES,
    ci95=st.none() | st.lists(SHARES, min_size=2, max_size=2),
    corpus=st.none() | TEXTS,
    datum=st.none(),
    gemeenten=st.none() | st.integers(0, 40),
)


@st.composite
def entries(draw: st.DrawFn, number: int) -> EntryFile:
    """Return an entry of one word, with a separable verb now and then."""
    word = draw(WORDS)
    separable = draw(st.booleans())
    return EntryFile(
        id=f"M1-{number:03d}",
        vorm=f"aan{word}" if separable else word,
        type="lemma",
        pos="VERB" if separable else draw(st.sampled_from(["NOUN", "ADJ"])),
        varianten=draw(LISTS.filter(lambda forms: not any("@" in form for form in forms))),
        gewicht=draw(st.sampled_from([0.1, 0.35, 0.5, 1.0])),
        scheidbaar=SeparableFile(
            partikel="aan", werkwoord=word, max_tokens=draw(st.integers(1, 40)),
            zelfde_deelzin=draw(st.booleans()),
        ) if separable else None,
        samenstelling=CompoundFile(
            beleid=draw(st.sampled_from(["geen", "kop", "beide"])), uitsluiten=draw(LISTS)
        ),
        context=ContextFile(
            sluit_uit=draw(LISTS.filter(lambda forms: not any("@" in form for form in forms))),
            venster=draw(st.sampled_from(["zin", "passage", "8 tokens"])),
        ),
        negatie=draw(st.sampled_from(["neutraliseer", "behoud", TurnFile(keer_om="M1")])),
        citaat_kritiek=draw(st.sampled_from(["neutraliseer", "markeer"])),
        juridisch_uit=draw(LISTS),
        slogan_zonder_anker=draw(st.booleans()),
        verduidelijkingsvraag=draw(st.just("") | TEXTS),
        alternatieven=draw(
            st.lists(st.builds(AlternativeFile, tekst=TEXTS, alleen_als=TEXTS), max_size=5)
        ),
        voorbeeld=draw(TEXTS),
        tegenvoorbeeld=draw(TEXTS),
        noot=draw(TEXTS),
        bron=draw(TEXTS),
        bewijs=draw(st.none() | _EVIDENCE),
        status=draw(st.sampled_from(["concept", "betwist", "uitgefaseerd"])),
        versie_toegevoegd=draw(st.sampled_from(["0.1.0", "1.10.0"])),
        auteur=draw(TEXTS),
        review=draw(LISTS),
    )  # fmt: skip


def _sides(*names: str) -> st.SearchStrategy[BalanceSideFile]:
    members = st.lists(st.sampled_from(names), min_size=1, unique=True)
    return st.builds(BalanceSideFile, titel=TEXTS, leden=members)


@st.composite
def lexicon_sources(draw: st.DrawFn) -> Sources:
    """Return the files of a lexicon of one axis and two helper lists."""
    main = LexiconFile(
        naam="proef",
        versie="1.0.0",
        licentie=draw(TEXTS),
        taal="nl",
        hulplijsten=HelpersFile(ontkenning="a.yaml", valse_vrienden="lijsten/b.yaml"),
        assen=[
            AxisFile(
                id="as",
                code="A",
                titel=draw(TEXTS),
                omschrijving=draw(TEXTS),
                drempel=draw(SHARES),
                kleur="#112233",
                kleur_donker="#aabbcc",
                patroon="wavy",
                facetten=[
                    FacetHeading(
                        id="M1", titel=draw(TEXTS), omschrijving=draw(st.just("") | TEXTS)
                    ),
                    FacetHeading(id="M2", titel=draw(TEXTS)),
                ],
            )
        ],
        groepen=[GroupFile(id="M-kern", titel=draw(TEXTS), facetten=["M1", "M2"])],
        balansen=draw(
            st.lists(
                st.builds(
                    BalanceFile,
                    id=st.just("b"),
                    titel=TEXTS,
                    boven=_sides("as", "M-kern"),
                    onder=_sides("M1", "M2"),
                ),
                max_size=1,
            )
        ),
    )
    count = draw(st.integers(1, 3))
    made = [draw(entries(number)) for number in range(1, count + 1)]
    negation = NegationFile(
        ontkenners=draw(
            st.lists(st.builds(SignalFile, vorm=TEXTS, bereik=st.integers(1, 60)), max_size=3)
        ),
        schijn=draw(LISTS),
    )
    friends = FalseFriendsFile(
        zinnen=draw(
            st.dictionaries(
                st.just("as"),
                st.lists(st.builds(FalseFriendFile, woord=TEXTS, zin=TEXTS), max_size=2),
            )
        )
    )
    facet = FacetFile(categorie="as", subdimensie="M1", ingangen=made)
    return Sources(main, (facet,), (("ontkenning", negation), ("valse_vrienden", friends)))
