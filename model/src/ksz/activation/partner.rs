//! The columns of an activation that are about the partner. They are in the row of the person, with the prefix `partner_`.

use super::{
    ACCEPTED_IS_CONDITIONS_MET, ACT_OF_1965_ONLY, ACT_OF_2002_ONLY, CODE_0_DIFFERS,
    CODE_9_UNCERTAIN, CODE_OR_HOURS, COUNTED_BY_PAYMENT_CODES, FLAG_OR_AMOUNT,
    GPMI_CODES_NOT_ALL_KNOWN, GPMI_REFORM_2016, LEADING_ZERO, LIMIT_NOT_STATED, MEASURE_SINCE_2005,
    MEASURES_WITHOUT_CODES, PAYMENT_CODES_2016, RECOGNISED_PARTNER, RELATED_PAYMENT_CODE,
};
use crate::prelude::*;

/// Measures by which a public centre for social welfare (PCSW) guides the partner of a person to work.
///
/// nl: Maatregelen waarmee een openbaar centrum voor maatschappelijk welzijn (OCMW) de partner van een persoon naar werk begeleidt.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    part,
    heading = "Activeringsmaatregelen (zowel voor de betrokkene als voor de partner)"
)]
pub struct PartnerActivation {
    /// Whether employment under article 60, § 7, of the PCSW act has been accepted for the partner of the person concerned.
    ///
    /// nl: Of een tewerkstelling met toepassing van artikel 60, § 7, van de OCMW-wet is aanvaard voor de partner van de betrokkene.
    #[variable(
        label(
            nl = "Partner, art. 60 § 7: tewerkstelling aanvaard",
            en = "Partner, art. 60 § 7: employment accepted",
        ),
        term = "het al dan niet aanvaard zijn",
        of = "de tewerkstelling volgens artikel 60, § 7",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "de partner van de betrokkene, enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the partner of the person concerned, social assistance under the act of 1965 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        valid(from = "2005-01-01"),
        codes = PartnerArt60Accepted,
        origin(
            name = "Artikel 60, § 7 - Tewerkstelling onder artikel 60 § 7 aanvaard voor de partner van de hoofdbegunstigde",
            abbreviation = "IA60PTNACP",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires (bron niet leesbaar op deze pagina)",
            stated_validity = "2005-01-01 - ",
            stated_level = "Nominaal",
            page = "https://dwh.ksz-bcss.fgov.be/nl/variabledetail/pod-maatschappelijke-integratie/Variables/artikel-60-ss-7-tewerkstelling-onder-artikel-60-ss-7-aanvaard-voor-de-partner-van-de-hoofdbegunstigde?source=49eb20e1-91ae-366b-b678-b1c2eaf6010d",
        ),
        note = OF_THE_PARTNER,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note(
            nl = "De codes gelden vanaf 1 oktober 2002, de variabele zelf pas vanaf 1 januari 2005.",
            en = "The codes are valid from 1 October 2002, the variable itself only from 1 January 2005.",
        ),
        evidence = "Match exact: own Dutch page of IA60PTNACP, with the complete code list 0/1.",
        evidence = "The source file DWH_SPPIS_Formulaires could not be read on that page.",
        evidence = "The acceptance flag of another measure, CPTNACTACP, has other codes ('-' and 'I') from 2016-01-01; no such codes are listed for this variable.",
    )]
    pub art60_accepted: Option<bool>,

    /// Whether the partner of the person concerned meets the conditions for employment under article 60, § 7, of the PCSW act.
    ///
    /// nl: Of de partner van de betrokkene de voorwaarden vervult voor een tewerkstelling met toepassing van artikel 60, § 7, van de OCMW-wet.
    #[variable(
        label(nl = "Partner, art. 60 § 7: voorwaarden vervuld", en = "Partner, art. 60 § 7: conditions met"),
        term = "het al dan niet vervullen van de voorwaarden",
        of = "de tewerkstelling volgens artikel 60, § 7",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(
            nl = "de partner van de betrokkene, enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the partner of the person concerned, social assistance under the act of 1965 only",
        ),
        codes = PartnerArt60ConditionsMet,
        note = OF_THE_PARTNER,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = ACCEPTED_IS_CONDITIONS_MET,
        evidence = "Match none: no page of its own was found (Dutch 'voorwaarden vervuld', French 'conditions remplies').",
        evidence = "Candidate: the acceptance variable (IA60PTNACP), whose page describes 'accepted' as meeting the conditions.",
    )]
    pub art60_conditions_met: Option<bool>,

    /// Kind of employer or place where the partner of the person concerned works under article 60, § 7, of the PCSW act.
    ///
    /// nl: Soort werkgever of plaats waar de partner van de betrokkene werkt met toepassing van artikel 60, § 7, van de OCMW-wet.
    #[variable(
        label(
            nl = "Partner, art. 60 § 7: soort tewerkstelling",
            en = "Partner, art. 60 § 7: kind of employment",
        ),
        term = "het soort tewerkstelling",
        of = "de tewerkstelling volgens artikel 60, § 7",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        universe(
            nl = "de partner van de betrokkene, enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the partner of the person concerned, social assistance under the act of 1965 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        origin(
            name = "Artikel 60, § 7 - Plaats van tewerkstelling (partnervariant; naam afgeleid, eigen pagina niet gezien)",
            abbreviation = "CA60PTNPLC (afgeleid)",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/artikel-60-ss-7-plaats-van-tewerkstelling-van-de-hoofdbegunstigde?themes=c7593bda-fd74-0903-5c40-04c5b28929b7",
        ),
        note = OF_THE_PARTNER,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = LEADING_ZERO,
        note(
            nl = "De codelijst van de partner is niet bekend; die van de persoon zelf (art60_job_type) geldt niet zonder meer.",
            en = "The partner's code list is not known; that of the person concerned (art60_job_type) does not simply apply.",
        ),
        evidence = "Match likely: the name and the abbreviation CA60PTNPLC are derived from the main beneficiary's variable CA60BENPLC; no page of the partner's own variable was found.",
        evidence = "The code list of the main beneficiary stands with art60_job_type and is not taken over. There it is known up to the beginning of code 6 ('de aanvrager wordt tewerkgesteld in een vzw met ee...'); code 15 (social economy) is mentioned on the page of THP_ID.",
        evidence = "That 'soort tewerkstelling' is the same as 'plaats van tewerkstelling' is a presumption: no other article 60 variable about a type was found.",
    )]
    pub art60_job_type: Option<Code<PartnerArt60EmploymentType>>,

    /// Working schedule in which the partner of the person concerned works under article 60, § 7, of the PCSW act.
    ///
    /// nl: Uurrooster waarin de partner van de betrokkene werkt met toepassing van artikel 60, § 7, van de OCMW-wet.
    #[variable(
        label(nl = "Partner, art. 60 § 7: uurrooster", en = "Partner, art. 60 § 7: working schedule"),
        term = "het uurrooster",
        of = "de tewerkstelling volgens artikel 60, § 7",
        match_quality = none,
        certainty = assumed,
        alternatives(hours_per_week, hours),
        measurement = nominal,
        universe(
            nl = "de partner van de betrokkene, enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the partner of the person concerned, social assistance under the act of 1965 only",
        ),
        note = OF_THE_PARTNER,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = CODE_OR_HOURS,
        evidence = "Match none: no page was found (Dutch 'uurrooster', 'werkrooster', 'uurregeling'; French 'régime horaire').",
        evidence = "Code (full-time or part-time) or number of hours is open; the model must leave both possible.",
    )]
    pub art60_work_schedule: Option<Code<PartnerArt60WorkSchedule>>,

    /// Whether employment with a third party under article 61 of the PCSW act has been accepted for the partner of the person concerned.
    ///
    /// nl: Of een tewerkstelling bij een derde met toepassing van artikel 61 van de OCMW-wet is aanvaard voor de partner van de betrokkene.
    #[variable(
        label(nl = "Partner, art. 61: tewerkstelling aanvaard", en = "Partner, art. 61: employment accepted"),
        term = "het al dan niet aanvaard zijn van de tewerkstelling",
        of = "de tewerkstelling volgens artikel 61",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        universe(
            nl = "de partner van de betrokkene, enkel maatschappelijke hulp volgens de wet van 1965",
            en = "the partner of the person concerned, social assistance under the act of 1965 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        codes = PartnerArt61Accepted,
        origin(
            name = "Artikel 61 aanvaard (partnervariant; naam afgeleid, eigen pagina niet gezien)",
            abbreviation = "IA61PTNACP (afgeleid)",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/spp-integration-sociale/Variables/article-61-indication-de-l-acceptation-de-la-mise-au-travail-sous-l-article-61-du-beneficiaire-principal.html?filter=themes&institution=&sources=&themes=49",
        ),
        note = OF_THE_PARTNER,
        note = ACT_OF_1965_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        evidence = "Match likely: the name and the abbreviation IA61PTNACP are derived from the main beneficiary's variable IA61BENACP; no page of the partner's own variable was found.",
        evidence = "The main beneficiary's variable has the codes 0/1; they are not taken over.",
    )]
    pub art61_accepted: Option<bool>,

    /// Reimbursement by the State to the PCSW for the employment of the partner of the person concerned under article 61 of the PCSW act.
    ///
    /// nl: Terugbetaling door de Staat aan het OCMW voor de tewerkstelling van de partner van de betrokkene met toepassing van artikel 61 van de OCMW-wet.
    #[variable(
        label(
            nl = "Partner, art. 61: terugbetaling door de overheid",
            en = "Partner, art. 61: reimbursement by the State",
        ),
        term = "de terugbetaling door de overheid",
        of = "de tewerkstelling volgens artikel 61",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = ordinal,
        universe(nl = "de partner van de betrokkene", en = "the partner of the person concerned"),
        note = OF_THE_PARTNER,
        note = FLAG_OR_AMOUNT,
        evidence = "Match none: no page was found (Dutch 'terugbetaling staat', French 'remboursement article 61').",
        evidence = "Flag or amount stays open. The reimbursement of the partnership agreement is an amount (EBENCONVCM, metric).",
        evidence = "The phrase of the deliberation can be read as the reimbursement itself or as whether the reimbursement has been accepted; the second reading would be a flag.",
    )]
    pub art61_state_refund: Option<AmountClass<PartnerArt61StateRefund>>,

    /// Kind of partnership agreement by which the PCSW, together with a recognised partner, guides the partner of the person concerned to work.
    ///
    /// nl: Soort partnerschapsovereenkomst waarmee het OCMW de partner van de betrokkene samen met een erkende partner naar werk begeleidt.
    #[variable(
        label(
            nl = "Partner: aard van de partnerschapsovereenkomst",
            en = "Partner: kind of partnership agreement",
        ),
        term = "de aard van de partnerschapsovereenkomst",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(nl = "de partner van de betrokkene", en = "the partner of the person concerned"),
        note = OF_THE_PARTNER,
        note = MEASURE_SINCE_2005,
        note = RECOGNISED_PARTNER,
        evidence = "Match none: only the amount was found (EBENCONVCM, metric, from 2005-01-01, valid for integration and for assistance); the variable for the kind of agreement (CBENCONV, 'type partnerschapsovereenkomst') and its codes were not.",
    )]
    pub partnership_type: Option<Code<PartnerPartnershipAgreementType>>,

    /// Measure by which the financial support of the PCSW is turned into wage cost for the partner of the person concerned; POD Maatschappelijke Integratie names SINE, Activa, transition programme and temporary work for integration (invoeginterim).
    ///
    /// nl: Maatregel waarmee de financiële steun van het OCMW in loonkost voor de partner van de betrokkene wordt omgezet; de POD Maatschappelijke Integratie noemt SINE, Activa, doorstromingsprogramma en invoeginterim.
    #[variable(
        label(nl = "Partner: activeringstype", en = "Partner: type of activation"),
        term = "het activeringstype",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(nl = "de partner van de betrokkene", en = "the partner of the person concerned"),
        note = OF_THE_PARTNER,
        note = MEASURES_WITHOUT_CODES,
        note(
            nl = "De verwante variabele CPTNACTACP (aanvaarding van de activering van de partner) is geen activeringstype; haar codes krijgen vanaf 1 januari 2016 een andere betekenis.",
            en = "The related variable CPTNACTACP (acceptance of the partner's activation) is not a type of activation; its codes get another meaning from 1 January 2016.",
        ),
        evidence = "Match none: type codes were not found in Dutch or French ('type activering', 'type d'activation', CBENACT, CPTNACT).",
        evidence = "Found but not used: CPTNACTACP (acceptance). 0 Niet aanvaard and 1 Aanvaard from 2002-10-01 to 2015-12-31; from 2016-01-01 '-' = missing and 'I' = foreigner not entered in the population register who may stay in the country. The meaning changes in 2016; it is no type code.",
        evidence = "Page of CPTNACTACP: https://dwh.ksz-bcss.fgov.be/fr/variabledetail/spp-integration-sociale/Variables/acceptation-de-lactivation-du-partenaire-du-beneficiaire-principal?themes=ce8648f0-728c-2179-c115-db4ff006f486",
    )]
    pub activation_type: Option<Code<PartnerActivationType>>,

    /// Kind of employment for which the PCSW gets support from the State for the partner of the person concerned. The deliberation names it beside the type of activation and employment under articles 60 and 61.
    ///
    /// nl: Soort tewerkstelling waarvoor het OCMW steun van de Staat krijgt voor de partner van de betrokkene. De beraadslaging noemt ze naast het activeringstype en de tewerkstelling volgens artikel 60 en 61.
    #[variable(
        label(nl = "Partner: type tewerkstelling", en = "Partner: type of employment"),
        term = "het type tewerkstelling",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(nl = "de partner van de betrokkene", en = "the partner of the person concerned"),
        series_break = PAYMENT_CODES_2016,
        note = OF_THE_PARTNER,
        note = RELATED_PAYMENT_CODE,
        evidence = "Match none: no page of its own was found (Dutch 'type tewerkstelling', French 'type de mise à l'emploi').",
        evidence = "Related only: THP_ID on the payment line (act of 1965), https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/soort-maatschappelijke-hulpverlening-toegekend-krachtens-de-wet-van-2-april-1965?filter=source&source=cbec3cea-83ee-5099-82b8-ca29c1b081bb",
        evidence = "Candidate: CTYPHLP, which the pages of THP_ID name (2002-2015 at code 60, from 2016 at code 114): if CTYPHLP = '60' and CA60BENPLC = '15', it is social economy. No page of CTYPHLP was found.",
    )]
    pub employment_type: Option<Code<PartnerEmploymentType>>,

    /// Institution involved in the training or integration of the partner of the person concerned: the PCSW as provider, the PCSW as mediator, or own initiative (exemption of income, article 35 of the royal decree of 11 July 2002).
    ///
    /// nl: Instelling die tussenkomt in de opleiding of inschakeling van de partner van de betrokkene: het OCMW als aanbieder, het OCMW als bemiddelaar, of eigen initiatief (vrijstelling van inkomsten, artikel 35 van het KB van 11 juli 2002).
    #[variable(
        label(
            nl = "Partner: type socioprofessionele integratie",
            en = "Partner: type of socio-professional integration",
        ),
        term = "het type socioprofessionele integratie",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        universe(
            nl = "de partner van de betrokkene, enkel maatschappelijke integratie volgens de wet van 2002",
            en = "the partner of the person concerned, social integration under the act of 2002 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        origin(
            name = "Type instelling socioprofessionele integratie (partnervariant; naam afgeleid, eigen pagina niet gezien)",
            abbreviation = "CPTNITGTYP (afgeleid)",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/type-instelling-die-tussenkomt-in-de-socioprofessionele-integratie-van-de-hoofdbegunstigde-maatschappelijke-integratie.html",
        ),
        note = OF_THE_PARTNER,
        note = ACT_OF_2002_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = LEADING_ZERO,
        note(
            nl = "De codelijst van de partner is niet bekend; die van de persoon zelf (integration_type) geldt niet zonder meer.",
            en = "The partner's code list is not known; that of the person concerned (integration_type) does not simply apply.",
        ),
        note = CODE_9_UNCERTAIN,
        evidence = "Match likely: the name and the abbreviation CPTNITGTYP are derived from the main beneficiary's variable CBENITGTYP; no page of the partner's own variable was found, so its code list is not taken over.",
        evidence = "The code table of CBENITGTYP is known up to the beginning of code 2 ('Het OCMW is bemiddelaar bij de tewerk...'); higher codes are not known.",
        evidence = "Code 9 is known from an error message in PrimaBook (form B); whether and when it is in the data warehouse is uncertain.",
    )]
    pub integration_type: Option<Code<PartnerSocioprofessionalIntegrationType>>,

    /// Kind of agreement (individualised project for social integration, GPMI) that the PCSW makes with the partner of the person concerned about training, study, work or social integration.
    ///
    /// nl: Soort overeenkomst (geïndividualiseerd project voor maatschappelijke integratie, GPMI) die het OCMW met de partner van de betrokkene sluit over opleiding, studie, werk of sociale inschakeling.
    #[variable(
        label(
            nl = "Partner: type GPMI (project voor maatschappelijke integratie)",
            en = "Partner: type of individualised project for social integration (GPMI)",
        ),
        term = "het type geïndividualiseerd project voor maatschappelijke integratie",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "de partner van de betrokkene, enkel maatschappelijke integratie volgens de wet van 2002",
            en = "the partner of the person concerned, social integration under the act of 2002 only",
        ),
        null(
            nl = "De regeling waaronder de persoon valt, gebruikt de variabele niet; leeg is niet hetzelfde als 0.",
            en = "The scheme that the person falls under does not use the variable; empty is not the same as 0.",
        ),
        origin(
            name = "Type geïndividualiseerd integratieproject van de partner van de hoofdbegunstigde",
            abbreviation = "CPTNIDVTYP",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Formulaires",
            stated_validity = "2004-12-01 - ",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/type-geindividualiseerd-integratieproject-van-de-partner-van-de-hoofdbegunstigde",
        ),
        series_break = GPMI_REFORM_2016,
        note = OF_THE_PARTNER,
        note = ACT_OF_2002_ONLY,
        note = COUNTED_BY_PAYMENT_CODES,
        note = LEADING_ZERO,
        note = CODE_0_DIFFERS,
        note = LIMIT_NOT_STATED,
        note = GPMI_CODES_NOT_ALL_KNOWN,
        evidence = "Match exact: own Dutch page of CPTNIDVTYP, valid from 2004-12-01.",
        evidence = "Codes 1 to 15 and the limit of 2016-10-31 come from the table of POD MI (PrimaBook, forms B living wage). Of the KSZ pages only code 0 and, for the main beneficiary, the beginning of code 1 are legible; these agree.",
        evidence = "For 12 and 15 the source says only 'abolished from 1/10/2018', without a start. Code 16 exists (the table breaks off there); 13, 14 and higher codes are not known.",
        evidence = "The label of code 0 breaks off on the KSZ page after 'voor de pa'; 'partner' is completed from the sense.",
    )]
    pub gpmi_type: Option<Code<PartnerGpmiType>>,
}

const OF_THE_PARTNER: Note = note! {
    nl: "Betreft de partner (in de bron: partner van de hoofdbegunstigde); geregistreerd vanaf eind 2004 of vanaf 2005. Herkomst, geldigheid en codes zijn niet die van de persoon zelf.",
    en: "Concerns the partner (in the source: partner of the main beneficiary); registered from the end of 2004 or from 2005. Origin, validity and codes are not those of the person.",
};
