"""Small plots as inline SVG: no script, no font, no address to fetch."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

WIDTH, HEIGHT = 720, 220
LEFT, RIGHT, TOP, BOTTOM = 64, 36, 14, 26
SHADES = ("#3b6ea5", "#b4762c", "#7d7f86", "#a9abb3")
"""Apart in lightness too, and nobody's flag."""


def band_chart(days: Sequence[date], rows: Sequence[tuple[float, float, float]], title: str, unit: str) -> str:
    """Draw a line of values in its band; a row is (value, low, high) of the day at the same place."""
    low, high = min(row[1] for row in rows), max(row[2] for row in rows)
    ys = _scale(min(low, 0.0), max(high, 0.0) or 1.0)
    xs = _across(len(days))
    upper = [f"{x:.1f},{ys(row[2]):.1f}" for x, row in zip(xs, rows, strict=True)]
    lower = [f"{x:.1f},{ys(row[1]):.1f}" for x, row in zip(xs, rows, strict=True)]
    line = " ".join(f"{x:.1f},{ys(row[0]):.1f}" for x, row in zip(xs, rows, strict=True))
    shapes = [
        f'<polygon points="{" ".join([*upper, *reversed(lower)])}" fill="{SHADES[0]}" fill-opacity="0.2"/>',
        f'<polyline points="{line}" fill="none" stroke="{SHADES[0]}" stroke-width="2"/>',
    ]
    return _framed(shapes, days, (min(low, 0.0), max(high, 0.0)), ys, f"{title} ({unit})")


def bar_chart(days: Sequence[date], series: Mapping[str, Sequence[float]], title: str) -> str:
    """Draw bars on top of each other, one column per day, with a legend in the order of the series."""
    tops = [0.0] * len(days)
    top = max((sum(values) for values in zip(*series.values(), strict=True)), default=0.0) or 1.0
    ys, xs = _scale(0.0, top), _across(len(days))
    width = max(1.0, 0.8 * (WIDTH - LEFT - RIGHT) / max(len(days), 1))
    shapes = []
    for number, (name, values) in enumerate(series.items()):
        shade = SHADES[number % len(SHADES)]
        for i, value in enumerate(values):
            if value:
                y, foot = ys(tops[i] + value), ys(tops[i])
                box = f'x="{xs[i] - width / 2:.1f}" y="{y:.1f}" width="{width:.1f}" height="{foot - y:.1f}"'
                shapes.append(f'<rect {box} fill="{shade}"/>')
                tops[i] += value
        x = LEFT + 110 * number
        shapes.append(f'<rect x="{x}" y="2" width="9" height="9" fill="{shade}"/>')
        shapes.append(f'<text x="{x + 13}" y="10.5">{escape(name)}</text>')
    return _framed(shapes, days, (0.0, top), ys, title)


def signed(value: float) -> str:
    """A whole number with thousands apart and a true minus."""
    return f"{value:,.0f}".replace("-", "−")


def _across(count: int) -> list[float]:
    step = (WIDTH - LEFT - RIGHT) / max(count, 1)
    return [LEFT + step * (i + 0.5) for i in range(count)]


class _scale:  # noqa: N801 - used as a function
    def __init__(self, low: float, high: float) -> None:
        self._low, self._span = low, (high - low) or 1.0

    def __call__(self, value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - (value - self._low) / self._span)


def _framed(shapes: Sequence[str], days: Sequence[date], ends: tuple[float, float], ys: _scale, title: str) -> str:
    grid = []
    for value in sorted({ends[0], 0.0, ends[1]}):
        y = ys(value)
        grid.append(
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#999" stroke-width="0.5"/>'
        )
        grid.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{signed(value)}</text>')
    labels = []
    for i in (0, len(days) // 2, len(days) - 1):
        day = f"{days[i].day} {days[i]:%b %Y}"
        labels.append(f'<text x="{_across(len(days))[i]:.1f}" y="{HEIGHT - 8}" text-anchor="middle">{day}</text>')
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" xmlns="http://www.w3.org/2000/svg" '
        f'font-family="sans-serif" font-size="11" fill="#333"><title>{escape(title)}</title>'
        + "".join([*grid, *shapes, *labels])
        + "</svg>"
    )
