"""`python -m jpnews_nlp.cli`."""

from jpnews_nlp.cli.app import main

main()
