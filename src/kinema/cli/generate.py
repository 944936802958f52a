"""`kinema generate`: a film from a prompt, through a server."""

from __future__ import annotations

import base64
import os
import re
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kinema.client import Client, ClientError, Film
from kinema.errors import Misconfigured
from kinema.settings import load


def generate(
    prompt: Annotated[str, typer.Argument(help="What the film shows.")],
    model: Annotated[str, typer.Option(help="The model's name.")] = "openAiSora2Plus",
    size: Annotated[str | None, typer.Option(help="720x1280 (portrait) or 1280x720 (landscape).")] = None,
    seconds: Annotated[int | None, typer.Option(help="4, 8 or 12.")] = None,
    image: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A reference image: the first frame.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where to save the film.")] = None,
    url: Annotated[str, typer.Option(envvar="KINEMA_URL", help="The server.")] = "http://127.0.0.1:8000",
    key: Annotated[str | None, typer.Option(envvar="KINEMA_KEY", help="The API key.")] = None,
    data_dir: Annotated[
        Path | None, typer.Option(help="The data folder, to find the operator's key.")
    ] = None,
) -> None:
    """Make a film and save it, with a progress bar."""
    fields: dict[str, Any] = {"model": model, "size": size, "seconds": seconds}
    if image is not None:
        fields["input_reference"] = ["data:image/any;base64," + base64.b64encode(image.read_bytes()).decode()]
    fields = {name: value for name, value in fields.items() if value is not None}
    with Client(url, key or _operators_key(data_dir)) as client:
        task_id = client.create(prompt, **fields)
        film = watch(client, task_id)
        if film.status != "completed":
            raise ClientError(f"The film was not made: {film.error}")
        saved = client.download(film, out or Path("out", f"{_words(prompt)}-{task_id[-6:]}.mp4"))
    typer.echo(saved)


def watch(client: Client, task_id: str) -> Film:
    """Show a progress bar until the task is over; return it as it ended."""
    film: Film | None = None
    bar = Progress(
        SpinnerColumn(),
        TextColumn("[bold]{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with bar:
        shown = bar.add_task("queued", total=100)
        for film in client.follow(task_id, every=0.2):
            bar.update(shown, completed=film.progress, description=film.status)
    assert film is not None  # a task that was created is found
    return film


def _operators_key(data_dir: Path | None) -> str:
    path = load(data_dir=data_dir).data_dir / "operator.key"
    brought = os.environ.get("KINEMA_BOOTSTRAP_KEY")
    if brought:
        return brought
    try:
        return path.read_text().strip()
    except OSError:
        raise Misconfigured(
            f"There is no API key: give --key or KINEMA_KEY. (The operator's own would be in {path}.)"
        ) from None


def _words(prompt: str) -> str:
    return "-".join(re.findall(r"\w+", prompt.lower())[:6])[:60] or "film"
