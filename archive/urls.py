"""The admin at /admin/, everything else from the articles app."""

from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path

from articles.api import api
from articles.sitemaps import MAPS

urlpatterns = [
    path("sitemap.xml", sitemaps.index, {"sitemaps": MAPS, "sitemap_url_name": "sitemap_of"}, "sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": MAPS}, "sitemap_of"),
    path("admin/", admin.site.urls),
    path("api/v1/", api.urls),
    path("", include("articles.urls")),
]

handler500 = "articles.views.errors.server_error"
