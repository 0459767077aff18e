"""The database notes every change that the search index must learn, in the transaction of the change.

Statement-level triggers, so that no face, shell or bulk update can forget it. A listener hears of new
notes on the channel `on_the_record_index` when their transaction commits.
"""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION note_changed_articles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles_indexnote (of, object_id) SELECT 'article', id FROM changed;
  PERFORM pg_notify('on_the_record_index', '');
  RETURN NULL;
END $$;

CREATE FUNCTION note_changed_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles_indexnote (of, object_id) SELECT 'quote', id FROM changed;
  INSERT INTO articles_indexnote (of, object_id) SELECT DISTINCT 'article', article_id FROM changed;
  PERFORM pg_notify('on_the_record_index', '');
  RETURN NULL;
END $$;

-- Whoever is renamed, merged or gets another form of the name: all that was said by them.
CREATE FUNCTION note_quotes_of_changed_sources() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles_indexnote (of, object_id)
    SELECT 'quote', q.id FROM articles_quote q JOIN changed c ON q.source_id = c.id;
  INSERT INTO articles_indexnote (of, object_id)
    SELECT DISTINCT 'article', q.article_id FROM articles_quote q JOIN changed c ON q.source_id = c.id;
  PERFORM pg_notify('on_the_record_index', '');
  RETURN NULL;
END $$;

CREATE FUNCTION note_quotes_of_changed_forms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles_indexnote (of, object_id)
    SELECT 'quote', q.id FROM articles_quote q WHERE q.source_id IN (SELECT source_id FROM changed);
  INSERT INTO articles_indexnote (of, object_id)
    SELECT DISTINCT 'article', q.article_id FROM articles_quote q WHERE q.source_id IN (SELECT source_id FROM changed);
  PERFORM pg_notify('on_the_record_index', '');
  RETURN NULL;
END $$;

CREATE FUNCTION note_articles_of_changed_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles_indexnote (of, object_id)
    SELECT 'article', a.id FROM articles_article a JOIN changed c ON a.publication_id = c.id;
  INSERT INTO articles_indexnote (of, object_id)
    SELECT 'quote', q.id FROM articles_quote q JOIN articles_article a ON a.id = q.article_id
    JOIN changed c ON a.publication_id = c.id;
  PERFORM pg_notify('on_the_record_index', '');
  RETURN NULL;
END $$;

CREATE FUNCTION note_quotes_of_updated_articles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles_indexnote (of, object_id) SELECT 'article', id FROM changed;
  INSERT INTO articles_indexnote (of, object_id)
    SELECT 'quote', q.id FROM articles_quote q JOIN changed c ON q.article_id = c.id;
  PERFORM pg_notify('on_the_record_index', '');
  RETURN NULL;
END $$;
"""

TRIGGERS = {
    "article_added": ("articles_article", "INSERT", "NEW", "note_changed_articles"),
    "article_changed": ("articles_article", "UPDATE", "NEW", "note_quotes_of_updated_articles"),
    "article_gone": ("articles_article", "DELETE", "OLD", "note_changed_articles"),
    "quote_added": ("articles_quote", "INSERT", "NEW", "note_changed_quotes"),
    "quote_changed": ("articles_quote", "UPDATE", "NEW", "note_changed_quotes"),
    "quote_gone": ("articles_quote", "DELETE", "OLD", "note_changed_quotes"),
    "source_changed": ("articles_source", "UPDATE", "NEW", "note_quotes_of_changed_sources"),
    "form_added": ("articles_sourcename", "INSERT", "NEW", "note_quotes_of_changed_forms"),
    "form_changed": ("articles_sourcename", "UPDATE", "NEW", "note_quotes_of_changed_forms"),
    "form_gone": ("articles_sourcename", "DELETE", "OLD", "note_quotes_of_changed_forms"),
    "publication_changed": ("articles_publication", "UPDATE", "NEW", "note_articles_of_changed_publications"),
}


def create(name: str) -> str:
    table, event, rows, function = TRIGGERS[name]
    return (
        f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
    )


def drop(name: str) -> str:
    return f"DROP TRIGGER {name} ON {TRIGGERS[name][0]};"


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_archive")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS + "\n".join(map(create, TRIGGERS)),
            "\n".join(map(drop, TRIGGERS))
            + "".join(f"DROP FUNCTION {name}();" for name in sorted({row[3] for row in TRIGGERS.values()})),
        )
    ]
