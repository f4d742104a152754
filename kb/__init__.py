"""THE LIBRARY: what is known. Imports neither ingest nor bot."""
