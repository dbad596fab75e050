//! Activation by a public centre for social welfare (PCSW): one row for each form or payment period.

mod partner;

use crate::prelude::*;
pub use partner::PartnerActivation;

/// Measures by which a public centre for social welfare (PCSW) guides one person, and the person's partner, to work.
///
/// nl: Maatregelen waarmee een openbaar centrum voor maatschappelijk welzijn (OCMW) één persoon, en de partner van die persoon, naar werk begeleidt.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Activeringsmaatregelen (zowel voor de betrokkene als voor de partner)",
    label(nl = "Activeringsmaatregelen", en = "Activation measures"),
    row_unit(
        nl = "één formulier of betalingsperiode; de kolommen van de partner staan naast die van de hoofdbegunstigde",
        en = "one form or payment period; the partner's columns stand beside those of the main beneficiary",
    ),
    analysis_unit(nl = "formulier of betalingsperiode", en = "form or payment period"),
    temporality = event,
    no_known_key(
        nl = "een rij is een formulier of een betalingsperiode, en nummer noch datum daarvan behoort tot de termen",
        en = "a row is a form or a payment period, and neither its number nor its date is among the terms",
    ),
)]
pub struct Activation {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Whether employment under article 60, § 7, of the PCSW act has been accepted for the person concerned.
    ///
    /// nl: Of een tewerkstelling met toepassing van artikel 60, § 7, van de OCMW-wet is aanvaard voor de betrokkene.
    #[variable(
        label(nl = "Art. 60 § 7: tewerkstelling aanvaard", en = "Art. 60 § 7: employment accepted"),
        term = "het al dan niet aanvaard zijn",
        of = "de tewerkstelling volgens artikel 60, § 7",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        universe(
            nl = "de betrokkene (hoofdbegunstigde), enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the person concerned (main beneficiary), social assistance under the act of 1965 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        codes = Art60Accepted,
        origin(
            name = "Tewerkstelling onder artikel 60 § 7 aanvaard (naam van de partnervariant zonder 'partner'; eigen pagina niet gezien)",
            abbreviation = "IA60BENACP (afgeleid)",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_level = "Nominaal",
            page = "https://dwh.ksz-bcss.fgov.be/nl/variabledetail/pod-maatschappelijke-integratie/Variables/artikel-60-ss-7-tewerkstelling-onder-artikel-60-ss-7-aanvaard-voor-de-partner-van-de-hoofdbegunstigde?source=49eb20e1-91ae-366b-b678-b1c2eaf6010d",
        ),
        note = OF_THE_PERSON,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        evidence = "Match likely: the name is that of the partner variable without 'partner', and the abbreviation IA60BENACP is derived; no page of the main beneficiary's own variable was found, in Dutch or in French.",
        evidence = "The partner variable (IA60PTNACP) has 0 Niet aanvaard and 1 Aanvaard, and so has the article 61 variable of the main beneficiary (IA61BENACP). Taking these codes over would be an assumption, so no list is given here.",
    )]
    pub art60_accepted: Option<bool>,

    /// Whether the person concerned meets the conditions for employment under article 60, § 7, of the PCSW act.
    ///
    /// nl: Of de betrokkene de voorwaarden vervult voor een tewerkstelling met toepassing van artikel 60, § 7, van de OCMW-wet.
    #[variable(
        label(nl = "Art. 60 § 7: voorwaarden vervuld", en = "Art. 60 § 7: conditions met"),
        term = "het al dan niet vervullen van de voorwaarden",
        of = "de tewerkstelling volgens artikel 60, § 7",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(
            nl = "de betrokkene (hoofdbegunstigde), enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the person concerned (main beneficiary), social assistance under the act of 1965 only",
        ),
        codes = Art60ConditionsMet,
        note = OF_THE_PERSON,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = ACCEPTED_IS_CONDITIONS_MET,
        evidence = "Match none: no page of its own was found (Dutch 'voorwaarden vervuld', French 'conditions remplies').",
        evidence = "Candidate: the acceptance variable (IA60PTNACP), whose page describes 'accepted' as meeting the conditions.",
    )]
    pub art60_conditions_met: Option<bool>,

    /// Kind of employer or place where the person concerned works under article 60, § 7, of the PCSW act.
    ///
    /// nl: Soort werkgever of plaats waar de betrokkene werkt met toepassing van artikel 60, § 7, van de OCMW-wet.
    #[variable(
        label(nl = "Art. 60 § 7: soort tewerkstelling", en = "Art. 60 § 7: kind of employment"),
        term = "het soort tewerkstelling",
        of = "de tewerkstelling volgens artikel 60, § 7",
        match_quality = likely,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "de betrokkene (hoofdbegunstigde), enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the person concerned (main beneficiary), social assistance under the act of 1965 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        origin(
            name = "Artikel 60, § 7 - Plaats van tewerkstelling van de hoofdbegunstigde",
            abbreviation = "CA60BENPLC",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_validity = "2002-10-01 - ",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/artikel-60-ss-7-plaats-van-tewerkstelling-van-de-hoofdbegunstigde?themes=c7593bda-fd74-0903-5c40-04c5b28929b7",
        ),
        note = OF_THE_PERSON,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = LEADING_ZERO,
        note(
            nl = "De codelijst is niet volledig bekend: ze loopt ten minste tot 15. Van code 6 is alleen het begin van het label bekend; 15 staat voor sociale economie.",
            en = "The code list is not fully known: it runs at least to 15. Of code 6 only the beginning of the label is known; 15 stands for social economy.",
        ),
        evidence = "Match likely: own Dutch page of CA60BENPLC, 'plaats van tewerkstelling'.",
        evidence = "The code table of that page is known up to the beginning of code 6. Code 15 (social economy) is mentioned on the page of THP_ID, so the list runs at least to 15. The label and validity of 15 in this variable are not known.",
        evidence = "That 'soort tewerkstelling' is the same as 'plaats van tewerkstelling' is a presumption: no other article 60 variable about a type was found.",
    )]
    pub art60_job_type: Option<Code<Art60EmploymentType>>,

    /// Working schedule in which the person concerned works under article 60, § 7, of the PCSW act.
    ///
    /// nl: Uurrooster waarin de betrokkene werkt met toepassing van artikel 60, § 7, van de OCMW-wet.
    #[variable(
        label(nl = "Art. 60 § 7: uurrooster", en = "Art. 60 § 7: working schedule"),
        term = "het uurrooster",
        of = "de tewerkstelling volgens artikel 60, § 7",
        match_quality = none,
        certainty = assumed,
        alternatives(hours_per_week, hours),
        measurement = nominal,
        universe(
            nl = "de betrokkene (hoofdbegunstigde), enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the person concerned (main beneficiary), social assistance under the act of 1965 only",
        ),
        note = OF_THE_PERSON,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = CODE_OR_HOURS,
        evidence = "Match none: no page was found (Dutch 'uurrooster', 'werkrooster', 'uurregeling'; French 'régime horaire').",
        evidence = "Code (full-time or part-time) or number of hours is open; the model must leave both possible.",
    )]
    pub art60_work_schedule: Option<Code<Art60WorkSchedule>>,

    /// Whether employment with a third party under article 61 of the PCSW act has been accepted for the person concerned.
    ///
    /// nl: Of een tewerkstelling bij een derde met toepassing van artikel 61 van de OCMW-wet is aanvaard voor de betrokkene.
    #[variable(
        label(nl = "Art. 61: tewerkstelling aanvaard", en = "Art. 61: employment accepted"),
        term = "het al dan niet aanvaard zijn van de tewerkstelling",
        of = "de tewerkstelling volgens artikel 61",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "de betrokkene (hoofdbegunstigde), enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the person concerned (main beneficiary), social assistance under the act of 1965 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        codes = Art61Accepted,
        origin(
            name = "Article 61 - Indication de l'acceptation de la mise au travail sous l'Article 61 du bénéficiaire principal (Franse pagina)",
            abbreviation = "IA61BENACP",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_validity = "2002-10-01 - ",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/spp-integration-sociale/Variables/article-61-indication-de-l-acceptation-de-la-mise-au-travail-sous-l-article-61-du-beneficiaire-principal.html?filter=themes&institution=&sources=&themes=49",
        ),
        note = OF_THE_PERSON,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note(
            nl = "De pagina omschrijft de variabele als het vervullen van de voorwaarden (Frans: 'remplit les conditions'), niet als het aanvaarden.",
            en = "The page defines the variable as meeting the conditions (French: 'remplit les conditions'), not as accepting.",
        ),
        evidence = "Match exact: own French page of IA61BENACP, with the complete code list 0/1. The labels there are French (Pas accepté, Accepté).",
        evidence = "The acceptance flag of another measure, CPTNACTACP, has other codes ('-' and 'I') from 2016-01-01; no such codes are listed for this variable.",
    )]
    pub art61_accepted: Option<bool>,

    /// Reimbursement by the State to the PCSW for the employment of the person concerned under article 61 of the PCSW act.
    ///
    /// nl: Terugbetaling door de Staat aan het OCMW voor de tewerkstelling van de betrokkene met toepassing van artikel 61 van de OCMW-wet.
    #[variable(
        label(nl = "Art. 61: terugbetaling door de overheid", en = "Art. 61: reimbursement by the State"),
        term = "de terugbetaling door de overheid",
        of = "de tewerkstelling volgens artikel 61",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = ordinal,
        universe(nl = "de betrokkene", en = "the person concerned"),
        note = OF_THE_PERSON,
        note = FLAG_OR_AMOUNT,
        evidence = "Match none: no page was found (Dutch 'terugbetaling staat', French 'remboursement article 61').",
        evidence = "Flag or amount stays open. The reimbursement of the partnership agreement is an amount (EBENCONVCM, metric).",
        evidence = "The phrase of the deliberation can be read as the reimbursement itself or as whether the reimbursement has been accepted; the second reading would be a flag.",
    )]
    pub art61_state_refund: Option<AmountClass<Art61StateRefund>>,

    /// Kind of partnership agreement by which the PCSW, together with a recognised partner, guides the person concerned to work.
    ///
    /// nl: Soort partnerschapsovereenkomst waarmee het OCMW de betrokkene samen met een erkende partner naar werk begeleidt.
    #[variable(
        label(nl = "Aard van de partnerschapsovereenkomst", en = "Kind of partnership agreement"),
        term = "de aard van de partnerschapsovereenkomst",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(nl = "de betrokkene", en = "the person concerned"),
        note = OF_THE_PERSON,
        note = MEASURE_SINCE_2005,
        note = RECOGNISED_PARTNER,
        evidence = "Match none: only the amount was found (EBENCONVCM, metric, from 2005-01-01, valid for integration and for assistance); the variable for the kind of agreement (CBENCONV, 'type partnerschapsovereenkomst') and its codes were not.",
        evidence = "Page of EBENCONVCM: https://dwh.ksz-bcss.fgov.be/fr/variabledetail/spp-integration-sociale/Variables/montant-de-la-convention-de-partenariat-du-beneficiaire-principal?themes=2211b4b7-c355-d58f-6569-c031ad932796",
    )]
    pub partnership_type: Option<Code<PartnershipAgreementType>>,

    /// Measure by which the financial support of the PCSW is turned into wage cost for the person concerned; POD Maatschappelijke Integratie names SINE, Activa, transition programme and temporary work for integration (invoeginterim).
    ///
    /// nl: Maatregel waarmee de financiële steun van het OCMW in loonkost voor de betrokkene wordt omgezet; de POD Maatschappelijke Integratie noemt SINE, Activa, doorstromingsprogramma en invoeginterim.
    #[variable(
        label(nl = "Activeringstype", en = "Type of activation"),
        term = "het activeringstype",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(nl = "de betrokkene", en = "the person concerned"),
        note = OF_THE_PERSON,
        note = MEASURES_WITHOUT_CODES,
        evidence = "Match none: type codes were not found in Dutch or French ('type activering', 'type d'activation', CBENACT, CPTNACT).",
        evidence = "The names of the measures stand in a text of POD MI (Focus no. 1, on activation); the codes do not.",
    )]
    pub activation_type: Option<Code<ActivationType>>,

    /// Kind of employment for which the PCSW gets support from the State for the person concerned. The deliberation names it beside the type of activation and employment under articles 60 and 61.
    ///
    /// nl: Soort tewerkstelling waarvoor het OCMW steun van de Staat krijgt voor de betrokkene. De beraadslaging noemt ze naast het activeringstype en de tewerkstelling volgens artikel 60 en 61.
    #[variable(
        label(nl = "Type tewerkstelling", en = "Type of employment"),
        term = "het type tewerkstelling",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(nl = "de betrokkene", en = "the person concerned"),
        series_break = PAYMENT_CODES_2016,
        note = OF_THE_PERSON,
        note = RELATED_PAYMENT_CODE,
        evidence = "Match none: no page of its own was found (Dutch 'type tewerkstelling', French 'type de mise à l'emploi').",
        evidence = "Related only: THP_ID on the payment line (act of 1965), https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/soort-maatschappelijke-hulpverlening-toegekend-krachtens-de-wet-van-2-april-1965?filter=source&source=cbec3cea-83ee-5099-82b8-ca29c1b081bb",
        evidence = "Candidate: CTYPHLP, which the pages of THP_ID name (2002-2015 at code 60, from 2016 at code 114): if CTYPHLP = '60' and CA60BENPLC = '15', it is social economy. No page of CTYPHLP was found.",
    )]
    pub employment_type: Option<Code<EmploymentType>>,

    /// Institution involved in the training or integration of the person concerned: the PCSW as provider, the PCSW as mediator, or own initiative (exemption of income, article 35 of the royal decree of 11 July 2002).
    ///
    /// nl: Instelling die tussenkomt in de opleiding of inschakeling van de betrokkene: het OCMW als aanbieder, het OCMW als bemiddelaar, of eigen initiatief (vrijstelling van inkomsten, artikel 35 van het KB van 11 juli 2002).
    #[variable(
        label(nl = "Type socioprofessionele integratie", en = "Type of socio-professional integration"),
        term = "het type socioprofessionele integratie",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "de betrokkene (hoofdbegunstigde), enkel maatschappelijke integratie volgens de wet van 2002",
            en = "the person concerned (main beneficiary), social integration under the act of 2002 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        origin(
            name = "Type instelling die tussenkomt in de socioprofessionele integratie van de hoofdbegunstigde - maatschappelijke integratie",
            abbreviation = "CBENITGTYP",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_validity = "2002-10-01 - ",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/type-instelling-die-tussenkomt-in-de-socioprofessionele-integratie-van-de-hoofdbegunstigde-maatschappelijke-integratie.html",
        ),
        note = OF_THE_PERSON,
        note = ACT_OF_2002_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = LEADING_ZERO,
        note(
            nl = "De codelijst is niet volledig bekend: van code 2 alleen het begin van het label, hogere codes niet.",
            en = "The code list is not fully known: of code 2 only the beginning of the label, higher codes not at all.",
        ),
        note = CODE_9_UNCERTAIN,
        evidence = "Match exact: own Dutch page of CBENITGTYP.",
        evidence = "The code table of CBENITGTYP is known up to the beginning of code 2 ('Het OCMW is bemiddelaar bij de tewerk...'); higher codes are not known.",
        evidence = "Code 9 is known from an error message in PrimaBook (form B); whether and when it is in the data warehouse is uncertain.",
    )]
    pub integration_type: Option<Code<SocioprofessionalIntegrationType>>,

    /// Kind of agreement (individualised project for social integration, GPMI) that the PCSW makes with the person concerned about training, study, work or social integration.
    ///
    /// nl: Soort overeenkomst (geïndividualiseerd project voor maatschappelijke integratie, GPMI) die het OCMW met de betrokkene sluit over opleiding, studie, werk of sociale inschakeling.
    #[variable(
        label(
            nl = "Type GPMI (geïndividualiseerd project voor maatschappelijke integratie)",
            en = "Type of individualised project for social integration (GPMI)",
        ),
        term = "het type geïndividualiseerd project voor maatschappelijke integratie",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "de betrokkene (hoofdbegunstigde), enkel maatschappelijke integratie volgens de wet van 2002",
            en = "the person concerned (main beneficiary), social integration under the act of 2002 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        origin(
            name = "Type geïndividualiseerd integratieproject van de hoofdbegunstigde - Maatschappelijke integratie",
            abbreviation = "CBENIDVTYP",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_validity = "2002-10-01 - ",
            stated_level = "Nominaal",
            page = "https://dwh.ksz-bcss.fgov.be/nl/variabledetail/pod-maatschappelijke-integratie/Variables/type-geindividualiseerd-integratieproject-van-de-hoofdbegunstigde-maatschappelijke-integratie",
        ),
        series_break = GPMI_REFORM_2016,
        note = OF_THE_PERSON,
        note = ACT_OF_2002_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = LEADING_ZERO,
        note = CODE_0_DIFFERS,
        note = LIMIT_NOT_STATED,
        note = GPMI_CODES_NOT_ALL_KNOWN,
        evidence = "Match exact: own Dutch page of CBENIDVTYP, valid from 2002-10-01.",
        evidence = "Codes 1 to 15 and the limit of 2016-10-31 come from the table of POD MI (PrimaBook, forms B living wage). Of the KSZ pages only code 0 and, for the main beneficiary, the beginning of code 1 are legible; these agree.",
        evidence = "For 12 and 15 the source says only 'abolished from 1/10/2018', without a start. Code 16 exists (the table breaks off there); 13, 14 and higher codes are not known.",
    )]
    pub gpmi_type: Option<Code<GpmiType>>,

    /// The same measures for the partner.
    #[block(prefix = "partner_", relative = "partner")]
    pub partner: PartnerActivation,
}

