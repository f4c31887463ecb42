"""One use case, one file, one public verb, one test file at the mirrored path."""

import pytest

from tests.architecture.source import APPS, ROOT, files, functions, name, tree

SERVICES = [
    path
    for app in APPS
    for path in files(app)
    if path.parent == ROOT / app / "services" and path.name != "__init__.py" and not path.name.startswith("_")
]


@pytest.mark.parametrize("path", SERVICES, ids=name)
def test_a_service_has_one_public_verb_of_its_own_name(path):
    public = [f.name for f in functions(path) if f in tree(path).body and not f.name.startswith("_")]
    assert public == [path.stem]


@pytest.mark.parametrize("path", SERVICES, ids=name)
def test_a_service_has_a_test_at_the_mirrored_path(path):
    assert (ROOT / "tests" / path.parent.relative_to(ROOT) / f"test_{path.name}").is_file()
