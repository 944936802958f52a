"""Examples of what a JSON schema describes."""

from __future__ import annotations

from typing import Any

_SIMPLE = {"string": "…", "integer": 0, "number": 0, "boolean": True, "null": None}


def example_of(schema: dict[str, Any], document: dict[str, Any]) -> Any:
    """Return something that fits the schema, from its examples where it has them."""
    if "$ref" in schema:
        found: Any = document
        for word in schema["$ref"].removeprefix("#/").split("/"):
            found = found[word]
        return example_of(found, document)
    if "examples" in schema:
        return schema["examples"][0]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return example_of(schema["anyOf"][0], document)
    if schema.get("type") == "array":
        return [example_of(schema["items"], document)]
    if schema.get("type") == "object":
        return {name: example_of(inner, document) for name, inner in schema.get("properties", {}).items()}
    return _SIMPLE[schema["type"]]
