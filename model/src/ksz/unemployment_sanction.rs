//! Exclusion from unemployment benefit: one row for each decision.

use super::shared::MONTH_OR_QUARTER;
use crate::prelude::*;

/// Decision to exclude one person from unemployment benefit.
///
/// nl: Beslissing om één persoon van werkloosheidsuitkeringen uit te sluiten.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Werkloosheid",
    label(nl = "Werkloosheid: uitsluitingen", en = "Unemployment: exclusions"),
    row_unit(
        nl = "één beslissing over een sanctieperiode, meerdere per persoon",
        en = "one decision on a sanction period, several per person",
    ),
    analysis_unit(nl = "beslissing over een sanctieperiode", en = "decision on a sanction period"),
    temporality = event,
    no_known_key(
        nl = "een persoon kan meerdere beslissingen hebben, en een nummer van de beslissing behoort niet tot de termen",
        en = "a person can have several decisions, and no number of the decision is among the terms",
    ),
)]
pub struct UnemploymentSanction {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// Rule of the unemployment legislation under which the person is excluded from benefits for a fixed time (sanction) or for good (abnormally long unemployment).
    ///
    /// nl: Regel van de werkloosheidswetgeving op grond waarvan de persoon voor een bepaalde duur (sanctie) of definitief (abnormaal lange werkloosheid) van uitkeringen wordt uitgesloten.
    #[variable(
        label(
            nl = "Reden van de uitsluiting van de werkloosheid",
            en = "Reason of the exclusion from unemployment benefit",
        ),
        term = "de reden van de uitsluiting van de werkloosheid",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "Reden van de sanctie",
            abbreviation = "REGROUP",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEm_Sanctions",
            stated_validity = "2002-01-01 - 2015-12-31",
            stated_level = "Nominaal",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/reden-van-de-sanctie",
        ),
        origin(
            name = "Motif de la sanction (Franse pagina)",
            abbreviation = "REGROUP",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEM_Sanctions_VI (bron niet leesbaar op deze pagina)",
            stated_validity = "2016-01-01 - ",
            stated_level = "Nominaal",
            page = "https://dwh.ksz-bcss.fgov.be/fr/variabledetail/office-national-de-lemploi/Variables/motif-de-la-sanction-5?source=21fbb31a-0abc-adbd-50dc-346a24ee44d6",
        ),
        origin(
            name = "Soort reden II",
            abbreviation = "rij_x2",
            institution = "Minirn (zo op de pagina; bron is RVA)",
            file = "DWH_ONEM_Sanctions_VI",
            stated_validity = "2016-01-01 - ",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/minirn/Variables/soort-reden-ii",
        ),
        series_break(
            from = "2006-07-01",
            nl = "Code 10 (outplacement, tewerkstellingscel) komt erbij.",
            en = "Code 10 (outplacement, employment cell) is added.",
        ),
        series_break(
            from = "2016-01-01",
            nl = "Tot eind 2015 waren de sancties over verschillende bestanden verdeeld (ACR, Sanctions, Suspension, Reduction, Dispo J); vanaf 2016 is er één bestand (DWH_ONEM_Sanctions_VI). Code 9 (langdurige werkloosheid) komt vanaf 2016 niet meer voor.",
            en = "Until the end of 2015 the sanctions were spread over several files (ACR, Sanctions, Suspension, Reduction, Dispo J); from 2016 there is one file (DWH_ONEM_Sanctions_VI). Code 9 (long-term unemployment) no longer occurs from 2016.",
            advice(
                nl = "Vergelijk aantallen niet over de breuk heen: de reeks 2002-2015 dekt alleen het bestand Sanctions.",
                en = "Do not compare numbers across the break: the series 2002-2015 covers the file Sanctions only.",
            ),
        ),
        note(
            nl = "Een rij is een beslissing over een sanctieperiode; een persoon kan meerdere rijen hebben.",
            en = "A row is a decision on a sanction period; a person can have several rows.",
        ),
        note(
            nl = "Het bestand Sanctions (2002-2015) bevat alleen sancties van bepaalde duur en de definitieve uitsluiting wegens langdurige werkloosheid. Wie niet toelaatbaar of niet vergoedbaar is, staat er niet in.",
            en = "The file Sanctions (2002-2015) holds only sanctions of fixed duration and the final exclusion for long-term unemployment. Persons who are not admissible or not eligible for benefit are not in it.",
        ),
        note(
            nl = "De echte integratie van het bestand Sanctions in het datawarehouse begint in 2003.",
            en = "The real integration of the file Sanctions in the data warehouse starts in 2003.",
        ),
        note(
            nl = "De codes vanaf 2016 vallen onder gewestelijke (1-5, 10) of federale bevoegdheid (6-8). De variabele flag_gewest geeft het gewest; dezelfde sanctie hoeft niet in elk gewest gelijk gecodeerd te zijn.",
            en = "The codes from 2016 fall under regional (1-5, 10) or federal competence (6-8). The variable flag_gewest gives the region; the same sanction need not be coded alike in every region.",
        ),
        note(
            nl = "Vanaf 2016 is er ook een hergroepering rij_x2: 110 vrijwillige werkloosheid; 210 administratieve sancties; 410 passieve beschikbaarheid; 510 en 520 uitsluiting; 710, 720 en 740 actieve beschikbaarheid.",
            en = "From 2016 there is also a regrouping rij_x2: 110 voluntary unemployment; 210 administrative sanctions; 410 passive availability; 510 and 520 exclusion; 710, 720 and 740 active availability.",
        ),
        evidence = "Exact: REGROUP 'Reden van de sanctie' (RVA), with one page for 2002-2015 and a French one from 2016.",
        evidence = "On the French page from 2016 the source is not legible; DWH_ONEM_Sanctions_VI is inferred.",
        evidence = "The labels from 2016 are published in French (1-8 and 10); the Dutch labels of the series until 2015 are reused. The French text of 2016 reads ACS-CST-TCT-FBI-PRIME / emploi ALE, the same enumeration.",
        evidence = "The list is complete for the two documented versions of REGROUP. It is kept open because the other sanction files before 2016 are not covered and because the regrouping rij_x2 may be delivered from 2016.",
        evidence = "The page of rij_x2 names the institution 'Minirn'; the source is the RVA.",
        evidence = "Content of the file Sanctions: https://dwh.ksz-bcss.fgov.be/fr/sourcedetail/dwh-onem-sanctions",
    )]
    pub exclusion_reason: Option<Code<ExclusionReason>>,

    /// Month in which the exclusion from unemployment benefit takes effect.
    ///
    /// nl: Maand waarin de uitsluiting van de werkloosheidsuitkering ingaat.
    #[variable(
        label(
            nl = "Maand van de uitsluiting van de werkloosheid",
            en = "Month of the exclusion from unemployment benefit",
        ),
        term = "de maand van de uitsluiting van de werkloosheid",
        match_quality = likely,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "maand", en = "month"),
        origin(
            name = "Begindatum/uitwerking van de sanctie (bronpagina; eigen variabelepagina niet gezien)",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEm_Sanctions",
            stated_validity = "2002-01-01 - 2015-12-31",
            page = "https://dwh.ksz-bcss.fgov.be/fr/sourcedetail/dwh-onem-sanctions",
        ),
        origin(
            name = "Begindatum van de sanctie (bronpagina; eigen variabelepagina niet gezien)",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEM_Sanctions_VI",
            stated_validity = "2016-01-01 - ",
            page = "https://bcss.fgov.be/dwh/nl/sourcedetail/dwh-onem-sanctions-vi",
        ),
        series_break = SANCTIONS_VI_2016,
        note = MONTH_OR_QUARTER,
        note(
            nl = "De maand van de beslissing hoeft niet de maand van uitwerking te zijn; welke van beide geleverd wordt, staat niet vast. De definitie gaat uit van de uitwerking.",
            en = "The month of the decision need not be the month in which it takes effect; which of the two is delivered is not settled. The definition assumes the effect.",
        ),
        note(
            nl = "De sanctiebestanden bevatten reden, duur en moment (betekening, uitwerking) van de sanctie; de einddatum is onbekend.",
            en = "The sanction files hold the reason, duration and moment (notification, effect) of the sanction; the end date is unknown.",
        ),
        note(
            nl = "Verwant maar enger: maand van uitstroom (maand_uitstroom, DWH_ONEm_FIN_DROIT_ART36, vanaf 2015), het einde van het recht op inschakelingsuitkering.",
            en = "Related but narrower: month of outflow (maand_uitstroom, DWH_ONEm_FIN_DROIT_ART36, from 2015), the end of the right to an integration allowance.",
        ),
        evidence = "Likely: the name and abbreviation of the variable are not known. The source pages say that reason, duration and moment (notification, effect) of the sanction are in the file and that the end date is unknown.",
        evidence = "That the month of the decision may differ from the month of effect comes from the RVA methodology on sanctions.",
    )]
    pub exclusion_month: Option<YearMonth>,

    /// Number of weeks of exclusion that is foreseen in the decision.
    ///
    /// nl: Aantal weken uitsluiting dat bij de beslissing voorzien is.
    #[variable(
        label(
            nl = "Voorziene duur van de uitsluiting (weken)",
            en = "Planned duration of the exclusion (weeks)",
        ),
        term = "de voorziene duur van de uitsluiting",
        match_quality = exact_for_one_source,
        certainty = documented,
        measurement = metric,
        unit(nl = "weken", en = "weeks"),
        origin(
            name = "Duur van de uitsluitingsperiode",
            abbreviation = "SEMAINES",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEM_Sanctions_VI",
            stated_validity = "2016-01-01 - ",
            stated_level = "/",
            page = "https://dwh.ksz-bcss.fgov.be/nl/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/duur-van-de-uitsluitingsperiode-2?theme=6937acdb-e3c6-e501-c66f-971385e8afca",
        ),
        origin(
            name = "Duur van de sanctie (bronpagina noemt duur; eigen variabelepagina niet gezien)",
            abbreviation = "SEMAINES (vermoed)",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEm_Sanctions",
            stated_validity = "2002-01-01 - 2015-12-31",
            page = "https://dwh.ksz-bcss.fgov.be/fr/sourcedetail/dwh-onem-sanctions",
        ),
        series_break = SANCTIONS_VI_2016,
        note(
            nl = "Ziekte of werkhervatting onderbreekt de uitsluiting: begin plus aantal weken geeft niet de einddatum.",
            en = "Illness or resumption of work interrupts the exclusion: start plus number of weeks does not give the end date.",
        ),
        note(
            nl = "Voor bepaalde weigeringen wordt 4 tot 52 weken genoemd; dat is geen algemene grens.",
            en = "For certain refusals 4 to 52 weeks are mentioned; that is no general bound.",
        ),
        note(
            nl = "Een definitieve uitsluiting (onbepaalde duur) heeft geen aantal weken; welke waarde er dan staat, is niet gedocumenteerd.",
            en = "A final exclusion (indefinite duration) has no number of weeks; which value is recorded then is not documented.",
        ),
        evidence = "Exact for the file from 2016 (DWH_ONEM_Sanctions_VI) only: the page for 2002-2015 was not seen.",
        evidence = "SEMAINES 'Duur van de uitsluitingsperiode' (RVA). Only the page from 2016 is known; its address ends in -2, so that an older version for DWH_ONEm_Sanctions must exist. The abbreviation in that file is presumed to be the same.",
        evidence = "The source page of DWH_ONEm_Sanctions mentions the duration of the sanction.",
        evidence = "The page leaves the level of measurement empty ('/'); the unit is weeks.",
        evidence = "The 4 to 52 weeks are in an annex on the page 'Reden van de sanctie'.",
    )]
    pub planned_exclusion_duration: Option<Weeks>,
}

const SANCTIONS_VI_2016: SeriesBreak = series_break! {
    from: "2016-01-01",
    nl: "De gegevens komen tot 31/12/2015 uit het bestand Sanctions en daarna uit Sanctions_VI.",
    en: "The data come from the file Sanctions until 2015-12-31 and from Sanctions_VI after that.",
    advice: {
        nl: "Zie de reden van de uitsluiting voor wat elk bestand dekt.",
        en: "See the reason for the exclusion for what each file covers.",
    },
};
