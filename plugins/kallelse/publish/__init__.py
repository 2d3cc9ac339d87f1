"""The archive and its packets turned into the pages and files of the site."""
