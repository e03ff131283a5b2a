"""Read what a scan was made with from the records of the JSON format."""

from taalscan.model import AxisQuality, Coders, LexiconVersion, ModelVersion, Provenance, Quality
from taalscan.reports.decode_figures import known_interval
from taalscan.reports.fields import Fields


def provenance_of(fields: Fields) -> Provenance:
    """Return what a scan was made with; files of an earlier taalscan know less of it."""
    own = fields.inner("provenance")
    classifier, reference = own.inner_or_none("classifier"), own.known("reference")
    quality = own.known("quality")
    return Provenance(
        taalscan=fields.text("taalscan"),
        language_model=_model_version(own.inner("language_model")),
        lexicons=tuple(
            LexiconVersion(lexicon.text("name"), lexicon.text("version"), lexicon.text("sha256"))
            for lexicon in own.each("lexicons")
        ),
        classifier=None if classifier is None else _model_version(classifier),
        reference=None if reference is None else _model_version(reference),
        quality=None if quality is None else _quality(quality),
    )


def _quality(fields: Fields) -> Quality:
    return Quality(
        passages=fields.integer("passages"),
        documents=fields.integer("documents"),
        coded_twice=fields.integer("coded_twice"),
        coders=fields.choice("coders", Coders),
        axes=tuple(
            AxisQuality(
                axis=axis.text("axis"),
                f1=known_interval(axis, "f1", high=1),
                alpha=axis.any_number("alpha", most=1) if axis.known_number("alpha") else None,
            )
            for axis in fields.each("axes")
        ),
    )


def _model_version(fields: Fields) -> ModelVersion:
    return ModelVersion(fields.text("name"), fields.text("version"), fields.text("sha256"))
