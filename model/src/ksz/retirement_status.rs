//! Early retirement or pension combined with work: one row for each person and quarter.

use super::shared::DERIVED_VARIABLES_FILE;
use crate::prelude::*;

/// Early retirement or pension of one person who is in work on the last day of a quarter.
///
/// nl: Brugpensioen of pensioen van één persoon die op de laatste dag van een kwartaal werkt.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Uittrede",
    label(nl = "Uittrede", en = "Retirement"),
    row_unit(
        nl = "één persoon in één kwartaal, toestand op de laatste dag van het kwartaal",
        en = "one person in one quarter, state on the last day of the quarter",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    universe(nl = "werkenden (nomenclatuurpositie 1)", en = "persons in work (nomenclature position 1)"),
    temporality = status,
    key(person, quarter),
)]
pub struct RetirementStatus {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Whether a person in work on the last day of the quarter also has a contribution (tussenkomst) of the RVA for half-time early retirement (since 2012: half-time unemployment with company supplement).
    ///
    /// nl: Of een werkende op de laatste dag van het kwartaal ook een tussenkomst van de RVA heeft voor halftijds brugpensioen (sinds 2012: halftijds stelsel van werkloosheid met bedrijfstoeslag).
    #[variable(
        label(nl = "Werkend en halftijds brugpensioen", en = "In work and half-time early retirement"),
        term = "het wel/niet combineren van een werkende arbeidsmarktpositie met een halftijds of voltijds brugpensioen",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        codes = WorkWithHalfTimeEarlyRetirement,
        origin(
            name = "Werkend en halftijds brugpensioen",
            abbreviation = "prepension_mi_temps",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_NomenclatureVarDer",
            stated_validity = "31/03/2003 - 31/12/2011",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/werkend-en-halftijds-brugpensioen",
        ),
        origin(
            name = "Occupé et chômage complet avec complément d'entreprise (title as seen; definition and abbreviation are the half-time one)",
            abbreviation = "prepension_mi_temps",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_NomenclatureVarDer",
            stated_validity = "31/03/2012 - ∞",
            stated_level = "Nominal",
            page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/occupe-et-chomage-complet-avec-complement-dentreprise.html?filter=themes&institution=&sources=&themes=85",
        ),
        series_break(
            from = "2012-01-01",
            nl = "'Brugpensioen' heet voortaan 'stelsel van werkloosheid met bedrijfstoeslag' (SWT).",
            en = "'Brugpensioen' (early retirement) is now called 'stelsel van werkloosheid met bedrijfstoeslag' (SWT, unemployment with company supplement).",
            advice(
                nl = "Lees de reeks door: de naam wijzigt, het veld niet.",
                en = "Read the series on: the name changes, the field does not.",
            ),
        ),
        note = STATE_AT_PERSON_LEVEL,
        note = DOCUMENTED_WITH_POSITIONS,
        note(
            nl = "De beraadslaging noemt halftijds en voltijds brugpensioen in één zinsdeel; dit is de halftijdse vlag.",
            en = "The deliberation names half-time and full-time early retirement in one phrase; this is the half-time flag.",
        ),
        note(
            nl = "Komt voor bij nomenclatuurpositie 1 (werkend): werknemer met één of meer jobs, zelfstandige of helper in bijberoep, werknemer met een bijberoep als zelfstandige, of zelfstandige of helper in hoofdberoep met een job als werknemer waarvoor de RVA tussenkomt.",
            en = "Occurs with nomenclature position 1 (in work): employee with one or several jobs, self-employed or helper as a side activity, employee with a side activity as self-employed, or self-employed or helper as main activity with an employee job for which the RVA pays.",
        ),
        evidence = "Match exact: own Dutch page to 2011-12-31 and French page from 2012-03-31, the abbreviation prepension_mi_temps unchanged: one field with two names. The two pages leave 2012-01-01 to 2012-03-30 uncovered, probably only because quarters are dated by their last day.",
        evidence = "The French page of the second period has 'complet' (full-time) in its title but 'à mi-temps' in its definition and in all seven combinations: read as half-time.",
        evidence = "The code tables of both pages break off; the values come from the sentence on the page that the possible values are yes/no (1/0), with the start of the variable as start date.",
    )]
    pub work_half_early_retirement: Option<bool>,

    /// Whether a person in work on the last day of the quarter also has full-time early retirement (since 2012: unemployment with company supplement).
    ///
    /// nl: Of een werkende op de laatste dag van het kwartaal ook een voltijds brugpensioen heeft (sinds 2012: stelsel van werkloosheid met bedrijfstoeslag).
    #[variable(
        label(nl = "Werkend en voltijds brugpensioen", en = "In work and full-time early retirement"),
        term = "het wel/niet combineren van een werkende arbeidsmarktpositie met een halftijds of voltijds brugpensioen",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = WorkWithFullTimeEarlyRetirement,
        origin = DERIVED_VARIABLES_FILE,
        series_break(
            from = "2012-01-01",
            nl = "'Brugpensioen' heet voortaan 'stelsel van werkloosheid met bedrijfstoeslag' (SWT), zoals bij de halftijdse vlag.",
            en = "'Brugpensioen' (early retirement) is now called 'stelsel van werkloosheid met bedrijfstoeslag' (SWT, unemployment with company supplement), as with the half-time flag.",
        ),
        note = STATE_AT_PERSON_LEVEL,
        note = DOCUMENTED_WITH_POSITIONS,
        note(
            nl = "De beraadslaging noemt halftijds en voltijds brugpensioen in één zinsdeel; dit is de voltijdse vlag.",
            en = "The deliberation names half-time and full-time early retirement in one phrase; this is the full-time flag.",
        ),
        note(
            nl = "Voltijds brugpensioen zonder werk is nomenclatuurpositie 351; deze vlag betreft dus personen in positie 1.",
            en = "Full-time early retirement without work is nomenclature position 351; this flag therefore concerns persons in position 1.",
        ),
        evidence = "Match none: no page of its own was found, in Dutch ('Werkend en voltijds brugpensioen') or French ('Chômage complet avec complément d'entreprise à temps plein et occupé'), so no codes are given. The source file is the only page given.",
        evidence = "Found beside it: the half-time flag, and pod_mi_prepension_complete (full SWT with support of the PCSW, position 351), https://www.bcss.fgov.be/fr/dwh/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/chomage-complet-avec-complement-dentreprise-et-dis-das.html?filter=themes&institution=&sources=&themes=85",
        evidence = "The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, not confirmed.",
    )]
    pub work_full_early_retirement: Option<bool>,

    /// Whether a person on the last day of the quarter both draws a pension and is counted as in work.
    ///
    /// nl: Of iemand op de laatste dag van het kwartaal tegelijk een pensioen ontvangt en als werkende geteld wordt.
    #[variable(
        label(nl = "Pensioen met toegelaten arbeid", en = "Pension with permitted work"),
        term = "het wel/niet combineren van een pensioen met toegelaten arbeid",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        codes = PensionWithPermittedWork,
        origin(
            name = "Werkend als pensioentrekkende (named on the page of 'Ander afgeleid pensioen'; own page not found)",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_NomenclatureVarDer",
            page = "https://bcss.fgov.be/nl/dwh/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/ander-afgeleid-pensioen.html?filter=name&institution=&sources=&themes=",
        ),
        series_break(
            from = "2007-04-01",
            nl = "Vanaf april 2007 zijn er in het pensioenregister meer records met betaling nul (recht of betaling geschorst).",
            en = "From April 2007 there are more records with payment zero in the pension register (right or payment suspended).",
        ),
        series_break(
            from = "2016-04-01",
            nl = "Andere instelling en ander bestand: de RVP (DWH_ONP_CADASTRE) wordt de Federale Pensioendienst, FPD (DWH_ONP_SFP_CADASTRE).",
            en = "Other institution and other file: the RVP (DWH_ONP_CADASTRE) becomes the Federal Pensions Service, FPD (DWH_ONP_SFP_CADASTRE).",
        ),
        note = STATE_AT_PERSON_LEVEL,
        note = DOCUMENTED_WITH_POSITIONS,
        note(
            nl = "Wie een pensioen ontvangt zonder te werken staat in nomenclatuurpositie 34; deze vlag betreft positie 1 (werkend).",
            en = "Persons drawing a pension without work are in nomenclature position 34; this flag concerns position 1 (in work).",
        ),
        note(
            nl = "De vlag stelt de cumulatie vast en toetst niet aan de inkomensgrenzen van toegelaten arbeid.",
            en = "The flag states the cumulation and does not test the income limits of permitted work.",
        ),
        note(
            nl = "Vanaf 1 april 2016 heeft het pensioenregister 'Code bijzondere regels' (03 pensioen verminderd, 04 geschorst wegens arbeid); voordien bestaat die niet.",
            en = "From 1 April 2016 the pension register has 'Code bijzondere regels' (03 pension reduced, 04 suspended, because of work); before that date it does not exist.",
        ),
        note(
            nl = "De soorten pensioen (rust, overleving, afgeleid, tweede pijler) staan in DWH_ONP_CADASTRE (Soort_pensioen, 2003-01-01 tot 2016-03-31) en daarna in DWH_ONP_SFP_CADASTRE. Van type_pensioen is gedocumenteerd dat het onbetrouwbaar is.",
            en = "The kinds of pension (retirement, survivor's, derived, second pillar) are in DWH_ONP_CADASTRE (Soort_pensioen, 2003-01-01 to 2016-03-31) and after that in DWH_ONP_SFP_CADASTRE. type_pensioen is documented as unreliable.",
        ),
        note(
            nl = "De gegevens van het pensioenregister zijn pas vanaf 2003 in de nomenclatuur en de vlaggen verwerkt.",
            en = "The data of the pension register are integrated with nomenclature and flags only from 2003.",
        ),
        evidence = "Match likely: 'Werkend als pensioentrekkende' is named with value '1' on another page of the same file ('Ander afgeleid pensioen'). The name is sure; its own page, abbreviation and code table were not found.",
        evidence = "Its sister 'Werkend als rechtgevend kind' has the abbreviation werkend_als_rechtgevend_kind and codes 0/1 from 31/03/2003.",
        evidence = "'Code bijzondere regels': https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/federale-pensioendienst/Variables/code-bijzondere-regels-2?themes=8e1faf6e-dd30-9f4f-6116-a10ef0312e59",
    )]
    pub pension_with_permitted_work: Option<bool>,
}

const STATE_AT_PERSON_LEVEL: Note = note! {
    nl: "Toestand op persoonsniveau op de laatste dag van het kwartaal. Sinds 2003 geeft de nomenclatuur elke persoon één positie, die het dichtst bij de arbeidsmarkt; een tweede statuut blijkt alleen uit deze vlaggen.",
    en: "State at person level on the last day of the quarter. Since 2003 the nomenclature gives each person one position, the one nearest to the labour market; a second status shows only in these flags.",
};

const DOCUMENTED_WITH_POSITIONS: Note = note! {
    nl: "De vlag is gedocumenteerd in combinatie met bepaalde posities. Wat ze voor alle andere personen bevat (0 of leeg) is niet gedocumenteerd: houd leeg en 0 uit elkaar.",
    en: "The flag is documented in combination with certain positions. What it holds for all other persons (0 or empty) is not documented: keep empty and 0 apart.",
};
