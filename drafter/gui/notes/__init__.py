"""The notes panel: what people remark beside the text."""
