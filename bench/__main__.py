"""Run the benchmarks; print a table and write `out/bench.json`.

The figures are for comparing within one run and one machine: the CPU, its load and the date go with them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench import api, creation, events, listing, rendering, server, understanding, uploads, webhooks

Measure = Callable[[], dict[str, Any]]

MEASURES: dict[str, Measure] = {
    "server": server.measure,
    "api": api.measure,
    "uploads": uploads.measure,
    "events": events.measure,
    "creation": creation.measure,
    "listing": listing.measure,
    "rendering": rendering.measure,
    "understanding": understanding.measure,
    "webhooks": webhooks.measure,
}
OUT = Path("out", "bench.json")


def main() -> int:
    """Exit with 0 where every benchmark could be run; what it measured is for people to judge."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("word", nargs="?", default="", help="only benchmarks whose name has this word")
    chosen = {name: run for name, run in MEASURES.items() if parser.parse_args().word in name}
    console = Console()
    figures: dict[str, Any] = {}
    for name, run in chosen.items():
        console.print(f"measuring {name} …", style="dim")
        figures[name] = run()
    table = Table("what", "measured", "aim", box=None, pad_edge=False)
    for name, found in figures.items():
        for what, value in found.items():
            aim = AIMS.get(what, AIMS.get(what.partition(", ")[2], ""))
            table.add_row(f"{name}: {what}", _text(value), aim)
    console.print(table)
    machine = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "cpus": os.cpu_count(),
        "load": os.getloadavg(),
        "machine": platform.machine(),
        "python": platform.python_version(),
    }
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps({"machine": machine, "figures": figures}, indent=2) + "\n")
    console.print(f"\nwritten to {OUT}", style="dim")
    return 0


AIMS = {
    "first start to ready, s": "≤ 10",
    "later start to ready, s": "≤ 5",
    "memory when idle without the engine, MB": "≤ 250",
    "creation to processing p50, ms": "≤ 50",
    "creation p50, 1 client, ms": "≤ 5",
    "poll p50, 1 client, ms": "≤ 5",
    "creations a second, 16 clients": "≥ 700",
    "end to frame p99, ms": "≤ 1000",
    "end to arrival p99 at the start, ms": "≤ 1100",
    "end to arrival p99 later, ms": "≤ 100",
    "API with 1,000 streams, MB": "≤ 500",
    "API with 50 files coming in, MB": "≤ 1000",
    "API with 50 pictures coming in, MB": "≤ 1000",
    "limits, ledger, events and idempotency, ms": "≤ 2",
    "poll, a million tasks / a thousand": "≤ 1.5",
    "first page, newest first, a million tasks / a thousand": "≤ 1.5",
    "middle page, newest first, a million tasks / a thousand": "≤ 1.5",
    "middle page, oldest first, a million tasks / a thousand": "≤ 1.5",
    "film a second, standard 1280x720, s": "≥ 1",
    "film a second, standard 720x1280, s": "≥ 1",
    "rate beside the encoder's, standard 1280x720, %": "≥ 60",
    "rate beside the encoder's, standard 720x1280, %": "≥ 60",
    "memory of 12 s, standard 1280x720, MB": "≤ 600",
    "english, held out, %": "≥ 90",
    "chinese, held out, %": "≥ 80",
}
"""What the design asks for, on two cores, by the name of a figure or by what follows its first comma."""


def _text(value: Any) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
