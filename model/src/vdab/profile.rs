//! The jobseeker's file at VDAB: one row for each person and month.

use super::shared::{
    CLASSIFICATION_UNDECIDED, CLUSTERS_DESCRIBED_LATER, LABELS_WITHOUT_CODES,
    OCCUPATION_CLUSTER_SECTORS,
};
use crate::prelude::*;

/// What the VDAB file says of one jobseeker in one month: registration, wishes, education and limitations.
///
/// nl: Wat het VDAB-dossier in één maand over één werkzoekende zegt: inschrijving, wensen, studies en beperkingen.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Profiel",
    label(nl = "Profiel", en = "Profile"),
    row_unit(nl = "één persoon in één maand", en = "one person in one month"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, registration_month),
    observation_period = registration_month,
)]
pub struct Profile {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// Month and year to which the VDAB registration of the jobseeker relates. In the STAT 92 source of the KSZ this is the reference month: the state of the file on the last calendar day of the month.
    ///
    /// nl: Maand en jaar waarop de VDAB-registratie van de werkzoekende betrekking heeft. In de STAT 92-bron van de KSZ is dat de referentiemaand: de toestand van het dossier op de laatste kalenderdag van de maand.
    #[variable(
        label(nl = "Registratiemaand", en = "Registration month"),
        term = "de registratiemaand",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        unit(nl = "maand", en = "month"),
        source_unit(
            nl = "persoon x maand, toestand op de laatste kalenderdag van de maand",
            en = "person x month, state on the last calendar day of the month",
        ),
        origin(
            name = "Referentiemaand",
            abbreviation = "refmois",
            institution = "VDAB - Forem - Actiris - ADG",
            file = "DWH_VDAB_FOREM_ACTIRIS_ADG",
            stated_validity = "01/01/2005 - ∞",
            stated_level = "Nominaal",
            page = "https://bcss.fgov.be/dwh/nl/variabledetail/vdab-forem-actiris-adg/Variables/referentiemaand-2",
        ),
        origin(
            name = "Bron DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92)",
            institution = "VDAB - Forem - Actiris - ADG",
            file = "DWH_VDAB_FOREM_ACTIRIS_ADG",
            stated_validity = "01/01/2005 - ∞",
            page = "https://bcss.fgov.be/dwh/nl/sourcedetail/dwh-vdab-forem-actiris-adg",
        ),
        note(
            nl = "Lees de waarde als een maandelijkse momentopname van het dossier, niet als inschrijvingsdatum. De beraadslaging kan met 'registratiemaand' ook de echte maand van inschrijving bedoelen.",
            en = "Read the value as a monthly snapshot of the file, not as a date of registration. With 'registratiemaand' the deliberation may also mean the actual month of registration.",
        ),
        note(
            nl = "VDAB neemt de toestand op de laatste kalenderdag van de maand; Forem en Actiris nemen die op de laatste werkdag.",
            en = "VDAB takes the state on the last calendar day of the month; Forem and Actiris take that on the last working day.",
        ),
        note(
            nl = "Een rij is een persoon in een maand (toestand op het einde van de maand), geen periode met begin en einde. STAT 92 wordt per maand geleverd; de KSZ-variabelen van punt 4 zijn per kwartaal.",
            en = "A row is a person in a month (state at the end of the month), not a period with a start and an end. STAT 92 is delivered by month; the KSZ variables of paragraph 4 are by quarter.",
        ),
        evidence = "Likely match: the reference month (refmois) of STAT 92. Its page contradicts itself: it calls the value the date on which the person registered, but also says that it is always the last day of the month.",
        evidence = "To ask VDAB: is the registration month the month of the snapshot or the month of registration itself?",
    )]
    pub registration_month: YearMonth,

    /// Number of months between the start date of unemployment (usually the registration with VDAB) and the end of the reference month. The counter restarts after an interruption of at least three months.
    ///
    /// nl: Aantal maanden tussen de begindatum van de werkloosheid (meestal de inschrijving bij de VDAB) en het einde van de referentiemaand. De teller herbegint na een onderbreking van minstens drie maanden.
    #[variable(
        label(nl = "Werkloosheidsduur volgens de VDAB", en = "Unemployment duration according to VDAB"),
        term = "de werkloosheidsduur",
        match_quality = likely,
        certainty = assumed,
        alternatives(code),
        measurement = ordinal,
        unit(nl = "maanden", en = "months"),
        source_unit(
            nl = "persoon x maand, toestand op de laatste kalenderdag van de maand",
            en = "person x month, state on the last calendar day of the month",
        ),
        origin(
            name = "Inschrijvingsduur",
            abbreviation = "duree",
            institution = "VDAB - Forem - Actiris - ADG",
            file = "DWH_VDAB_FOREM_ACTIRIS_ADG",
            stated_validity = "01/01/2005 - ∞",
            stated_level = "Ordinaal",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/vdab-forem-actiris-adg/Variables/inschrijvingsduur",
        ),
        origin(
            name = "Indeling naar werkloosheidsduur (NWWZ)",
            institution = "VDAB",
            file = "Arvastat (VDAB-statistieken, geen DWH-fiche)",
            page = "https://arvastat.vdab.be/help/arvastat_help_nwwzduur.html",
        ),
        note(
            nl = "Niet de werkloosheidsduur van punt 4 (rubriek Werkloosheid): die komt van de RVA en telt de kalendermaanden sinds een begindatum, die opschuift na drie referentiemaanden zonder recht op uitkering; ze is nooit kleiner dan 1. Het zijn twee aparte variabelen.",
            en = "Not the unemployment duration of paragraph 4 (heading Werkloosheid): that one comes from the RVA and counts calendar months since a start date, which moves after three reference months without a right to benefit; it is never below 1. They are two separate variables.",
        ),
        note(
            nl = "Arvastat verzet de begindatum na telkens minstens drie maanden arbeid (ook in het alternatieve circuit of een beschermde werkplaats), gevangenis, ziekte of zwangerschap, beroepsopleiding (collectief of individueel), vrijstelling om sociale of familiale redenen of onderbreking van de inschrijving.",
            en = "Arvastat moves the start date after at least three months of work (also in the alternative circuit or a sheltered workshop), prison, illness or pregnancy, vocational training (collective or individual), exemption for social or family reasons, or interruption of the registration.",
        ),
        note(
            nl = "Een lange beroepsopleiding of IBO (minstens drie maanden) zet de werkloosheidsduur dus op nul.",
            en = "A long vocational training or IBO (at least three months) thus sets the unemployment duration to zero.",
        ),
        note(
            nl = "De KSZ geeft als meetniveau ordinaal: mogelijk bevat het bestand klassen in plaats van maanden. Statistiek Vlaanderen publiceert de klassen minder dan 1 jaar, 1 tot 2 jaar en meer dan 2 jaar.",
            en = "The KSZ gives ordinal as level of measurement: the file may hold classes instead of months. Statistics Flanders publishes the classes less than 1 year, 1 to 2 years and more than 2 years.",
        ),
        note(
            nl = "Alleen zinvol voor wie zonder werk, ingeschreven en volledig beschikbaar is; bij andere categorieën is een lege waarde te verwachten.",
            en = "Only meaningful for those who are without work, registered and fully available; an empty value is to be expected for other categories.",
        ),
        evidence = "Likely match: duree (Inschrijvingsduur) of STAT 92 and the unemployment duration of Arvastat (NWWZ).",
        evidence = "The page of duree gives the level 'Ordinaal' but shows no table of classes: whether months or classes are delivered is undecided.",
    )]
    pub unemployment_duration: Option<Months>,

    /// Self-reported level at which the jobseeker masters a language. For Dutch, VDAB asks for the speaking level at registration.
    ///
    /// nl: Zelf aangegeven niveau waarop de werkzoekende een taal beheerst. Voor het Nederlands vraagt VDAB bij de inschrijving naar het spreekniveau.
    #[variable(
        label(nl = "Talenkennis", en = "Language knowledge"),
        term = "de talenkennis",
        match_quality = likely,
        certainty = assumed,
        alternatives(flag),
        measurement = ordinal,
        source_unit(
            nl = "persoon x taal (meerdere per persoon mogelijk)",
            en = "person x language (several per person possible)",
        ),
        origin(
            name = "Weinig kennis Nederlands",
            institution = "VDAB",
            file = "Arvastat (VDAB-statistieken, geen DWH-fiche)",
            stated_validity = "statistiek vanaf januari 2016",
            page = "https://arvastat.vdab.be/help/kennis_nl.html",
        ),
        note = LABELS_WITHOUT_CODES,
        note(
            nl = "Een herhaald paar van taal en niveau: een persoon kan meerdere talen opgeven. De lijst van talen is niet bekend; de vier niveaus zijn die voor het Nederlands.",
            en = "A repeated pair of language and level: a person can report several languages. The list of languages is not known; the four levels are those for Dutch.",
        ),
        note(
            nl = "Arvastat telt een ontbrekend niveau mee als weinig kennis van het Nederlands. Hou 'geen niveau aangeduid' apart en pas die regel pas toe bij het afleiden.",
            en = "Arvastat counts a missing level as little knowledge of Dutch. Keep 'no level given' apart and apply that rule only when deriving.",
        ),
        note(
            nl = "VDAB publiceert cijfers over de kennis van het Nederlands pas vanaf januari 2016; over de kwaliteit van de gegevens vóór die datum is niets bekend.",
            en = "VDAB publishes figures on knowledge of Dutch only from January 2016; nothing is known about the quality of the data before that date.",
        ),
        note(
            nl = "De nieuwe meting volgens het Europees Referentiekader (A1 tot C2) was nog niet ingevoerd toen VDAB zijn statistiek beschreef: verwacht die niveaus niet in 2005-2016.",
            en = "The new measurement by the Common European Framework of Reference (CEFR, A1 to C2) was not yet in use when VDAB described its statistic: do not expect those levels in 2005-2016.",
        ),
        evidence = "Likely match: the Arvastat statistic 'Weinig kennis Nederlands', which covers Dutch only and can be queried from January 2016.",
        evidence = "Labels of four levels and of 'no level given' are published; their codes, the list of languages and anything on the quality before 2016 were not found.",
    )]
    pub language_knowledge: Vec<Code<LanguageKnowledge>>,

    /// Occupation or occupations that the jobseeker says to be looking for (aspirations). VDAB asks for them at (re)registration and updates them at later contacts.
    ///
    /// nl: Beroep of beroepen waarnaar de werkzoekende zegt te zoeken (aspiraties). VDAB vraagt ze bij (her)inschrijving en werkt ze bij latere contacten bij.
    #[variable(
        label(nl = "Gewenste tewerkstelling", en = "Desired employment"),
        term = "de gewenste tewerkstelling",
        match_quality = several,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(nl = "persoon x gewenst beroep", en = "person x desired occupation"),
        origin(
            name = "Indeling naar beroepsgroep (aspiraties)",
            institution = "VDAB",
            file = "Arvastat (VDAB-statistieken, geen DWH-fiche)",
            page = "https://arvastat.vdab.be/help/arvastat_help_nwwzber.html",
        ),
        origin(
            name = "Beroependatabank Competent",
            institution = "VDAB (voorheen SERV)",
            file = "Competent",
            stated_validity = "2012 - ∞",
            page = "https://www.vdab.be/competent",
        ),
        series_break(
            from = "2012",
            nl = "Vermoedelijk CO.BR.A-beroepen tot ongeveer 2012 en Competent daarna; VDAB matcht op competenties sinds begin 2013.",
            en = "Presumably CO.BR.A occupations until about 2012 and Competent afterwards; VDAB matches on competences since the start of 2013.",
            advice(
                nl = "Bewaar bij elke waarde de classificatie en haar versie.",
                en = "Keep the classification and its version with every value.",
            ),
        ),
        note(
            nl = "Twee lezingen: het gewenste beroep, of de gewenste aard van de tewerkstelling (contract, circuit). De buren in de tekst (beroepencluster, arbeidsregime) spreken voor het beroep; bevestigd is het niet.",
            en = "Two readings: the desired occupation, or the desired kind of employment (contract, circuit). Its neighbours in the text (occupation cluster, work regime) speak for the occupation; this is not confirmed.",
        ),
        note(
            nl = "Een lange lijst (meer dan 150 codes): Competent telde bij de start in 2012 537 beroepsprofielen, CO.BR.A ongeveer 550 fiches. De detailcodes (beroepensjablonen) zijn nog talrijker.",
            en = "A long list (more than 150 codes): Competent held 537 occupational profiles at its start in 2012, CO.BR.A about 550 sheets. The detailed codes (beroepensjablonen) are more numerous still.",
        ),
        note(
            nl = "Een werkzoekende kan meerdere beroepen wensen en zo in meer dan één beroepsgroep geteld worden. Een rij is een persoon met één gewenst beroep.",
            en = "A jobseeker can desire several occupations and so be counted in more than one occupational group. A row is a person with one desired occupation.",
        ),
        evidence = "Several candidates: (a) the desired occupation (Arvastat aspirations by occupational group; occupational database Competent), (b) the desired kind of employment (contract, circuit). The neighbouring terms of the text favour (a); not confirmed.",
        evidence = "No codes were read: the detailed codes (beroepensjablonen) are in a spreadsheet that the Arvastat help page offers.",
        evidence = "The change of classification about 2012 is presumed, not documented for this variable.",
    )]
    pub desired_employment: Vec<Code<DesiredEmployment>>,

    /// Group of related occupations to which the desired occupation belongs, in VDAB's classification by cluster.
    ///
    /// nl: Groep van verwante beroepen waartoe het gewenste beroep behoort, volgens de clusterindeling van VDAB.
    #[variable(
        label(nl = "Gewenste beroepencluster", en = "Desired occupation cluster"),
        term = "de gewenste beroepencluster",
        match_quality = several,
        certainty = phrase,
        measurement = nominal,
        source_unit(
            nl = "persoon x gewenst beroep (meerdere per persoon mogelijk)",
            en = "person x desired occupation (several per person possible)",
        ),
        origin = OCCUPATION_CLUSTER_SECTORS,
        origin(
            name = "Beroepsgroepen en beroepenvelden",
            institution = "VDAB",
            file = "Arvastat (VDAB-statistieken, geen DWH-fiche)",
            page = "https://arvastat.vdab.be/help/arvastat_help_nwwzber.html",
        ),
        note = LABELS_WITHOUT_CODES,
        note = CLASSIFICATION_UNDECIDED,
        note = CLUSTERS_DESCRIBED_LATER,
        note(
            nl = "Afgeleid van het gewenste beroep: een persoon kan dus meerdere clusters hebben.",
            en = "Derived from the desired occupation: a person can thus have several clusters.",
        ),
        evidence = "Several candidates. Candidate 1: the six occupation clusters of VDAB's sectoral steering model; candidate 2: the occupational fields and groups (beroepenvelden, beroepsgroepen) of Arvastat. Undecided.",
        evidence = "Of the six cluster labels only two are known; the other four were not found on the VDAB extranet, in annual reports or in the press (four attempts). The codes of the clusters are not known.",
        evidence = "The page with the six clusters dates from after the observation period.",
    )]
    pub desired_occupation_cluster: Vec<Code<DesiredOccupationCluster>>,

    /// Work regime (time arrangement of the work) that the jobseeker wants.
    ///
    /// nl: Arbeidsregime (tijdsregeling van het werk) dat de werkzoekende wenst.
    #[variable(
        label(nl = "Gewenst arbeidsregime", en = "Desired work regime"),
        term = "het gewenste arbeidsregime",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        note(
            nl = "Mogelijk meerdere waarden: een werkzoekende kan misschien meer dan één regime aankruisen. Dat is niet bevestigd.",
            en = "Possibly several values: a jobseeker may be able to tick more than one regime. This is not confirmed.",
        ),
        note(
            nl = "CO.BR.A-fiches gebruiken 'arbeidsregime' voor onregelmatige uren, weekend- en nachtdiensten, dus niet enkel voor voltijds of deeltijds.",
            en = "CO.BR.A sheets use 'arbeidsregime' (work regime) for irregular hours, weekend and night shifts, so not only for full-time or part-time.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "Nothing was found under VDAB work regime (full-time, part-time, shifts) among job preferences, under the Arvastat characteristic 'arbeidsregime' (which is about vacancies), or for the VDAB registration form.",
        evidence = "That several values are possible is a presumption.",
    )]
    pub desired_work_regime: Option<Code<DesiredWorkRegime>>,

    /// Category or categories of driving licence that the jobseeker says to hold.
    ///
    /// nl: Categorie of categorieën van rijbewijs die de werkzoekende zegt te bezitten.
    #[variable(
        label(nl = "Type rijbewijs", en = "Type of driving licence"),
        term = "het type rijbewijs",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        source_unit(
            nl = "persoon x maand (meerdere categorieën per persoon mogelijk)",
            en = "person x month (several categories per person possible)",
        ),
        series_break(
            from = "2013-05-01",
            nl = "Categorieën voor bromfiets en motor wijzigen: A3 wordt AM; A1, A2 en A krijgen een nieuwe inhoud.",
            en = "Categories for moped and motorcycle change: A3 becomes AM; A1, A2 and A get a new content.",
            advice(
                nl = "Lees A1, A2 en A vóór en na deze datum niet als dezelfde categorie.",
                en = "Do not read A1, A2 and A before and after this date as the same category.",
            ),
        ),
        note(
            nl = "De codetabel van VDAB is niet bekend. De getoonde codes zijn de wettelijke Belgische categorieën en dienen alleen als referentie; of VDAB 'geen rijbewijs', 'in opleiding' of een eigen code gebruikt, is onbekend.",
            en = "VDAB's code table is not known. The codes shown are the legal Belgian categories and serve as a reference only; whether VDAB uses 'no licence', 'in training' or a code of its own is unknown.",
        ),
        note(
            nl = "Meerdere waarden mogelijk: wie CE heeft, heeft bijvoorbeeld ook B. Of VDAB alle categorieën bewaart of enkel de hoogste, is onbekend.",
            en = "Several values: who holds CE, for example, also holds B. Whether VDAB keeps all categories or only the highest is unknown.",
        ),
        note(
            nl = "Zelf ingevuld en vrij in te vullen: in VDAB-cijfers van 2021 vallen 'geen rijbewijs' en 'veld niet ingevuld' samen (41 % van de werkzoekenden). Lees leeg dus niet als 'geen rijbewijs'.",
            en = "Self-reported and optional: in VDAB figures of 2021 'no licence' and 'field not filled in' coincide (41 % of jobseekers). So do not read empty as 'no licence'.",
        ),
        note(
            nl = "Leeg betekent: geen rijbewijs of niet ingevuld; in VDAB-cijfers van 2021 vallen die twee samen.",
            en = "Empty means: no driving licence or not filled in; in VDAB figures of 2021 the two coincide.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "No VDAB code table was found; the list shown is the legal one (royal decree of 28 April 2011), read on a municipal page.",
        evidence = "Change of A3 into AM on 1 May 2013: https://mobilit.belgium.be/nl/weg/rijden/rijbewijzen/belgisch-rijbewijs/bromfietsen-en-speedpedelec-categorie-am",
    )]
    pub driving_licence_type: Vec<Code<DrivingLicenceType>>,

    /// Highest diploma obtained by the jobseeker, in VDAB's classification.
    ///
    /// nl: Hoogste behaalde diploma van de werkzoekende, in de indeling van VDAB.
    #[variable(
        label(nl = "Studieniveau", en = "Education level"),
        term = "het studieniveau",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin = ARVASTAT_EDUCATION_LEVEL,
        note = LABELS_WITHOUT_CODES,
        note = NINE_OF_FIFTEEN_LEVELS,
        note = SKILL_GROUPS,
        note = SELF_REPORTED_DIPLOMAS,
        note = DIPLOMA_NAMES_CHANGED,
        note = OTHER_SOURCE_THAN_QUALIFICATIONS,
        evidence = "Likely match: the education level of Arvastat, announced as 15 levels; the first 9 labels were read literally, the last 6 (higher education) were not.",
        evidence = "The codes of the levels were not found in public material. The period for which the 15 levels hold is not documented.",
    )]
    pub education_level: Option<Code<EducationLevel>>,

    /// Education level as registered at the moment when the jobseeker flows in. It stays fixed, while the education level itself may change.
    ///
    /// nl: Studieniveau zoals geregistreerd op het moment dat de werkzoekende instroomt. Het blijft vast, terwijl het studieniveau zelf kan wijzigen.
    #[variable(
        label(nl = "Studieniveau bij instroom", en = "Education level at inflow"),
        term = "het studieniveau bij instroom",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin = ARVASTAT_EDUCATION_LEVEL,
        note(
            nl = "De lijst is die van het studieniveau (education_level); dat zij ook hier geldt, is een aanname. Geen bron beschrijft 'bij instroom' afzonderlijk.",
            en = "The list is that of the education level (education_level); that it also holds here is an assumption. No source describes 'at inflow' separately.",
        ),
        note(
            nl = "Wat als instroom telt, is niet bekend: de eerste inschrijving ooit of het begin van de lopende werkloosheidsperiode.",
            en = "What counts as inflow is not known: the first registration ever or the start of the current period of unemployment.",
        ),
        note = LABELS_WITHOUT_CODES,
        note = NINE_OF_FIFTEEN_LEVELS,
        note = SKILL_GROUPS,
        note = SELF_REPORTED_DIPLOMAS,
        note = DIPLOMA_NAMES_CHANGED,
        note = OTHER_SOURCE_THAN_QUALIFICATIONS,
        evidence = "Likely match: the education level of Arvastat, as for education_level. That both share one list is an assumption; no source describes the value 'at inflow' separately.",
        evidence = "Of the 15 announced levels the first 9 labels were read; the codes were not found in public material. What counts as inflow was not found.",
    )]
    pub education_level_at_inflow: Option<Code<EducationLevelAtInflow>>,

    /// Indication whether the (foreign) diploma of the jobseeker has a European recognition.
    ///
    /// nl: Aanduiding of het (buitenlandse) diploma van de werkzoekende een Europese erkenning heeft.
    #[variable(
        label(nl = "Europese erkenning van het diploma", en = "European recognition of the diploma"),
        term = "de aanduiding van de Europese erkenning van het diploma",
        match_quality = none,
        certainty = assumed,
        alternatives(code),
        measurement = nominal,
        null(
            nl = "Niet eenduidig: kan een Belgisch diploma, niet gevraagd of niet erkend betekenen.",
            en = "Ambiguous: can mean a Belgian diploma, not asked or not recognised.",
        ),
        codes = DiplomaEuropeanRecognition,
        note(
            nl = "Een lege waarde kan betekenen: Belgisch diploma, niet gevraagd of niet erkend. Lees haar niet als 'nee'.",
            en = "An empty value can mean: Belgian diploma, not asked or not recognised. Do not read it as 'no'.",
        ),
        note(
            nl = "In Vlaanderen kent NARIC gelijkwaardigheid toe (niveau-erkenning of specifieke erkenning); binnen de Benelux is de niveau-erkenning automatisch sinds 2015. Of de aanduiding van VDAB daarop slaat, is onbekend.",
            en = "In Flanders NARIC grants equivalence (recognition of level or specific recognition); within the Benelux the recognition of level is automatic since 2015. Whether VDAB's indication refers to this is unknown.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "Nothing was found under VDAB recognition of a foreign diploma, or under NARIC equivalence in the VDAB file.",
    )]
    pub diploma_european_recognition: Option<bool>,

    /// Indication that the jobseeker has a work disability (lasting condition) and/or multiple psychosocial problems (PMP). VDAB calls the two together a work limitation.
    ///
    /// nl: Aanduiding dat de werkzoekende een arbeidshandicap (langdurige aandoening) en/of een multipele problematiek (PMP) heeft. VDAB noemt de twee samen arbeidsbeperking.
    #[variable(
        label(nl = "Arbeidshandicap of arbeidsbeperking", en = "Work disability or work limitation"),
        term = "de aanduiding van een arbeidshandicap of arbeidsbeperking",
        match_quality = likely,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(
            nl = "persoon x indicatie, elk met een eigen geldigheid (twee indicaties per persoon mogelijk)",
            en = "person x indication, each with its own validity (two indications per person possible)",
        ),
        origin(
            name = "Arbeidsbeperking",
            institution = "VDAB",
            file = "Arvastat (VDAB-statistieken, geen DWH-fiche)",
            page = "https://arvastat.vdab.be/help/arbeidsbeperking.html",
        ),
        origin(
            name = "NWWZ - Arbeidsgehandicapten (definities per periode)",
            institution = "VDAB",
            file = "Arvastat (VDAB-statistieken, geen DWH-fiche)",
            page = "https://arvastat.vdab.be/help/arvastat_help_arbeidsgehandicapten.html",
        ),
        series_break(
            from = "2009-02-01",
            nl = "De drie doelgroepen maken plaats voor de 7 criteria van het BVR van 18 juli 2008; een vermoeden volstaat.",
            en = "The three target groups give way to the 7 criteria of the Flemish government decree of 18 July 2008; a presumption suffices.",
        ),
        series_break(
            from = "2011-10-01",
            nl = "Een attest of verslag wordt verplicht; door die strengere definitie daalt het aantal arbeidsgehandicapte werkzoekenden in één maand merkbaar (aandeel van 14,2 % naar 13 %).",
            en = "A certificate or report becomes compulsory; through this stricter definition the number of work-disabled jobseekers falls noticeably in one month (share from 14.2 % to 13 %).",
            advice(
                nl = "Lees de daling niet als een verandering van personen.",
                en = "Do not read the fall as a change in persons.",
            ),
        ),
        series_break(
            from = "2014-07-01",
            nl = "De indicatie multipele problematiek (PMP) komt bij de ruimere variabele arbeidsbeperking.",
            en = "The indication of multiple problems (PMP) is added to the wider variable work limitation.",
        ),
        note = LABELS_WITHOUT_CODES,
        note(
            nl = "Geen ja/nee: twee onafhankelijke indicaties, elk met een eigen geldigheid (PMP 5 jaar; arbeidshandicap voor bepaalde of onbepaalde duur).",
            en = "Not a yes/no: two independent indications, each with a validity of its own (PMP 5 years; work disability for a definite or indefinite time).",
        ),
        note(
            nl = "Binnen 2005-2016 gelden vier definities: vóór februari 2009 drie doelgroepen, daarna telkens een andere vanaf februari 2009, oktober 2011 en juli 2014.",
            en = "Four definitions hold within 2005-2016: three target groups before February 2009, then a different one from February 2009, October 2011 and July 2014.",
        ),
        note(
            nl = "De 7 criteria van het BVR van 18 juli 2008 zijn niet als codelijst bekend.",
            en = "The 7 criteria of the Flemish government decree of 18 July 2008 are not known as a code list.",
        ),
        evidence = "Likely match: 'Arbeidsbeperking' of Arvastat, with the definitions per period of its page on work-disabled jobseekers.",
        evidence = "The labels of two indications are published, their codes were not found; the 7 criteria of the decree of 18 July 2008 were not found as a code list.",
    )]
    pub work_disability: Vec<Code<WorkDisability>>,
}

