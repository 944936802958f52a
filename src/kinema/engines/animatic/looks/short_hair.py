"""Short hair, that ends at the ears."""

from kinema.engines.animatic.kit import Look

LOOK = Look(
    name="short hair",
    words=("short-haired", "short hair", "bob cut", "pixie cut", "短发", "短头发"),
    part="cut",
    qualities=("short", "cropped", "bobbed", "短"),
    heads={"👩": "🧑", "👧": "👦"},
)
