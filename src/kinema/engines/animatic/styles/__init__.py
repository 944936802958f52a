"""Styles: what a finished picture looks like, a module each, with its words and its grade."""