const OF_THE_PERSON: Note = note! {
    nl: "Betreft de persoon zelf (in de bron: hoofdbegunstigde). De variabele van de partner heeft een eigen herkomst, geldigheid en codes.",
    en: "Concerns the person (in the source: main beneficiary). The partner's variable has its own origin, validity and codes.",
};

const ACT_OF_1965_ONLY: Note = note! {
    nl: "Enkel ingevuld voor de maatschappelijke hulp (wet van 1965).",
    en: "Filled in for social assistance (act of 1965) only.",
};

const COUNTED_BY_PAYMENT_CODES: Note = note! {
    nl: "Aantallen worden geteld met de codes op de betaallijn: BUDART_ID voor de maatschappelijke integratie, THP_ID voor de maatschappelijke hulp.",
    en: "Counts are made with the codes on the payment line: BUDART_ID for social integration, THP_ID for social assistance.",
};

const ACCEPTED_IS_CONDITIONS_MET: Note = note! {
    nl: "De documentatie van IA60PTNACP omschrijft 'aanvaard' zelf als het vervullen van de voorwaarden: dit begrip valt mogelijk samen met de aanvaarding.",
    en: "The documentation of IA60PTNACP describes 'accepted' itself as meeting the conditions: this notion may coincide with acceptance.",
};

