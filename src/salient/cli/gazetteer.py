"""`salient gazetteer`: add registers of places, list them, and see how a name is looked up."""

import json
from collections.abc import Iterator
from pathlib import Path

import typer

from salient.cli.console import REJECTED, errors
from salient.cli.options import DEFAULT_THEATRE, THEATRE_HELP
from salient.domain.errors import GazetteerError
from salient.domain.mention import PlaceMention
from salient.domain.place import Candidate, PlaceMatch
from salient.gazetteer import load_gazetteer
from salient.gazetteer.added import keep_file, list_added
from salient.gazetteer.embedded import embedded_version
from salient.gazetteer.home import data_home
from salient.gazetteer.sources import FORMATS
from salient.locate import Locator
from salient.locate.score import NONE_OF_THESE
from salient.theatre.load import load_theatre

app = typer.Typer(name="gazetteer", help="Add registers of places, list them, look names up.", no_args_is_help=True)
_THEATRE = typer.Option(DEFAULT_THEATRE, "--theatre", help=THEATRE_HELP)


@app.command("add")
def add_files(
    files: list[Path] = typer.Argument(..., help="Registers of places."),
    format_name: str | None = typer.Option(
        None, "--format", help=f"One of {', '.join(f.name for f in FORMATS)}; told by the file's first line otherwise."
    ),
    theatre: str = _THEATRE,
) -> None:
    """Keep registers of places under the home folder and compile them into the gazetteer."""
    pack = load_theatre(theatre)
    refused = 0
    for file in files:
        try:
            added, register, new = keep_file(file, format_name)
        except GazetteerError as error:
            errors.print(f"salient: {error}", style="red", markup=False)
            refused += 1
            continue
        count = len(register.places) or len(register.codes)
        state = "added" if new else "known already"
        typer.echo(f"{file}: {added.format.title}, {count} settlements, {state} ({added.format.licence})")
    if refused < len(files):
        with errors.status("compiling the gazetteer…"):
            size = load_gazetteer(pack).size
        errors.print(f"the gazetteer of {pack.name} has {size} places", markup=False)
    if refused:
        raise typer.Exit(REJECTED)


@app.command("list")
def list_files(
    as_json: bool = typer.Option(False, "--json", help="One JSON object."),
    theatre: str = _THEATRE,
) -> None:
    """List what the gazetteer is made of, and under which terms."""
    pack = load_theatre(theatre)
    gazetteer = load_gazetteer(pack)
    sources = [(embedded_version(), "embedded", "CC BY 4.0, GeoNames")]
    sources += [(item.name, item.format.name, item.format.licence) for item in list_added()]
    if as_json:
        named = [dict(zip(("name", "format", "licence"), source, strict=True)) for source in sources]
        about = {"home": str(data_home()), "digest": gazetteer.digest, "places": gazetteer.size, "sources": named}
        typer.echo(json.dumps(about, ensure_ascii=False))
        return
    for name, format_name, licence in sources:
        typer.echo(f"{name}\t{format_name}\t{licence}")
    errors.print(f"{gazetteer.size} places, {gazetteer.digest}, home {data_home()}", markup=False)


@app.command("lookup")
def look_up(
    name: str = typer.Argument(..., help="A name in any language and spelling."),
    near: str | None = typer.Option(None, "--near", help="A place spoken of beside it."),
    region: str | None = typer.Option(None, "--region", help="A region named beside it."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object."),
    theatre: str = _THEATRE,
) -> None:
    """Rank the places that a name may mean, with the reasons; "none of these" has its rank too."""
    pack = load_theatre(theatre)
    mentions = [PlaceMention(0, len(name), name, region=region)]
    if near:
        mentions.append(PlaceMention(len(name), len(name) + len(near), near))
    match = Locator(load_gazetteer(pack), pack).locate(mentions)[0]
    if as_json:
        typer.echo(json.dumps(_record(match), ensure_ascii=False))
    else:
        for line in _lines(match):
            typer.echo(line)


def _record(match: PlaceMatch) -> dict[str, object]:
    return {
        "name": match.name,
        "place_id": match.place_id,
        "lat": match.lat,
        "lon": match.lon,
        "precision": match.precision.value,
        "none_of_these": NONE_OF_THESE,
        "candidates": [_candidate_record(candidate) for candidate in match.candidates],
    }


def _candidate_record(candidate: Candidate) -> dict[str, object]:
    place = candidate.place
    return {
        "place_id": place.id,
        "name": place.name,
        "region": place.region,
        "lat": place.lat,
        "lon": place.lon,
        "population": place.population,
        "score": candidate.score,
        "reasons": list(candidate.reasons),
    }


def _lines(match: PlaceMatch) -> Iterator[str]:
    rows = [(candidate.score, _described(candidate), "; ".join(candidate.reasons)) for candidate in match.candidates]
    for score, place, reasons in sorted([*rows, (NONE_OF_THESE, "none of these", "")], key=lambda row: -row[0]):
        yield f"{score:5.1f}  {place}"
        if reasons:
            yield f"       {reasons}"


def _described(candidate: Candidate) -> str:
    place = candidate.place
    where = f", {place.region}" if place.region else ""
    return f"{place.name}{where}  {place.lat:.3f}, {place.lon:.3f}  {place.id}"
