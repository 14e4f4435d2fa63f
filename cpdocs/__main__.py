"""`python -m cpdocs` is the command line."""

import sys

from cpdocs.cli import main

if __name__ == "__main__":
    sys.exit(main())
