"""THE RECEIVING DOOR: files in, passages on the shelves. Imports kb only."""
