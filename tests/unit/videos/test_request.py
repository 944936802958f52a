"""A request's seed: the same film for the same request."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kinema.videos.model import BUILT_IN, Model
from kinema.videos.request import ImageUrl, InlineImage, VideoRequest
from kinema.videos.size import LANDSCAPE, PORTRAIT

REQUESTS = st.builds(
    VideoRequest,
    model=st.sampled_from(list(BUILT_IN.values())),
    prompt=st.text(min_size=1, max_size=40),
    size=st.sampled_from([PORTRAIT, LANDSCAPE]),
    seconds=st.sampled_from([4, 8, 12]),
    reference=st.none()
    | st.builds(ImageUrl, st.text(min_size=1, max_size=40), st.just("image_urls"))
    | st.builds(InlineImage, st.binary(max_size=40), st.just("input_reference")),
)


@given(REQUESTS)
def test_the_same_request_has_the_same_seed(request: VideoRequest) -> None:
    """Equal requests have equal seeds, of 63 bits, so that they fit a PostgreSQL bigint."""
    assert replace(request).seed == request.seed
    assert 0 <= request.seed < 2**63


@given(REQUESTS, REQUESTS)
def test_another_request_has_another_seed(one: VideoRequest, other: VideoRequest) -> None:
    """Two requests that differ in anything drawn have different seeds."""
    assert (one.seed == other.seed) == (one == other)


def test_every_field_counts() -> None:
    """Changing any one field changes the seed."""
    base = VideoRequest(BUILT_IN["openAiSora2Plus"], "A cat", PORTRAIT, 4)
    changed = [
        replace(base, model=BUILT_IN["openAiSora2Pro"]),
        replace(base, prompt="A cat."),
        replace(base, size=LANDSCAPE),
        replace(base, seconds=8),
        replace(base, reference=ImageUrl("https://example.com/a.png", "image_urls")),
        replace(base, reference=InlineImage(b"a", "image_urls")),
        replace(base, reference=InlineImage(b"b", "image_urls")),
    ]
    assert len({request.seed for request in [base, *changed]}) == len(changed) + 1


def test_what_is_not_drawn_does_not_count() -> None:
    """The field in which a reference came, and what a model could take besides, draw nothing."""
    base = VideoRequest(BUILT_IN["openAiSora2Plus"], "A cat", PORTRAIT, 4, InlineImage(b"a", "image_urls"))
    assert replace(base, reference=InlineImage(b"a", "input_reference")).seed == base.seed
    other = Model("openAiSora2Plus", base.model.quality, sizes=(PORTRAIT,))
    assert replace(base, model=other).seed == base.seed


def test_the_seed_does_not_depend_on_the_process() -> None:
    """The seed of a known request is this number, here and on every other machine."""
    assert VideoRequest(BUILT_IN["openAiSora2Plus"], "A cat", PORTRAIT, 4).seed == 5801695403127061858
