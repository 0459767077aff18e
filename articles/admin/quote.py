from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from simple_history.admin import SimpleHistoryAdmin

from articles.models import Quote
from articles.reviewing import decide


@admin.register(Quote)
class QuoteAdmin(SimpleHistoryAdmin):
    """Quotes of all articles, to find the doubtful ones and decide many at once."""

    list_display = ["__str__", "source", "kind", "confidence", "standing", "article"]
    list_filter = ["standing", "adrift", "kind", "medium", "article__publication"]
    list_select_related = ["source", "article"]
    search_fields = ["text", "source__name", "article__headline"]
    autocomplete_fields = ["source"]
    show_full_result_count = False
    readonly_fields = ["article", "text", "kind", "confidence", "reason", "extractor", "reviewed_by", "reviewed_at"]
    fields = ["article", "text", "source", "standing", *readonly_fields[2:]]
    actions = ["confirm", "reject"]

    def has_add_permission(self, request):
        return False  # a quote is added on its article's page, where the words are

    def save_model(self, request, obj, form, change):
        decide(obj, source=obj.source, standing=obj.standing, by=request.user)

    @admin.action(description=_("Confirm the chosen quotes"), permissions=["change"])
    def confirm(self, request, queryset):
        self._decide(request, queryset, Quote.Standing.CONFIRMED)

    @admin.action(description=_("These are not quotes"), permissions=["change"])
    def reject(self, request, queryset):
        self._decide(request, queryset, Quote.Standing.REJECTED)

    def _decide(self, request, queryset, standing):
        quotes = list(queryset)
        for quote in quotes:
            decide(quote, source=quote.source, standing=standing, by=request.user)
        said = ngettext("%d quote: %s.", "%d quotes: %s.", len(quotes)) % (len(quotes), standing.label)
        self.message_user(request, said, messages.SUCCESS)
