"""A meeting set as a packet: one PDF with its page map and the text of each page."""
