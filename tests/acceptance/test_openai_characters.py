"""Characters with OpenAI's own client: cut out while it waits, kept, and playing in films."""

from __future__ import annotations

import io
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import av
import httpx2
import openai
import psycopg
import pytest
from PIL import Image
from tests.acceptance.test_portraits import portrait
from tests.acceptance.test_sora_contract import refused
from tests.films import film, only_sound, still_film
from tests.servers import Server

pytestmark = pytest.mark.filterwarnings("ignore:The Sora API is scheduled:DeprecationWarning")

ROUTE = "/v1/videos/characters"


@pytest.fixture(scope="module")
def client(server: Server) -> openai.OpenAI:
    """Give a client with a tenant of its own."""
    return openai.OpenAI(base_url=server.url + "/v1", api_key=server.new_key("caster"), max_retries=0)


@pytest.fixture(scope="module")
def upload(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give a film in whose middle there is green."""
    path = tmp_path_factory.mktemp("upload") / "a.mp4"
    return film(path, (320, 180), 1.0, background=(20, 200, 40)).read_bytes()


@pytest.fixture(scope="module")
def zorro(client: openai.OpenAI, upload: bytes) -> str:
    """Give a character."""
    return client.videos.create_character(name="Zorro", video=("a.mp4", upload)).id or ""


def colour(client: openai.OpenAI, video_id: str) -> tuple[int, ...]:
    """The colour in the upper half of a film's first frame, once it is there."""
    done = client.videos.poll(video_id)
    assert done.status == "completed", done
    content = client.videos.download_content(video_id).read()
    with av.open(io.BytesIO(content)) as opened:
        frame = next(opened.decode(video=0)).to_ndarray(format="rgb24")
    return tuple(frame[frame.shape[0] // 4, frame.shape[1] // 2].tolist())


def is_green(found: tuple[int, ...]) -> bool:
    """Whether a colour is about the upload's."""
    return found[1] > 150 > max(found[0], found[2])


def left(server: Server) -> tuple[int, set[Path]]:
    """How many characters there are in the database, and the objects of characters."""
    with psycopg.connect(server.database_url) as connection:
        row = connection.execute("SELECT count(*) FROM characters").fetchone()
    objects = {path for path in (server.data_dir / "objects" / "characters").rglob("*") if path.is_file()}
    return (row or (0,))[0], objects


def test_a_character_is_made_and_told_of(server: Server, client: openai.OpenAI, upload: bytes) -> None:
    """The answer has the name, the time and the quality; it is found again and listed; its film is gone."""
    before = left(server)
    made = client.videos.with_raw_response.create_character(name=" Mia ", video=("a.mp4", upload))
    assert "x-kinema-warning" not in made.headers
    character = made.parse()
    assert (character.name, made.http_response.json()["object"]) == ("Mia", "character")
    assert made.http_response.json()["quality"] == 0.9
    assert abs(character.created_at - time.time()) < 60
    assert client.videos.get_character(character.id or "").model_dump() == character.model_dump()
    listed = client.get("/videos/characters", cast_to=object)
    assert character.id in [item["id"] for item in listed["data"]]  # type: ignore[index]
    rows, objects = left(server)
    assert rows == before[0] + 1
    assert [path.name for path in objects - before[1]] == ["cutout.png"]


def test_a_character_plays_where_it_is_named(client: openai.OpenAI, zorro: str) -> None:
    """A film that names it shows it, in both spellings of the body; one that does not, does not."""
    body = {"characters": [{"id": zorro}]}
    with_it = client.videos.create(prompt="Zorro in a meadow", extra_body=body)
    without = client.videos.create(prompt="A meadow", extra_body=body)
    json = client.post("/videos", body={"prompt": "Zorro on the beach", **body}, cast_to=openai.types.Video)
    assert is_green(colour(client, with_it.id))
    assert not is_green(colour(client, without.id))
    assert is_green(colour(client, json.id))


def test_a_deleted_character_is_missed_by_no_task(client: openai.OpenAI, upload: bytes) -> None:
    """What was accepted with it is drawn with it; its id is unknown from then on."""
    made = client.videos.create_character(name="Tom", video=("a.mp4", upload)).id or ""
    body: dict[str, Any] = {"characters": [{"id": made}]}
    video = client.videos.create(prompt="Tom [sleep=1]", extra_body=body)
    gone = client.delete(f"/videos/characters/{made}", cast_to=object)
    assert gone == {"id": made, "object": "character.deleted", "deleted": True}
    assert is_green(colour(client, video.id))
    with pytest.raises(openai.NotFoundError):
        client.videos.get_character(made)
    with pytest.raises(openai.NotFoundError, match=r"characters\[0\]"):
        client.videos.create(prompt="Tom", extra_body=body)


def test_an_idempotency_key_makes_one_character(server: Server, upload: bytes) -> None:
    """Parallel requests wait for one character and answer the same, which later needs its film no more; where
    nobody is in the film the key is free again; another body is 409."""
    key = server.new_key("careful-caster")

    def ask(name: str, once: str, **film: Any) -> httpx2.Response:
        form = {"name": (None, name), **(film or {"video": ("a.mp4", upload)})}
        return server.ask("POST", ROUTE, key=key, files=form, headers={"Idempotency-Key": once})

    before = left(server)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: ask("Una", "one"), range(2)))
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    rows, objects = left(server)
    assert (rows - before[0], len(objects - before[1])) == (1, 1)
    refused(ask("Duo", "one"), 409, None, "another request")
    file = server.ask(
        "POST", "/v1/files", key=key, files={"purpose": (None, "vision"), "file": ("a.mp4", upload)}
    ).json()["id"]
    first = ask("Tria", "two", **{"video[id]": (None, file)})
    assert server.ask("DELETE", f"/v1/files/{file}", key=key).status_code == 200
    again = ask("Tria", "two", **{"video[id]": (None, file)})
    assert (again.status_code, again.json()) == (200, first.json())
    refused(ask("[fail]", "three"), 400, "video", "find nobody")
    assert ask("Una", "three").status_code == 200


def test_a_character_out_of_an_own_film_or_a_file(
    server: Server, client: openai.OpenAI, zorro: str, upload: bytes
) -> None:
    """`video[id]` is one of the tenant's films, or a file that was sent before."""
    source = client.videos.create(prompt="Zorro", extra_body={"characters": [{"id": zorro}]})
    assert client.videos.poll(source.id).status == "completed"
    file = client.files.create(file=("a.mp4", upload), purpose="vision")
    for film_id in (source.id, file.id):
        form = {"name": (None, "Zed"), "video[id]": (None, film_id)}
        answer = server.ask("POST", ROUTE, key=client.api_key, files=form)
        assert answer.status_code == 200, answer.text
        assert answer.json()["name"] == "Zed"


def test_a_faint_character_is_advised(client: openai.OpenAI, upload: bytes) -> None:
    """One that was not cut out cleanly is made, with advice."""
    made = client.videos.with_raw_response.create_character(name="A [faint]", video=("a.mp4", upload))
    assert "background" in made.headers["x-kinema-warning"]


def test_nobody_to_cut_out_leaves_nothing(server: Server, client: openai.OpenAI, upload: bytes) -> None:
    """Where the engine finds nobody its words are the refusal's; where it dies, it is the server's fault."""
    before = left(server)
    with pytest.raises(openai.BadRequestError, match="find nobody") as error:
        client.videos.create_character(name="[fail]", video=("a.mp4", upload))
    assert (error.value.param, error.value.code) == ("video", "invalid_video")
    with pytest.raises(openai.InternalServerError, match="Try again") as broken:
        client.videos.create_character(name="[crash]", video=("a.mp4", upload))
    assert broken.value.status_code == 503
    assert int(broken.value.response.headers["retry-after"]) > 0
    assert left(server) == before


def test_hostile_uploads_are_refused_quickly(
    server: Server, client: openai.OpenAI, upload: bytes, tmp_path: Path
) -> None:
    """What is no film is a 400 that names the field, in seconds, and the server goes on."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.mp4", upload)
    sound = only_sound(tmp_path / "a.mp4").read_bytes()
    before = left(server)
    for data in (b"", upload[: len(upload) // 2], archive.getvalue(), sound, b"\0\0\0\x01mdat" + b"\xff" * 8):
        began = time.monotonic()
        form = {"name": (None, "A"), "video": ("a.mp4", data)}
        answer = server.ask("POST", ROUTE, key=client.api_key, files=form)
        refused(answer, 400, "video", "cannot be read as a film")
        assert time.monotonic() - began < 10
    assert left(server) == before
    server.wait_until_ready()


def portrayed(folder: Path) -> bytes:
    """A film in whose second second a person comes."""
    person = Image.open(io.BytesIO(portrait())).convert("RGB")
    nobody = Image.new("RGB", person.size, "grey")
    return still_film(folder / "portrait.mp4", [nobody] * 26 + [person] * 4).read_bytes()


def test_a_portrait_in_a_film_is_refused(client: openai.OpenAI, tmp_path: Path) -> None:
    """A person's face is found in a film as in a picture, whichever second it comes in."""
    with pytest.raises(openai.BadRequestError, match=r"The film seems.*send a film without one") as error:
        client.videos.create_character(name="Eve", video=("a.mp4", portrayed(tmp_path)))
    assert (error.value.param, error.value.code) == ("video", "portrait_refused")


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"video": b"x"}, "name"),
        ({"name": "", "video": b"x"}, "name"),
        ({"name": "a" * 81, "video": b"x"}, "name"),
        ({"name": "A"}, "video"),
        ({"name": "A", "video": "text"}, "video"),
        ({"name": "A", "video": b"x", "size": "1"}, "size"),
    ],
)
def test_a_character_that_cannot_be(server: Server, fields: dict[str, Any], param: str) -> None:
    """A missing, odd or unknown field is a 400 that names it."""
    form = {
        name: ("a", value) if isinstance(value, bytes) else (None, value) for name, value in fields.items()
    }
    refused(server.ask("POST", ROUTE, files=form), 400, param)


