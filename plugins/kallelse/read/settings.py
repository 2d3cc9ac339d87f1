"""The settings' file turned into the municipality's settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from kallelse.locale.beginnings import SITE
from kallelse.locale.figures import printed
from kallelse.model.colour import DARK_GROUNDS, LEAST, LEAST_LINE, bands, contrast, light_grounds, line_on
from kallelse.model.filekinds import PICTURES
from kallelse.model.finding import Finding, Place
from kallelse.model.settings import Colours, Keyword, Language, Settings
from kallelse.read.faces import face_findings
from kallelse.read.frontmatter import FrontMatter, read_yaml
from kallelse.read.keywords import keyword_findings
from kallelse.read.opendata import open_data
from kallelse.read.schema import read_fields
from kallelse.read.settingsfields import HeadingFields, SettingsFields
from kallelse.read.sources import Sources, decode

SETTINGS = "kallelse.yml"


def settings_ahead(root: Path) -> Settings:
    """The settings before anything else below `root` is read; those of the package where there are none to be read."""
    file = root / SETTINGS
    source = decode(SETTINGS, file.read_bytes())[0] if file.is_file() else None
    values = None if source is None else read_yaml(source)[0]
    fields = None if values is None else read_fields(SettingsFields, values)[0]
    return Settings() if fields is None else _settings(fields)


def read_settings(sources: Sources) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings; those of the package where the file is missing or cannot be read, with a finding."""
    source = sources.texts.get(SETTINGS)
    if source is None:
        missing = () if SETTINGS in sources.files else (Finding("settings-missing", Place(SETTINGS)),)
        return Settings(), missing
    values, findings = read_yaml(source)
    if values is None:
        return Settings(), findings
    fields, wrong = read_fields(SettingsFields, values)
    findings += wrong
    if fields is None:
        return Settings(), findings
    for key, path in (("logo", fields.logo), ("template", fields.template)):
        if path and not (path in sources.files or sources.below(path) or _is_empty(key, sources.root / path, sources)):
            place = Place(SETTINGS, values.line((key,)))
            findings += (Finding("settings-no-file", place, {"key": key, "file": path}),)
        elif key == "logo" and path and not path.lower().endswith(PICTURES):
            findings += (Finding("settings-logo", Place(SETTINGS, values.line((key,))), {"file": path}),)
        elif key == "template" and path and f"{path}/index.md" in sources.files:
            findings += (Finding("settings-template", Place(SETTINGS, values.line((key,))), {"file": path}),)
    settings = _settings(fields)
    place = Place(SETTINGS, values.line(("font", "web")))
    followed = keyword_findings(settings.follow, values, settings.language)
    faces = face_findings(settings.web_font, sources, place)
    return settings, (*findings, *_weak(settings, values), *followed, *faces)


def _is_empty(key: str, folder: Path, sources: Sources) -> bool:
    """Whether that is a folder of templates among the sources in which there are none yet."""
    return key == "template" and folder.is_dir() and sources.root.resolve() in folder.resolve().parents


def _settings(fields: SettingsFields) -> Settings:
    standard = Settings()
    brand = fields.colours.brand or standard.colours.brand
    return Settings(
        name=fields.name,
        site_title=fields.title or SITE[fields.language],
        language=fields.language,
        url=fields.url,
        colours=Colours(
            brand,
            fields.colours.brand_dark or standard.colours.brand_dark,
            fields.colours.accent or line_on(brand, standard.colours.accent),
        ),
        logo=fields.logo,
        template=fields.template,
        web_font=tuple(fields.font.web),
        headings=_headings(fields.headings),
        withheld=fields.withheld,
        contact=tuple(fields.contact),
        email=fields.email,
        case_pdfs=fields.case_pdfs,
        security_contact=fields.security_contact,
        follow=tuple(Keyword(each.word, tuple(each.also)) for each in fields.follow),
        open_data=open_data(fields.open_data),
    )


def _headings(fields: HeadingFields) -> Mapping[str, str]:
    return {pattern: kind for kind in HeadingFields.model_fields for pattern in getattr(fields, kind)}


def _weak(settings: Settings, values: FrontMatter) -> Iterator[Finding]:
    """A finding for each colour that cannot be seen well enough on one of the grounds it stands on."""
    colours, language = settings.colours, settings.language
    brand = _too_weak("brand", colours.brand, light_grounds(colours.brand), LEAST, language)
    dark = _too_weak("brand_dark", colours.brand_dark, DARK_GROUNDS, LEAST, language)
    # A band that must have another colour says nothing of the line on it.
    line = {} if brand else _too_weak("accent", colours.accent, bands(colours.brand), LEAST_LINE, language)
    for told, code in ((brand, "settings-contrast"), (dark, "settings-contrast"), (line, "settings-contrast-line")):
        if told:
            yield Finding(code, Place(SETTINGS, values.line(("colours", told["key"]))), told)


def _too_weak(key: str, colour: str, grounds: tuple[str, ...], least: float, language: Language) -> dict[str, str]:
    """What is to be told of a colour on the ground where its contrast is the least; nothing where that is enough."""
    ratio, ground = min((contrast(colour, each), each) for each in grounds)
    if ratio >= least:
        return {}
    return {"key": key, "colour": colour, "ground": ground, "ratio": printed(Fraction(ratio), 1, language)}
