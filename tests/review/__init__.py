"""Tests of `drafter/review`."""
