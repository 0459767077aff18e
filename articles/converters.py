"""Days, months and years in addresses: 2018/07/22 is a date there and nothing else is."""

from datetime import date


class DayConverter:
    regex = r"\d{4}/\d{2}/\d{2}"

    def to_python(self, value: str) -> date:
        year, month, day = map(int, value.split("/"))
        return date(year, month, day)

    def to_url(self, value: date) -> str:
        return value.strftime("%Y/%m/%d").zfill(10)


class MonthConverter:
    """A month is the date of its first day."""

    regex = r"\d{4}/\d{2}"

    def to_python(self, value: str) -> date:
        year, month = map(int, value.split("/"))
        return date(year, month, 1)

    def to_url(self, value: date) -> str:
        return value.strftime("%Y/%m").zfill(7)


class YearConverter:
    regex = r"\d{4}"

    def to_python(self, value: str) -> int:
        return date(int(value), 1, 1).year

    def to_url(self, value: int) -> str:
        return f"{value:04}"
