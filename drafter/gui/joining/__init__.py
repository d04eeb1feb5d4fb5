"""Settling what two reviewers changed otherwise."""
