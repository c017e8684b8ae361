"""A month of a front as a page: what changed, how sure, how far other maps agree, what was claimed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any

from salient.export.svg import band_chart, bar_chart

Cell = str | float | int | None


@dataclass(frozen=True)
class Table:
    """A heading, what the table says in a sentence, and its rows."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


@dataclass(frozen=True)
class Month:
    """`net` has per day (value, low, high) of the ground a side gained since the month began, in km²; `map` is a drawn
    map of the month's first and last day, None where there is no line."""

    title: str
    headline: str
    days: Sequence[date]
    net: Sequence[tuple[float, float, float]]
    net_title: str
    map: str | None
    claims: Mapping[str, Sequence[float]]
    tables: Sequence[Table]
    about: Mapping[str, Any]
    remarks: Sequence[str] = field(default_factory=tuple)


def to_html(month: Month) -> bytes:
    """One page that stands alone, for a screen or for print."""
    body = [f"<h1>{escape(month.title)}</h1>", f"<p class=lead>{escape(month.headline)}</p>"]
    body += [f"<figure>{plot}<figcaption>{escape(caption)}</figcaption></figure>" for plot, caption in _plots(month)]
    for table in month.tables:
        head = "".join(f"<th>{escape(name)}</th>" for name in table.columns)
        rows = "".join("<tr>" + "".join(f"<td>{escape(_told(c))}</td>" for c in row) + "</tr>" for row in table.rows)
        body.append(f"<h2>{escape(table.title)}</h2><p>{escape(table.note)}</p>")
        body.append(
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if table.rows else "<p>None.</p>"
        )
    body += [f"<p>{escape(remark)}</p>" for remark in month.remarks]
    body.append(f"<h2>Sources and terms</h2><p>{escape(str(month.about['terms']))}</p><ul>")
    body += [f"<li>{escape(source['name'])}: {escape(source['terms'])}</li>" for source in month.about["sources"]]
    page = f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(month.title)}</title>{_STYLE}<body>"
    return (page + "\n".join(body) + "</ul></body></html>\n").encode()


def to_markdown(month: Month) -> bytes:
    """The same as Markdown, plots as inline SVG."""
    parts = [f"# {month.title}", month.headline]
    parts += [f"{plot}\n\n*{caption}*" for plot, caption in _plots(month)]
    for table in month.tables:
        parts += [f"## {table.title}", table.note]
        if not table.rows:
            parts.append("None.")
            continue
        lines = ["| " + " | ".join(table.columns) + " |", "|" + "---|" * len(table.columns)]
        lines += ["| " + " | ".join(_told(cell).replace("|", "\\|") for cell in row) + " |" for row in table.rows]
        parts.append("\n".join(lines))
    parts += [*month.remarks, "## Sources and terms", str(month.about["terms"])]
    parts.append("\n".join(f"- {source['name']}: {source['terms']}" for source in month.about["sources"]))
    return ("\n\n".join(parts) + "\n").encode()


def _plots(month: Month) -> list[tuple[str, str]]:
    drawn = "The front on the last day, dark, over that on the first, dashed; hatched where contested."
    return [
        *([(month.map, drawn)] if month.map else []),
        (band_chart(month.days, month.net, month.net_title, "km²"), f"{month.net_title}, km², with its 80 % interval."),
        (
            bar_chart(month.days, month.claims, "Claims per day"),
            "Claims published per day, by the side of the speaker.",
        ),
    ]


def _told(cell: Cell) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    return (f"{cell:,.2f}".rstrip("0").rstrip(".") if isinstance(cell, float) else f"{cell:,}").replace("-", "−")


_STYLE = (
    "<style>body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}"
    ".lead{font-size:1.25rem}table{border-collapse:collapse;width:100%;font-size:.9rem}"
    "td,th{border-bottom:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top}"
    "figure{margin:1.5rem 0}svg{max-width:100%;height:auto}figcaption{font-size:.85rem;color:#555}</style>"
)
