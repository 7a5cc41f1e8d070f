"""``python -m gns`` är samma sak som ``gns``."""

import sys

from gns.cli.huvud import main

if __name__ == "__main__":
    sys.exit(main())