const LEADING_ZERO: Note = note! {
    nl: "Een code kan met een voorloopnul voorkomen (01 voor 1), een anomalie die de KSZ zelf meldt; het is dezelfde code.",
    en: "A code can occur with a leading zero (01 for 1), an anomaly that the KSZ itself reports; it is the same code.",
};

const CODE_OR_HOURS: Note = note! {
    nl: "Niet bekend is of de variabele een code is (voltijds of deeltijds) of een aantal uren.",
    en: "It is not known whether the variable is a code (full-time or part-time) or a number of hours.",
};

const FLAG_OR_AMOUNT: Note = note! {
    nl: "Niet bekend is of de variabele een vlag of een bedrag is; bij de partnerschapsovereenkomst is de terugbetaling een bedrag.",
    en: "It is not known whether the variable is a flag or an amount; for the partnership agreement the reimbursement is an amount.",
};

const MEASURE_SINCE_2005: Note = note! {
    nl: "De maatregel bestaat sinds januari 2005.",
    en: "The measure has existed since January 2005.",
};

const RECOGNISED_PARTNER: Note = note! {
    nl: "De 'partner' in partnerschapsovereenkomst is de erkende partner van het OCMW, niet de levenspartner van de betrokkene.",
    en: "The 'partner' in partnership agreement is the recognised partner of the PCSW, not the spouse or cohabitant of the person concerned.",
};

