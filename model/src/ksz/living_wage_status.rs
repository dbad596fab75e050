//! Income support combined with a position on the labour market: one row for each person and quarter.

use crate::prelude::*;

/// Umbrella term for yes/no flags of the KSZ that join a labour-market position to a supplementary income: an income guarantee benefit of the RVA, or a living wage or financial assistance of the PCSW. Each part is a variable of its own.
///
/// nl: Verzamelterm voor ja/nee-vlaggen van de KSZ die een arbeidsmarktpositie verbinden met een aanvullend inkomen: een inkomensgarantie-uitkering van de RVA, of leefloon of financiële hulp van het OCMW. Elk deel is een eigen variabele.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Leefloon en gewaarborgd inkomen",
    label(nl = "Leefloon: statuut", en = "Living wage: status"),
    row_unit(
        nl = "één persoon in één kwartaal, laatste dag van het kwartaal",
        en = "one person in one quarter, last day of the quarter",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, quarter),
    origin = EARLY_RETIRED_WITH_PCSW,
    note = POSITIONS_AND_INCOMES,
    note = TWO_FLAGS_PER_POSITION,
    note = STATE_OF_A_POSITION,
    note(
        nl = "Wie leefloon of financiële hulp krijgt en niet werkt of werkzoekend is, zit zelf in nomenclatuurpositie 331 of 332.",
        en = "A person who gets a living wage or financial assistance and neither works nor is a jobseeker is in nomenclature position 331 or 332.",
    ),
    evidence = "Umbrella term: it has no value of its own and the type is a placeholder; its parts are the variables.",
    evidence = "Several: of the flags meant, only pod_mi_prepension_complete (early retirees) is documented.",
    evidence = "That 331 and 332 stand for living wage or financial assistance is confirmed on the page of the variable kinderbijslag_RKW.",
)]
pub struct LivingWageStatus {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Says whether a working person (nomenclature position 1) also gets an income guarantee benefit or social integration/aid.
    ///
    /// nl: Zegt of een werkende (nomenclatuurpositie 1) ook een inkomensgarantie-uitkering of maatschappelijke integratie/hulp krijgt.
    #[variable(
        label(
            nl = "Werkend met inkomensgarantie of OCMW-steun",
            en = "Employed with income guarantee or PCSW support",
        ),
        term = "werkend",
        of = "het statuut (al dan niet werkend, werkzoekend of bruggepensioneerd met een inkomensgarantieuitkering of maatschappelijke integratie/hulp)",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = EmployedWithIncomeSupport,
        note = POSITIONS_AND_INCOMES,
        note = TWO_FLAGS_PER_POSITION,
        note = STATE_OF_A_POSITION,
        evidence = "The page of this flag was not found, in Dutch or in French (working and RMI/RMH, 'occupé et DIS/DAS', pod_mi, income guarantee benefit).",
    )]
    pub employed_with_support: Option<bool>,

    /// Says whether a jobseeker (nomenclature position 2) also gets an income guarantee benefit or social integration/aid.
    ///
    /// nl: Zegt of een werkzoekende (nomenclatuurpositie 2) ook een inkomensgarantie-uitkering of maatschappelijke integratie/hulp krijgt.
    #[variable(
        label(
            nl = "Werkzoekend met inkomensgarantie of OCMW-steun",
            en = "Jobseeker with income guarantee or PCSW support",
        ),
        term = "werkzoekend",
        of = "het statuut (al dan niet werkend, werkzoekend of bruggepensioneerd met een inkomensgarantieuitkering of maatschappelijke integratie/hulp)",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = JobSeekerWithIncomeSupport,
        note = POSITIONS_AND_INCOMES,
        note = TWO_FLAGS_PER_POSITION,
        note = STATE_OF_A_POSITION,
        evidence = "The page of this flag was not found (jobseeker and RMI/RMH, pod_mi).",
    )]
    pub job_seeker_with_support: Option<bool>,

    /// Says whether a full-time early retiree (nomenclature position 351) also gets PCSW support under the right to social integration or aid.
    ///
    /// nl: Zegt of een voltijds bruggepensioneerde (nomenclatuurpositie 351) daarnaast OCMW-steun krijgt op grond van het recht op maatschappelijke integratie of hulp.
    #[variable(
        label(
            nl = "Bruggepensioneerd met inkomensgarantie of OCMW-steun",
            en = "Early retired with income guarantee or PCSW support",
        ),
        term = "bruggepensioneerd",
        of = "het statuut (al dan niet werkend, werkzoekend of bruggepensioneerd met een inkomensgarantieuitkering of maatschappelijke integratie/hulp)",
        match_quality = likely,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "voltijds bruggepensioneerden (nomenclatuurpositie 351)",
            en = "full-time early retirees (nomenclature position 351)",
        ),
        codes = EarlyRetiredWithIncomeSupport,
        origin = EARLY_RETIRED_WITH_PCSW,
        series_break(
            from = "2012-01-01",
            nl = "Brugpensioen heet vanaf 01/01/2012 werkloosheid met bedrijfstoeslag; alleen de naam wijzigde. De gedocumenteerde vlag begint op 31/03/2012.",
            en = "From 2012-01-01 early retirement (brugpensioen) is called unemployment with company supplement; only the name changed. The documented flag starts on 2012-03-31.",
            advice(
                nl = "Ga voor 2003-2011 na of en hoe de vlag geleverd is: een voorganger is niet gedocumenteerd.",
                en = "For 2003-2011 check whether and how the flag was delivered: a predecessor is not documented.",
            ),
        ),
        note(
            nl = "De gedocumenteerde vlag dekt alleen het deel maatschappelijke integratie/hulp; een vlag voor de inkomensgarantie-uitkering is niet bekend.",
            en = "The documented flag covers only the part social integration/aid; a flag for the income guarantee benefit is not known.",
        ),
        note = POSITIONS_AND_INCOMES,
        note = TWO_FLAGS_PER_POSITION,
        note = STATE_OF_A_POSITION,
        evidence = "Likely: pod_mi_prepension_complete (French page) fits the part social integration/aid; no flag with the income guarantee benefit was found.",
        evidence = "The page starts on 2012-03-31 and says that only the name changed; the predecessor for 2003-2011 is not known.",
        evidence = "The labels Nee and Ja are translated from the French page (Non, Oui).",
        evidence = "The list is complete for this one flag, not for the phrase as a whole.",
    )]
    pub early_retired_with_support: Option<bool>,
}

