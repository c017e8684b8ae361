"""A reliability diagram as SVG: said probability against how often it was so, and the place-days of each bin."""

from collections.abc import Sequence
from html import escape

from salient.evaluate.control import Bin

SIZE, LEFT, TOP = 400, 60, 40
BARS = 60


def reliability_svg(bins: Sequence[Bin], title: str) -> str:
    """Draw the diagram, 480 by 560 units, readable without colour."""
    most = max(one.count for one in bins)
    width = SIZE / len(bins)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 560" font-family="sans-serif" font-size="13" '
        f'role="img" aria-label="{escape(title)}">',
        f'<rect width="480" height="560" fill="#fff"/><text x="{LEFT}" y="24" font-size="15">{escape(title)}</text>',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#999"/>',
        f'<line x1="{LEFT}" y1="{TOP + SIZE}" x2="{LEFT + SIZE}" y2="{TOP}" stroke="#999" stroke-dasharray="4 4"/>',
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        along = SIZE * tick
        parts.append(f'<text x="{LEFT + along}" y="{TOP + SIZE + 18}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{LEFT - 8}" y="{TOP + SIZE - along + 4}" text-anchor="end">{tick:g}</text>')
    filled = [one for one in bins if one.count]
    points = " ".join(f"{LEFT + SIZE * one.mean_p:.1f},{TOP + SIZE * (1 - one.share):.1f}" for one in filled)
    parts.append(f'<polyline points="{points}" fill="none" stroke="#1b4965" stroke-width="2"/>')
    for k, one in enumerate(bins):
        height = BARS * one.count / most
        x, y = LEFT + k * width, TOP + SIZE + 30 + BARS - height
        parts.append(f'<rect x="{x + 2:.1f}" y="{y:.1f}" width="{width - 4:.1f}" height="{height:.1f}" fill="#bbb"/>')
        if one.count:
            x, y = LEFT + SIZE * one.mean_p, TOP + SIZE * (1 - one.share)
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1b4965"/>')
    parts.append(
        f'<text x="{LEFT + SIZE / 2}" y="{TOP + SIZE + BARS + 50}" text-anchor="middle">'
        "said probability; bars: place-days</text></svg>"
    )
    return "\n".join(parts) + "\n"