const ARVASTAT_EDUCATION_LEVEL: Origin = origin! {
    name: "Studieniveau",
    institution: "VDAB",
    file: "Arvastat (VDAB-statistieken, geen DWH-fiche)",
    page: "https://arvastat.vdab.be/help/studies.html",
};

const NINE_OF_FIFTEEN_LEVELS: Note = note! {
    nl: "VDAB kondigt 15 niveaus aan; de 9 getoonde zijn de eerste. De overige 6 zijn hoger onderwijs: Statistiek Vlaanderen noemt bij VDAB-cijfers graduaat of hoger beroepsonderwijs, professionele bachelor, academische bachelor, master en doctoraat. Hun juiste verdeling in 6 is niet bekend.",
    en: "VDAB announces 15 levels; the 9 shown are the first. The other 6 are higher education: with VDAB figures Statistics Flanders names graduaat or higher vocational education, professional bachelor, academic bachelor, master and doctorate. How they divide into 6 is not known.",
};

const SKILL_GROUPS: Note = note! {
    nl: "Drie samenvattende groepen: laaggeschoold (tot en met 2de graad secundair, leertijd, deeltijds beroeps), middengeschoold (3de en 4de graad secundair, Se-n-Se) en hooggeschoold (hoger onderwijs). Leertijd en deeltijds beroeps tellen dus als laaggeschoold.",
    en: "Three summary groups: low-skilled (up to second stage secondary, apprenticeship, part-time vocational), medium-skilled (third and fourth stage secondary, Se-n-Se) and high-skilled (higher education). Apprenticeship and part-time vocational thus count as low-skilled.",
};

