"""Raw notes become an Incident: facts with status, parts and place, and what stays inside.

``read_notes`` is the one door. Every Fact is a span of the notes; every slot a
verbatim piece of them. Slot names, beside those named in bot/model.py:

=============  =====================================================================
heading        the head of the notes (kind context): slots town, date; never a sentence
town, date     of the incident, on the heading, else ``town`` on an event
place,         of what the fact speaks of; ``address`` is a street, with its number if
address        there is one
time, day,     ``from`` and ``until`` for opening hours; ``time`` else
from, until
logged         the time at the head of a line of a log: when it was noted, not when it
               happened
label          the words before the colon ("Listening line"), where they are no part of
               the text
occasion       on the heading: the festival, service or match the notes are about
who            of a harm: who it was, where a bracket says so ("un bénévole")
wording        the fact is the wording an authority asked for; may be a noun phrase
count,         of a harm: as written ("9", "at least 9", "treated")
outcome
community      on affected: the words that name those who were hit
words,         of a quote; without quotation marks in ``text`` it is reported speech
speaker
name, role     of the speaker who signs
=============  =====================================================================
"""

from bot.brief.reader import read_notes

__all__ = ["read_notes"]
