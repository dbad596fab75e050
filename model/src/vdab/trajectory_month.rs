//! Guidance towards work: the number of messages that VDAB sent to a jobseeker, by month.

use crate::prelude::*;

/// How often VDAB notified one jobseeker of something, and obliged the jobseeker to apply, in one month.
///
/// nl: Hoe vaak VDAB één werkzoekende in één maand iets meedeelde, en hoe vaak VDAB de werkzoekende verplichtte om te solliciteren.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Traject",
    label(nl = "Traject: tellingen per maand", en = "Trajectory: counts by month"),
    row_unit(nl = "één persoon in één maand", en = "one person in one month"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = accumulated,
    key(person, month),
)]
pub struct TrajectoryMonth {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub month: YearMonth,

    /// How often VDAB notified the jobseeker of something in that month. Presumably this is the sending of vacancies without a duty to apply.
    ///
    /// nl: Hoe vaak VDAB de werkzoekende in die maand iets meedeelde. Vermoedelijk gaat het om het bezorgen van vacatures zonder verplichting om te solliciteren.
    #[variable(
        label(nl = "Aantal mededelingen per maand", en = "Number of notifications per month"),
        term = "het aantal mededelingen per maand",
        match_quality = several,
        certainty = phrase,
        measurement = metric,
        unit(nl = "mededelingen per maand", en = "notifications per month"),
        null(nl = "Maand zonder dossier.", en = "Month without a file."),
        origin(
            name = "Verwijzingstypes (caseworker, automatisch, uitnodiging)",
            institution = "VDAB",
            file = "Bollens & Cockx 2016/2017, steekproef 2007",
            page = "https://www.steunpuntwerk.be/publicaties/effectiveness-of-a-job-vacancy-referral-scheme",
        ),
        origin(
            name = "Matching bij inschrijving",
            institution = "VDAB",
            file = "Heylen & Bollens 2009",
            stated_validity = "vanaf februari-maart 2004",
            page = "http://docplayer.nl/107527528-Matching-bij-inschrijving.html",
        ),
        series_break(
            from = "2013",
            nl = "Sinds begin 2013 matcht VDAB automatisch op competenties (Cedefop).",
            en = "Since the start of 2013 VDAB matches automatically on competences (Cedefop).",
            advice(
                nl = "Vergelijk aantallen over de jaren niet zonder meer: vermoedelijk zijn zij niet vergelijkbaar.",
                en = "Do not simply compare numbers over the years: presumably they are not comparable.",
            ),
        ),
        note(
            nl = "Wat VDAB als mededeling telt, is niet gedefinieerd. Kandidaten: automatisch gematchte vacatures, vacatures die een bemiddelaar bezorgt, uitnodigingen voor een gesprek.",
            en = "What VDAB counts as a notification is not defined. Candidates: automatically matched vacancies, vacancies sent by a counsellor, invitations to an interview.",
        ),
        note(
            nl = "0 en leeg zijn verschillend: een maand zonder dossier is leeg.",
            en = "0 and empty differ: a month without a file is empty.",
        ),
        note(
            nl = "Al in 2007 waren er drie kanalen: bemiddelaar (telefoon of e-mail), software zonder bemiddelaar en uitnodiging voor een gesprek.",
            en = "There were already three channels in 2007: counsellor (telephone or e-mail), software without a counsellor, and invitation to an interview.",
        ),
        note(
            nl = "Een telling per persoon en maand, anders dan de variabelen per traject in dit blok: zij hoort in een eigen tabel.",
            en = "A count by person and month, unlike the variables by trajectory under this heading: it belongs in a table of its own.",
        ),
        evidence = "Several candidates; no VDAB source defines the word 'mededeling'. Candidates: automatically matched vacancies, vacancies sent by a counsellor, invitations to an interview.",
        evidence = "Three referral types are known from a sample of 2007 (Bollens & Cockx); 'matching bij inschrijving' has existed since February-March 2004 (Heylen & Bollens 2009).",
        evidence = "To ask VDAB: which notifications count?",
    )]
    pub notifications_per_month: Option<Count>,

    /// Number of times in that month that VDAB obliged the jobseeker to apply for a given vacancy.
    ///
    /// nl: Aantal keren in die maand dat VDAB de werkzoekende verplichtte om voor een bepaalde vacature te solliciteren.
    #[variable(
        label(
            nl = "Aantal sollicitatieopdrachten per maand",
            en = "Number of application assignments per month",
        ),
        term = "het aantal sollicitatieopdrachten per maand",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        unit(nl = "opdrachten per maand", en = "assignments per month"),
        origin(
            name = "Sollicitatieopdracht",
            institution = "VDAB",
            file = "Mijn Loopbaan voor partners (handleiding), persberichten 2018",
            page = "http://docplayer.nl/3265324-Mijn-loopbaan-voor-partners.html",
        ),
        note(
            nl = "Verplichtend, anders dan een mededeling: VDAB gaat bij de werkgever na of de opdracht is uitgevoerd, en weigering kan tot transmissie leiden.",
            en = "Compulsory, unlike a notification: VDAB checks with the employer whether the assignment was carried out, and refusal can lead to transmission.",
        ),
        note(
            nl = "0 en leeg zijn verschillend. Een telling per persoon en maand, anders dan de variabelen per traject in dit blok; een bovengrens is niet gedocumenteerd.",
            en = "0 and empty differ. A count by person and month, unlike the variables by trajectory under this heading; no upper limit is documented.",
        ),
        evidence = "Likely match: the 'sollicitatieopdracht' of Mijn Loopbaan voor partners (manual) and press reports of 2018.",
    )]
    pub assignments_per_month: Option<Count>,
}
