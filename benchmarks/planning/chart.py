"""Draws how much each way of planning leaves undone, as an SVG that stands alone: one dot an operation, a log scale."""

import math
from collections.abc import Mapping, Sequence
from html import escape

_LEFT, _WIDTH, _ROW, _TOP = 230, 470, 34, 46
_LEAST, _MOST = 1e-5, 1.0


def chart(gaps: Mapping[str, Sequence[float]], *, title: str) -> str:
    """`gaps` by way of planning, as shares of the bound; what is below 0.001 % stands at the left."""
    height = _TOP + _ROW * len(gaps) + 40
    box = f"0 0 {_LEFT + _WIDTH + 40} {height}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" fill="#fff"/><text x="12" y="22" font-size="15">{escape(title)}</text>',
    ]
    for power in range(-5, 1):
        x = _x(10.0**power)
        parts.append(f'<line x1="{x}" x2="{x}" y1="{_TOP - 8}" y2="{height - 30}" stroke="#ddd"/>')
        parts.append(f'<text x="{x}" y="{height - 12}" text-anchor="middle" fill="#555">{100 * 10.0**power:g} %</text>')
    for number, (name, found) in enumerate(gaps.items()):
        y = _TOP + _ROW * number + _ROW // 2
        parts.append(f'<text x="12" y="{y + 4}">{escape(name)}</text>')
        parts.extend(f'<circle cx="{_x(gap)}" cy="{y}" r="5" fill="#1f5f99" fill-opacity=".6"/>' for gap in found)
        if not found:
            parts.append(f'<text x="{_LEFT}" y="{y + 4}" fill="#a33">no plan within the time</text>')
    return "\n".join([*parts, "</svg>", ""])


def _x(gap: float) -> float:
    share = (math.log10(min(max(gap, _LEAST), _MOST)) - math.log10(_LEAST)) / (math.log10(_MOST) - math.log10(_LEAST))
    return round(_LEFT + _WIDTH * share, 1)
