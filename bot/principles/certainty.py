"""Say what is known, what is not, and when more will be."""

from __future__ import annotations

from bot.principles.base import Principle, clause, whole_clause

motive_speculation = Principle(
    name="certainty.motive-speculation",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14", "cdc-cerc-15"),
    severity="major",
    detect=clause,
)

#: What an event may have come from: a guess needs a guess word and one of these.
_EN_EVENT = "(?:fire|blaze|explosion|collapse|leak|crash|accident|outage|flood\\w*|spark|cigarette|candle|socket|charger|battery|cooker|heater|gas|boiler|wiring|cable|short circuit|electrical|driver|brakes?|vehicle|attack|attacker|arson\\w*|human error|negligence|carelessness|maintenance|contractors?|workers?|builders?|tenants?|children|youths?|teenagers?|squatters?|fireworks?|barbecue|pipe|valve|roof|beam|contaminat\\w+|poison\\w*)"
_FR_EVENT = "(?:feu|incendie|sinistre|explosion|effondrement|fuite|accident|panne|coupure|inondation|court-circuit|mégot|cigarette|bougie|prise|chargeur|batterie|gaz|chaudière|chauffage|radiateur|cuisinière|poêle|électrique|conducteur|chauffeur|freins?|véhicule|attaque|incendiaire|criminelle?|erreur humaine|négligence|imprudence|malveillance|entretien|ouvriers?|entreprise|chantier|locataires?|enfants|jeunes|adolescents|squatteurs|pétards?|barbecue|canalisation|vanne|toit|toiture|poutre|contamin\\w+|empoisonn\\w+|origine|cause)"

cause_guess = Principle(
    name="certainty.cause-guess",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14", "cdc-cerc-48"),
    severity="major",
    detect=clause,
)

unverified_figure = Principle(
    name="certainty.unverified-figure",
    source="cdc-cerc",
    facts=("cdc-cerc-04", "cdc-cerc-14", "cdc-cerc-41"),
    severity="major",
    detect=whole_clause,
)

false_reassurance = Principle(
    name="certainty.false-reassurance",
    source="cdc-cerc",
    facts=("cdc-cerc-06", "cdc-cerc-07", "cdc-cerc-15"),
    severity="major",
    detect=whole_clause,
)

overpromise = Principle(
    name="certainty.overpromise",
    source="cdc-cerc",
    facts=("cdc-cerc-06", "cdc-cerc-16", "cdc-cerc-17"),
    severity="major",
    detect=whole_clause,
)
