"""Make up an evaluation: invented figures of an invented model."""

from taalscan.measures import AxisEvaluation, Evaluation, GroupEvaluation, ReliabilityBin
from taalscan.model import Interval


def bins(*told: tuple[int, float, float]) -> tuple[ReliabilityBin, ...]:
    """Return bins of width 0.1: number of passages, mean probability, share of positives."""
    return tuple(
        ReliabilityBin(int(predicted * 10) / 10, int(predicted * 10 + 1) / 10, n, predicted, share)
        for n, predicted, share in told
    )


def evaluation() -> Evaluation:
    """Return an evaluation on four axes, in which not every figure is known."""
    return Evaluation(
        axes=(
            AxisEvaluation(
                code="M",
                n=1250,
                positives=310,
                threshold=0.42,
                precision=Interval(0.78, 0.73, 0.83),
                recall=Interval(0.74, 0.68, 0.79),
                f1=Interval(0.76, 0.72, 0.8),
                brier=0.0912,
                brier_base=0.1865,
                ece=0.031,
                bins=bins(
                    (640, 0.04, 0.03),
                    (130, 0.14, 0.12),
                    (80, 0.25, 0.29),
                    (60, 0.34, 0.33),
                    (54, 0.45, 0.5),
                    (50, 0.56, 0.6),
                    (48, 0.65, 0.62),
                    (52, 0.75, 0.81),
                    (56, 0.86, 0.84),
                    (80, 0.95, 0.96),
                ),
                highlights=Interval(0.82, 0.77, 0.87),
                highlight_count=412,
            ),
            AxisEvaluation(
                code="R",
                n=1250,
                positives=190,
                threshold=0.38,
                precision=Interval(0.66, 0.58, 0.73),
                recall=Interval(0.6, 0.52, 0.68),
                f1=Interval(0.63, 0.56, 0.69),
                brier=0.0874,
                brier_base=0.1289,
                ece=0.048,
                bins=bins(
                    (810, 0.05, 0.04),
                    (160, 0.15, 0.18),
                    (90, 0.26, 0.34),
                    (70, 0.44, 0.4),
                    (60, 0.63, 0.7),
                    (60, 0.87, 0.82),
                ),
                highlights=Interval(0.71, 0.6, 0.8),
                highlight_count=134,
            ),
            AxisEvaluation(
                code="D",
                n=1250,
                positives=64,
                threshold=0.31,
                precision=Interval(0.52, 0.38, 0.66),
                recall=Interval(0.4, 0.28, 0.53),
                f1=Interval(0.45, 0.34, 0.56),
                brier=0.0431,
                brier_base=0.0486,
                ece=0.062,
                bins=bins((1090, 0.03, 0.02), (110, 0.16, 0.24), (40, 0.42, 0.2), (10, 0.73, 0.9)),
                highlights=None,
                highlight_count=0,
            ),
            AxisEvaluation(
                code="C",
                n=1250,
                positives=172,
                threshold=None,
                precision=Interval(0.64, 0.55, 0.72),
                recall=Interval(0.56, 0.48, 0.65),
                f1=Interval(0.6, 0.52, 0.67),
                brier=0.0932,
                brier_base=0.1187,
                ece=0.027,
                bins=bins(
                    (900, 0.06, 0.05), (200, 0.22, 0.25), (90, 0.48, 0.45), (60, 0.83, 0.88)
                ),
                highlights=Interval(0.68, 0.59, 0.78),
                highlight_count=121,
            ),
        ),
        macro_f1=Interval(0.61, 0.57, 0.65),
        genres=(
            GroupEvaluation("beleidsnota", 840, (0.78, 0.61, 0.47, 0.62)),
            GroupEvaluation("verslag van een bewonersavond", 390, (0.58, 0.68, 0.43, 0.55)),
            GroupEvaluation("", 20, (0.67, None, None, None)),
        ),
        sources=(
            GroupEvaluation("Gemeente Elzerdam", 760, (0.77, 0.62, 0.48, 0.61)),
            GroupEvaluation("Bewonersraad <De Brink>", 490, (0.72, 0.65, None, 0.57)),
        ),
        passages=1250,
        documents=212,
        weighted=False,
    )