const MEASURES_WITHOUT_CODES: Note = note! {
    nl: "De namen van de maatregelen zijn bekend, hun codes niet: in openbare bronnen werd geen lijst gevonden.",
    en: "The names of the measures are known, their codes are not: no list was found in public material.",
};

const PAYMENT_CODES_2016: SeriesBreak = series_break! {
    from: "2016-01-01",
    nl: "In de verwante code THP_ID komen 113, 114 en 115 in gebruik; 59, 60 en 61 gelden tot en met 31 december 2015.",
    en: "In the related code THP_ID 113, 114 and 115 come into use; 59, 60 and 61 are valid up to and including 31 December 2015.",
};

const RELATED_PAYMENT_CODE: Note = note! {
    nl: "Verwant is THP_ID op de betaallijn (wet van 1965): 59 activering van de financiële hulp, 60 tewerkstelling art. 60 § 7 of sociale economie en 61 tewerkstelling art. 61, van 1 oktober 2002 tot 31 december 2015.",
    en: "Related is THP_ID on the payment line (act of 1965): 59 activation of the financial assistance, 60 employment art. 60 § 7 or social economy and 61 employment art. 61, from 1 October 2002 to 31 December 2015.",
};

const ACT_OF_2002_ONLY: Note = note! {
    nl: "Enkel ingevuld voor de maatschappelijke integratie (leefloon, wet van 2002).",
    en: "Filled in for social integration (living wage, act of 2002) only.",
};

