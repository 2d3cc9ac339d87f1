"""The record of a meeting turned into its PDFs: minutes, sets of paragraphs, extracts, proofs of notice."""
