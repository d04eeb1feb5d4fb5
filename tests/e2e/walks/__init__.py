"""The days of the three people, gone through in the real window: `python -m tests.e2e.walks PERSON ZH EN FOLDER`."""
