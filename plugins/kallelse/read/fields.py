"""What every kind of declared fields is made of: a model of values that guesses nothing."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Fields(BaseModel):
    """Fields of a kind of front matter, `kind_` in `locale.fieldhelp`: no others, and no guessing of types."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    kind_: ClassVar[str] = ""