const EARLY_RETIRED_WITH_PCSW: Origin = origin! {
    name: "Chomage complet avec complement d'entreprise et DIS / DAS (Franse pagina)",
    abbreviation: "pod_mi_prepension_complete",
    institution: "Kruispuntbank van de Sociale Zekerheid",
    file: "DWH_BCSS_NomenclatureVarDer",
    stated_validity: "2012-03-31 - ",
    stated_level: "Nominaal",
    page: "https://www.bcss.fgov.be/fr/dwh/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/chomage-complet-avec-complement-dentreprise-et-dis-das.html?filter=themes&institution=&sources=&themes=85",
};

const POSITIONS_AND_INCOMES: Note = note! {
    nl: "De tekst verbindt drie posities (werkend, werkzoekend, bruggepensioneerd) met twee soorten inkomen (inkomensgarantie-uitkering; maatschappelijke integratie of hulp). Dubbelzinnig is of 'met' bij alle drie de posities hoort of alleen bij de laatste.",
    en: "The text joins three positions (working, jobseeker, early retired) to two kinds of income (income guarantee benefit; social integration or aid). It is ambiguous whether 'with' belongs to all three positions or only to the last.",
};

const TWO_FLAGS_PER_POSITION: Note = note! {
    nl: "Per positie passen twee losse vlaggen, één per soort inkomen, en geen gemengde code.",
    en: "Each position calls for two separate flags, one per kind of income, not for one mixed code.",
};

const STATE_OF_A_POSITION: Note = note! {
    nl: "Toestand op de laatste dag van het kwartaal, met een rij per persoon en kwartaal; de vlag hoort bij een nomenclatuurpositie.",
    en: "State on the last day of the quarter, with one row per person and quarter; the flag belongs to a nomenclature position.",
};
