"""Turn validated files into the values of a lexicon."""

from collections.abc import Iterable

from pydantic import BaseModel

from taalscan.lexicon import schema, values
from taalscan.model import Alternative, Axis, BalanceIndex, BalanceSide, Facet, FacetGroup, Status


def lexicon(
    heading: schema.LexiconFile,
    helpers: values.Helpers,
    files: Iterable[schema.FacetFile],
    sha256: str,
) -> values.Lexicon:
    """Return the lexicon that the files describe."""
    factors = heading.factoren.model_dump()
    return values.Lexicon(
        name=heading.naam,
        version=heading.versie,
        licence=heading.licentie,
        language=heading.taal,
        sha256=sha256,
        axes=tuple(_axis(axis, heading.groepen) for axis in heading.assen),
        balances=tuple(_balance(item) for item in heading.balansen),
        factors=tuple((Status(name), float(factor)) for name, factor in factors.items()),
        helpers=helpers,
        entries=tuple(entry(item, file) for file in files for item in file.ingangen),
    )


def _axis(axis: schema.AxisFile, groups: Iterable[schema.GroupFile]) -> Axis:
    own = {facet.id for facet in axis.facetten}
    return Axis(
        id=axis.id,
        code=axis.code,
        title=axis.titel,
        definition=axis.omschrijving,
        threshold=axis.drempel,
        colour=axis.kleur,
        colour_dark=axis.kleur_donker,
        pattern=axis.patroon,
        facets=tuple(
            Facet(item.id, item.titel, item.omschrijving, item.voorbeeld) for item in axis.facetten
        ),
        groups=tuple(
            FacetGroup(group.id, group.titel, tuple(group.facetten))
            for group in groups
            if own.issuperset(group.facetten)
        ),
    )


def _balance(item: schema.BalanceFile) -> BalanceIndex:
    return BalanceIndex(
        id=item.id,
        title=item.titel,
        above=BalanceSide(item.boven.titel, tuple(item.boven.leden)),
        below=BalanceSide(item.onder.titel, tuple(item.onder.leden)),
    )


def entry(item: schema.EntryFile, file: schema.FacetFile) -> values.Entry:
    """Return one entry of the file of a facet."""
    negation, turned = _negation(item.negatie)
    return values.Entry(
        id=item.id,
        form=item.vorm,
        kind=values.Kind(item.type),
        pos=item.pos,
        variants=tuple(item.varianten),
        axis=file.categorie,
        facet=file.subdimensie,
        weight=float(item.gewicht),
        separable=_separable(item.scheidbaar),
        compound=values.Compound(
            values.CompoundPolicy(item.samenstelling.beleid),
            tuple(item.samenstelling.uitsluiten),
            tuple(item.samenstelling.overslaan),
        ),
        context=values.Context(
            tuple(item.context.vereist_een_van),
            tuple(item.context.sluit_uit),
            _window(item.context.venster),
        ),
        negation=negation,
        turned_to=turned,
        quotation=values.Handling(item.citaat_kritiek),
        legal_signals=tuple(item.juridisch_uit),
        needs_anchor=item.slogan_zonder_anker,
        question=item.verduidelijkingsvraag,
        alternatives=tuple(Alternative(a.tekst, a.alleen_als) for a in item.alternatieven),
        example=item.voorbeeld,
        counter_example=item.tegenvoorbeeld,
        note=item.noot,
        source=item.bron,
        evidence=_evidence(item.bewijs),
        stage=values.Stage(item.status),
        added=item.versie_toegevoegd,
        author=item.auteur,
        review=tuple(item.review),
    )


def _negation(item: str | schema.TurnFile) -> tuple[values.Handling, str]:
    """Return what a negation does, and the facet it turns the hit to."""
    if isinstance(item, schema.TurnFile):
        return values.Handling.TURN, item.keer_om
    return values.Handling(item), ""


def _separable(item: schema.SeparableFile | None) -> values.Separable | None:
    if item is None:
        return None
    return values.Separable(item.partikel, item.werkwoord, item.max_tokens, item.zelfde_deelzin)


def _window(text: str) -> values.Window:
    size, _, unit = text.rpartition(" ")
    return values.Window(values.WindowUnit(unit), int(size or 0))


def _evidence(item: schema.EvidenceFile | None) -> values.Evidence | None:
    if item is None:
        return None
    interval = (float(item.ci95[0]), float(item.ci95[1])) if item.ci95 else None
    return values.Evidence(
        item.n, item.precisie, interval, item.corpus, item.datum, item.gemeenten
    )


def helpers(file: BaseModel) -> values.Helpers:
    """Return the helper lists that one file holds."""
    match file:
        case schema.NegationFile():
            return values.Helpers(
                negators=_signals(file.ontkenners), sham_negations=tuple(file.schijn)
            )
        case schema.QuotationFile():
            return values.Helpers(
                quotes=tuple((pair.open, pair.sluit) for pair in file.aanhalingstekens),
                critique=_signals(file.afwijzing),
                critique_heads=tuple(file.afwijzing_achtervoegsels),
                reporting=_signals(file.weergave),
                speech_verbs=tuple(file.spreekwerkwoorden),
                judging_verbs=tuple(file.oordeelwerkwoorden),
            )
        case schema.LawFile():
            return values.Helpers(legal=tuple(file.signalen), arguments=tuple(file.argumenten))
        case schema.ActorsFile():
            return _actors(file)
        case schema.GrammarFile():
            return _grammar(file)
        case schema.FalseFriendsFile():
            return values.Helpers(
                false_friends=tuple(
                    values.FalseFriend(axis, item.woord, item.zin)
                    for axis, items in file.zinnen.items()
                    for item in items
                )
            )
        case _:
            message = f"no helper list: {type(file).__name__}"
            raise TypeError(message)


def _actors(file: schema.ActorsFile) -> values.Helpers:
    return values.Helpers(
        actors=tuple((name, tuple(words)) for name, words in file.klassen.items()),
        own_classes=tuple(file.eigen),
        first_person=tuple(file.eerste_persoon),
        reciprocal=tuple(file.wederkerig),
        deeds=tuple(file.handelingen),
        powers=tuple(file.zeggenschap),
    )


def _grammar(file: schema.GrammarFile) -> values.Helpers:
    return values.Helpers(
        clause_words=tuple(file.deelzin_woorden),
        clause_marks=tuple(file.deelzin_tekens),
        clause_joints=tuple(file.deelzin_voegen),
        subordinators=tuple(file.deelzin_voegwoorden),
        articles=tuple(file.lidwoorden),
        function_words=tuple(file.functiewoorden),
        slots=tuple((word, tuple(forms)) for word, forms in file.wisselwoorden.items()),
        strong_verbs=tuple(
            (verb, tuple(forms)) for verb, forms in file.sterke_werkwoorden.items()
        ),
        no_modifiers=tuple(file.geen_bepaling),
        no_heads=tuple(file.geen_kop),
    )


def _signals(items: Iterable[schema.SignalFile]) -> tuple[values.Signal, ...]:
    return tuple(
        values.Signal(
            item.vorm,
            values.Direction(item.richting),
            item.bereik,
            item.zelfde_deelzin,
            item.zelfde_zinsdeel,
        )
        for item in items
    )
