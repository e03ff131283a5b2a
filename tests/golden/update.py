"""Accept what the reports look like now: `make golden`, after you have looked."""

from tests.golden.samples import EXPECTED, actual


def main() -> None:
    """Write every expected file anew, and drop those that are written no more."""
    EXPECTED.mkdir(exist_ok=True)
    files = actual()
    for path in EXPECTED.iterdir():
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        (EXPECTED / name).write_bytes(content.encode())


if __name__ == "__main__":
    main()
