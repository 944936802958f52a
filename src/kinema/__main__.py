"""`python -m kinema`: the same as the command `kinema`."""

from kinema.cli.app import main

main()