const CODE_9_UNCERTAIN: Note = note! {
    nl: "Formulier B van de POD Maatschappelijke Integratie kent ook een code 9 (verhoogde vrijstelling voor een knelpuntberoep); onzeker is of en vanaf wanneer die in het datawarehouse voorkomt.",
    en: "Form B of POD Maatschappelijke Integratie also has a code 9 (higher exemption for a shortage occupation); it is uncertain whether and from when it occurs in the data warehouse.",
};

const GPMI_REFORM_2016: SeriesBreak = series_break! {
    from: "2016-11-01",
    nl: "Hervorming van het GPMI: codes 1 tot 7 gelden tot 31 oktober 2016, 8, 9 en 10 ervoor en erna, 11 en volgende vanaf 1 november 2016.",
    en: "Reform of the GPMI: codes 1 to 7 are valid until 31 October 2016, 8, 9 and 10 before and after, 11 and higher from 1 November 2016.",
    advice: {
        nl: "Reken in het vierde kwartaal van 2016 op beide reeksen en stel ze niet aan elkaar gelijk.",
        en: "Expect both series in the fourth quarter of 2016 and do not equate them.",
    },
};

const CODE_0_DIFFERS: Note = note! {
    nl: "Code 0 betekent bij de partner 'geen project', bij de persoon zelf 'onbekend'.",
    en: "Code 0 means 'no project' for the partner, 'unknown' for the person concerned.",
};

const LIMIT_NOT_STATED: Note = note! {
    nl: "Heeft een code geen begin- of einddatum, dan vermeldt de bron die grens niet.",
    en: "Where a code has no start or end date, the source does not state that limit.",
};

const GPMI_CODES_NOT_ALL_KNOWN: Note = note! {
    nl: "De codelijst is niet volledig bekend: code 16 bestaat zonder bekend label; 13, 14 en de codes boven 16 zijn niet bekend.",
    en: "The code list is not fully known: code 16 exists without a known label; 13, 14 and the codes above 16 are not known.",
};
