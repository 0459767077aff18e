from django.contrib import admin

from articles.models import Publication


@admin.register(Publication)
class PublicationAdmin(admin.ModelAdmin):
    list_display = ["name", "time_zone"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
