"""Every text of the source is found, and what a catalogue lacks is named."""

import pytest
from babel.messages.catalog import Catalog

from localization import texts


@pytest.fixture
def root(tmp_path):
    (tmp_path / "shop").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "shop" / "views.py").write_text(
        '_("Pay %(amount)s")\nngettext("one parcel", "%(n)s parcels", 2)\n'
    )
    (tmp_path / "templates" / "page.html").write_text(
        '{% load i18n %}<p class="it\'s">{% translate "It\'s here" %}</p>{# Translators: a verb #}\n'
        '{% translate "May" context "verb" %}\n'
        "{% blocktranslate count n=n %}{{ n }} item{% plural %}{{ n }} items{% endblocktranslate %}"
    )
    return tmp_path


def test_texts_of_python_and_templates_are_collected(root):
    found = {(message.id, message.context) for message in texts.collect(root) if message.id}
    assert found == {
        ("Pay %(amount)s", None),
        (("one parcel", "%(n)s parcels"), None),
        ("It's here", None),
        ("May", "verb"),
        (("%(n)s item", "%(n)s items"), None),
    }


def test_texts_after_a_block_of_comment_are_collected(root):
    (root / "templates" / "part.html").write_text(
        "{% comment %}\nWhat this part needs.\n{% endcomment %}\n{% firstof name _('Nameless') %}"
    )
    assert texts.collect(root).get("Nameless") is not None


def test_an_updated_catalogue_lists_every_text_as_open(root, tmp_path):
    path = tmp_path / "de.po"
    assert texts.update(path, "de", texts.collect(root)) == 5
    problems = [gap.problem for gap in texts.gaps(texts.read(path, "de"), "de", texts.collect(root))]
    assert problems == ["is not translated"] * 5


def test_an_update_keeps_translations_and_drops_what_the_source_lost(root, tmp_path):
    path = tmp_path / "de.po"
    old = Catalog(locale="de")
    old.add("Pay %(amount)s", "%(amount)s zahlen")
    old.add("Gone", "Weg")
    path.write_bytes(_po(old))
    texts.update(path, "de", texts.collect(root))
    assert texts.read(path, "de").get("Pay %(amount)s").string == "%(amount)s zahlen"
    assert texts.read(path, "de").get("Gone") is None


def test_a_translation_that_loses_a_place_is_a_gap(root):
    german = Catalog(locale="de")
    for message in texts.collect(root):
        german.add(message.id, message.id, context=message.context)
    german.get("Pay %(amount)s").string = "Zahlen"
    assert [(gap.text, gap.problem) for gap in texts.gaps(german, "de", texts.collect(root))] == [
        ("Pay %(amount)s", "has other placeholders than its translation")
    ]


def test_arabic_needs_all_six_plural_forms(root):
    arabic = Catalog(locale="ar")
    for message in texts.collect(root):
        forms = message.id if isinstance(message.id, str) else (message.id[1],) * 2
        arabic.add(message.id, forms, context=message.context)
    assert {gap.text for gap in texts.gaps(arabic, "ar", texts.collect(root))} == {"one parcel", "%(n)s item"}


def _po(catalog):
    from io import BytesIO

    from babel.messages.pofile import write_po

    content = BytesIO()
    write_po(content, catalog)
    return content.getvalue()


def test_titles_and_warnings_of_tariff_packs_are_texts(root):
    pack = root / "logistics" / "tariffs" / "US"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text(
        "rules:\n  - id: mpf\n    title: Processing fee\nschemes:\n  - title: Entry\n    warnings: [Sales tax is not included.]\n"
    )
    found = {message.id for message in texts.collect(root) if message.id}
    assert {"Processing fee", "Entry", "Sales tax is not included."} <= found


def test_reasons_of_restrictions_are_texts(root):
    folder = root / "logistics" / "reference"
    folder.mkdir(parents=True)
    (folder / "restrictions.yaml").write_text(
        "restrictions:\n  - {id: gum, kind: banned, reason: Gum is not allowed.}\n"
    )
    assert texts.collect(root).get("Gum is not allowed.") is not None
