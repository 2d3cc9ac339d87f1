"""The Markdown of a body turned into the tree of text."""
