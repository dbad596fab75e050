//! Workplace learning: one row for each action.

use super::shared::{
    CLASSIFICATION_UNDECIDED, CLUSTERS_DESCRIBED_LATER, LABELS_WITHOUT_CODES, MONTH_WITHOUT_DAY,
    OCCUPATION_CLUSTER_SECTORS,
};
use crate::prelude::*;

/// Internship or other workplace learning of one person: what VDAB calls an action.
///
/// nl: Stage of ander werkplekleren van één persoon: wat VDAB een actie noemt.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Werkplekleren",
    label(nl = "Werkplekleren", en = "Workplace learning"),
    row_unit(nl = "één actie van één persoon", en = "one action of one person"),
    analysis_unit(nl = "actie", en = "action"),
    temporality = event,
    no_known_key(
        nl = "een rij is een actie, en een nummer van de actie behoort niet tot de termen",
        en = "a row is an action, and no number of the action is among the terms",
    ),
    rule(
        months_in_order: action_start_month <= action_end_month,
        nl = "een actie eindigt in of na de maand waarin ze begint",
        en = "an action ends in or after the month in which it starts",
        basis = "the meaning of start and end",
    ),
)]
pub struct WorkplaceLearning {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// Form of workplace learning in which the jobseeker takes part.
    ///
    /// nl: Vorm van werkplekleren waaraan de werkzoekende deelneemt.
    #[variable(
        label(nl = "Type stage of werkplekleren", en = "Type of internship or workplace learning"),
        term = "het type stage",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin(
            name = "Vormen van werkplekleren (hervorming 1 september 2018, met oude en nieuwe namen)",
            institution = "VDAB",
            file = "Agoria, op basis van de Vlaamse regelgeving",
            page = "https://www.agoria.be/nl/Vlaanderen-hervormt-werkplekleren-vanaf-1-september-2018",
        ),
        series_break(
            from = "2012",
            nl = "De curatieve IBO (C-IBO) komt erbij; de dag is niet bekend.",
            en = "The curative IBO (C-IBO) is added; the day is not known.",
        ),
        series_break(
            from = "2013-02-01",
            nl = "De instapstage komt erbij: overeenkomsten bij VDAB vanaf deze datum.",
            en = "The entry internship (instapstage) is added: agreements with VDAB from this date.",
        ),
        note = LABELS_WITHOUT_CODES,
        note(
            nl = "Niet in de lijst, want hun rechtsgrond is van na 2016: de werkervaringsstage (besluit gepubliceerd op 3 februari 2017) en de activeringsstage (BVR van 10 maart 2017, stages vanaf 11 april 2017). De namen BIS en BVS gelden pas vanaf 1 september 2018.",
            en = "Not in the list, because their legal basis is later than 2016: the werkervaringsstage (decree published on 3 February 2017) and the activeringsstage (decree of 10 March 2017, internships from 11 April 2017). The names BIS and BVS hold only from 1 September 2018.",
        ),
        note(
            nl = "K-IBO (kwetsbare werkzoekenden) hoort hier niet: zij vervangt C-IBO en GIBO pas vanaf 1 september 2018.",
            en = "K-IBO (vulnerable jobseekers) does not belong here: it replaces C-IBO and GIBO only from 1 September 2018.",
        ),
        note(
            nl = "IBO-T (met taalondersteuning) bestaat vanaf 2014, maar taalondersteuning is een aparte variabele. Of VDAB de IBO-varianten als aparte waarden bewaart of als kenmerk bij IBO, is niet bekend.",
            en = "IBO-T (with language support) exists from 2014, but language support is a separate variable. Whether VDAB keeps the IBO variants as separate values or as a feature of IBO is not known.",
        ),
        note(
            nl = "IBO is contractueel anders: de werkgever betaalt een premie en moet nadien aanwerven. De groep achter deze beraadslaging onderscheidt in publicaties contractueel en niet-contractueel werkplekleren (Wood, Neels & Vujić 2024).",
            en = "IBO differs by contract: the employer pays a premium and must hire afterwards. The group behind this deliberation distinguishes contractual and non-contractual workplace learning in publications (Wood, Neels & Vujić 2024).",
        ),
        note(nl = "Een rij is een actie van een persoon.", en = "A row is an action of a person."),
        evidence = "Likely match: the forms of workplace learning with old and new names in the reform of 1 September 2018 (Agoria, after the Flemish regulations). Labels only; VDAB's codes were not found in public material.",
        evidence = "Not found: the day on which C-IBO starts in 2012, the start of IBO-interim, the period of the Instapopleiding.",
    )]
    pub internship_type: Option<Code<InternshipType>>,

    /// Month and year in which the internship or workplace learning starts.
    ///
    /// nl: Maand en jaar waarin de stage of het werkplekleren begint.
    #[variable(
        label(nl = "Begindatum van de actie (maand)", en = "Start date of the action (month)"),
        term = "de begindatum van de actie",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "maand", en = "month"),
        note = MONTH_WITHOUT_DAY,
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
    )]
    pub action_start_month: YearMonth,

    /// Month and year in which the internship or workplace learning ends.
    ///
    /// nl: Maand en jaar waarin de stage of het werkplekleren eindigt.
    #[variable(
        label(nl = "Einddatum van de actie (maand)", en = "End date of the action (month)"),
        term = "de einddatum van de actie",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "maand", en = "month"),
        note = MONTH_WITHOUT_DAY,
        note(
            nl = "Of het de werkelijke of de geplande einddatum is, is niet bekend; verlenging en voortijdige stopzetting komen allebei voor.",
            en = "Whether it is the actual or the planned end date is not known; extension and early termination both occur.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
    )]
    pub action_end_month: Option<YearMonth>,

    /// State of the action in the VDAB system.
    ///
    /// nl: Stand van de actie in het VDAB-systeem.
    #[variable(
        label(nl = "Toestand van de actie", en = "State of the action"),
        term = "de toestand",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        note(
            nl = "In beleidsdebatten over IBO bestaat het begrip 'ongunstig stopgezet'. Dat is eerder een resultaat dan een bewezen waarde van deze variabele.",
            en = "Policy debates on IBO use the notion 'ongunstig stopgezet' (stopped unfavourably). That is a result rather than a proven value of this variable.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "No list was found, also not under: state of IBO, codes for favourably or unfavourably stopped; audit of IBO by the Court of Audit (Rekenhof).",
    )]
    pub action_state: Option<Code<ActionState>>,

    /// Situation in which the participant or the action is; the text of the deliberation does not specify it further.
    ///
    /// nl: Situatie waarin de deelnemer of de actie zich bevindt; de tekst van de beraadslaging omschrijft haar niet nader.
    #[variable(
        label(nl = "Situatie bij de actie", en = "Situation in the action"),
        term = "de situatie",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        note(
            nl = "Staat in de tekst naast de toestand en is dus een andere variabele. Het kan de stand van de persoon zijn (bijvoorbeeld werkzoekend bij de start) of de reden van de stand; dat blijft open tot VDAB antwoordt.",
            en = "Stands beside the state in the text and is thus another variable. It may be the position of the person (for example jobseeker at the start) or the reason for the state; this stays open until VDAB answers.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "Nothing was found under the situation in VDAB workplace learning, or in deliberations on VDAB, workplace learning, state and situation.",
    )]
    pub action_situation: Option<Code<ActionSituation>>,

    /// Duration of the training at the workplace, as fixed in the agreement.
    ///
    /// nl: Duur van de opleiding op de werkplek, zoals in de overeenkomst vastgelegd.
    #[variable(
        label(nl = "Opleidingsduur van de actie", en = "Training duration of the action"),
        term = "de opleidingsduur",
        match_quality = likely,
        certainty = assumed,
        alternatives(weeks, months, days, hours),
        measurement = metric,
        range(
            nl = "IBO: 4..26 weken; C-IBO (vanaf 2012): 4..52 weken; instapstage (vanaf 2013): 3 maanden",
            en = "IBO: 4..26 weeks; C-IBO (from 2012): 4..52 weeks; instapstage (from 2013): 3 months",
        ),
        origin(
            name = "Duur van de IBO",
            institution = "VDAB",
            file = "Heylen & Bollens 2009 (IBO 2000-2008)",
            page = "https://adoc.pub/de-individuele-beroepsopleiding-in-de-onderneming.html",
        ),
        origin(
            name = "Duur van IBO (4-26 weken) en C-IBO (4-52 weken)",
            institution = "VDAB",
            file = "Fidubel, april 2012",
            page = "http://www.fidubel.be/documents/news-items/20120410-ibo-formation-professionnelle-individuelle.xml?lang=nl",
        ),
        note(
            nl = "De eenheid in het bestand is niet bekend (weken, maanden, dagen of uren): bewaar de waarde samen met haar eenheid.",
            en = "The unit in the file is not known (weeks, months, days or hours): keep the value together with its unit.",
        ),
        note(
            nl = "De grenzen (IBO 4 tot 26 weken; C-IBO vanaf 2012 4 tot 52 weken; instapstage vanaf 2013 3 maanden) zijn regels per vorm, uit bronnen van 2009, 2012 en 2013, geen gedocumenteerd bereik van de variabele. Andere bronnen geven voor de gewone IBO 1 tot 6 maanden.",
            en = "The limits (IBO 4 to 26 weeks; C-IBO from 2012 4 to 52 weeks; instapstage from 2013 3 months) are rules per form, from sources of 2009, 2012 and 2013, not a documented range of the variable. Other sources give 1 to 6 months for the ordinary IBO.",
        ),
        note(
            nl = "De geplande duur volgens het contract, niet de werkelijke duur; die volgt uit de begin- en de einddatum.",
            en = "The planned duration according to the contract, not the actual duration; that follows from the start and end dates.",
        ),
        evidence = "Likely match: the duration of the IBO (Heylen & Bollens 2009; Fidubel, April 2012). The unit in the file was not found.",
    )]
    pub training_duration: Option<Count>,

    /// VDAB occupation cluster in which the action is classified.
    ///
    /// nl: Beroepencluster van VDAB waarbij de actie is ingedeeld.
    #[variable(
        label(nl = "Beroepencluster van de actie", en = "Occupation cluster of the action"),
        term = "de beroepencluster waartoe de actie behoort",
        match_quality = several,
        certainty = phrase,
        measurement = nominal,
        origin = OCCUPATION_CLUSTER_SECTORS,
        note = LABELS_WITHOUT_CODES,
        note = CLASSIFICATION_UNDECIDED,
        note = CLUSTERS_DESCRIBED_LATER,
        note(
            nl = "Eén waarde per actie, anders dan de gewenste beroepencluster in het profiel.",
            en = "One value per action, unlike the desired occupation cluster in the profile.",
        ),
        evidence = "Several candidates. Candidate 1: the six occupation clusters of VDAB's sectoral steering model; candidate 2: the occupational fields and groups (beroepenvelden, beroepsgroepen) of Arvastat. Undecided.",
        evidence = "Of the six cluster labels only two are known; the other four were not found on the VDAB extranet, in annual reports or in the press (four attempts). The codes of the clusters are not known.",
        evidence = "The page with the six clusters dates from after the observation period.",
    )]
    pub action_occupation_cluster: Option<Code<ActionOccupationCluster>>,

    /// Indication that the participant gets Dutch language support during the workplace learning.
    ///
    /// nl: Aanduiding dat de deelnemer tijdens het werkplekleren taalondersteuning Nederlands krijgt.
    #[variable(
        label(nl = "Taalondersteuning", en = "Language support"),
        term = "de aanduiding van de taalondersteuning",
        match_quality = likely,
        certainty = assumed,
        alternatives(code),
        measurement = nominal,
        codes = LanguageSupport,
        origin(
            name = "IBO met taalondersteuning (IBO-T)",
            abbreviation = "IBO-T",
            institution = "VDAB",
            file = "VDAB-persbericht 2022",
            stated_validity = "tellingen vanaf 2014",
            page = "https://www.vdab.be/persberichten/persberichten-algemeen/ook-vlamingen-met-beperkte-kennis-van-het-nederlands-zijn-meer",
        ),
        series_break(
            from = "2014",
            nl = "De telling van IBO's met taalcoaching (IBO-T) begint.",
            en = "The count of IBOs with language coaching (IBO-T) begins.",
            advice(nl = "Verwacht vóór 2014 leeg of nul.", en = "Expect empty or zero before 2014."),
        ),
        note(
            nl = "Zeldzaam: VDAB telde 1.631 IBO's met taalcoaching van 2014 tot maart 2022.",
            en = "Rare: VDAB counted 1,631 IBOs with language coaching from 2014 to March 2022.",
        ),
        note(
            nl = "Niet gedocumenteerd is of het een ja/nee is of een soort ondersteuning; voor andere vormen dan IBO is niets bekend.",
            en = "It is not documented whether this is a yes/no or a kind of support; for forms other than IBO nothing is known.",
        ),
        evidence = "Likely match: IBO with language support (IBO-T), from a VDAB press release of 2022 with counts from 2014. For other forms of workplace learning nothing was found.",
    )]
    pub language_support: Option<bool>,

    /// Size of the company where the action takes place, presumably in classes of number of employees.
    ///
    /// nl: Grootte van het bedrijf waar de actie plaatsvindt, vermoedelijk in klassen van aantal werknemers.
    #[variable(
        label(nl = "Bedrijfsgrootte", en = "Company size"),
        term = "de bedrijfsgrootte",
        match_quality = none,
        certainty = assumed,
        alternatives(count),
        measurement = ordinal,
        note(
            nl = "Ga na of de onderneming of de vestiging bedoeld is: VDAB-sectorrapporten gebruiken zowel 'bedrijfsgrootte' als 'vestigingsgrootte'.",
            en = "Check whether the enterprise or the establishment is meant: VDAB sector reports use both 'bedrijfsgrootte' (company size) and 'vestigingsgrootte' (size of the establishment).",
        ),
        note(
            nl = "De klassen zijn niet bekend. Neem de dimensieklassen van de RSZ niet over zonder bewijs.",
            en = "The classes are not known. Do not take over the size classes of the RSZ without proof.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "No classes were found, also not in 'VDAB ontcijfert' on IBO by company size or in the size classes of VDAB's sector reports.",
    )]
    pub company_size: Option<Code<CompanySize>>,

    /// Economic sector of the employer with whom the action takes place, in VDAB's sector classification based on NACE.
    ///
    /// nl: Economische sector van de werkgever bij wie de actie plaatsvindt, in de sectorindeling van VDAB op basis van NACE.
    #[variable(
        label(nl = "Sector van de werkgever", en = "Sector of the employer"),
        term = "de sector",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin = OCCUPATION_CLUSTER_SECTORS,
        origin(
            name = "Sectorrapporten NACE",
            institution = "VDAB",
            file = "VDAB Studiedienst",
            page = "https://www.vdab.be/trends/sectorrapporten",
        ),
        series_break(
            from = "2008-01-01",
            nl = "NACE-BEL 2003 wordt NACE-BEL 2008; een publicatie met VDAB-vacatures gebruikt nog driecijferige codes van vóór 2008 (bijvoorbeeld 851 gezondheidszorg).",
            en = "NACE-BEL 2003 becomes NACE-BEL 2008; a publication with VDAB vacancies still uses three-digit codes from before 2008 (for example 851 health care).",
            advice(
                nl = "Ga na welke versie van NACE de waarde volgt.",
                en = "Check which version of NACE the value follows.",
            ),
        ),
        note = LABELS_WITHOUT_CODES,
        note(
            nl = "De NACE-codes tussen haakjes horen bij de omschrijving van de sector; zij zijn niet de code van VDAB.",
            en = "The NACE codes in brackets belong to the description of the sector; they are not VDAB's code.",
        ),
        note(
            nl = "De 10 getoonde sectoren zijn het begin van een langere lijst, die over zes clusters loopt.",
            en = "The 10 sectors shown are the beginning of a longer list, which runs over six clusters.",
        ),
        note(
            nl = "De indeling volgt NACE, niet het paritair comité: VDAB waarschuwt dat beide niet vergelijkbaar zijn.",
            en = "The classification follows NACE, not the joint committee (paritair comité): VDAB warns that the two are not comparable.",
        ),
        evidence = "Likely match: VDAB's division into sectors by occupation cluster and its sector reports by NACE.",
        evidence = "10 sector labels were read of a longer list (up to the second of six clusters); VDAB's codes of the sectors were not found in public material.",
    )]
    pub employer_sector: Option<Code<EmployerSector>>,
}
