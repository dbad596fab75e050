//! Work across the border in the records of the health insurance funds: one row for each person and year.

use crate::prelude::*;

/// Outgoing cross-border work of one person in one year, as the health insurance funds record it.
///
/// nl: Uitgaande grensarbeid van één persoon in één jaar, zoals de ziekenfondsen die registreren.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Uitgaande grensarbeid",
    label(nl = "Uitgaande grensarbeid", en = "Outgoing cross-border work"),
    row_unit(
        nl = "één bij een Belgisch ziekenfonds aangesloten persoon in één jaar (eenmaal per jaar geladen)",
        en = "one person affiliated to a Belgian health insurance fund in one year (loaded once a year)",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    universe(
        nl = "personen die bij een Belgisch ziekenfonds zijn aangesloten",
        en = "persons affiliated to a Belgian health insurance fund",
    ),
    temporality = status,
    key(person, year),
    valid(from = "2013-01-01"),
    rule(
        quarters_in_order: cross_border_work_start <= cross_border_work_end,
        nl = "het einde ligt niet vóór het begin",
        en = "the end does not lie before the start",
        basis = "The end does not lie before the start.",
    ),
)]
pub struct CrossBorderWork {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub year: Year,

    /// First half of the code with which the health insurance funds mark the social status of the insured person. It is to be read with CT2.
    ///
    /// nl: Eerste helft van de code waarmee de ziekenfondsen het sociaal statuut van de verzekerde aanduiden. Ze is samen met CT2 te lezen.
    #[variable(
        label(
            nl = "Sociaal statuut: code gerechtigde 1 (CT1)",
            en = "Social status: entitled person code 1 (CT1)",
        ),
        term = "het sociaal statuut (CT1/CT2)",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "Code Gerechtigde 1",
            abbreviation = "CT1",
            institution = "Nationaal Intermutualistisch College (NIC/CIN)",
            file = "DWH_CIN_Travailleurs_Frontaliers",
            stated_validity = "01/01/2013 - ∞",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/nationaal-intermutualistisch-college/Variables/code-gerechtigde-1.html?filter=themes&institution=&sources=&themes=53",
        ),
        series_break = FILE_STARTS_2013,
        note(
            nl = "De beraadslaging noemt CT1 en CT2 in één zinsdeel; dit is CT1. Samen geven CT1 en CT2 het sociaal statuut.",
            en = "The deliberation names CT1 and CT2 in one phrase; this is CT1. Together CT1 and CT2 give the social status.",
        ),
        note(
            nl = "In 2013-2016 zijn er alleen 180 en 181: een loontrekkende zonder (180) of met (181) recht op een verhoogde tegemoetkoming. Zelfstandigen zitten pas vanaf 2020 in het bestand.",
            en = "In 2013-2016 there are only 180 and 181: an employee without (180) or with (181) entitlement to an increased reimbursement. Self-employed persons are in the file only from 2020.",
        ),
        note = ONE_ROW_PER_AFFILIATED_PERSON,
        note = NEARLY_COMPLETE_COVERAGE,
        note = SICKNESS_FUNDS_NOT_RIZIV,
        evidence = "Match exact: own Dutch page of CT1, valid from 2013-01-01, with the whole code table. It says that CT1 and CT2 together give the social status.",
        evidence = "Type: the page has a code table, and the deliberation names CT1/CT2.",
        evidence = "The block is optional and missing before 2013.",
    )]
    pub cross_border_entitled_code_1: Option<Code<FirstEntitledCode>>,

    /// Second half of the code with which the health insurance funds mark the social status of the insured person. 301 is the outgoing cross-border worker proper, other codes are other international situations.
    ///
    /// nl: Tweede helft van de code waarmee de ziekenfondsen het sociaal statuut van de verzekerde aanduiden. 301 is de eigenlijke uitgaande grensarbeider, andere codes zijn andere internationale situaties.
    #[variable(
        label(
            nl = "Sociaal statuut: code gerechtigde 2 (CT2)",
            en = "Social status: entitled person code 2 (CT2)",
        ),
        term = "het sociaal statuut (CT1/CT2)",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "Code Gerechtigde 2",
            abbreviation = "CT2",
            institution = "Nationaal Intermutualistisch College (NIC/CIN)",
            file = "DWH_CIN_Travailleurs_Frontaliers",
            stated_validity = "01/01/2013 - ∞",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/nationaal-intermutualistisch-college/Variables/code-gerechtigde-2?themes=8e1faf6e-dd30-9f4f-6116-a10ef0312e59",
        ),
        series_break = FILE_STARTS_2013,
        series_break(
            from = "2014-01-01",
            nl = "Code 307 (buitenlandse Europese verzekeringskaart) bestaat pas vanaf deze datum.",
            en = "Code 307 (foreign European health insurance card) exists only from this date.",
        ),
        note(
            nl = "De beraadslaging noemt CT1 en CT2 in één zinsdeel; dit is CT2. Samen geven CT1 en CT2 het sociaal statuut.",
            en = "The deliberation names CT1 and CT2 in one phrase; this is CT2. Together CT1 and CT2 give the social status.",
        ),
        note(
            nl = "Alleen 301 is een uitgaande grensarbeider. Het bestand bevat ook wie dat niet is (305, 307, 317, 319): selecteer op de code.",
            en = "Only 301 is an outgoing cross-border worker. The file also holds persons who are not (305, 307, 317, 319): select on the code.",
        ),
        note(
            nl = "De grens tussen 301 en 305 is subjectief: ze berust op de verklaring van de persoon of op de afstand tussen woonplaats en werkplaats.",
            en = "The split between 301 and 305 is subjective: it rests on the person's statement or on the distance between home and workplace.",
        ),
        note(
            nl = "De codelijst is niet volledig bekend: boven 319 kunnen codes bestaan.",
            en = "The code list is not fully known: codes above 319 may exist.",
        ),
        note = ONE_ROW_PER_AFFILIATED_PERSON,
        note = NEARLY_COMPLETE_COVERAGE,
        note = SICKNESS_FUNDS_NOT_RIZIV,
        evidence = "Match exact: own Dutch page of CT2, valid from 2013-01-01. Its code table breaks off in 319, whose label and validity are incomplete.",
        evidence = "Codes 302, 308 and 311 (2018 only) and 303 (2018-2021) are on the page and lie outside 2005-2016.",
        evidence = "The block is optional and missing before 2013.",
    )]
    pub cross_border_entitled_code_2: Option<Code<SecondEntitledCode>>,

    /// The quarter and year in which the period of outgoing cross-border work begins.
    ///
    /// nl: Het kwartaal en jaar waarin de periode van uitgaande grensarbeid begint.
    #[variable(
        label(nl = "Begin van de grensarbeid (kwartaal)", en = "Start of the cross-border work (quarter)"),
        term = "de startdatum van de grensarbeid",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "kwartaal", en = "quarter"),
        origin = CROSS_BORDER_FILE,
        series_break = FILE_STARTS_2013,
        note = QUARTER_AND_YEAR,
        note(
            nl = "Voor periodes die doorlopen kan het begin vóór 2013 liggen: begrens het niet op 2013.",
            en = "For periods that run on the start may lie before 2013: do not bound it at 2013.",
        ),
        note = ONE_ROW_PER_AFFILIATED_PERSON,
        note = NEARLY_COMPLETE_COVERAGE,
        note = SICKNESS_FUNDS_NOT_RIZIV,
        evidence = "Match none: no page of its own was found, in Dutch or French. The file is sure by the block; the name of the variable is open.",
        evidence = "The block is optional and missing before 2013.",
    )]
    pub cross_border_work_start: Option<YearQuarter>,

    /// The quarter and year in which the period of outgoing cross-border work ends.
    ///
    /// nl: Het kwartaal en jaar waarin de periode van uitgaande grensarbeid eindigt.
    #[variable(
        label(nl = "Einde van de grensarbeid (kwartaal)", en = "End of the cross-border work (quarter)"),
        term = "de einddatum van de grensarbeid",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "kwartaal", en = "quarter"),
        origin = CROSS_BORDER_FILE,
        series_break = FILE_STARTS_2013,
        note = QUARTER_AND_YEAR,
        note(
            nl = "Een leeg einde betekent vermoedelijk dat de periode doorloopt, maar dat is niet gedocumenteerd: laat het leeg.",
            en = "An empty end most plausibly means that the period runs on, but that is not documented: leave it empty.",
        ),
        note(nl = "Het einde ligt niet vóór het begin.", en = "The end does not lie before the start."),
        note = ONE_ROW_PER_AFFILIATED_PERSON,
        note = NEARLY_COMPLETE_COVERAGE,
        note = SICKNESS_FUNDS_NOT_RIZIV,
        evidence = "Match none: no page of its own was found, in Dutch or French. The file is sure by the block; the name of the variable is open.",
        evidence = "The block is optional and missing before 2013.",
    )]
    pub cross_border_work_end: Option<YearQuarter>,
}

