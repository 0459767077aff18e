"""The public addresses."""

app_name = "articles"
urlpatterns: list = []
