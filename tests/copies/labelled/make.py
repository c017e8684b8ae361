"""Write reports.jsonl and pairs.jsonl from stories.yaml: `python tests/copies/labelled/make.py`.

Every report carries the story it comes from and the edit that made it. Events are split in two by their order: the
method was tuned on `dev`, and `held` only measures.
"""

import json
import random
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from edits import EDITS

HERE = Path(__file__).parent
OUTLETS = ("Alpha News", "Beta Post", "Gamma Wire", "Delta FM", "Epsilon Today", "Zeta Channel", "Eta Daily", "Theta")
EDITS_PER_TELLING = 3
PAIRS_PER_KIND = 240


def reports(stories: list[dict[str, Any]], dice: random.Random) -> list[dict[str, Any]]:
    made = []
    events = list(dict.fromkeys(story["event"] for story in stories))
    for story in stories:
        day: date = story["published"]
        split = "held" if events.index(story["event"]) % 2 else "dev"
        common = {"story": story["id"], "event": story["event"], "split": split}
        tellings = {story["lang"]: story["text"], **story.get("tellings", {})}
        for lang, text in tellings.items():
            first = lang == story["lang"]
            kinds = ["original" if first else "translated", *dice.sample(sorted(EDITS), EDITS_PER_TELLING)]
            for kind in kinds:
                own = kind in ("original", "translated")
                made.append(
                    {
                        "id": f"{story['id']}-{lang}-{kind}",
                        **common,
                        "edit": kind,
                        "lang": lang,
                        "outlet": story["outlet"] if kind == "original" else dice.choice(OUTLETS),
                        "published": (day + timedelta(days=0 if own else dice.choice((0, 0, 1)))).isoformat(),
                        "title": story["title"] if kind == "original" else None,
                        "text": text.strip() if own else EDITS[kind](text.strip(), lang, dice),
                    }
                )
    return made


def pairs(made: list[dict[str, Any]], dice: random.Random) -> list[dict[str, Any]]:
    every = list(combinations(made, 2))
    same = [(a, b) for a, b in every if a["story"] == b["story"]]
    hard = [(a, b) for a, b in every if a["story"] != b["story"] and a["event"] == b["event"]]
    easy = [(a, b) for a, b in every if a["event"] != b["event"]]
    drawn = [
        *dice.sample(same, PAIRS_PER_KIND),
        *dice.sample(hard, PAIRS_PER_KIND * 3 // 4),
        *dice.sample(easy, PAIRS_PER_KIND // 4),
    ]
    return [{"a": a["id"], "b": b["id"], "same": a["story"] == b["story"]} for a, b in drawn]


def main() -> None:
    stories = yaml.safe_load((HERE / "stories.yaml").read_text(encoding="utf-8"))["stories"]
    made = reports(stories, random.Random(20251122))
    for name, rows in (("reports", made), ("pairs", pairs(made, random.Random(7)))):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (HERE / f"{name}.jsonl").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
