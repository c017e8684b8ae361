"""The scores of a time line as a page: figures, calibration by tenths, months, each beside "nothing changes"."""

from collections.abc import Iterable

from salient.evaluate.control import Scores

FIGURES = {"brier": "Brier score", "log_loss": "log loss", "accuracy": "accuracy", "ece": "calibration error (ECE)"}


def scores_markdown(ours: Scores, frozen: Scores, title: str) -> str:
    """Three tables in Markdown. Errors and delays as in `Scores`; place-days are of the contested zone."""
    delay = "-" if ours.median_delay_days is None else f"{ours.median_delay_days:+g}"
    figures = [(name, f"{getattr(ours, key):.4f}", f"{getattr(frozen, key):.4f}") for key, name in FIGURES.items()]
    figures += [
        ("changes of side seen", f"{ours.flips_seen} of {ours.flips}", f"{frozen.flips_seen} of {frozen.flips}"),
        ("median delay, days", delay, "-"),
        ("false changes", str(ours.false_flips), str(frozen.false_flips)),
    ]
    tenths = [(f"{one.mean_p:.3f}", f"{one.share:.3f}", f"{one.count:,}") for one in ours.bins if one.count]
    months = [(month, f"{brier:.4f}", f"{frozen.months[month]:.4f}") for month, brier in ours.months.items()]
    parts = [
        f"## {title}",
        _table(("", "assessed", "nothing changes"), figures),
        _table(("said", "was so", "place-days"), tenths),
        _table(("Brier score of", "assessed", "nothing changes"), months),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))
