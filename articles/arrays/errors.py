"""Every way an index can fail its caller, each with the sentence to show."""


class ArraysError(Exception):
    """Base of all errors of this package; `str(error)` is a sentence for people."""


class IndexUnusable(ArraysError):
    """The index cannot answer; building it anew mends it."""


class IndexMissing(IndexUnusable):
    def __init__(self, folder):
        super().__init__(f"There is no index in {folder} yet.")


class IndexDamaged(IndexUnusable):
    def __init__(self, path, what):
        super().__init__(f"The index file {path} is damaged: {what}.")


class IndexOutdated(IndexUnusable):
    def __init__(self, folder):
        super().__init__(f"The index in {folder} was written by another version or for other fields.")


class WriterBusy(ArraysError):
    def __init__(self, seconds):
        super().__init__(f"Another process has been writing to the index for more than {seconds:g} seconds.")


class MergeBusy(ArraysError):
    def __init__(self):
        super().__init__("The index is already being rebuilt or merged.")


class TooLarge(ArraysError):
    """A value that the format cannot hold."""
