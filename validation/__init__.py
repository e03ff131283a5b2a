"""Compare ways to classify passages, and read where the shipped one errs. Not shipped."""
