"""Triggers that keep the journal insert-only and, on PostgreSQL, balanced per currency at commit."""

from django.db import migrations

TABLES = ("payments_journalentry", "payments_posting")

POSTGRESQL_UP = """
CREATE FUNCTION payments_journal_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is insert-only: % on % refused', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER payments_journalentry_frozen BEFORE UPDATE OR DELETE ON payments_journalentry
  FOR EACH ROW EXECUTE FUNCTION payments_journal_frozen();
CREATE TRIGGER payments_posting_frozen BEFORE UPDATE OR DELETE ON payments_posting
  FOR EACH ROW EXECUTE FUNCTION payments_journal_frozen();
CREATE FUNCTION payments_journal_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry bigint;
BEGIN
  IF TG_TABLE_NAME = 'payments_posting' THEN entry := NEW.entry_id; ELSE entry := NEW.id; END IF;
  IF NOT EXISTS (SELECT 1 FROM payments_posting WHERE entry_id = entry) THEN
    RAISE EXCEPTION 'journal entry % has no postings', entry;
  END IF;
  IF EXISTS (SELECT 1 FROM payments_posting WHERE entry_id = entry GROUP BY currency HAVING sum(minor) <> 0) THEN
    RAISE EXCEPTION 'journal entry % does not balance', entry;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payments_journalentry_balanced AFTER INSERT ON payments_journalentry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payments_journal_balanced();
CREATE CONSTRAINT TRIGGER payments_posting_balanced AFTER INSERT ON payments_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payments_journal_balanced();
"""
POSTGRESQL_DOWN = """
DROP TRIGGER payments_posting_balanced ON payments_posting;
DROP TRIGGER payments_journalentry_balanced ON payments_journalentry;
DROP FUNCTION payments_journal_balanced();
DROP TRIGGER payments_posting_frozen ON payments_posting;
DROP TRIGGER payments_journalentry_frozen ON payments_journalentry;
DROP FUNCTION payments_journal_frozen();
"""


def _sqlite_up():
    for table in TABLES:
        for verb in ("update", "delete"):
            yield (
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the journal is insert-only'); END"
            )


def _sqlite_down():
    for table in TABLES:
        for verb in ("update", "delete"):
            yield f"DROP TRIGGER {table}_no_{verb}"


def put_up(apps, schema_editor):
    """SQLite has no deferred triggers: there the service's own check in the same transaction holds the balance."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_UP, params=None)  # per cent signs are text here
        return
    for statement in _sqlite_up():
        schema_editor.execute(statement)


def take_down(apps, schema_editor):
    """Remove the triggers again."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_DOWN, params=None)
        return
    for statement in _sqlite_down():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
