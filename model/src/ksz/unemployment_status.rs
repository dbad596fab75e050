//! The statuses of an unemployed person: one row for each person and quarter.

use crate::prelude::*;

/// Umbrella term for the statuses that the text lists in brackets. Each of them is a variable of its own: a yes/no flag that the KSZ derives next to the nomenclature of the socio-economic position.
///
/// nl: Verzamelterm voor de statuten die de tekst tussen haakjes opsomt. Elk daarvan is een eigen variabele: een ja/nee-vlag die de KSZ afleidt bij de nomenclatuur van de socio-economische positie.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Werkloosheid",
    label(nl = "Werkloosheid: statuut", en = "Unemployment: status"),
    row_unit(
        nl = "één persoon in één kwartaal, laatste dag van het kwartaal",
        en = "one person in one quarter, last day of the quarter",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, quarter),
    origin = SOCIO_ECONOMIC_POSITION,
    origin(
        name = "Situatie einde maand",
        abbreviation = "SITDJ",
        institution = "Rijksdienst voor Arbeidsvoorziening",
        file = "DWH_ONEm_Paiements",
        stated_validity = "1998-04-01 - ",
        stated_level = "Nominaal",
        page = "https://bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/situatie-einde-maand",
    ),
    origin(
        name = "Situatie op elke dag van de maand",
        abbreviation = "Rooster_NV",
        institution = "Rijksdienst voor Arbeidsvoorziening",
        file = "DWH_ONEm_Paiements",
        stated_validity = "2014-01-01 - (een tweede versie van de pagina zegt 2015-01-01 - )",
        stated_level = "Nominaal",
        page = "https://bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/situatie-op-elke-dag-van-de-maand",
    ),
    series_break(
        from = "2014-01-01",
        nl = "In het RVA-bestand van betalingen is SITDJ (toestand einde maand) vervangen door Rooster_NV (toestand op elke dag van de maand), vanaf 01/01/2014 of 01/01/2015.",
        en = "In the RVA file of payments SITDJ (state at the end of the month) has been replaced by Rooster_NV (state on every day of the month), from 2014-01-01 or 2015-01-01.",
        advice(
            nl = "Stel met de gegevens vast welke van beide datums geldt.",
            en = "Establish from the data which of the two dates holds.",
        ),
    ),
    note(
        nl = "De zes deelstatuten zijn geen enkelvoudige code: zij sluiten elkaar niet uit. Iemand kan bijvoorbeeld werkzoekend zijn en tegelijk recht op OCMW-steun hebben.",
        en = "The six sub-statuses are not a single code: they do not exclude one another. A person can for instance be a jobseeker and at the same time be entitled to PCSW support.",
    ),
    note(
        nl = "SITDJ (situatie einde maand) bevat codes die de KSZ als vermoedelijke anomalie van het RVA-bestand aanduidt, onder meer 0, . en >.",
        en = "SITDJ (situation at the end of the month) holds codes that the KSZ marks as a presumed anomaly of the RVA file, among them 0, . and >.",
    ),
    evidence = "Umbrella term: it has no value of its own and the type is a placeholder; its parts are the variables.",
    evidence = "Several candidates are documented: Nomenc (socio-economic position), SITDJ (situation at the end of the month) and Rooster_NV (situation on every day of the month).",
    evidence = "The RVA also has a status code of its own for each payment; the deliberation does not say whether the KSZ delivers it.",
    evidence = "Conflicting sources: two versions of the page of Rooster_NV give 2014-01-01 and 2015-01-01 as its start. Either way the break lies inside 2005-2016.",
)]
pub struct UnemploymentStatus {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Says whether the person works in a job for which the unemployment benefit is used as an activation allowance (for instance Activa, transition programme, SINE).
    ///
    /// nl: Zegt of de persoon werkt in een betrekking waarvoor de werkloosheidsuitkering als activeringsuitkering wordt ingezet (bijvoorbeeld Activa, doorstromingsprogramma, SINE).
    #[variable(
        label(
            nl = "Geactiveerd: werkt met activeringsuitkering",
            en = "Activated: works with an activation allowance",
        ),
        term = "geactiveerd",
        of = "het statuut",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = UnemploymentActivated,
        note = LAST_DAY_OF_QUARTER,
        note = ONLY_WITH_POSITION,
        note(
            nl = "In de nomenclatuur van 1998-2002 was dit een eigen positie (11111: werkend in een job in loondienst met tussenkomst van de RVA in het kader van een activeringsprogramma); vanaf 2003 is het een afgeleide vlag.",
            en = "In the nomenclature of 1998-2002 this was a position of its own (11111: working as an employee with a contribution (tussenkomst) of the RVA within an activation programme); from 2003 it is a derived flag.",
        ),
        evidence = "The page of this KSZ flag was not found, in Dutch or in French: not under the source DWH_BCSS_NomenclatureVarDer, not under 'geactiveerd', 'werkzoekend' or RMI/RMH, and not by its description (working with a contribution (tussenkomst) of the RVA within an activation programme).",
        evidence = "The pages known for other flags of DWH_BCSS_NomenclatureVarDer all have 0 = Nee, 1 = Ja; that list is not taken over here, because the page of this flag is not known.",
        evidence = "Source and row level (DWH_BCSS_NomenclatureVarDer, last day of the quarter) are those of the documented flags of the same phrase.",
    )]
    pub unemployment_activated: Option<bool>,

    /// KSZ flag that says whether the person works for a local employment agency (PWA/ALE) in the quarter.
    ///
    /// nl: Vlag van de KSZ die zegt of de persoon in het kwartaal voor een plaatselijk werkgelegenheidsagentschap (PWA) werkt.
    #[variable(
        label(nl = "Tewerkgesteld in een PWA", en = "Employed in a local employment agency (PWA/ALE)"),
        term = "tewerkgesteld in een plaatselijk werkgelegenheidsagentschap",
        of = "het statuut",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        universe(nl = "werkenden (nomenclatuurpositie 1)", en = "employed persons (nomenclature position 1)"),
        codes = LeaEmployed,
        origin(
            name = "ALE (Franse pagina; NL: PWA)",
            abbreviation = "ALE",
            institution = "Kruispuntbank van de Sociale Zekerheid",
            file = "DWH_BCSS_NomenclatureVarDer",
            stated_validity = "2003-03-31 - ",
            stated_level = "Nominaal",
            page = "https://dwh.ksz-bcss.fgov.be/fr/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/ale?themes=970aee87-34e8-3425-deca-a2b9d101d6d2",
        ),
        note = LAST_DAY_OF_QUARTER,
        note(
            nl = "De vlag hoort bij nomenclatuurpositie 1 (werkend) en heeft alleen betekenis samen met die positie.",
            en = "The flag belongs to nomenclature position 1 (working) and has a meaning only together with that position.",
        ),
        note(
            nl = "Voorwaarde is een aantal gepresteerde PWA-uren groter dan 0. Die uren ontbreken vanaf 2018 voor Vlaanderen en de Duitstalige Gemeenschap, buiten het venster 2005-2016.",
            en = "The condition is a number of PWA hours worked above 0. Those hours are missing from 2018 for Flanders and the German-speaking Community, outside the window 2005-2016.",
        ),
        evidence = "Exact: the KSZ flag ALE (PWA in Dutch) has a page of its own, in French.",
        evidence = "The labels Nee and Ja are translated from that French page (Non, Oui).",
    )]
    pub lea_employed: Option<bool>,

    /// Says whether the person counts as a jobseeker on the last day of the quarter; this is position 2 of the nomenclature of the socio-economic position.
    ///
    /// nl: Zegt of de persoon op de laatste dag van het kwartaal als werkzoekende geldt; dat is positie 2 van de nomenclatuur van de socio-economische positie.
    #[variable(
        label(nl = "Werkzoekend (socio-economische positie)", en = "Jobseeker (socio-economic position)"),
        term = "werkzoekend",
        of = "het statuut",
        match_quality = likely,
        certainty = assumed,
        alternatives(code),
        measurement = nominal,
        codes = JobSeeker,
        origin = SOCIO_ECONOMIC_POSITION,
        note(
            nl = "De nomenclatuur 1998-2002 kent de hoofdcategorieën 1 werkend, 2 werkzoekend, 3 niet-beroepsactief en 4 onbekend; na 2003 blijven die op het hoogste niveau behouden en gaat het detail van vijf naar drie cijfers.",
            en = "The nomenclature of 1998-2002 has the main categories 1 working, 2 jobseeker, 3 not economically active and 4 unknown; after 2003 they are kept at the highest level and the detail goes from five to three digits.",
        ),
        note(
            nl = "De RVA kent alleen vergoede werklozen; niet-vergoede werkzoekenden zitten in de inschrijvingen van de gewestelijke diensten (zie de categorie van werkzoekende).",
            en = "The RVA knows only unemployed persons on benefit; jobseekers without benefit are in the registrations of the regional services (see the category of jobseeker).",
        ),
        evidence = "Likely: read as position 2 of the nomenclature (Nomenc); no separate flag for jobseekers is documented.",
        evidence = "The main categories are documented on the page of the nomenclature 1998-2002.",
        evidence = "The identified source variable holds position codes, so a position code may be delivered instead of a flag.",
        evidence = "'Al dan niet' stands once in the phrase, before its first item; that it holds for this item too, so that the value is yes or no, is a reading.",
    )]
    pub job_seeker: Option<bool>,

    /// Says whether a fully unemployed person on benefit need not be registered as a jobseeker (nomenclature position 32), with a separate flag for each reason of exemption.
    ///
    /// nl: Zegt of een vergoede volledig werkloze niet als werkzoekende ingeschreven hoeft te zijn (nomenclatuurpositie 32), met een aparte vlag per reden van vrijstelling.
    #[variable(
        label(
            nl = "Vrijgesteld van inschrijving als werkzoekende",
            en = "Exempt from registration as a jobseeker",
        ),
        term = "vrijgesteld van inschrijving als werkzoekende",
        of = "het statuut",
        match_quality = several,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "volledig werklozen met een uitkering (nomenclatuurpositie 32)",
            en = "fully unemployed benefit recipients (nomenclature position 32)",
        ),
        codes = ExemptFromRegistration,
        origin(
            name = "Vrijstelling van inschrijving om familiale of sociale redenen",
            abbreviation = "disp_circ_fam_soc",
            institution = "Kruispuntbank van de Sociale Zekerheid",
            file = "DWH_BCSS_NomenclatureVarDer",
            stated_validity = "2003-03-31 - ",
            stated_level = "Nominaal",
            page = "https://bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/vrijstelling-van-inschrijving-om-familiale-of-sociale-redenen",
        ),
        origin(
            name = "Autres dispenses (Franse pagina)",
            abbreviation = "disp_autres",
            institution = "Kruispuntbank van de Sociale Zekerheid",
            file = "DWH_BCSS_NomenclatureVarDer",
            stated_validity = "2003-03-31 - ",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/autres-dispenses.html?filter=name&institution=&sources=&themes=",
        ),
        note = LAST_DAY_OF_QUARTER,
        note = ONLY_WITH_POSITION,
        note(
            nl = "De codes 0 en 1 gelden voor elke redenvlag apart. Bekend zijn de vlag voor familiale of sociale redenen (disp_circ_fam_soc) en die voor andere redenen (disp_autres); er kunnen er meer zijn (leeftijd, studies, opleiding).",
            en = "The codes 0 and 1 hold for each reason flag separately. Known are the flag for family or social reasons (disp_circ_fam_soc) and the one for other reasons (disp_autres); there may be more (age, studies, training).",
        ),
        evidence = "Several: two reason flags are documented, disp_circ_fam_soc and disp_autres; which flags are delivered is not in the deliberation.",
        evidence = "Further reason flags (age, studies, training) may exist; their pages are not known.",
        evidence = "The list is called complete for each of the two documented flags, not for the phrase as a whole.",
    )]
    pub exempt_from_registration: Option<bool>,

    /// Says whether the person combines an unemployment benefit with a self-employed status.
    ///
    /// nl: Zegt of de persoon een werkloosheidsuitkering combineert met een statuut van zelfstandige.
    #[variable(
        label(
            nl = "Werkloosheidsuitkering samen met zelfstandigenstatuut",
            en = "Unemployment benefit combined with self-employed status",
        ),
        term = "combinatie van werkloosheidsuitkering en zelfstandigenstatuut",
        of = "het statuut",
        match_quality = none,
        certainty = assumed,
        alternatives(code),
        measurement = nominal,
        codes = BenefitAndSelfEmployment,
        note = LAST_DAY_OF_QUARTER,
        note = ONLY_WITH_POSITION,
        evidence = "The page of this KSZ flag was not found, in Dutch or in French: not under the source DWH_BCSS_NomenclatureVarDer, not under 'werkzoekend', 'geactiveerd' or RMI/RMH, and not by its description (unemployment benefit and self-employed in a secondary occupation).",
        evidence = "The pages known for other flags of DWH_BCSS_NomenclatureVarDer all have 0 = Nee, 1 = Ja; that list is not taken over here, because the page of this flag is not known.",
        evidence = "Source and row level (DWH_BCSS_NomenclatureVarDer, last day of the quarter) are those of the documented flags of the same phrase.",
        evidence = "'Al dan niet' stands once in the phrase, before its first item; that it holds for this item too, so that the value is yes or no, is a reading.",
    )]
    pub benefit_and_self_employment: Option<bool>,

    /// Says whether the unemployed person also gets support from the public centre for social welfare (PCSW): right to social integration (RMI) or to social assistance (RMH).
    ///
    /// nl: Zegt of de werkloze daarnaast steun van het OCMW krijgt: recht op maatschappelijke integratie (RMI) of op maatschappelijke hulp (RMH).
    #[variable(
        label(nl = "Werkloos met recht op OCMW-steun", en = "Unemployed with entitlement to PCSW support"),
        term = "recht op steun van het openbaar centrum voor maatschappelijk welzijn",
        of = "het statuut",
        match_quality = none,
        certainty = assumed,
        alternatives(code),
        measurement = nominal,
        codes = UnemployedWithPcswSupport,
        note = LAST_DAY_OF_QUARTER,
        note = ONLY_WITH_POSITION,
        evidence = "The page of the flag for jobseekers was not found, in Dutch or in French, nor by its description.",
        evidence = "Only the sister flag for early retirees is documented (pod_mi_prepension_complete, 0 = Nee, 1 = Ja): https://www.bcss.fgov.be/fr/dwh/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/chomage-complet-avec-complement-dentreprise-et-dis-das.html?filter=themes&institution=&sources=&themes=85",
        evidence = "The list of the sister flag is not taken over.",
        evidence = "Source and row level (DWH_BCSS_NomenclatureVarDer, last day of the quarter) are those of the documented flags of the same phrase.",
        evidence = "'Al dan niet' stands once in the phrase, before its first item; that it holds for this item too, so that the value is yes or no, is a reading.",
    )]
    pub unemployed_with_pcsw_support: Option<bool>,
}

const SOCIO_ECONOMIC_POSITION: Origin = origin! {
    name: "Nomenclatuur van socio-economische positie",
    abbreviation: "Nomenc",
    institution: "Kruispuntbank van de Sociale Zekerheid",
    file: "DWH_BCSS_NomenclatureVarDer",
    stated_validity: "2003-03-31 - ",
    stated_level: "Nominaal",
    page: "https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/nomenclatuur-van-socio-economische-positie-1",
};

const LAST_DAY_OF_QUARTER: Note = note! {
    nl: "Toestand op de laatste dag van het kwartaal, met een rij per persoon en kwartaal (bron DWH_BCSS_NomenclatureVarDer); het is geen toestand per maand.",
    en: "State on the last day of the quarter, with one row per person and quarter (source DWH_BCSS_NomenclatureVarDer); it is not a monthly state.",
};

const ONLY_WITH_POSITION: Note = note! {
    nl: "De vlag heeft alleen betekenis samen met de nomenclatuurpositie waarbij zij hoort.",
    en: "The flag has a meaning only together with the nomenclature position that it belongs to.",
};