@pytest.mark.parametrize(
    ("characters", "status"),
    [
        ("char_1", 400),
        (["char_1"], 400),
        ([{"id": 1}], 400),
        ([{"id": "a", "name": "b"}], 400),
        ([{"id": "a"}, {"id": "a"}], 400),
        ([{"id": "a"}, {"id": "b"}, {"id": "c"}], 400),
        ([{"id": "a"}], 404),
    ],
)
def test_characters_that_cannot_play(server: Server, characters: object, status: int) -> None:
    """A list of another shape or length is a 400, an unknown character a 404; both name the field."""
    answer = server.ask("POST", "/v1/videos", json={"prompt": "A", "characters": characters})
    refused(answer, status, "characters", "characters")


def test_characters_are_their_tenants_own(server: Server, client: openai.OpenAI, zorro: str) -> None:
    """A foreign id is an unknown one, in paths and in bodies."""
    for method, path, body in (
        ("GET", ROUTE + "/{}", False),
        ("DELETE", ROUTE + "/{}", False),
        ("POST", "/v1/videos", True),
    ):
        answers = [
            server.ask(
                method,
                path.format(character),
                json={"prompt": "A", "characters": [{"id": character}]} if body else None,
            )
            for character in (zorro, "char_" + "0" * 32, "x")
        ]
        assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}
    assert client.videos.get_character(zorro).name == "Zorro"
