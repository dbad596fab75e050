//! Legal cohabitation: one row for each start or end.

use super::shared::DATES_BY_QUARTER;
use crate::prelude::*;

/// Start or end of a legal cohabitation of one person.
///
/// nl: Begin of einde van een wettelijke samenwoning van één persoon.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Persoonskenmerken",
    label(
        nl = "Persoonskenmerken: wettelijke samenwoning",
        en = "Personal characteristics: legal cohabitation",
    ),
    row_unit(
        nl = "één gebeurtenis van één persoon: het begin (80, 90) of het einde (1-6) van een wettelijke samenwoning; elk jaarbestand kijkt terug",
        en = "one event of one person: the start (80, 90) or the end (1-6) of a legal cohabitation; each yearly file is retrospective",
    ),
    analysis_unit(
        nl = "begin of einde van een wettelijke samenwoning",
        en = "start or end of a legal cohabitation",
    ),
    temporality = event,
    no_known_key(
        nl = "een persoon kan meer dan één wettelijke samenwoning hebben gehad, elk jaarbestand kijkt terug, en of begin en einde twee kolommen van één rij zijn of één datum naast de code, is niet gedocumenteerd",
        en = "a person can have had several legal cohabitations, each yearly file is retrospective, and whether start and end are two columns of one row or one date beside the code is not documented",
    ),
    rule(
        quarters_in_order: cohabitation_start_date <= cohabitation_end_date,
        nl = "het einde ligt niet vóór het begin van dezelfde samenwoning",
        en = "the end does not lie before the start of the same cohabitation",
        basis = "The end is never before the start of the same cohabitation.",
    ),
    rule(
        not_before_2000: cohabitation_start_date >= YearQuarter::new(2000, 1),
        nl = "een wettelijke samenwoning begint niet vóór het eerste kwartaal van 2000",
        en = "no legal cohabitation starts before the first quarter of 2000",
        basis = "The earliest possible value is the first quarter of 2000: legal cohabitation has existed since 1 January 2000.",
    ),
)]
pub struct LegalCohabitation {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// Whether a legal cohabitation starts (80 or 90) or ends (1 to 6), and for an end which event ended it.
    ///
    /// nl: Of een wettelijke samenwoning begint (80 of 90) of eindigt (1 tot 6), en bij een einde door welke gebeurtenis.
    #[variable(
        label(
            nl = "Begin of einde van wettelijke samenwoning (code)",
            en = "Start or end of legal cohabitation (code)",
        ),
        term = "de code wettelijke samenwoning",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "Code begin of stopzetting van het wettelijk samenwonen",
            abbreviation = "Code",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_CohabitationLegale",
            stated_validity = "31/12/2014 - ∞",
            stated_level = "nominal",
            page = "https://dwh.ksz-bcss.fgov.be/nl/variabledetail/rijks-en-ksz-register/Variables/code-begin-of-stopzetting-van-het-wettelijk-samenwonen",
        ),
        note(
            nl = "Begin en einde staan in één kolom: een samenwoning heeft een record van het begin (80 of 90) en, als ze beëindigd is, een record van het einde (1 tot 6). Het is een code van een gebeurtenis, geen toestand.",
            en = "Starts and ends share one column: a cohabitation has a start record (80 or 90) and, if ended, an end record (1 to 6). It is the code of an event, not a status.",
        ),
        note(
            nl = "Code 80 betekent hier iets anders dan code 80 van de burgerlijke staat.",
            en = "Code 80 means something else here than code 80 of the civil status.",
        ),
        note(
            nl = "De geldigheidsdatums van de codes zijn die van het bestand (vanaf 31 december 2014), niet van de gebeurtenissen: gebeurtenissen van 2005-2014 dragen deze codes ook.",
            en = "The validity dates of the codes are those of the file (from 31 December 2014), not of the events: events of 2005-2014 carry these codes too.",
        ),
        note = RETROSPECTIVE_FILE,
        note = COHABITATION_DATA_SINCE,
        note = NO_PROOF_OF_A_COUPLE,
        note = SEVERAL_COHABITATIONS,
        evidence = "The page of the variable gives the full list.",
        evidence = "The file DWH_RN_CohabitationLegale is documented from 31 December 2014 on.",
        evidence = "The availability since 2001, 2003 and 2005 is stated on the page of the identifier in this source: https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/identificatienummer-van-de-sociale-zekerheid-21",
    )]
    pub legal_cohabitation_code: Option<LegalCohabitationEvent>,

    /// Quarter and year in which the legal cohabitation began.
    ///
    /// nl: Het kwartaal en jaar waarin de wettelijke samenwoning begon.
    #[variable(
        label(
            nl = "Begin van de wettelijke samenwoning (kwartaal)",
            en = "Start of the legal cohabitation (quarter)",
        ),
        term = "begindatum",
        of = "de begindatum en einddatum van de wettelijke samenwoning",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        range(nl = "2000-K1 of later", en = "2000-Q1 or later"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        origin(
            name = "(no variable page found) Datum van het begin van het wettelijk samenwonen",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_CohabitationLegale",
            stated_validity = "31/12/2014 - ∞",
            page = "https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-rn-cohabitationlegale",
        ),
        note = DATES_BY_QUARTER,
        note(
            nl = "De vroegst mogelijke waarde is het eerste kwartaal van 2000: de wettelijke samenwoning bestaat sinds 1 januari 2000.",
            en = "The earliest possible value is the first quarter of 2000: legal cohabitation has existed since 1 January 2000.",
        ),
        note = RETROSPECTIVE_FILE,
        note = COHABITATION_DATA_SINCE,
        note = NO_PROOF_OF_A_COUPLE,
        note = SEVERAL_COHABITATIONS,
        evidence = "No variable page was found; the name of the source variable is descriptive.",
        evidence = "The source page documents the lower bound.",
        evidence = "It is not documented whether start and end come as two columns of one row per cohabitation, or as one event date beside the code of the event.",
        evidence = "The file DWH_RN_CohabitationLegale is documented from 31 December 2014 on.",
        evidence = "The availability since 2001, 2003 and 2005 is stated on the page of the identifier in this source: https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/identificatienummer-van-de-sociale-zekerheid-21",
    )]
    pub cohabitation_start_date: Option<YearQuarter>,

    /// Quarter and year in which the legal cohabitation ended.
    ///
    /// nl: Het kwartaal en jaar waarin de wettelijke samenwoning eindigde.
    #[variable(
        label(
            nl = "Einde van de wettelijke samenwoning (kwartaal)",
            en = "End of the legal cohabitation (quarter)",
        ),
        term = "einddatum",
        of = "de begindatum en einddatum van de wettelijke samenwoning",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        range(nl = "2000-K1 of later", en = "2000-Q1 or later"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        null(
            nl = "De samenwoning loopt nog; of de persoon was nooit wettelijk samenwonend, als ook het begin leeg is.",
            en = "The cohabitation is still running; or the person never cohabited legally, if the start is empty too.",
        ),
        origin(
            name = "(no variable page found) Datum van de stopzetting van het wettelijk samenwonen",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_CohabitationLegale",
            stated_validity = "31/12/2014 - ∞",
            page = "https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-rn-cohabitationlegale",
        ),
        note = DATES_BY_QUARTER,
        note(
            nl = "Het einde valt nooit vóór het begin van dezelfde samenwoning.",
            en = "The end is never before the start of the same cohabitation.",
        ),
        note = RETROSPECTIVE_FILE,
        note = COHABITATION_DATA_SINCE,
        note = NO_PROOF_OF_A_COUPLE,
        note = SEVERAL_COHABITATIONS,
        evidence = "No variable page was found; the name of the source variable is descriptive.",
        evidence = "It is not documented whether start and end come as two columns of one row per cohabitation, or as one event date beside the code of the event.",
        evidence = "The file DWH_RN_CohabitationLegale is documented from 31 December 2014 on.",
        evidence = "The availability since 2001, 2003 and 2005 is stated on the page of the identifier in this source: https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/identificatienummer-van-de-sociale-zekerheid-21",
    )]
    pub cohabitation_end_date: Option<YearQuarter>,
}

const RETROSPECTIVE_FILE: Note = note! {
    nl: "Elk jaarbestand kijkt terug: het bevat de toestand sinds 1 januari 2000, het begin van de wettelijke samenwoning, tot en met 31 december van dat jaar.",
    en: "Each yearly file is retrospective: it holds the situation since 1 January 2000, when legal cohabitation began, up to 31 December of that year.",
};

const COHABITATION_DATA_SINCE: Note = note! {
    nl: "De gegevens zijn beschikbaar sinds 2001, grotendeels geïntegreerd sinds 2003 en volledig sinds 2005.",
    en: "The data are available since 2001, mostly integrated since 2003 and fully since 2005.",
};

const NO_PROOF_OF_A_COUPLE: Note = note! {
    nl: "Wettelijk samenwonen staat ook open voor verwanten (ouder en kind, broers en zussen): het bewijst geen koppel.",
    en: "Legal cohabitation is open to relatives too (parent and child, siblings): it is not proof of a couple.",
};

const SEVERAL_COHABITATIONS: Note = note! {
    nl: "Een persoon kan meer dan één wettelijke samenwoning hebben gehad.",
    en: "A person can have had several legal cohabitations.",
};
