"""The receiving door: files come in, passages go to the shelves. It knows kb and nobody else."""
