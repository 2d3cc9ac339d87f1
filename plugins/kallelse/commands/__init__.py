"""The commands, each in a module that loads no more than it needs: what was typed turned into an exit status."""
