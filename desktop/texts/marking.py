"""The mark by which lupdate finds a text that is translated only when it is shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text as it is.

    Qt has the same function, but importing Qt would cost the command line its quick start.
    """
    return text
