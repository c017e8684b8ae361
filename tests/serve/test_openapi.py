"""The schema that the page's types are made from is the one that the server answers by."""

import json
from pathlib import Path

from salient.serve.app import create_app
from tests.serve.memory import TODAY, pokrovsk_reader

FILE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "openapi.json"


def schema_text() -> str:
    schema = create_app(pokrovsk_reader(), lambda: TODAY).openapi()
    schema["info"]["version"] = "0"
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def test_the_schema_file_is_up_to_date() -> None:
    """To renew it: `python -m tests.serve.test_openapi`, then `npm run types` in web/."""
    assert FILE.read_text(encoding="utf-8") == schema_text()


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
