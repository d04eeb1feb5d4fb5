"""Terms of art: rendered as the glossary has them, and one way throughout."""
