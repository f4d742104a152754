"""Small builders: a test spells out only what it is about."""

from __future__ import annotations

from pathlib import Path

from bot.model import Claim, Draft, Evidence, Fact, Incident
from kb.model import Passage, Source


def source(id: str = "guide", language: str = "en", **more) -> Source:
    values = {"edition": id, "title": f"The {id}", "publisher": "A publisher", "year": 2020}
    return Source(id=id, language=language, **(values | more))


def passage(text: str = "Say what is known.", id: str = "guide/one.en", **more) -> Passage:
    values = {
        "source_id": id.split("/")[0],
        "edition": id.split("/")[0],
        "headings": ("First words",),
        "locator": "Chapter 1",
        "start": 0,
        "end": len(text),
        "language": "en",
    }
    return Passage(id=id, text=text, **(values | more))


def evidence(label: str = "K7Q", text: str = "Say what is known.", **more) -> Evidence:
    return Evidence(label, passage(text, **more), title="The guide", publisher="A publisher")


def fact(notes: str, span: str, kind: str = "context", id: str = "f1", **more) -> Fact:
    """A fact that stands in ``notes`` as ``span``; fails if it does not."""
    start = notes.index(span)
    return Fact(id, span, start, start + len(span), kind, **more)


def incident(notes: str = "", *facts: Fact, **more) -> Incident:
    return Incident(notes, tuple(facts), **more)


def draft(*texts: str, language: str = "en", channel: str = "statement", **more) -> Draft:
    claims = tuple(t if isinstance(t, Claim) else Claim(t, "phrase") for t in texts)
    return Draft(claims, language, channel, **more)


#: A publication as it lies in a folder of kb/documents; it passes every check of kb/check.
PUBLICATION = {
    "source.yaml": """id: fire-guide
title: "The fire guide"
publisher: "Town of Alder Quay"
url: https://fire.example/guide
language: en
kind: guide
year: 2020
called: ["Fire Guide"]
fact_count: 3
passages:
  first-words:
    facts: [fire-guide-01]
    basis: official-page
    findings: [3]
    topics: [first-message, uncertainty]
    uses: [crisis-statement]
    phases: [first-hour]
    audiences: [residents]
  listening-line:
    facts: [fire-guide-02]
    basis: secondary
    reported_by: "library.example"
    topics: [psychosocial]
    uses: [crisis-statement]
    phases: [first-day]
    audiences: [affected]
    law: [NO]
left_out:
  fire-guide-03: "Nobody saw the page it stands on."
""",
    "en.md": """---
language: en
licence: "not stated"
verified: "Read whole on its own page."
---
# Speaking after a fire

## The first words after a fire {#first-words}

> Chapter 1, First words

Say what is known about the fire within 30 minutes, even when little is known. Name what nobody knows yet, and say when the town hall will speak again. Residents who hear nothing from the town hall listen to whoever speaks first. A short message that admits a gap keeps more trust than a long silence.

## A listening line for families {#listening-line}

> Chapter 2

Open a listening line for the families of people who were hurt. Print its number at the head of every message, and keep the line staffed at night. Families remember who picked up the telephone. A town that closes the line after a week tells families that their grief is over.
""",
    "fr.md": """---
language: fr
licence: "non précisée"
verified: "Lu en entier sur sa propre page."
---
# Parler après un incendie

## Les premiers mots après un incendie {#first-words}

> Chapitre 1, First words

Dites dans les 30 minutes ce que l’on sait de l’incendie, même si l’on sait peu de choses. Nommez ce que personne ne sait encore, et annoncez quand la mairie parlera de nouveau. Les habitants qui n’entendent rien de la mairie écoutent le premier qui parle. Un message court qui avoue une lacune garde mieux la confiance qu’un long silence.

## Une ligne d’écoute pour les familles {#listening-line}

> Chapitre 2

Ouvrez une ligne d’écoute pour les familles des personnes blessées. Imprimez le numéro en tête de chaque message, et tenez la ligne ouverte la nuit. Les familles se souviennent de la personne qui a décroché. Une commune qui ferme la ligne au bout d’une semaine dit aux familles que leur deuil est fini.
""",
}


def publication(folder: Path, id: str = "fire-guide") -> Path:
    """A whole publication under ``folder``: a card with two passages, in English and French."""
    place = folder / id
    place.mkdir(parents=True)
    for name, text in PUBLICATION.items():
        (place / name).write_text(text.replace("fire-guide", id), encoding="utf-8")
    return place


def rewrite(path: Path, written: str, instead: str) -> Path:
    """Put ``instead`` where ``written`` stands in a file; fails if it does not stand there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(written) == 1, f"{written!r} stands {text.count(written)} times in {path}"
    path.write_text(text.replace(written, instead), encoding="utf-8")
    return path
