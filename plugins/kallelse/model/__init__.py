"""The nouns of a municipality's meetings as frozen values, without input or output."""
