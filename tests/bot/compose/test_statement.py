"""The texts a mayor reads out: what is in them, what never is, and in what order."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.compose.statement.text import compose_statement
from bot.figures import figures
from bot.model import Claim, Incident
from kb.errors import NotBuiltYet, UnusableRequest
from tests.bot.compose.incidents import (
    CUSTODY,
    INCIDENTS,
    MARKET,
    MISTAKE,
    MOSQUE,
    NOTHING,
    SYNAGOGUE,
    TRAM,
    notes_of,
    told,
)

CHANNELS = ("holding", "statement", "social")
EVERY = [
    pytest.param(incident, channel, language, id=f"{name}-{channel}")
    for name, (incident, language) in INCIDENTS.items()
    for channel in CHANNELS
]


def text_of(incident: Incident, channel: str = "statement", language: str = "en", **more) -> str:
    return compose_statement(incident, (), channel, language, **more).text


def moves_of(incident: Incident, channel: str = "statement", language: str = "en") -> list[str]:
    claims = compose_statement(incident, (), channel, language).claims
    return list(dict.fromkeys(claim.move for claim in claims))


@pytest.mark.parametrize(("incident", "channel", "language"), EVERY)
def test_every_figure_of_a_text_stands_in_the_notes(incident, channel, language):
    known = {(f.kind, f.value) for f in figures(incident.notes, incident.notes_language)}
    known |= {("number", f.value) for f in figures(incident.notes, incident.notes_language)}
    draft = compose_statement(incident, (), channel, language)

    assert (
        not {(f.kind, f.value) for f in figures(draft.headline + "\n" + draft.text, language)}
        - known
        - {("number", "1")}
    )


@pytest.mark.parametrize(("incident", "channel", "language"), EVERY)
def test_every_digit_of_a_text_stands_in_the_notes(incident, channel, language):
    digits = set(re.findall(r"\d+", text_of(incident, channel, language)))

    assert digits <= set(re.findall(r"\d+", incident.notes))


@pytest.mark.parametrize(("incident", "channel", "language"), EVERY)
def test_nothing_withheld_is_in_a_text(incident, channel, language):
    text = text_of(incident, channel, language)

    assert all(item.span not in text for item in incident.withheld)


@pytest.mark.parametrize(("incident", "channel", "language"), EVERY)
def test_only_facts_that_may_be_said_are_carried(incident, channel, language):
    may = {f.id for f in incident.facts if f.status in ("confirmed", "unknown")}
    may -= {f.id for f in incident.facts if f.kind in ("internal", "instruction")}
    claims = compose_statement(incident, (), channel, language).claims

    assert {id for claim in claims for id in claim.facts} <= may


@pytest.mark.parametrize(("incident", "channel", "language"), EVERY)
def test_the_same_notes_give_the_same_text(incident, channel, language):
    assert text_of(incident, channel, language) == text_of(incident, channel, language)


@pytest.mark.parametrize(("incident", "channel", "language"), EVERY)
def test_a_text_keeps_the_length_of_its_channel(incident, channel, language):
    words = len(text_of(incident, channel, language).split())

    assert words <= {"holding": 190, "statement": 480, "social": 90}[channel]


@pytest.mark.parametrize(("incident", "channel", "language"), EVERY)
def test_every_sentence_is_edited_like_a_sentence(incident, channel, language):
    for claim in compose_statement(incident, (), channel, language).claims:
        assert claim.text == claim.text.strip()
        assert "  " not in claim.text and ".." not in claim.text and " ." not in claim.text
        assert "!" not in claim.text and "$" not in claim.text
        if claim.move != "signature":
            assert claim.text[0].isupper() or claim.text[0].isdigit()
            assert re.search(r"[.?!…][”»\u00a0]*$", claim.text)


@pytest.mark.parametrize(("incident", "channel", "language"), EVERY)
def test_a_sentence_with_a_fact_names_it(incident, channel, language):
    for claim in compose_statement(incident, (), channel, language).claims:
        assert (claim.origin == "fact") == bool(claim.facts)


def test_the_people_who_were_hurt_come_first():
    assert moves_of(TRAM)[:2] == ["empathy", "event"]
    assert moves_of(MOSQUE)[0] == "empathy"


def test_a_statement_ends_with_the_next_word_and_the_name():
    assert moves_of(MOSQUE)[-2:] == ["next_update", "signature"]
    assert text_of(MOSQUE).endswith("Ada Holt, Mayor")


def test_the_hate_is_named_when_an_authority_has_established_it():
    assert "anti-Muslim hate" in text_of(MOSQUE)
    assert "Cet acte est antisémite" in text_of(SYNAGOGUE, "statement", "fr")


def test_two_kinds_of_hate_are_both_named():
    both = replace(MOSQUE, hate="homophobic+transphobic")

    assert "homophobic and transphobic" in text_of(both)


def test_an_open_motive_is_said_to_be_open_and_the_act_condemned():
    text = text_of(TRAM)

    assert "condemn" in text
    assert re.search(r"not (?:known )?(?:know )?yet|not know", text)
    assert not re.search(r"\bhate", text)


@pytest.mark.parametrize("incident", [CUSTODY, NOTHING, MARKET, MISTAKE])
@pytest.mark.parametrize("channel", CHANNELS)
def test_nothing_is_condemned_while_the_cause_is_open_or_the_fault_is_ours(incident, channel):
    assert "condemnation" not in moves_of(incident, channel, incident.notes_language)


def test_where_nearly_nothing_is_known_nobody_is_mourned_and_nothing_guessed():
    text = text_of(NOTHING, "holding")

    assert "heart" not in text and "hurt" not in text
    assert "Tanner Street" in text
    assert "[to confirm: when we will speak again]" in text
    assert len(text.split()) < 70


def test_a_missing_next_update_is_a_visible_gap_in_both_languages():
    silent = notes_of(told("event", "A man was stabbed in Dock Road"), kind="attack")
    muet = notes_of(
        told("event", "Un homme a été agressé rue Basse"), kind="attack", notes_language="fr"
    )

    assert "[to confirm: when we will speak again]" in text_of(silent, "holding")
    assert "[à confirmer\u00a0: l'heure du prochain point]" in text_of(muet, "holding", "fr")


def test_missing_help_is_a_gap_and_never_an_invented_service():
    silent = notes_of(told("event", "A man was stabbed in Dock Road"), kind="attack")
    draft = compose_statement(silent, (), "holding", "en")

    assert "[to confirm: a place to go to, or a number to call]" in draft.gaps
    assert not re.search(r"helpline|counsell|hotline|centre", draft.text)


def test_what_is_only_reported_withdrawn_or_for_staff_is_not_said():
    text = text_of(TRAM)

    assert "2 dead" not in text and "blog" not in text
    assert "4410" not in text and "rota" not in text


def test_words_of_status_stay():
    notes = notes_of(
        told("event", "Bear spray was used in the crowd at the fair", place="fair"),
        told("harm", "at least 9 people were taken to hospital", by="RCMP"),
        kind="attack",
    )

    assert "At least 9 people were taken to hospital, according to RCMP." in text_of(notes)


def test_a_quotation_is_given_word_for_word_in_the_marks_of_the_language():
    assert "“You pray here, you live here, you are Eastmere.”" in text_of(MOSQUE)
    french = text_of(SYNAGOGUE, "statement", "fr")
    assert "«\u00a0Qui touche à la synagogue touche à nous tous.\u00a0»" in french


def test_the_mayor_speaks_as_i_and_the_town_as_we():
    deed = notes_of(
        told("event", "The hall in Dock Road was set on fire at 4am"),
        told("response", "Mayor Ada Holt was there at 8am"),
        told("speaker", "Mayor Ada Holt", name="Ada Holt", role="Mayor"),
        kind="arson",
    )

    assert "I was there at 8am." in text_of(deed)
    assert "I condemn" in text_of(deed)
    assert "we condemn" in text_of(deed, "holding").lower()


def test_an_own_mistake_opens_with_an_apology_in_the_active_voice():
    text = text_of(MISTAKE, "statement", "fr")
    opening = text.split("\n\n")[0]

    assert re.search(r"excuses|pardon", opening)
    assert "Nous l'avons retirée à 14h35." in text
    assert "J'ai appelé chaque famille" in text
    assert "erreur de chez nous" not in text


def test_a_community_is_told_that_it_belongs():
    assert re.search(r"To Muslim families.*(?:belong here|home)", text_of(MOSQUE))


def test_a_public_number_is_introduced_by_what_it_is_for():
    text = text_of(MOSQUE)

    assert re.search(r"the listening line on 01632 960 120, 8am to 8pm\.", text)
    assert "There is a drop-in at Eastmere Library, today from 2pm to 6pm." in text
    assert "call 01632 960 112 and quote EM-88." in text


def test_an_instruction_is_put_as_a_request():
    assert "Please avoid Mill Cross until further notice." in text_of(TRAM)
    assert "Merci d'éviter le quartier du marché." in text_of(MARKET, "holding", "fr")


def test_a_number_the_office_still_waits_for_is_a_gap():
    waiting = notes_of(
        told("event", "La vitrine du centre a été brisée"),
        told("question", "Permanence d'écoute : pas encore le numéro", label="Permanence d'écoute"),
        kind="vandalism",
        notes_language="fr",
    )
    draft = compose_statement(waiting, (), "statement", "fr")

    assert "Permanence d'écoute\u00a0: [à confirmer\u00a0: le numéro]." in draft.text
    assert "[à confirmer\u00a0: le numéro]" in draft.gaps


def test_french_has_its_no_break_spaces():
    for name, (incident, language) in INCIDENTS.items():
        if language != "fr":
            continue
        for channel in CHANNELS:
            text = text_of(incident, channel, "fr")
            assert not re.search(r" [:;?!»]|« |«[^\u00a0]", text), name


def test_a_withheld_name_inside_a_fact_is_cut_out_or_costs_the_sentence():
    notes = notes_of(
        told("event", "A man, Gareth Pym, attacked passengers on the tram at Mill Cross"),
        told("arrest", "Gareth Pym arrested at 18:22"),
        withheld=(("Gareth Pym", "attacker"),),
        kind="attack",
    )
    start = notes.notes.index("Gareth Pym")
    draft = compose_statement(notes, (), "statement", "en")

    assert notes.withheld[0].start == start
    assert "Gareth" not in draft.text and "Pym" not in draft.text
    assert "attacked passengers on the tram at Mill Cross" in draft.text


def test_text_that_looks_like_a_template_stays_text():
    notes = notes_of(
        told("event", "fence cut at the Roma centre, $name %(secret)s {0.__class__} {% raw %}"),
    )

    assert "$name" in text_of(notes, "holding")


def test_shorter_keeps_what_matters_and_drops_the_rest():
    full, short = text_of(MOSQUE), text_of(MOSQUE, length="short")

    assert len(short.split()) < len(full.split())
    assert "Thursday at 5pm" in short and "01632 960 120" in short and "hate" in short


def test_what_was_dropped_for_length_is_told():
    draft = compose_statement(TRAM, (), "social", "en", "short")

    assert any("Left out to keep the length" in note for note in draft.notes)


def test_notes_in_the_other_language_keep_numbers_and_mark_what_is_to_translate():
    draft = compose_statement(MOSQUE, (), "statement", "fr")

    assert "01632 960 120" in draft.text
    assert "Personne n" in draft.text
    assert "[à traduire\u00a0:" in draft.text
    assert "jeudi à 17h" in draft.text
    assert any("autre langue" in note for note in draft.notes)


def test_channels_and_languages_still_to_come_say_so():
    with pytest.raises(NotBuiltYet):
        compose_statement(TRAM, (), "families", "en")
    with pytest.raises(NotBuiltYet):
        compose_statement(TRAM, (), "holding", "de")
    with pytest.raises(UnusableRequest):
        compose_statement(TRAM, (), "telegram", "en")


@pytest.mark.parametrize("channel", CHANNELS)
def test_notes_without_a_fact_give_gaps_and_no_sentence_about_the_world(channel):
    draft = compose_statement(Incident(""), (), channel, "en")

    assert draft.gaps
    assert all(isinstance(claim, Claim) and not claim.facts for claim in draft.claims)


@pytest.mark.parametrize(
    "filler", ["a", "a ", "(", "1", "1 ", ",", ":", "Pas de ", "é, ", '"', "call 1, "]
)
def test_enormous_facts_are_read_in_no_time(filler):
    text = filler * (200_000 // len(filler))
    for kind in ("event", "help", "witness", "quote", "next_update", "do", "apology"):
        for language in ("en", "fr"):
            notes = notes_of(told(kind, text, words=text[:500]), notes_language=language)
            compose_statement(notes, (), "statement", language)