const SELF_REPORTED_DIPLOMAS: Note = note! {
    nl: "De waarde komt uit de eigen verklaring van de burger en uit uitwisseling met de Leer- en ervaringsbewijzendatabank (LED) voor diploma's vanaf 2000. Oudere en buitenlandse diploma's zijn dus vooral zelf verklaard.",
    en: "The value comes from the citizen's own statement and from exchange with the database of learning certificates (LED) for diplomas from 2000 on. Older and foreign diplomas are thus mainly self-reported.",
};

const DIPLOMA_NAMES_CHANGED: Note = note! {
    nl: "Benamingen veranderden rond de periode; in de LED komt academische bachelor bijvoorbeeld voor vanaf 2005. Of de indeling in 15 niveaus ook voor de eerste jaren geldt, is niet gedocumenteerd.",
    en: "Names of diplomas changed around the period; in the LED, for example, academic bachelor occurs from 2005. Whether the division into 15 levels also holds for the first years is not documented.",
};

const OTHER_SOURCE_THAN_QUALIFICATIONS: Note = note! {
    nl: "Een andere bron dan het studieniveau in de rubriek Opleiding van punt 4 (LED/AHOVOKS): voeg de twee niet samen.",
    en: "A different source from the education level in the heading Opleiding of paragraph 4 (LED/AHOVOKS): do not merge the two.",
};
