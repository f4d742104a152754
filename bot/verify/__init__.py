"""Does each sentence of a draft stand on the notes or on the passages it cites?

Pure: claims, evidence and notes in, verdicts out. No model is asked, so a
verdict is the same today and tomorrow, and the same for every composer.
"""

from bot.verify.judge import rumour_basis, verify, verify_headline, verify_text
from bot.verify.mending import keep_gaps, mend

__all__ = ["keep_gaps", "mend", "rumour_basis", "verify", "verify_headline", "verify_text"]
