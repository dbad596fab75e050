//! Employment lines: one row for each line of a job in a quarter.

use super::shared::NACE_BEL_2008;
use crate::prelude::*;

/// One employment line of one person with one employer in one quarter: the contract and the establishment.
///
/// nl: Eén tewerkstellingslijn van één persoon bij één werkgever in één kwartaal: het contract en de vestiging.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Arbeidsregime en arbeidsvolume",
    label(nl = "Arbeid: tewerkstellingslijn", en = "Work: employment line"),
    row_unit(
        nl = "één tewerkstellingslijn in één kwartaal; een job kan er in een kwartaal meerdere hebben",
        en = "one employment line in one quarter; one job can have several in a quarter",
    ),
    analysis_unit(nl = "tewerkstellingslijn", en = "employment line"),
    temporality = status,
    no_known_key(
        nl = "een job kan in een kwartaal meerdere tewerkstellingslijnen hebben, en een nummer van de lijn behoort niet tot de termen",
        en = "one job can have several employment lines in a quarter, and no number of the line is among the terms",
    ),
    rule(
        establishment_from_2007: establishment_nace_code.is_none() || quarter >= YearQuarter::new(2007, 1),
        nl = "voor 2005-2006 is er geen NACE-code van de vestiging",
        en = "there is no NACE code of the establishment for 2005-2006",
        basis = "The source (DWH_ONSS_StatbaseD) runs from 2007 to 2016: there is no value for 2005-2006.",
    ),
)]
pub struct EmploymentLine {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The employer that the row is about.
    #[block(role = subject)]
    pub employer: SerialNumber<Employer>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Kind of employment contract of the employment line, in the declaration full time or part time. It is the qualification in labour law: a worker who temporarily works less than the full-time contract remains full time.
    ///
    /// nl: Aard van het arbeidscontract van de tewerkstellingslijn, in de aangifte voltijds of deeltijds. Het is de arbeidsrechtelijke kwalificatie: wie tijdelijk minder werkt dan zijn voltijdse overeenkomst, blijft voltijds.
    #[variable(
        label(nl = "Type arbeidscontract", en = "Type of employment contract"),
        term = "het type arbeidscontract",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin(
            name = "Type arbeidsovereenkomst",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DmfA (aangifte, tewerkstellingslijn)",
            page = "https://www.socialsecurity.be/employer/instructions/dmfa/nl/latest/instructions/fill_in_dmfa/occupationrecord/contract_type.html",
        ),
        note(
            nl = "Lees dit niet als onbepaalde tegenover bepaalde duur: zo'n veld is in de DmfA niet bekend.",
            en = "Do not read this as open-ended versus fixed-term: no such DmfA field is known.",
        ),
        note(
            nl = "Een leerkracht met een volledig lesrooster geldt als voltijds; wie niet als voltijds geldt, is deeltijds.",
            en = "A teacher with a full timetable counts as full time; a worker who does not count as full time is part time.",
        ),
        evidence = "Match likely: the field 'type arbeidsovereenkomst' of the employment line in the instructions of the RSZ for the DmfA, which ask for full time or part time. No warehouse page was found, in Dutch or French.",
        evidence = "The page shows no codes, so the two labels are listed without a code. They are those of the declaration, not of the delivery: the list is for reference only.",
        evidence = "Type: the phrase names a type ('het type arbeidscontract'), which is a code.",
    )]
    pub contract_type: Option<Code<ContractType>>,

    /// Code of the activity of the local establishment where the worker works. It equals that of the enterprise unless the establishment clearly does something else.
    ///
    /// nl: Code van de activiteit van de lokale vestigingseenheid waar de werknemer werkt. Ze is gelijk aan die van de onderneming, tenzij de vestiging duidelijk iets anders doet.
    #[variable(
        label(nl = "NACE-code van de vestiging", en = "NACE code of the establishment"),
        term = "vestiging",
        of = "de NACE-code van de werkgever en de vestiging",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        universe(
            nl = "enkel werknemers van RSZ-werkgevers; voor de RSZPPO is geen dergelijke bron bekend",
            en = "workers of RSZ employers only; no such source is known for RSZPPO",
        ),
        source_unit(
            nl = "werknemer x kwartaal, één (de laatste) vestiging, tot 2013; tewerkstellingslijn x kwartaal, meerdere mogelijk, sinds 2014-K4",
            en = "worker x quarter, one (the last) establishment, up to 2013; employment line x quarter, several possible, since 2014-Q4",
        ),
        null(
            nl = "Vaak structureel: geen bron in 2005-2006, tot 2014 enkel het tweede en vierde kwartaal, en geen bron bekend voor de RSZPPO.",
            en = "Often structural: no source in 2005-2006, up to 2014 only the second and fourth quarter, and no source known for RSZPPO.",
        ),
        valid(from = "2007-01-01"),
        series_break(
            from = "2007",
            nl = "De bron begint in 2007.",
            en = "The source starts in 2007.",
            advice(nl = "Behandel 2005-2006 als niet beschikbaar.", en = "Treat 2005-2006 as not available."),
        ),
        series_break = NACE_BEL_2008,
        series_break(
            from = "2014-Q4",
            nl = "Er zijn meerdere vestigingen per werknemer en kwartaal mogelijk (één per tewerkstellingslijn) in plaats van één.",
            en = "Several establishments per worker and quarter become possible (one per employment line) instead of one.",
        ),
        series_break(
            from = "2015",
            nl = "De bron bestaat voor alle vier de kwartalen in plaats van enkel het tweede en vierde.",
            en = "The source exists for all four quarters instead of the second and fourth only.",
            advice(
                nl = "Vergelijk over de jaren enkel tweede en vierde kwartalen.",
                en = "Compare only second and fourth quarters across years.",
            ),
        ),
        note(
            nl = "De bron (DWH_ONSS_StatbaseD) loopt van 2007 tot 2016: voor 2005-2006 is er geen waarde.",
            en = "The source (DWH_ONSS_StatbaseD) runs from 2007 to 2016: there is no value for 2005-2006.",
        ),
        note(
            nl = "Tot 2014 bestaat de bron enkel voor het tweede en vierde kwartaal, vanaf 2015 voor alle vier: ontbreken in de andere kwartalen is structureel.",
            en = "Up to 2014 the source exists for the second and fourth quarter only, from 2015 for all four: missing in the other quarters is structural.",
        ),
        note(
            nl = "Tot 2013 is er precies één (de laatste) vestiging per werknemer en kwartaal; sinds 2014-Q4 zijn er meerdere mogelijk (één per tewerkstellingslijn). De kwartalen daartussen zijn onduidelijk.",
            en = "Up to 2013 there is exactly one (the last) establishment per worker and quarter; since 2014-Q4 several are possible (one per employment line). The quarters between are unclear.",
        ),
        note(
            nl = "Enkel de RSZ; voor de RSZPPO is geen dergelijke bron bekend.",
            en = "RSZ only; no such source is known for RSZPPO.",
        ),
        note(
            nl = "De vermelde codes zijn de 88 afdelingen (twee cijfers) vanaf 2008, ter oriëntatie; van NACE-BEL 2003, voor 2007 en vroeger, werd in openbare bronnen geen volledige lijst gevonden.",
            en = "The codes listed are the 88 divisions (two digits) from 2008 on, for orientation; no whole list of NACE-BEL 2003, for 2007 and before, was found in public material.",
        ),
        evidence = "One phrase of the deliberation names two variables; this one is the establishment's code.",
        evidence = "The page of the variable itself was not found; its source is DWH_ONSS_StatbaseD (2007-2016), whose page was found. That page says 'up to 2013' and 'since 2014Q4'.",
        evidence = "The break date of NACE-BEL 2008 is documented for the RSVZ variable.",
        evidence = "The 88 divisions have the official titles of NACE Rev. 2 (Regulation (EC) No 1893/2006), read in the package named below; they are not copied from a warehouse table. A second reading, the file of NACE-BEL 2008 of Statbel, has the same divisions and agrees in English (but for a word left out at 79). In Dutch NACE-BEL words 29, 41, 45, 46, 60, 62, 65, 74, 78, 87 and 88 in its own way. NACE-BEL 2003 applies to 2005-2007.",
        evidence = "NACE Rev.2, the base of NACE-BEL 2008, has 21 sections, 88 divisions, 272 groups and 615 classes = 996 codes, counted in PyPI package odoo14-addon-l10n-eu-nace 14.0.1.0.1 (odoo/addons/l10n_eu_nace/examples/NACE_REV2_nl.csv and NACE_REV2_en.csv, columns Level, Code, Description, in Dutch, English and (NACE_REV2_fr.csv) French; the package is AGPL-3, the labels are Eurostat's). PyPI naceconverter 1.0.1 holds English labels in naceconverter/nacecodes.csv. Neither holds the Belgian 5-digit subclasses nor NACE-BEL 2003; no package with those was found.",
    )]
    pub establishment_nace_code: Option<Code<EstablishmentNaceCode>>,
}
