"""Turns a municipality's meetings, written in Markdown, into a public website and one PDF packet per meeting."""
