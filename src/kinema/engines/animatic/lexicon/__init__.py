"""The words the engine knows, in English and Chinese, as plain tables: add a row to teach it something."""
