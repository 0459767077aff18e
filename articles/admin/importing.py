"""Import: files dropped or addresses given, looked at, run, stopped, taken back."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import importing
from articles.models import Import, ImportedItem
from articles.paging import pages
from articles.readers.columns import FIELDS, guess
from articles.readers.data import Rejected

MOST_ADDRESSES = 200
VERBS = {"cancel": importing.cancel, "undo": importing.undo}
LABELS = {
    "headline": gettext_lazy("headline"),
    "body": gettext_lazy("text"),
    "publication": gettext_lazy("publication"),
    "byline": gettext_lazy("byline"),
    "section": gettext_lazy("section"),
    "language": gettext_lazy("language"),
    "url": gettext_lazy("address"),
    "external_id": gettext_lazy("identifier"),
    "caption": gettext_lazy("photo caption"),
    "credit": gettext_lazy("photo credit"),
    "published": gettext_lazy("date"),
}


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class Files(forms.FileField):
    """Any number of files, none included."""

    def clean(self, data, initial=None) -> list:
        return list(data or [])


class ImportForm(forms.Form):
    """Files of any format, and addresses one a line."""

    files = Files(
        required=False, label=gettext_lazy("Files"), widget=ManyFiles(attrs={"multiple": True, "class": "field"})
    )
    addresses = forms.CharField(
        required=False,
        label=gettext_lazy("Web addresses, one a line"),
        widget=forms.Textarea(attrs={"rows": 3, "class": "field", "spellcheck": "false"}),
    )

    def clean_addresses(self) -> list[str]:
        addresses = self.cleaned_data["addresses"].split()
        if len(addresses) > MOST_ADDRESSES:
            raise forms.ValidationError(_("%d addresses at once are the most.") % MOST_ADDRESSES)
        return addresses


@permission_required("articles.add_article", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """The form, and what was imported before."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_valid():
        sent = [importing.Upload(file.name, file.size, file) for file in form.cleaned_data["files"]]
        sent += [importing.Address(url) for url in form.cleaned_data["addresses"]]
        try:
            return redirect(importing.submit(sent, by=request.user))
        except Rejected as problem:
            form.add_error(None, str(problem))
    page = pages(Import.objects.select_related("by"), request.GET.get("page"))
    return render(request, "desk/imports.html", {"here": "import", "form": form, "page": page})


@permission_required("articles.add_article", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One import: what it would do, does, or did."""
    made = get_object_or_404(Import.objects.select_related("by"), pk=pk)
    if request.method == "POST":
        _perform(request, made)
        return redirect(made)
    field = "forecast" if made.state in (Import.State.READING, Import.State.READY) else "outcome"
    tally = importing.tally(made, field)
    chosen = request.GET.get("only", "")
    items = ImportedItem.objects.filter(file__of=made).select_related("file", "article").troubled_first()
    if chosen in ImportedItem.Outcome.values:
        items = items.filter(**{field: chosen})
    context = {
        "here": "import",
        "import": made,
        "progress": importing.progress(made),
        "counts": [(what, tally[what.value]) for what in ImportedItem.Outcome if tally[what.value]],
        "chosen": chosen,
        "page": pages(items, request.GET.get("page"), per_page=100),
        "samples": importing.preview(made) if made.state == Import.State.READY else [],
        "mappings": [(file, _choices(file.header)) for file in made.files.all() if file.wants_columns],
        "twins": Import.Twins.choices if made.state in (Import.State.READY, Import.State.CANCELLED) else [],
        "fields": [(name, LABELS[name]) for name in FIELDS],
    }
    return render(request, "desk/import.html", context)


def _choices(header: list[str]) -> list[tuple[int, str, str]]:
    """Each column with its number and the field its name suggests."""
    suggested = guess(header)
    return [(number, name, suggested.get(name, "")) for number, name in enumerate(header)]


def _perform(request: HttpRequest, made: Import) -> None:
    """Do what a button says."""
    do = request.POST.get("do", "")
    try:
        if do == "map":
            file = get_object_or_404(made.files, pk=_number(request.POST.get("file", "")))
            importing.map_columns(file, _said(request, file.header))
        elif do == "run":
            importing.run(made, twins=request.POST.get("twins", ""))
        elif do in VERBS:
            VERBS[do](made)
    except Rejected as problem:
        messages.error(request, str(problem))


def _said(request: HttpRequest, header: list[str]) -> dict[str, str]:
    said = {name: request.POST.get(f"column-{number}", "") for number, name in enumerate(header)}
    return {name: field for name, field in said.items() if field}


def _number(sent: str) -> int:
    return int(sent) if sent.isdecimal() and len(sent) < 12 else 0


@admin.register(Import)
class ImportAdmin(admin.ModelAdmin):
    """The pages above, at the addresses of Django's own."""

    def changelist_view(self, request, extra_context=None):
        return imports(request)

    def add_view(self, request, form_url="", extra_context=None):
        return redirect("admin:articles_import_changelist")

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return one(request, _number(object_id))

    def delete_view(self, request, object_id, extra_context=None):
        raise PermissionDenied

    def has_module_permission(self, request):
        return request.user.has_perm("articles.add_article")
