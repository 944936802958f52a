"""Settings: what is refused, in which words, and that their page is true."""

from __future__ import annotations

import os
import re
from ipaddress import ip_network
from pathlib import Path

import pytest

from kinema.accounts.keys import SHORTEST
from kinema.errors import Misconfigured
from kinema.settings import Settings, load
from kinema.videos.model import BUILT_IN, Quality

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"
SECRET = "hunter2-and-more"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("KINEMA_"):
            monkeypatch.delenv(name)


BAD = [
    ("DATABASE_URL", "", "postgres"),
    ("DATABASE_URL", f"mysql://u:{SECRET}@h/db", "postgres"),
    ("STORAGE_URL", f"s3://key:{SECRET}@bucket/films", "no credentials"),
    ("STORAGE_URL", f"az://films?sig={SECRET}", "s3://bucket/prefix"),
    ("STORAGE_URL", "", "s3://bucket/prefix"),
    ("STORAGE_URL", "s3://", "s3://bucket/prefix"),
    ("STORAGE_URL", "s3:///films", "s3://bucket/prefix"),
    ("STORAGE_URL", "file://films", "file:///path"),
    ("STORAGE_URL", "/srv/films", "file:///path"),
    ("STORAGE_URL", "ftp://films", "s3://bucket/prefix"),
    ("PORT", "eighty", "integer"),
    ("PORT", "0", "greater"),
    ("PORT", "65536", "less"),
    ("PUBLIC_URL", "films.example.org", "https?"),
    ("PUBLIC_URL", "ftp://films.example.org", "https?"),
    ("PUBLIC_URL", "https://films.example.org/?a=b", "https?"),
    ("TRUSTED_PROXIES", "10.0.0.1/8", "10.0.0.1/8 has host bits set"),
    ("TRUSTED_PROXIES", "127.0.0.1, proxy", "'proxy'"),
    ("PREFIXES", "api", "slash"),
    ("MODELS", "{", "JSON"),
    ("MODELS", "[]", "dictionary"),
    ("MODELS", '{"m": {"sizes": []}}', "m.sizes"),
    ("MODELS", '{"m": {"seconds": []}}', "m.seconds"),
    ("MODELS", '{"m": {"sizes": ["13x13"]}}', "even"),
    ("MODELS", '{"m": {"sizes": ["8192x720"]}}', "4096"),
    ("MODELS", '{"m": {"sizes": ["big"]}}', "1280x720"),
    ("MODELS", '{"m": {"seconds": [0]}}', "m.seconds.0"),
    ("MODELS", '{"m": {"speed": 1}}', "m.speed"),
    ("MODELS", '{"m": {"quality": "best"}}', "'standard' or 'high'"),
    ("IGNORE_UNKNOWN_FIELDS", "perhaps", "boolean"),
    ("BOOTSTRAP_KEY", "", "20"),
    ("BOOTSTRAP_KEY", SECRET, "20"),
    ("RETENTION_HOURS", "0", "greater"),
    ("RETENTION_HOURS", "nan", "finite"),
    ("LINK_HOURS", "1000", "less"),
    ("SLOTS", "animatic=2", "JSON"),
    ("SLOTS", "{}", "at least 1"),
    ("SLOTS", '{"animatic": 0}', "(animatic)"),
    ("RENDER_TIMEOUT", "inf", "finite"),
    ("LEASE_SECONDS", "1", "greater"),
    ("MAX_ATTEMPTS", "0", "greater"),
    ("DRAIN_SECONDS", "-1", "greater"),
    ("EGRESS_ALLOW", "minio", "minio.internal:9000"),
    ("EGRESS_ALLOW", f"u:{SECRET}@minio:9000", "host and port"),
    ("WEBHOOK_ALLOW", "hooks.internal", "minio.internal:9000"),
    ("WEBHOOK_TIMEOUT", "0", "greater"),
    ("WEBHOOK_RETRIES", "5, soon", "number"),
    ("WEBHOOK_RETRIES", "5,0", "greater"),
    ("PORTRAIT_POLICY", "refuse", "'reject'"),
    ("FACE_MODEL", "/models/yunet.onnx", "KINEMA_FACE_MODEL_SHA256"),
    ("FACE_MODEL_SHA256", "abc", "pattern"),
    ("FACE_MODEL_SHA256", "0" * 64, "together"),
    ("LOG_FORMAT", "xml", "'json'"),
    ("LOG_LEVEL", "loud", "'debug'"),
]


