//! Guidance towards work: one row for each trajectory.

use super::shared::MONTH_WITHOUT_DAY;
use crate::prelude::*;

/// Guidance of one jobseeker towards work, by VDAB itself or by a partner organisation contracted by VDAB.
///
/// nl: Begeleiding van één werkzoekende naar werk, door VDAB zelf of door een partnerorganisatie waaraan VDAB heeft uitbesteed.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Traject",
    label(nl = "Traject", en = "Trajectory"),
    row_unit(nl = "één traject van één persoon", en = "one trajectory of one person"),
    analysis_unit(nl = "traject", en = "trajectory"),
    temporality = event,
    no_known_key(
        nl = "één persoon kan meerdere trajecten hebben, ook bij verschillende uitvoerders, per traject zijn meerdere transmissies mogelijk, en een nummer van het traject behoort niet tot de termen",
        en = "one person can have several trajectories, also with different executors, several transmissions are possible per trajectory, and no number of the trajectory is among the terms",
    ),
    rule(
        months_in_order: trajectory_start_month <= trajectory_end_month,
        nl = "een traject eindigt in of na de maand waarin het begint",
        en = "a trajectory ends in or after the month in which it starts",
        basis = "the meaning of start and end",
    ),
)]
pub struct Trajectory {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// Month and year in which the trajectory (guidance towards work) starts.
    ///
    /// nl: Maand en jaar waarin het traject (begeleiding naar werk) begint.
    #[variable(
        label(nl = "Begindatum van het traject (maand)", en = "Start date of the trajectory (month)"),
        term = "de begindatum",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "maand", en = "month"),
        note = MONTH_WITHOUT_DAY,
        note(
            nl = "Een rij is een traject van een persoon. Eén persoon kan meerdere trajecten hebben, ook bij verschillende uitvoerders.",
            en = "A row is a trajectory of a person. One person can have several trajectories, also with different executors.",
        ),
        note(
            nl = "Het registratiesysteem wisselt binnen 2005-2016: Cliëntvolgsysteem (CVS/Dossiermanager) in de jaren 2000, daarna Mijn Loopbaan (rechtsgrond: decreet van 23 november 2012). Een reeksbreuk in wat als traject geldt, is te verwachten; de datum van de overgang is niet bekend.",
            en = "The registration system changes within 2005-2016: Cliëntvolgsysteem (CVS/Dossiermanager) in the 2000s, then Mijn Loopbaan (legal basis: decree of 23 November 2012). A break in what counts as a trajectory is to be expected; the date of the change is not known.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
    )]
    pub trajectory_start_month: YearMonth,

    /// Month and year in which the trajectory ends.
    ///
    /// nl: Maand en jaar waarin het traject eindigt.
    #[variable(
        label(nl = "Einddatum van het traject (maand)", en = "End date of the trajectory (month)"),
        term = "de einddatum",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "maand", en = "month"),
        null(
            nl = "Het traject loopt nog op 31 december 2016, of het dossier is niet afgesloten.",
            en = "The trajectory still runs on 31 December 2016, or the file was not closed.",
        ),
        note = MONTH_WITHOUT_DAY,
        note(
            nl = "Leeg bij een traject dat op 31 december 2016 nog loopt (rechts gecensureerd) of bij een dossier dat niet is afgesloten.",
            en = "Empty for a trajectory that still runs on 31 December 2016 (right-censored) or for a file that was not closed.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
    )]
    pub trajectory_end_month: Option<YearMonth>,

    /// Who carries out the trajectory or action: a counsellor or unit of VDAB itself, or a partner organisation contracted by VDAB.
    ///
    /// nl: Wie het traject of de actie uitvoert: een consulent of eenheid van VDAB zelf, of een partnerorganisatie waaraan VDAB heeft uitbesteed.
    #[variable(
        label(nl = "Uitvoerder van het traject", en = "Executor of the trajectory"),
        term = "de uitvoerder",
        match_quality = likely,
        certainty = assumed,
        alternatives(serial_number),
        measurement = nominal,
        origin(
            name = "Uitvoerder van de actie (stappen naar werk)",
            institution = "VDAB",
            file = "Dossiermanager (CVS)",
            stated_validity = "2005-2006 (versienota's)",
            page = "http://partners.vdab.be/cvs/cvs_dossiermanager_wijzigingen.shtml",
        ),
        series_break(
            from = "2006-01-01",
            nl = "VDAB besteedt voortaan de volledige trajectbegeleiding van langdurig werkzoekenden uit (trajecttendering); daarvoor alleen losse onderdelen.",
            en = "From now on VDAB contracts out the full guidance of long-term jobseekers (trajecttendering); before that only separate parts.",
        ),
        note(
            nl = "In het dossiersysteem staat bij elke stap naar werk als uitvoerder een naam met een organisatie-eenheid (OE). In de levering is hooguit een type of een OE te verwachten.",
            en = "In the file system each step towards work has as executor a name with an organisational unit (OE). In the delivery expect at most a type or an OE.",
        ),
        note(
            nl = "In bronnen komen de partnerprogramma's TIBB, TIBB Anderstaligen, TIW en WIJ (voor jongeren onder 25) voor. Dat zijn programma's, geen bewezen waarden van deze variabele.",
            en = "Sources mention the partner programmes TIBB, TIBB Anderstaligen, TIW and WIJ (for people under 25). These are programmes, not proven values of this variable.",
        ),
        evidence = "Likely match: the executor of the action ('stappen naar werk') in Dossiermanager (CVS), from version notes of 2005-2006.",
        evidence = "No code table was found. What will be delivered (type or organisational unit) is a presumption.",
    )]
    pub trajectory_executor: Option<Code<TrajectoryExecutor>>,

    /// Judgement of the VDAB counsellor on which services the jobseeker needs, in particular whether personal service is needed.
    ///
    /// nl: Oordeel van de VDAB-bemiddelaar over welke dienstverlening de werkzoekende nodig heeft, in het bijzonder of persoonlijke dienstverlening nodig is.
    #[variable(
        label(nl = "Inschatting van de dienstverleningsnood", en = "Assessment of the need for services"),
        term = "de inschatting van de dienstverleningsnood",
        match_quality = likely,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        origin(
            name = "Inschatting van de nood aan persoonlijke dienstverlening",
            institution = "VDAB",
            file = "Mijn Loopbaan (beschreven door HIVA, Van Parys & Struyven 2017)",
            page = "https://5dok.net/document/qo5o1rok-bemiddelaar-context-digitalisering-persoonlijke-dienstverlening-formele-opvolging-werkzoekenden.html",
        ),
        note(
            nl = "In de praktijk gebruikt men de termen 'persoonlijke dienstverlening' en 'persoonlijke dienstverlening met formele opvolging'. Niet bewezen is dat het waarden van deze variabele zijn.",
            en = "In practice the terms 'personal service' and 'personal service with formal follow-up' are used. It is not proven that they are values of this variable.",
        ),
        note(
            nl = "Beschreven voor Mijn Loopbaan en de hervorming 'Iedereen Bemiddelaar'. In de eerste jaren van 2005-2016 is de waarde vermoedelijk (niet bevestigd) leeg of anders ingevuld.",
            en = "Described for Mijn Loopbaan and the reform 'Iedereen Bemiddelaar'. In the first years of 2005-2016 the value is presumably (not confirmed) empty or filled in differently.",
        ),
        note(
            nl = "Niet de bemiddelingsstatus van Arvastat: die is iets anders en begint pas in januari 2017, na de periode.",
            en = "Not the mediation status (bemiddelingsstatus) of Arvastat: that is something else and starts only in January 2017, after the period.",
        ),
        note(
            nl = "Grotendeels het eigen oordeel van de bemiddelaar: bij de stap naar dienstverlening met formele opvolging voelde 36 % van de bevraagden zich door richtlijnen gebonden (HIVA 2017, aangehaald in het Vlaams Parlement). Vestigingen zijn beperkt vergelijkbaar.",
            en = "Largely the counsellor's own judgement: at the step to service with formal follow-up 36 % of those surveyed felt bound by guidelines (HIVA 2017, quoted in the Flemish Parliament). Offices are comparable to a limited extent only.",
        ),
        evidence = "Likely match: the assessment of the need for personal service in Mijn Loopbaan, as described by HIVA (Van Parys & Struyven 2017).",
        evidence = "No code list was found, also not under: assessment of service need; basic or intensive service (basisdienstverlening, intensieve dienstverlening); VDAB contact strategy. The two terms from practice are not proven values and therefore not listed as codes.",
    )]
    pub service_need_assessment: Option<Code<ServiceNeedAssessment>>,

    /// Month and year in which VDAB passed the jobseeker's file to the body that decides on sanctions: the RVA until the end of 2015, VDAB's own control service from 2016.
    ///
    /// nl: Maand en jaar waarin VDAB het dossier van de werkzoekende doorgaf aan de instantie die over sancties beslist: tot en met 2015 de RVA, vanaf 2016 de eigen Controledienst.
    #[variable(
        label(nl = "Datum van transmissie (maand)", en = "Date of transmission (month)"),
        term = "de datum van transmissie",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        unit(nl = "maand", en = "month"),
        source_unit(
            nl = "persoon x traject (meerdere transmissies per traject mogelijk)",
            en = "person x trajectory (several transmissions per trajectory possible)",
        ),
        null(
            nl = "Nooit doorgegeven; niet hetzelfde als goed bevonden.",
            en = "Never passed on; not the same as found in order.",
        ),
        origin(
            name = "Gegevensstroom A080 (begeleiding en opvolging van werklozen, gewestelijke dienst naar RVA)",
            abbreviation = "A080",
            institution = "VDAB",
            file = "KSZ-berichtbeschrijving, 29 maart 2007",
            page = "http://docplayer.nl/1859002-Actieve-begeleiding-opvolging-werklozen.html",
        ),
        series_break(
            from = "2016-01-01",
            nl = "De bevoegdheid voor controle en sanctie gaat van de RVA naar VDAB (zesde staatshervorming).",
            en = "The power of control and sanction passes from the RVA to VDAB (sixth state reform).",
            advice(
                nl = "Vergelijk aantallen vóór en na deze datum niet.",
                en = "Do not compare numbers before and after this date.",
            ),
        ),
        note(
            nl = "Per persoon en per traject zijn meerdere transmissies mogelijk.",
            en = "Several transmissions are possible per person and per trajectory.",
        ),
        note(
            nl = "Leeg betekent nooit doorgegeven, niet goed bevonden.",
            en = "Empty means never passed on, not found in order.",
        ),
        note(
            nl = "Een transmissie is geen sanctie: de beslissing staat in de rubriek Werkloosheid van punt 4 (reden, maand en duur van de uitsluiting).",
            en = "A transmission is not a sanction: the decision is in the heading Werkloosheid of paragraph 4 (reason, month and duration of the exclusion).",
        ),
        evidence = "Likely match: the data flow A080 from the regional service to the RVA (KSZ message description of 29 March 2007).",
        evidence = "In flow A080 codes carry a prefix per service (VDAB 1xxx for the nature of the action, e.g. 1604 'andere acties'; 1xx for the result of a job offer). That table is known from the version history only, not in full.",
    )]
    pub transmission_month: Option<YearMonth>,

    /// Office (branch, job shop or competence centre) of VDAB that follows the trajectory.
    ///
    /// nl: Vestiging (kantoor, werkwinkel of competentiecentrum) van VDAB die het traject opvolgt.
    #[variable(
        label(nl = "Betrokken vestiging van de VDAB", en = "VDAB office concerned"),
        term = "de betrokken vestiging van de Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding",
        match_quality = none,
        certainty = assumed,
        alternatives(serial_number),
        measurement = nominal,
        note(
            nl = "Kantoren openen, sluiten en fuseren: bewaar een vestiging met haar geldigheidsperiode.",
            en = "Offices open, close and merge: keep an office with its period of validity.",
        ),
        note(
            nl = "Voor 2005-2016 is geen lijst of code van vestigingen bekend. In 2020 telde VDAB 138 locaties (pers).",
            en = "For 2005-2016 no list or code of offices is known. In 2020 VDAB had 138 locations (press).",
        ),
        note(
            nl = "In combinatie met de regio kan de vestiging personen herkenbaar maken; mogelijk wordt enkel een hoger niveau geleverd.",
            en = "In combination with the region the office may make persons identifiable; possibly only a higher level is delivered.",
        ),
        evidence = "No KSZ variable page: the only VDAB source known in the data warehouse, DWH_VDAB_FOREM_ACTIRIS_ADG (STAT 92), does not hold this variable on the pages that could be read (refmois, duree, ncat). The deliberation has VDAB deliver it itself (paragraph 3), from its own file system.",
        evidence = "No list of VDAB offices and job shops (werkwinkels) for 2005-2016 was found; the number of locations in 2020 (138) comes from the press.",
    )]
    pub vdab_office: Option<Code<VdabOffice>>,
}
