"""What the settings' file says of open data turned into what the municipality says of them."""

from __future__ import annotations

from typing import Literal

from kallelse.model.settings import Licence, OpenData
from kallelse.read.fields import Fields
from kallelse.read.fieldtypes import Line, Mail, Organisation, Url

_LICENCES = {"CC0-1.0": Licence.CC0, "CC-BY-4.0": Licence.CC_BY}


class OpenDataFields(Fields):
    """The fields as they are typed; a licence by its identifier of SPDX."""

    kind_ = "open_data"

    licence: Literal["CC0-1.0", "CC-BY-4.0"] | None = None
    publisher: Url = ""
    organisation: Organisation = ""
    area: Url = ""
    contact: Line = ""
    email: Mail = ""
    oparl: bool = True


def open_data(fields: OpenDataFields) -> OpenData:
    """The same as the model has it."""
    return OpenData(
        licence=_LICENCES[fields.licence] if fields.licence is not None else None,
        publisher=fields.publisher,
        organisation=fields.organisation,
        area=fields.area,
        contact=fields.contact,
        email=fields.email,
        oparl=fields.oparl,
    )
