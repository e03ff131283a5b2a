"""Build the example documents from their sources: `python -m examples.build`.

The documents stand in the repository, so that only who changes a source needs LibreOffice.
"""

from pathlib import Path

from examples.makers import opendocument, paged, source, word

MAKERS = {
    "concept-nieuwkomers.docx": word.make,
    "herschreven-nieuwkomers.odt": opendocument.make,
    "participatienota.pdf": paged.make,
}


def main() -> None:
    """Write all examples beside this file."""
    for name, make in MAKERS.items():
        place = Path(__file__).parent / name
        place.write_bytes(make(source.load(place.stem)))


if __name__ == "__main__":
    main()
