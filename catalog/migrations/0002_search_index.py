"""The full text index over SearchDocument, kept by the database: FTS5 with triggers, or a generated tsvector with GIN.

On SQLite a later migration that makes Django rebuild catalog_searchdocument must create the triggers again.
"""

from django.db import migrations

# Terms are made of letters, digits and combining marks only, already folded: no parser may take them apart.
SQLITE = [
    "CREATE VIRTUAL TABLE catalog_search USING fts5(title, body, content='catalog_searchdocument', content_rowid='id',"
    " prefix='2 3', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M*'\")",
    "CREATE TRIGGER catalog_search_added AFTER INSERT ON catalog_searchdocument BEGIN"
    " INSERT INTO catalog_search(rowid, title, body) VALUES (new.id, new.title, new.body); END",
    "CREATE TRIGGER catalog_search_gone AFTER DELETE ON catalog_searchdocument BEGIN"
    " INSERT INTO catalog_search(catalog_search, rowid, title, body)"
    " VALUES ('delete', old.id, old.title, old.body); END",
    "CREATE TRIGGER catalog_search_changed AFTER UPDATE ON catalog_searchdocument BEGIN"
    " INSERT INTO catalog_search(catalog_search, rowid, title, body)"
    " VALUES ('delete', old.id, old.title, old.body);"
    " INSERT INTO catalog_search(rowid, title, body) VALUES (new.id, new.title, new.body); END",
]
# The vector is spelt out term by term: PostgreSQL's own parser depends on the locale and drops Thai vowel signs.
POSTGRESQL = [
    """CREATE FUNCTION catalog_term_vector(terms text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
       SELECT coalesce(string_agg('''' || term || ''':' || least(place, 16383), ' '), '')::tsvector
       FROM regexp_split_to_table(terms, ' ') WITH ORDINALITY AS split(term, place) WHERE term <> ''
    $$""",
    "ALTER TABLE catalog_searchdocument ADD COLUMN vector tsvector GENERATED ALWAYS AS"
    " (setweight(catalog_term_vector(title), 'A') || setweight(catalog_term_vector(body), 'B')) STORED",
    "CREATE INDEX catalog_search_vector ON catalog_searchdocument USING gin (vector)",
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER catalog_search_changed",
        "DROP TRIGGER catalog_search_gone",
        "DROP TRIGGER catalog_search_added",
        "DROP TABLE catalog_search",
    ],
    "postgresql": [
        "ALTER TABLE catalog_searchdocument DROP COLUMN vector",
        "DROP FUNCTION catalog_term_vector(text)",
    ],
}


def build(apps, schema_editor):
    """Create the index of the database at hand."""
    statements = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    """Take the index away again."""
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]

    operations = [migrations.RunPython(build, drop)]
