"""`salient evaluate`: scores against outside references."""

import json
from dataclasses import asdict
from pathlib import Path

import typer

from salient.cli.days import read_day
from salient.cli.options import DEFAULT_THEATRE, THEATRE_HELP
from salient.domain.errors import InputError
from salient.evaluate.control import Comparison, Scores
from salient.evaluate.picture import reliability_svg
from salient.evaluate.report import scores_markdown
from salient.evaluate.tables import read_places, read_steps
from salient.theatre.load import load_theatre

app = typer.Typer(help="Score against an outside reference.", no_args_is_help=True)


@app.callback()
def _evaluate() -> None:
    """Score against an outside reference."""


@app.command()
def control(
    predicted: Path = typer.Argument(..., help="CSV: place_id,date,p_SIDE, as `salient assess` writes it."),
    reference: Path = typer.Argument(..., help="CSV: place_id,date,SIDE with 0 or 1."),
    places: Path = typer.Argument(..., help="CSV: place_id,name,lat,lon."),
    first: str = typer.Option(..., "--from", help="First day, YYYY-MM-DD."),
    last: str = typer.Option(..., "--to", help="Last day, YYYY-MM-DD."),
    picture: Path | None = typer.Option(None, "--picture", help="Write the reliability diagram here, as SVG."),
    table: Path | None = typer.Option(None, "--table", help="Write the figures here, as Markdown tables."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
    theatre: str = typer.Option(DEFAULT_THEATRE, "--theatre", help=THEATRE_HELP),
) -> None:
    """Brier score, log loss, calibration and changes of side seen, beside the baseline that nothing changes."""
    side = load_theatre(theatre).measured_side.lower()
    comparison = Comparison.of(
        read_steps(reference, side), read_places(places), read_day(first, "--from"), read_day(last, "--to")
    )
    ours = comparison.score(comparison.predicted(read_steps(predicted, f"p_{side}")))
    frozen = comparison.score(comparison.frozen)
    if picture is not None:
        _write(picture, reliability_svg(ours.bins, f"{predicted.name}: Brier {ours.brier:.4f}"))
    if table is not None:
        _write(table, scores_markdown(ours, frozen, f"{predicted.name}, {first} to {last}"))
    if as_json:
        typer.echo(json.dumps({"zone": len(comparison.zone), "predicted": asdict(ours), "frozen": asdict(frozen)}))
        return
    typer.echo(f"{len(comparison.zone)} places of the contested zone, {len(comparison.days)} days")
    typer.echo(_table(ours, frozen))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def _table(ours: Scores, frozen: Scores) -> str:
    rows = [("", "predicted", "nothing changes")]
    rows += [
        (name, f"{getattr(ours, name):.4f}", f"{getattr(frozen, name):.4f}")
        for name in ("brier", "log_loss", "accuracy", "ece")
    ]
    delay = "-" if ours.median_delay_days is None else f"{ours.median_delay_days:+g}"
    rows += [
        ("flips seen", f"{ours.flips_seen}/{ours.flips}", f"{frozen.flips_seen}/{frozen.flips}"),
        ("median delay, days", delay, "-"),
        ("false flips", str(ours.false_flips), str(frozen.false_flips)),
        ("", "", ""),
        ("brier by month", "", ""),
    ]
    rows += [(month, f"{brier:.4f}", f"{frozen.months[month]:.4f}") for month, brier in ours.months.items()]
    rows += [("", "", ""), ("said", "was so", "place-days")]
    rows += [(f"{one.mean_p:.3f}", f"{one.share:.3f}", str(one.count)) for one in ours.bins if one.count]
    return "\n".join(f"{a:<20}{b:>12}{c:>18}" for a, b, c in rows)
