"""Tests of `drafter/cli`."""
