"""How well extraction does on a corpus of annotated attributions."""
