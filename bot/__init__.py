"""THE DESK: reads notes and the library, writes, and verifies what is written."""
