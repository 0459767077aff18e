from django.contrib import admin
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from articles.admin import order, review
from articles.models import Source, SourceName
from articles.sources import name_key, sort_key


class NameInline(admin.TabularInline):
    """Printed forms; a pinned one always means this source, where others bear it too."""

    model = SourceName
    extra = 0
    fields = ["form", "pinned", "publication"]
    autocomplete_fields = ["publication"]


@admin.register(Source)
class SourceAdmin(SimpleHistoryAdmin):
    """Everybody who is quoted."""

    list_display = ["name", "kind", "quotes", "needs_review", "in_order"]
    list_filter = ["kind", "needs_review"]
    search_fields = ["name"]
    autocomplete_fields = ["article"]
    fields = ["name", "kind", "needs_review", "article", "note"]
    inlines = [NameInline]
    show_full_result_count = False

    def get_urls(self):
        guarded = self.admin_site.admin_view
        own = [
            path("find/", guarded(review.find_source), name="articles_source_find"),
            path("duplicates/", guarded(order.duplicates), name="articles_source_duplicates"),
            path("<int:pk>/desk/", guarded(order.source), name="articles_source_desk"),
        ]
        return own + super().get_urls()

    def get_queryset(self, request):
        return super().get_queryset(request).living().with_counts()

    def get_search_results(self, request, queryset, search_term):
        """By any printed form of the name, whatever its accents."""
        return queryset.called(search_term), False

    @admin.display(description=_("quotes"), ordering="quote_count")
    def quotes(self, source):
        return source.quote_count

    @admin.display(description=_("keep in order"))
    def in_order(self, source):
        address = reverse("admin:articles_source_desk", args=[source.pk])
        return format_html('<a href="{}">{}</a>', address, _("quotes, merge, part"))

    def save_model(self, request, obj, form, change):
        obj.sort_key = sort_key(obj.name, obj.kind)
        super().save_model(request, obj, form, change)
        if not obj.forms.filter(form=obj.name).exists():
            SourceName.objects.create(source=obj, form=obj.name, folded=name_key(obj.name)[:300])

    def save_formset(self, request, form, formset, change):
        for instance in formset.save(commit=False):
            if isinstance(instance, SourceName):
                instance.folded = name_key(instance.form)[:300]
        super().save_formset(request, form, formset, change)
