"""What keeps a decision from being stored; `str()` is the sentence for the editor."""

from django.utils.translation import gettext as _


class Undecidable(ValueError):
    """A decision that can't be stored; nothing was changed."""


class Outdated(Undecidable):
    def __init__(self) -> None:
        super().__init__(_("Somebody changed this quote since you saw it. Here it is as it is now."))


class NotInText(Undecidable):
    def __init__(self, words: str) -> None:
        shown = f"{words[:60]}…" if len(words) > 60 else words
        super().__init__(_("The article's text does not hold “%s”, letter for letter.") % shown)


class NoWords(Undecidable):
    def __init__(self) -> None:
        super().__init__(_("No words are chosen."))


class AlreadyQuoted(Undecidable):
    def __init__(self) -> None:
        super().__init__(_("These very words are a quote of the article already."))


class Adrift(Undecidable):
    def __init__(self) -> None:
        super().__init__(
            _("The words of this quote stand no longer in the text: choose them anew, or call it no quote.")
        )


class Indivisible(Undecidable):
    def __init__(self) -> None:
        super().__init__(_("There is nothing to split here: place the cursor inside the quote's words."))


class NothingToJoin(Undecidable):
    def __init__(self) -> None:
        super().__init__(_("There is no quote after this one to join it with."))


class NothingToUndo(Undecidable):
    def __init__(self) -> None:
        super().__init__(_("You have decided nothing here that could be taken back."))


class BuiltUpon(Undecidable):
    def __init__(self) -> None:
        super().__init__(_("This can't be taken back any more: something changed since."))


class NobodyCalled(Undecidable):
    def __init__(self) -> None:
        super().__init__(_("Say who it was: a name, or the article's words for somebody unnamed."))
