"""`python -m kallelse` turned into the command."""

from __future__ import annotations

import sys

from kallelse.cli import main

sys.exit(main())
