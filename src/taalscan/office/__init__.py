"""Know the two zipped office formats: what readers and those who hand documents back share."""
