"""The date on comments is that of this computer."""

from datetime import UTC, datetime, timedelta

from taalscan.batch import today


def test_today_is_the_day_here() -> None:
    before = datetime.now(UTC).astimezone().date()
    assert before <= today() <= before + timedelta(days=1)
