"""Write invented notes for two groups: one speaks of buying and steering, one of meeting."""

import random
from pathlib import Path

BUYING = (
    "De gemeente Vaarwoude koopt de begeleiding van nieuwkomers dit jaar in bij twee aanbieders.",
    "Voor elke klant spreken wij vooraf een product af, met een vaste prijs en een einddatum.",
    "De inkoop van trajecten moet vooral leiden tot een betere prijs en tot meer rendement.",
    "Wij sturen de aanbieders op prestaties, en wie zijn targets niet haalt krijgt minder geld.",
)
MEETING = (
    "Buren en nieuwkomers leren elkaar kennen in de tuin, en zij helpen elkaar waar dat kan.",
    "Wij willen het vertrouwen van bewoners verdienen, en dat vraagt tijd en aandacht van ons.",
    "Samen met de vrouwen van het buurthuis zoeken we uit wat de straat zelf het liefste wil.",
    "Wie hier komt wonen brengt eigen ervaringen mee, en daar willen wij van leren als buren.",
)
PLAIN = (
    "Het gebouw aan de Lindelaan is in het voorjaar geverfd, en het dak is daarbij ook hersteld.",
    "De raad van Vaarwoude bespreekt dit stuk in de vergadering van de laatste dinsdag van mei.",
    "In de bijlage staat een kaart met alle straten waar dit jaar nieuwe bomen worden geplant.",
    "De zaal is open op maandag en op donderdag, en op vrijdag alleen als het buiten regent.",
)


def note(seed: int, favour: tuple[str, ...], paragraphs: int) -> str:
    """Return a note of so many passages that mostly speaks one way, but never only so."""
    draw = random.Random(seed)  # noqa: S311  # texts, no secrets
    other = MEETING if favour is BUYING else BUYING
    kinds = draw.choices((favour, other, PLAIN), (4, 1, 6), k=paragraphs)
    return "\n\n".join(draw.choice(kind) for kind in kinds) + "\n"


def write_group(
    folder: Path, favour: tuple[str, ...], *, documents: int, paragraphs: int, seed: int
) -> Path:
    """Write a folder of notes, each a little longer than the one before."""
    folder.mkdir(parents=True)
    for number in range(documents):
        text = note(seed + number, favour, paragraphs + number)
        (folder / f"nota-{number + 1:02d}.txt").write_text(text, encoding="utf-8")
    return folder
