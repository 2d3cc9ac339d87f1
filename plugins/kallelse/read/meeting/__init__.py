"""Folders and front matter turned into meetings, their agendas, cases and documents."""
