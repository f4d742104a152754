"""Texts become vectors here; nothing else in the house knows of a model.

``open_embedder`` is the one door. The model is loaded through
sentence-transformers once, written down as an ONNX file, and run from that
file ever after: a start that takes twelve seconds with torch takes half a
second without it.
"""

from kb.embedding.base import Embedder
from kb.embedding.opening import SHIPPED, open_embedder

__all__ = ["SHIPPED", "Embedder", "open_embedder"]
