//! Training: one row for each training or training module.

use super::shared::{LABELS_WITHOUT_CODES, MONTH_WITHOUT_DAY};
use crate::prelude::*;

/// Training or training module that one person follows, as VDAB registers it.
///
/// nl: Opleiding of opleidingsmodule die één persoon volgt, zoals VDAB die registreert.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Opleiding",
    label(nl = "Opleiding", en = "Training"),
    row_unit(
        nl = "één opleiding of opleidingsmodule die één persoon volgt",
        en = "one training or training module that one person follows",
    ),
    analysis_unit(nl = "opleiding", en = "training"),
    temporality = event,
    no_known_key(
        nl = "een persoon kan meerdere opleidingen volgen, tegelijk en na elkaar, en een nummer van de opleiding behoort niet tot de termen",
        en = "a person can follow several trainings, at the same time and one after another, and no number of the training is among the terms",
    ),
    rule(
        months_in_order: training_start_month <= training_end_month,
        nl = "een opleiding eindigt in of na de maand waarin ze begint",
        en = "a training ends in or after the month in which it starts",
        basis = "the meaning of start and end",
    ),
)]
pub struct Training {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// Month and year in which the training starts.
    ///
    /// nl: Maand en jaar waarin de opleiding begint.
    #[variable(
        label(nl = "Begindatum van de opleiding (maand)", en = "Start date of the training (month)"),
        term = "de begindatum",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "maand", en = "month"),
        note = MONTH_WITHOUT_DAY,
        note(
            nl = "Een rij is een gevolgde opleiding of opleidingsmodule van een persoon; een persoon kan er meerdere hebben, tegelijk en na elkaar.",
            en = "A row is a training or training module followed by a person; a person can have several, at the same time and one after another.",
        ),
        note(
            nl = "Arvastat telde werkzoekenden in opleiding niet als niet-werkende werkzoekende; hun aantallen zijn apart opvraagbaar vanaf januari 2009.",
            en = "Arvastat did not count jobseekers in training as unemployed jobseekers; their numbers can be obtained separately from January 2009.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
    )]
    pub training_start_month: YearMonth,

    /// Month and year in which the training ends.
    ///
    /// nl: Maand en jaar waarin de opleiding eindigt.
    #[variable(
        label(nl = "Einddatum van de opleiding (maand)", en = "End date of the training (month)"),
        term = "de einddatum",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "maand", en = "month"),
        note = MONTH_WITHOUT_DAY,
        note(
            nl = "Of het de werkelijke of de geplande einddatum is, is niet bekend. Bij vroegtijdig stopzetten kan de datum vóór de geplande liggen.",
            en = "Whether it is the actual or the planned end date is not known. With early termination the date can lie before the planned one.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
    )]
    pub training_end_month: Option<YearMonth>,

    /// Form of learning in which the training is given.
    ///
    /// nl: Leervorm waarin de opleiding wordt gegeven.
    #[variable(
        label(nl = "Methodiek van de opleiding", en = "Method of the training"),
        term = "de methodiek",
        match_quality = several,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        origin = COMPETENCE_FIGURES_2019,
        note(
            nl = "Twee lezingen: de leervorm (contactleren tegenover online leren) of de didactische werkvorm. De term 'webleren' komt al in 2011 voor in een VDAB-draaiboek.",
            en = "Two readings: the form of learning (contact learning against online learning) or the teaching method. The term 'webleren' (web learning) already occurs in a VDAB handbook of 2011.",
        ),
        evidence = "Several candidates: the form of learning (contact or online, as in VDAB's figures of 2019) or the teaching method (didactische werkvorm). Undecided.",
        evidence = "No code list was seen; nothing was found under the method of VDAB training, or under codes for web learning and collective learning.",
    )]
    pub training_method: Option<Code<TrainingMethod>>,

    /// Capacity in which the person follows the training.
    ///
    /// nl: Hoedanigheid waarin de persoon de opleiding volgt.
    #[variable(
        label(nl = "Statuut van de cursist", en = "Status of the trainee"),
        term = "het statuut van de cursist",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin = COMPETENCE_FIGURES_2019,
        note = LABELS_WITHOUT_CODES,
        note(
            nl = "De drie groepen zijn die waarin VDAB zijn cursisten in publicaties telt. Het bestand kan fijner zijn (bijvoorbeeld werkzoekende met of zonder uitkering); dat is onbekend.",
            en = "The three groups are those in which VDAB counts its trainees in publications. The file may be finer (for example jobseeker with or without benefit); this is unknown.",
        ),
        evidence = "Likely match: the groups in which VDAB counts its trainees in its figures of 2019; whether the file uses these groups or finer ones is not known. The codes are not known: no list was found in public material.",
    )]
    pub trainee_status: Option<Code<TraineeStatus>>,

    /// Section to which the training belongs in VDAB's classification of training. One of the three levels (section, sector, cluster) of the nature of the training, each a variable of its own.
    ///
    /// nl: Sectie waartoe de opleiding behoort in de VDAB-indeling van opleidingen. Een van de drie niveaus (sectie, sector, cluster) van de aard van de opleiding, elk een eigen variabele.
    #[variable(
        label(nl = "Aard van de opleiding: sectie", en = "Nature of the training: section"),
        term = "sectie",
        of = "de aard",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        note = SECTION_SECTOR_CLUSTER,
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "No classification was found under: VDAB training section, sector, cluster; 'opleidingscluster VDAB'; 'VDAB ontcijfert' on training. The order of section, sector and cluster was not found documented.",
    )]
    pub training_section: Option<Code<TrainingSection>>,

    /// Sector to which the training belongs in VDAB's classification of training. One of the three levels (section, sector, cluster) of the nature of the training, each a variable of its own.
    ///
    /// nl: Sector waartoe de opleiding behoort in de VDAB-indeling van opleidingen. Een van de drie niveaus (sectie, sector, cluster) van de aard van de opleiding, elk een eigen variabele.
    #[variable(
        label(nl = "Aard van de opleiding: sector", en = "Nature of the training: sector"),
        term = "sector",
        of = "de aard",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        note = SECTION_SECTOR_CLUSTER,
        note(
            nl = "Niet de sector van de werkgever in de rubriek Werkplekleren, die op NACE is gebaseerd.",
            en = "Not the sector of the employer under the heading Werkplekleren, which is based on NACE.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "No classification was found under: VDAB training section, sector, cluster; 'opleidingscluster VDAB'; 'VDAB ontcijfert' on training. The order of section, sector and cluster was not found documented.",
    )]
    pub training_sector: Option<Code<TrainingSector>>,

    /// Cluster to which the training belongs in VDAB's classification of training. One of the three levels (section, sector, cluster) of the nature of the training, each a variable of its own.
    ///
    /// nl: Cluster waartoe de opleiding behoort in de VDAB-indeling van opleidingen. Een van de drie niveaus (sectie, sector, cluster) van de aard van de opleiding, elk een eigen variabele.
    #[variable(
        label(nl = "Aard van de opleiding: cluster", en = "Nature of the training: cluster"),
        term = "cluster",
        of = "de aard",
        match_quality = several,
        certainty = phrase,
        measurement = nominal,
        origin(
            name = "Opleidingscluster (bij OKOT-trajecten)",
            institution = "VDAB",
            file = "antwoord op schriftelijke vraag, via HLN 2019",
            stated_validity = "cijfers 2014-2018",
            page = "https://www.hln.be/nieuws/binnenland/bijna-1-500-werkzoekenden-ontvingen-diploma-knelpuntberoep-via-vdab~af1db469/",
        ),
        note = SECTION_SECTOR_CLUSTER,
        note(
            nl = "Niet beslist is wat de cluster is: de opleidingscluster (het geheel van een opleidingstraject, zoals in 'positief beëindigen van de opleidingscluster') of een van de zes beroepenclusters van Profiel en Werkplekleren. Tot VDAB antwoordt, heeft de variabele een eigen lijst.",
            en = "It is undecided what the cluster is: the training cluster (a whole training trajectory, as in 'completing the training cluster') or one of the six occupation clusters of Profiel and Werkplekleren. Until VDAB answers, the variable has a list of its own.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "Several candidates. Candidate 1: the 'opleidingscluster', a VDAB term for the whole of a training trajectory (figures 2014-2018 on OKOT trajectories count 'positief beëindigen van de opleidingscluster'). Candidate 2: the six occupation clusters of Profiel and Werkplekleren.",
        evidence = "No classification was found under: VDAB training section, sector, cluster; 'opleidingscluster VDAB'; 'VDAB ontcijfert' on training. The order of section, sector and cluster was not found documented.",
    )]
    pub training_cluster: Option<Code<TrainingCluster>>,

    /// Module of the training programme that the trainee follows.
    ///
    /// nl: Module van het opleidingsprogramma die de cursist volgt.
    #[variable(
        label(nl = "Module van de opleiding", en = "Module of the training"),
        term = "de module",
        match_quality = none,
        certainty = assumed,
        alternatives(serial_number),
        measurement = nominal,
        note(
            nl = "Waarschijnlijk de opleidingsmodule, niet bevestigd: in de jaren 2000 had 'module' bij VDAB ook een tweede betekenis (fase van de trajectwerking).",
            en = "Probably the training module, not confirmed: in the 2000s 'module' also had a second meaning at VDAB (phase of the guidance trajectory).",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "Nothing was found under modules of VDAB's 'trajectwerking', or under training module in CVS.",
    )]
    pub training_module: Option<Code<TrainingModule>>,

    /// Number of days that the training (or the participation in it) counts.
    ///
    /// nl: Aantal dagen dat de opleiding (of de deelname eraan) telt.
    #[variable(
        label(nl = "Aantal dagen van de opleiding", en = "Number of days of the training"),
        term = "het aantal dagen",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "dagen", en = "days"),
        note(
            nl = "Niet gedocumenteerd: geplande of gevolgde dagen, kalender- of opleidingsdagen, en of er halve dagen zijn.",
            en = "Not documented: planned or attended days, calendar or training days, and whether there are half days.",
        ),
        note(
            nl = "Niet af te leiden uit begin- en einddatum, want die worden per maand geleverd.",
            en = "Cannot be derived from the start and end dates, as these are delivered by month.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
    )]
    pub training_days: Option<Days>,

    /// State of the enrolment or participation in the training in the VDAB system.
    ///
    /// nl: Stand van de inschrijving voor of deelname aan de opleiding in het VDAB-systeem.
    #[variable(
        label(nl = "Toestand van de opleiding", en = "State of the training"),
        term = "de toestand",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "No list was found, also not under: state of VDAB training (planned, running, finished, cancelled); registration in Mijn Loopbaan voor partners.",
    )]
    pub training_state: Option<Code<TrainingState>>,

    /// Outcome of the training for the trainee.
    ///
    /// nl: Uitkomst van de opleiding voor de cursist.
    #[variable(
        label(nl = "Resultaat van de opleiding", en = "Result of the training"),
        term = "het resultaat",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        null(nl = "De opleiding loopt nog.", en = "The training is still running."),
        note(
            nl = "Leeg bij een lopende opleiding; lees het resultaat samen met de toestand.",
            en = "Empty for a training that is still running; read the result together with the state.",
        ),
        note(
            nl = "Bij onderwijskwalificerende trajecten (OKOT) telt VDAB positief beëindigd, vroegtijdig stopgezet of niet geslaagd. Dat is een telling, geen bewezen codelijst.",
            en = "For trajectories towards an educational qualification (OKOT) VDAB counts completed, stopped early or failed. That is a count, not a proven code list.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "No list of result codes was seen, also not under: result of VDAB training (completed, stopped); 'VDAB ontcijfert' no. 41. VDAB publications do distinguish whether a training was completed successfully.",
        evidence = "Count for OKOT trajectories: https://www.hln.be/nieuws/binnenland/bijna-1-500-werkzoekenden-ontvingen-diploma-knelpuntberoep-via-vdab~af1db469/",
        evidence = "Flow A080 has a field 'reden vroegtijdige beëindiging' (reason of early termination), but that is a message to the RVA.",
    )]
    pub training_result: Option<Code<TrainingResult>>,

    /// Indication that the training line in the file was converted into a guidance line.
    ///
    /// nl: Aanduiding dat de opleidingslijn in het dossier is omgezet in een begeleidingslijn.
    #[variable(
        label(nl = "Omzetting in een begeleidingslijn", en = "Conversion into a guidance line"),
        term = "de aanduiding van de omzetting in een begeleidingslijn",
        match_quality = none,
        certainty = assumed,
        alternatives(code),
        measurement = nominal,
        codes = ConvertedToGuidanceLine,
        note(
            nl = "'Lijn' is bij VDAB een geregistreerde stap naar werk in het dossier; zo is er een TWE-lijn onder 'begeleiding' bij 'stappen naar werk'.",
            en = "At VDAB a 'line' is a registered step towards work in the file; there is, for example, a TWE line under 'guidance' among the 'steps towards work'.",
        ),
        note(
            nl = "Volgens de tekst van de beraadslaging wordt alleen de aanduiding geleverd, geen verwijzing naar de begeleidingslijn zelf.",
            en = "According to the text of the deliberation only the indication is delivered, no reference to the guidance line itself.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "Nothing was found under VDAB guidance line and conversion of a training line.",
    )]
    pub converted_to_guidance_line: Option<bool>,
}

const COMPETENCE_FIGURES_2019: Origin = origin! {
    name: "Cijfernota competentieversterking 2019",
    institution: "VDAB",
    file: "VDAB Studiedienst",
    page: "https://partners.vdab.be/nieuws/pers/cijfernota-vdab-competentieversterking-2019-een-synthese-van-de-kerncijfers",
};

const SECTION_SECTOR_CLUSTER: Note = note! {
    nl: "Hoe sectie, sector en cluster onder elkaar geordend zijn, is niet gedocumenteerd; de volgorde in de tekst van de beraadslaging bewijst geen hiërarchie.",
    en: "How section, sector and cluster are ordered among themselves is not documented; their sequence in the text of the deliberation proves no hierarchy.",
};
