//! Registration as a jobseeker with the regional employment service.

use crate::prelude::*;

/// Registration of one jobseeker with the regional employment service: its duration and its category.
///
/// nl: Inschrijving van één werkzoekende bij de gewestelijke plaatsingsdienst: de duur en de categorie ervan.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Werkloosheid",
    label(
        nl = "Werkloosheid: inschrijving als werkzoekende",
        en = "Unemployment: registration as a jobseeker",
    ),
    row_unit(
        nl = "één persoon in één maand, laatste dag van de referentiemaand; geleverd per kwartaal",
        en = "one person in one month, last day of the reference month; delivered by quarter",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    no_known_key(
        nl = "de bron is per maand, de levering per kwartaal: hoeveel rijen een persoon in een kwartaal heeft, is niet gedocumenteerd",
        en = "the source is by month, the delivery by quarter: how many rows a person has in a quarter is not documented",
    ),
)]
pub struct JobSeekerRegistration {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Number of months that the jobseeker has been registered with the regional employment service; after an interruption of three months or more the count restarts.
    ///
    /// nl: Aantal maanden dat de werkzoekende bij de gewestelijke plaatsingsdienst is ingeschreven; na een onderbreking van drie maanden of meer begint de telling opnieuw.
    #[variable(
        label(
            nl = "Inschrijvingsduur bij de gewestelijke dienst (maanden)",
            en = "Duration of registration at the regional service (months)",
        ),
        term = "de duur",
        match_quality = likely,
        certainty = assumed,
        alternatives(code),
        measurement = ordinal,
        unit(nl = "maanden", en = "months"),
        origin(
            name = "Inschrijvingsduur",
            abbreviation = "duree",
            institution = "VDAB - Forem - Actiris - ADG",
            file = "DWH_VDAB_FOREM_ACTIRIS_ADG",
            stated_validity = "2005-01-01 - ",
            stated_level = "Ordinaal",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/vdab-forem-actiris-adg/Variables/inschrijvingsduur",
        ),
        note(
            nl = "De gegevens komen van de gewestelijke dienst en beginnen in 2005; zij geven de toestand per referentiemaand, op de laatste dag van de maand.",
            en = "The data come from the regional service and start in 2005; they give the state per reference month, on the last day of the month.",
        ),
        note(
            nl = "Het opgegeven meetniveau is ordinaal, terwijl de omschrijving een aantal maanden noemt.",
            en = "The level of measurement given is ordinal, while the description names a number of months.",
        ),
        note(
            nl = "Niet te verwarren met de werkloosheidsduur van de RVA (DUUR), die een eigen variabele is.",
            en = "Not to be confused with the duration of unemployment of the RVA (DUUR), which is a variable of its own.",
        ),
        evidence = "Likely: the identification rests on the place in the text, directly before 'de categorie van werkzoekende', which comes from the same source; the separate duration of unemployment (DUUR, RVA) comes further on.",
        evidence = "The page gives the level ordinal but describes a number of months, so that classes cannot be excluded; hence the assumed type.",
    )]
    pub registration_duration: Option<Months>,

    /// Mark that the RVA gives to a jobseeker on the basis of the registration with the regional service.
    ///
    /// nl: Kenmerk dat de RVA aan een werkzoekende geeft op grond van de inschrijving bij de gewestelijke dienst.
    #[variable(
        label(nl = "Categorie van werkzoekende", en = "Category of jobseeker"),
        term = "de categorie van werkzoekende",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        valid(from = "2005-01-01"),
        origin(
            name = "Categorie van werkzoekende",
            abbreviation = "ncat",
            institution = "VDAB - Forem - Actiris - ADG",
            file = "DWH_VDAB_FOREM_ACTIRIS_ADG",
            stated_validity = "2005-01-01 - ",
            stated_level = "Nominaal",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/vdab-forem-actiris-adg/Variables/categorie-van-werkzoekende",
        ),
        series_break(
            from = "2013-01-01",
            nl = "De reeks 40-44 eindigt op 31/12/2012; 50-53 komt ervoor in de plaats.",
            en = "The series 40-44 ends on 2012-12-31; 50-53 takes its place.",
            advice(
                nl = "Zet de codes niet één op één om: 40 bundelde onder meer 00, 01, 03, 04+14, 05, 06, 07, 09 en 12.",
                en = "Do not convert the codes one to one: 40 bundled among others 00, 01, 03, 04+14, 05, 06, 07, 09 and 12.",
            ),
        ),
        note(
            nl = "De variabele kent de codes 40, 41, 42, 43, 44, 50, 51, 52 en 53. De volledige labels van 42 (begint met 'Voltijds tewerkgestelde'), 43 en 44 zijn niet bekend; die codes staan daarom niet in de lijst.",
            en = "The variable has the codes 40, 41, 42, 43, 44, 50, 51, 52 and 53. The full labels of 42 (begins with 'Voltijds tewerkgestelde', full-time employed), 43 and 44 are not known; those codes are therefore not in the list.",
        ),
        note(
            nl = "De leverende instelling is de gewestelijke dienst, niet de RVA; de gegevens beginnen in 2005.",
            en = "The supplying institution is the regional service, not the RVA; the data start in 2005.",
        ),
        note(
            nl = "De inhoud van een code vanaf 2013 verschilt per gewest: bij VDAB omvat 52 bijvoorbeeld onder meer 14, 05, 06 en 11.",
            en = "The content of a code from 2013 differs by region: at VDAB, for instance, 52 includes among others 14, 05, 06 and 11.",
        ),
        evidence = "Exact: the variable ncat of the regional services has a page with the same name.",
        evidence = "The page names nine codes (40-44, 50-53). Its labels of 42 (begins with 'Voltijds tewerkgestelde'), 43 and 44 are cut off and have not been taken over.",
        evidence = "The end on 2012-12-31 is documented for 40 and 41 only.",
        evidence = "The labels and the start in 2013 of 50-53 come from the RVA overview 'Indeling per gewest van de niet-werkende werkzoekenden (STAT.92) vanaf januari 2013' (npdata.be/BuG/265-Jeugdwerkloosheid/Structure_DEI_regionNL_2013.htm), not from the KSZ page; their end is not documented.",
    )]
    pub job_seeker_category: Option<Code<JobSeekerCategory>>,
}