const FILE_STARTS_2013: SeriesBreak = series_break! {
    from: "2013-01-01",
    nl: "Het bestand begint: uitgaande grensarbeid van 2005 tot 2012 is niet in het datawarehouse.",
    en: "The file starts: outgoing cross-border work of 2005 to 2012 is not in the data warehouse.",
    advice: {
        nl: "Behandel 2005-2012 als ontbrekend: een ontbrekende rij betekent daar onbekend, niet 'nee'.",
        en: "Treat 2005-2012 as missing: a missing row there means unknown, not 'no'.",
    },
};

const ONE_ROW_PER_AFFILIATED_PERSON: Note = note! {
    nl: "Eén rij per persoon die bij een Belgisch ziekenfonds is aangesloten; eenmaal per jaar geladen en ongewijzigd in dat jaar.",
    en: "One row per person affiliated to a Belgian health insurance fund; loaded once a year and unchanged during that year.",
};

const NEARLY_COMPLETE_COVERAGE: Note = note! {
    nl: "De dekking heet bijna volledig voor wie regelmatig naar België terugkeert. Geen andere bron van het datawarehouse registreert deze arbeid: zonder dit bestand wordt de tewerkstelling in grensgemeenten onderschat.",
    en: "Coverage is called nearly complete for people who return regularly to Belgium. No other source of the data warehouse registers this work: without this file employment in border municipalities is underestimated.",
};

const SICKNESS_FUNDS_NOT_RIZIV: Note = note! {
    nl: "De bron is het Nationaal Intermutualistisch College (ziekenfondsen), niet het RIZIV.",
    en: "The source is the National Intermutualist College (health insurance funds), not the RIZIV.",
};

const CROSS_BORDER_FILE: Origin = origin! {
    name: "(source file only, not the variable's own page) DWH_CIN_Travailleurs_Frontaliers",
    institution: "Nationaal Intermutualistisch College (NIC/CIN)",
    file: "DWH_CIN_Travailleurs_Frontaliers",
    stated_validity: "01/01/2013 - ∞",
    page: "https://bcss.fgov.be/dwh/nl/sourcedetail/dwh-cin-travailleurs-frontaliers",
};

const QUARTER_AND_YEAR: Note = note! {
    nl: "Datums staan per kwartaal en jaar (punt 4 van de beraadslaging).",
    en: "Dates are by quarter and year (paragraph 4 of the deliberation).",
};
