"""People are filed under their whole family name, and as they are where it stands first."""

from django.db import migrations

from articles.text.filing import filed
from articles.text.folding import fold


def file_people(apps, schema_editor):
    """Sort keys of people stored before."""
    Source = apps.get_model("articles", "Source")
    for source in Source.objects.filter(kind="person", name__contains=" ").only("pk", "name", "sort_key").iterator():
        key = " ".join(fold(filed(source.name)).split())[:300]
        if key != source.sort_key:
            Source.objects.filter(pk=source.pk).update(sort_key=key)


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_import_forecasts")]
    operations = [migrations.RunPython(file_people, migrations.RunPython.noop)]
