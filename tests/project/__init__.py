"""Tests of `drafter/project`."""