@pytest.mark.parametrize(("name", "value", "word"), BAD)
def test_a_bad_value_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, word: str
) -> None:
    """A value that cannot be is refused, naming the variable and what is allowed."""
    monkeypatch.setenv(f"KINEMA_{name}", value)
    with pytest.raises(Misconfigured) as refused:
        load()
    assert f"KINEMA_{name}" in refused.value.message
    assert word in refused.value.message


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, value, _ in BAD if SECRET in value][:4])
def test_a_refusal_shows_no_secret(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The words that refuse a key or a database's address do not repeat it, and hide where they came from."""
    monkeypatch.setenv(f"KINEMA_{name}", value)
    with pytest.raises(Misconfigured) as refused:
        load()
    assert SECRET not in refused.value.message
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_settings_do_not_show_their_secrets() -> None:
    """The text form of settings holds neither the key nor the database's password."""
    shown = repr(load(bootstrap_key=SECRET * 2, database_url=f"postgresql://u:{SECRET}@h/db"))
    assert SECRET not in shown
    assert "127.0.0.1" in shown


def test_all_problems_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two wrong variables are named in one refusal."""
    monkeypatch.setenv("KINEMA_PORT", "x")
    monkeypatch.setenv("KINEMA_LOG_LEVEL", "x")
    with pytest.raises(Misconfigured, match=r"KINEMA_PORT.*KINEMA_LOG_LEVEL"):
        load()


def test_lists_are_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comma-separated settings forgive spaces and empty parts; of prefixes, an empty part is the root."""
    monkeypatch.setenv("KINEMA_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8,")
    monkeypatch.setenv("KINEMA_EGRESS_ALLOW", "")
    monkeypatch.setenv("KINEMA_PREFIXES", ",/a/, /b,/a")
    settings = load()
    assert settings.trusted_proxies == (ip_network("127.0.0.1/32"), ip_network("10.0.0.0/8"))
    assert settings.egress_allow == ()
    assert settings.prefixes == ("", "/a", "/b")


def test_the_command_line_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an option gives wins over its variable; an option that was not given changes nothing."""
    monkeypatch.setenv("KINEMA_PORT", "9000")
    assert load(port=9001).port == 9001
    assert load(port=None).port == 9000


def test_objects_are_in_the_data_folder_unless_a_storage_is_named(tmp_path: Path) -> None:
    """Without a storage's URL films are in a folder of the data folder; with one they are there alone."""
    assert load(data_dir=tmp_path).objects == tmp_path / "objects"
    for url in ("s3://films", "s3://films/of/ana", "gs://films", "az://films", "file:///srv/films"):
        assert load(data_dir=tmp_path, storage_url=url).objects == url


def test_models_are_added_to_the_built_in_ones() -> None:
    """A model that is set is there beside the built-in ones, or in the place of one of them."""
    models = load(models={"m": {"sizes": ["512x512"]}, "openAiSora2Pro": {"engine": "other"}}).all_models
    assert list(models) == [*BUILT_IN, "m"]
    assert models["m"].sizes == ((512, 512),)
    assert models["openAiSora2Pro"].engine == "other"
    assert models["openAiSora2Plus"].engine == "animatic"


def test_openais_names_follow_the_ones_they_are_like() -> None:
    """An engine set for the gateway's name draws OpenAI's too, unless that has a setting; sizes stay."""
    models = load(
        models={"openAiSora2Pro": {"engine": "other", "price": 7}, "sora-2-pro-2025-10-06": {"price": 9}}
    ).all_models
    assert (models["sora-2-pro"].engine, models["sora-2-pro"].price) == ("other", 7)
    assert (models["sora-2-pro-2025-10-06"].engine, models["sora-2-pro-2025-10-06"].price) == ("other", 9)
    assert models["sora-2-pro"].sizes == BUILT_IN["sora-2-pro"].sizes
    assert models["sora-2-pro"].quality is Quality.HIGH
    assert models["sora-2"].engine == "animatic"


def test_the_shortest_key_is_the_same_everywhere() -> None:
    """Settings and accounts agree on how short a key may be."""
    assert load(bootstrap_key="k" * SHORTEST).bootstrap_key
    with pytest.raises(Misconfigured):
        load(bootstrap_key="k" * (SHORTEST - 1))


# The page


def documented() -> dict[str, tuple[str, str]]:
    """Return each variable on the page with its default and its meaning."""
    rows = re.findall(r"^\| `(KINEMA_\w+)` \| (.*?) \| (.*) \|$", PAGE.read_text(), re.MULTILINE)
    return {name: (default, meaning) for name, default, meaning in rows}


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_every_setting_is_documented(name: str) -> None:
    """The page has every setting with its default and the description that the class gives."""
    field = Settings.model_fields[name]
    default, meaning = documented()[f"KINEMA_{name.upper()}"]
    assert field.description
    assert meaning == field.description.replace("|", "\\|")
    assert default == written_default(name)


def test_the_page_knows_no_other_setting() -> None:
    """Every variable in the page's table is a setting."""
    assert set(documented()) == {f"KINEMA_{name.upper()}" for name in Settings.model_fields}


def written_default(name: str) -> str:
    """Return how the page writes a setting's default."""
    if name == "data_dir":
        return "the user's data folder; `/var/lib/kinema` for root"
    value = Settings().model_dump(mode="json")[name]
    if value is None or value in ([], {}):
        return "none"
    if isinstance(value, dict):
        return "`" + str(value).replace("'", '"') + "`"
    if isinstance(value, list):
        return "`" + ",".join(f"{part:g}" if isinstance(part, float) else part for part in value) + "`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{str(value).lower()}`"
