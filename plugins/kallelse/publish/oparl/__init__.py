"""The published archive turned into objects by OParl 1.1 (https://oparl.org), as finished files."""
