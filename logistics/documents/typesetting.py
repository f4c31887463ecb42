"""Typesets a template with data as PDF. Data travels as JSON beside the source, so that no text can become markup."""

import json
import threading
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

# Fonts come from these wheels: the same glyphs on every machine, and no font of the system is looked at.
_FONT_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic", "noto_cjk_sans_jp_regular")
_one_at_a_time = threading.Lock()


def typeset(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """The PDF of `templates/documents/<template>.typ` filled with `data`; the same data and moment give the same bytes."""
    with _one_at_a_time:
        pdf = _compiler(template).compile(
            format="pdf", sys_inputs={"data": json.dumps(data)}, timestamp=int(at.timestamp())
        )
    if not isinstance(pdf, bytes):
        raise TypeError(f"{template} gave no single PDF")
    return pdf


@lru_cache(maxsize=8)
def _compiler(template: str) -> typst.Compiler:
    """Kept, because finding the fonts takes a hundred times as long as setting a page."""
    root = Path(settings.BASE_DIR) / "templates" / "documents"
    return typst.Compiler(
        str(root / f"{template}.typ"), root=str(root), font_paths=_font_folders(), ignore_system_fonts=True
    )


def _font_folders() -> list[str]:
    folders: list[str] = []
    for package in _FONT_PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.submodule_search_locations is None:
            raise ModuleNotFoundError(f"the fonts of {package} are not installed")
        folders.extend(spec.submodule_search_locations)
    return folders
