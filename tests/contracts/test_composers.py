"""Engine and chat model: one protocol, one set of promises."""

from __future__ import annotations

import pytest

from bot.brief import read_notes
from bot.compose.chat import ChatComposer, open_chat_model
from bot.compose.engine import Engine
from bot.model import Draft, Question, Rumour
from bot.verify import rumour_basis, verify
from tests.chat_server import chat_server
from tests.factories import evidence

NOTES = (
    "Kelling Ferry, Monday 2 March 2026\n"
    "About 11pm last night the door of the Roma advice centre in Tanner Row was set on fire. "
    "Nobody was injured.\n"
    "Police: arson investigation, no arrests. The suspect is Dorian Pell.\n"
    "Help line 01632 960410 until 8pm. Next update today 5pm."
)
FRENCH = (
    "Belmont-sur-Loue, lundi 2 mars 2026\n"
    "Hier vers 23h, la porte du centre d'accueil des gens du voyage, rue des Tanneurs, a été incendiée. "
    "Aucun blessé.\n"
    "Gendarmerie : enquête pour incendie volontaire, pas d'interpellation.\n"
    "Numéro d'aide 01 99 00 41 10 jusqu'à 20h. Prochain point aujourd'hui à 17h."
)
SAID = {
    "statement": "empathy: Our hearts are with you.\nharm: Nobody was injured. [f2]\nhelp: The help line is 01632 960410, until 8pm. [f4]",
    "déclaration": "empathy: Nos pensées vont à vous.\nharm: Il n’y a aucun blessé. [f2]",
    "rumour": "headline: The pool opens on 4 May\nfact: The pool opens on 4 May. [F1]\nwarning: A rumour says otherwise.",
    "question": "guidance: Tell families before reporters. [K7Q]",
}
SHELF = [evidence("K7Q", "Tell families before reporters. Say when you will speak again.")]
RUMOUR = Rumour("the pool is shut for ever, they hide it", ("The pool opens on 4 May at 10am.",))


def replies(body) -> str:
    """The test's model: it knows the four tasks of this file."""
    prompt = " ".join(m["content"] for m in body["messages"])
    if "answer a question" in prompt:
        return SAID["question"]
    if "answer a rumour" in prompt:
        return SAID["rumour"]
    return SAID["déclaration" if "Language: French" in prompt else "statement"]


@pytest.fixture(params=["engine", "chat"])
def composer(request):
    if request.param == "engine":
        yield Engine()
        return
    with chat_server() as server:
        server.says = replies
        model = open_chat_model("openai:test-model", server.url, timeout=10, retries=0)
        yield ChatComposer(model, "openai:test-model")


@pytest.mark.parametrize("channel", ["holding", "statement", "social"])
@pytest.mark.parametrize(("notes", "language"), [(NOTES, "en"), (FRENCH, "fr")])
def test_a_statement_says_only_what_the_notes_say(composer, notes, language, channel):
    incident = read_notes(notes, language)

    made = composer.statement(incident, (), channel, language)

    verdicts = verify(made, (), notes, incident.facts, incident.withheld)
    wrong = [(made.claims[v.claim].text, v.reason) for v in verdicts if v.standing == "unsupported"]
    assert wrong == []
    assert "Pell" not in made.text
    assert (made.language, made.channel, made.composer) == (language, channel, composer.name)
    assert made.claims


def test_an_answer_cites_only_what_it_was_given(composer):
    made = composer.answer(Question("Who should hear the news first?"), SHELF)

    assert {label for claim in made.claims for label in claim.cites} == {"K7Q"}
    assert {v.standing for v in verify(made, SHELF)} == {"supported"}


def test_a_reply_to_a_rumour_stands_on_the_facts(composer):
    made = composer.counter(RUMOUR, (), "", "en")

    notes, facts = rumour_basis(RUMOUR)
    wrong = [
        (made.claims[v.claim].text, v.reason)
        for v in verify(made, (), notes, facts)
        if v.standing in ("unsupported", "unknown source")
    ]
    assert wrong == []
    assert made.headline
    assert "for ever" not in made.headline


def test_the_same_request_gives_the_same_draft(composer):
    incident = read_notes(NOTES, "en")

    def draft() -> Draft:
        return composer.statement(incident, (), "statement", "en")

    assert draft() == draft()


def test_every_gap_of_a_draft_stands_in_its_text(composer):
    made = composer.statement(read_notes("Fire at the mill.", "en"), (), "holding", "en")

    assert all(gap in made.text for gap in made.gaps)
