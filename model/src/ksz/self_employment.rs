//! Work as a self-employed person or helper: one row for each person and year.

use super::shared::NACE_BEL_2008;
use crate::prelude::*;

/// Activity of one person as self-employed person or helper, as the RSVZ registers it, in one year.
///
/// nl: Activiteit van één persoon als zelfstandige of helper, zoals het RSVZ die registreert, in één jaar.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Arbeidsregime en arbeidsvolume",
    label(nl = "Arbeid: zelfstandige activiteit", en = "Work: self-employed activity"),
    row_unit(
        nl = "één persoon in één jaar (het RSVZ-register wordt één keer per jaar geladen)",
        en = "one person in one year (the RSVZ register is loaded once a year)",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    universe(nl = "zelfstandigen en helpers", en = "self-employed persons and helpers"),
    temporality = status,
    key(person, year),
    rule(
        quarters_in_order: self_employed_start_quarter <= self_employed_end_quarter,
        nl = "een aansluiting eindigt in of na het kwartaal waarin ze begint",
        en = "an affiliation ends in or after the quarter in which it starts",
        basis = "the meaning of start and end",
    ),
)]
pub struct SelfEmployment {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub year: Year,

    /// Occupation under which the self-employed person or helper is registered with the RSVZ, in the occupation list of the social statute of the self-employed.
    ///
    /// nl: Beroep waarvoor de zelfstandige of helper bij het RSVZ is ingeschreven, volgens de eigen beroepenlijst van het sociaal statuut der zelfstandigen.
    #[variable(
        label(nl = "Beroep als zelfstandige", en = "Occupation as self-employed"),
        term = "het beroep",
        of = "de activiteit als zelfstandige",
        match_quality = likely,
        certainty = assumed,
        measurement = nominal,
        null(nl = "Het beroep is onbekend.", en = "The occupation is unknown."),
        note(
            nl = "Dit is geen ISCO: het RSVZ heeft een eigen beroepenlijst. De hoofdgroepen daarvan noemt het RSVZ 'bedrijfstak' (https://www.rsvz.be/nl/bedrijfstak).",
            en = "This is not ISCO: the RSVZ has its own occupation list. It calls the main groups of that list 'bedrijfstak', branch (https://www.rsvz.be/nl/bedrijfstak).",
        ),
        note(
            nl = "Het beroep kan onbekend zijn; de NACE-code van de zelfstandige is dan omgezet met de volkstelling van 1991.",
            en = "The occupation can be unknown; the NACE code of the self-employed person was then converted with the 1991 census.",
        ),
        note(
            nl = "Het register (ARZA, DWH_INASTI_RGTI) wordt één keer per jaar geladen: één toestand per persoon en jaar.",
            en = "The register (ARZA, DWH_INASTI_RGTI) is loaded once a year: one state per person and year.",
        ),
        evidence = "No warehouse page of this variable was found under Dutch or French names. It exists: the page of the RSVZ variable NACE-code (Nacec, DWH_INASTI_RGTI) says that Nacec is derived from 'de RSVZ-variabele Beroep'.",
        evidence = "No code table was found: the list comes with the delivery.",
        evidence = "The type is assumed (an own occupation list implies a code); no other type is plausible.",
    )]
    pub self_employed_occupation: Option<Code<SelfEmployedOccupation>>,

    /// Activity sector of the self-employed person, derived from the RSVZ occupation and expressed as a two-digit NACE-BEL division.
    ///
    /// nl: Activiteitssector van de zelfstandige, afgeleid uit het beroep bij het RSVZ en uitgedrukt als NACE-BEL-afdeling van twee cijfers.
    #[variable(
        label(nl = "Sector van de zelfstandige activiteit", en = "Sector of the self-employed activity"),
        term = "de sector",
        of = "de activiteit als zelfstandige",
        match_quality = likely,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "NACE-code",
            abbreviation = "Nacec",
            institution = "Rijksinstituut voor de Sociale Verzekeringen der Zelfstandigen (RSVZ/INASTI)",
            file = "DWH_INASTI_RGTI",
            stated_validity = "2003-01-01/2007-12-31",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/nace-code-1",
        ),
        origin(
            name = "NACE-code",
            abbreviation = "Nacec",
            institution = "Rijksinstituut voor de Sociale Verzekeringen der Zelfstandigen (RSVZ/INASTI)",
            file = "DWH_INASTI_RGTI",
            stated_validity = "2008-01-01/",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/nace-code-2.html",
        ),
        series_break = NACE_BEL_2008,
        series_break(
            from = "2011",
            nl = "Het datawarehouse meldt een betere kwaliteit van de code vanaf 2011.",
            en = "The warehouse announces better quality of the code from 2011.",
        ),
        note(
            nl = "De sector is afgeleid uit het beroep, niet waargenomen. Waar het beroep onbekend is of verandert, is de code omgezet met de volkstelling van 1991.",
            en = "The sector is derived from the occupation, not observed. Where the occupation is unknown or changes, the code was converted with the 1991 census.",
        ),
        note(
            nl = "Dezelfde twee cijfers betekenen iets anders in de twee versies: 15 is voeding in NACE-BEL 2003 en leer in NACE-BEL 2008. Een code zonder versie is dubbelzinnig; lees versie en code samen.",
            en = "The same two digits mean different things in the two versions: 15 is food in NACE-BEL 2003 and leather in NACE-BEL 2008. A code without its version is ambiguous; read version and code together.",
        ),
        note(
            nl = "De tabel van het datawarehouse is niet de hele standaard: afdeling 05 staat er voor NACE-BEL 2008 enkel in 2009-2011 in, en 06 en 07 ontbreken in het bekende deel.",
            en = "The warehouse table is not the whole standard: for NACE-BEL 2008, division 05 is listed for 2009-2011 only, and 06 and 07 are absent from the known part.",
        ),
        evidence = "Listed: 14 divisions of NACE-BEL 2003 and 18 of NACE-BEL 2008, the start of the warehouse table; the rest of the table is not known here.",
        evidence = "NACE Rev.2, the base of NACE-BEL 2008, has 21 sections, 88 divisions, 272 groups and 615 classes = 996 codes, counted in PyPI package odoo14-addon-l10n-eu-nace 14.0.1.0.1 (odoo/addons/l10n_eu_nace/examples/NACE_REV2_nl.csv and NACE_REV2_en.csv, columns Level, Code, Description, in Dutch, English and (NACE_REV2_fr.csv) French; the package is AGPL-3, the labels are Eurostat's). PyPI naceconverter 1.0.1 holds English labels in naceconverter/nacecodes.csv. Neither holds the Belgian 5-digit subclasses nor NACE-BEL 2003; no package with those was found.",
        evidence = "Alternative reading: the RSVZ 'bedrijfstak' (main groups of the occupation list). The deliberation does not say which is meant.",
    )]
    pub self_employed_sector: Option<Code<SelfEmployedSector>>,

    /// Category in which the self-employed person pays contributions: main occupation, secondary occupation, activity after or beside a pension, or an assimilated case.
    ///
    /// nl: Categorie waarin de zelfstandige bijdragen betaalt: hoofdberoep, bijberoep, activiteit na of naast een pensioen, of een gelijkgesteld geval.
    #[variable(
        label(nl = "Bijdragecategorie als zelfstandige", en = "Contribution category as self-employed"),
        term = "de bijdragecategorie",
        of = "de activiteit als zelfstandige",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        source_unit(
            nl = "persoon x jaar (waarde van het laatst bekende kwartaal van het jaar)",
            en = "person x year (value of the last known quarter of the year)",
        ),
        origin(
            name = "Bijdragecategorie",
            abbreviation = "Bijdcat",
            institution = "Rijksinstituut voor de Sociale Verzekeringen der Zelfstandigen (RSVZ/INASTI)",
            file = "DWH_INASTI_RGTI",
            stated_validity = "1997-01-01/",
            stated_level = "Nominaal",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/bijdragecategorie",
        ),
        note = LAST_KNOWN_QUARTER,
        note(
            nl = "Inactieve perioden zijn herkenbaar, maar hun aard (bijvoorbeeld ziekte) niet.",
            en = "Inactive periods are recognisable, but their kind (for example illness) is not.",
        ),
        note(
            nl = "De KSZ gebruikt de categorie om jobs te rangschikken (Belangcd): A of een activiteit na de pensioenleeftijd gaat voor op een job in loondienst die niet voltijds is.",
            en = "KSZ uses the category to rank jobs (Belangcd): A or an activity after pension age comes before a job as an employee that is not full time.",
        ),
        note(
            nl = "De codes B en G gelden als oud of onbestaande en eindigen op 1997-12-31, vóór de observatieperiode.",
            en = "Codes B and G are marked as old or non-existing and end on 1997-12-31, before the observation period.",
        ),
        evidence = "Identified with Bijdragecategorie (Bijdcat): same name, same institution.",
        evidence = "The table is known up to code H; further codes exist after it.",
    )]
    pub self_employed_contribution: Option<Code<SelfEmployedContributionCategory>>,

    /// Code that tells self-employed persons from helpers and assisting spouses.
    ///
    /// nl: Code die zelfstandigen onderscheidt van helpers en meewerkende echtgenoten.
    #[variable(
        label(
            nl = "Hoedanigheid als zelfstandige of helper",
            en = "Capacity as self-employed person or helper",
        ),
        term = "de hoedanigheidscode",
        of = "de activiteit als zelfstandige",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        source_unit(
            nl = "persoon x jaar (waarde van het laatst bekende kwartaal van het jaar)",
            en = "person x year (value of the last known quarter of the year)",
        ),
        origin(
            name = "Hoedanigheid",
            abbreviation = "Hoed",
            institution = "Rijksinstituut voor de Sociale Verzekeringen der Zelfstandigen (RSVZ/INASTI)",
            file = "DWH_INASTI_RGTI",
            stated_validity = "1997-01-01/",
            stated_level = "Nominaal",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/hoedanigheid",
        ),
        note(
            nl = "Labels zijn niet uniek: 1 en 3 zijn allebei 'Zelfstandig', 2 en 4 allebei 'Helper' (bij 4 staat de opmerking meewerkende echtgenoot). Werk met de code.",
            en = "Labels are not unique: 1 and 3 are both 'Self-employed', 2 and 4 both 'Helper' (4 carries the remark assisting spouse). Work with the code.",
        ),
        note = LAST_KNOWN_QUARTER,
        note(
            nl = "De codes 0 (zelfstandige met hoofdberoep), 5 (niet-actief lid van een feitelijke vereniging) en 6 (familielid - echtgenoot) bestaan enkel in 1997 en staan daarom niet in de lijst.",
            en = "Codes 0 (self-employed with main occupation), 5 (inactive member of a de facto association) and 6 (family member - spouse) exist in 1997 only and are therefore not in the list.",
        ),
        evidence = "Identified with Hoedanigheid (Hoed): same institution, table complete.",
        evidence = "The Dutch descriptions of codes 0, 5 and 6 in the note are translations, not the official labels.",
    )]
    pub self_employed_quality_code: Option<Code<SelfEmployedQualityCode>>,

    /// Quarter in which the affiliation as a self-employed person with the RSVZ starts.
    ///
    /// nl: Kwartaal waarin de aansluiting als zelfstandige bij het RSVZ begint.
    #[variable(
        label(
            nl = "Beginkwartaal van aansluiting als zelfstandige",
            en = "Start quarter of affiliation as self-employed",
        ),
        term = "beginkwartaal",
        of = "de activiteit als zelfstandige",
        match_quality = likely,
        certainty = phrase,
        measurement = ordinal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(
            nl = "Datums van de KSZ worden als kwartaal en jaar geleverd (punt 4 van de beraadslaging).",
            en = "KSZ dates are delivered as quarter and year (paragraph 4 of the deliberation).",
        ),
        note(
            nl = "Het beginkwartaal kan lang vóór 2005 liggen.",
            en = "The start quarter can lie long before 2005.",
        ),
        evidence = "One phrase of the deliberation names two variables; this one is the start quarter.",
        evidence = "No page of the start date was found. Its counterpart, the end date Schaansc in DWH_INASTI_RGTI, is documented, and the source page says that records are put in a quarter on the basis of the registration and deregistration dates.",
    )]
    pub self_employed_start_quarter: Option<YearQuarter>,

    /// Quarter in which the affiliation as a self-employed person with the RSVZ ends (deregistration).
    ///
    /// nl: Kwartaal waarin de aansluiting als zelfstandige bij het RSVZ eindigt (schrapping).
    #[variable(
        label(
            nl = "Eindkwartaal van aansluiting als zelfstandige",
            en = "End quarter of affiliation as self-employed",
        ),
        term = "eindkwartaal",
        of = "de activiteit als zelfstandige",
        match_quality = exact,
        certainty = phrase,
        measurement = ordinal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        null(
            nl = "Nog aangesloten, of de schrapping is nog niet bekend.",
            en = "Still affiliated, or the deregistration is not yet known.",
        ),
        origin(
            name = "Schrappingsdatum",
            abbreviation = "Schaansc",
            institution = "Rijksinstituut voor de Sociale Verzekeringen der Zelfstandigen (RSVZ/INASTI)",
            file = "DWH_INASTI_RGTI",
            stated_validity = "1997-01-01/",
            stated_level = "Ordinaal",
            page = "https://bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/schrappingsdatum",
        ),
        note(
            nl = "Ongeveer 15.000 personen per jaar (zo'n 2 % van de zelfstandigen) blijven een tijd ten onrechte aangesloten, omdat hun schrapping nog niet bekend is; ze vallen weg bij het laden van het volgende jaar.",
            en = "About 15,000 persons a year (some 2 % of the self-employed) stay wrongly affiliated for a while because their deregistration is not yet known; they are cleaned out when the next year is loaded.",
        ),
        note(
            nl = "In het datawarehouse is dit een datum; geleverd worden kwartaal en jaar.",
            en = "In the warehouse this is a date; quarter and year are delivered.",
        ),
        evidence = "One phrase of the deliberation names two variables; this one is the end quarter.",
        evidence = "Identified with Schrappingsdatum (Schaansc, DWH_INASTI_RGTI).",
    )]
    pub self_employed_end_quarter: Option<YearQuarter>,
}

const LAST_KNOWN_QUARTER: Note = note! {
    nl: "De waarde is die van het laatst bekende kwartaal van het jaar: eerdere waarden binnen het jaar gaan verloren, en een rij per kwartaal herhaalt één jaarwaarde.",
    en: "The value is that of the last known quarter of the year: earlier values within the year are lost, and a quarterly row repeats one annual value.",
};
