"""Run the command line as ``python -m brief``."""

from .cli import main

if __name__ == "__main__":
    main()
