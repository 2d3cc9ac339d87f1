"""The sources' files turned into an archive and the findings of reading it."""
