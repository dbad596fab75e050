//! Payments of the RVA for a career break.

use super::shared::CARE_CREDIT_2016;
use crate::prelude::*;

/// Payment of an allowance for career break or time credit to one person.
///
/// nl: Betaling van een uitkering voor loopbaanonderbreking of tijdskrediet aan één persoon.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Loopbaanonderbreking en tijdskrediet",
    label(nl = "Loopbaanonderbreking: betalingen", en = "Career break: payments"),
    row_unit(
        nl = "één betaling in één maand, meerdere per persoon; geleverd per kwartaal",
        en = "one payment in one month, several per person; delivered by quarter",
    ),
    analysis_unit(nl = "betaling", en = "payment"),
    temporality = accumulated,
    no_known_key(
        nl = "een persoon kan meerdere betalingen hebben, en de maand en het nummer van de betaling behoren niet tot de termen",
        en = "a person can have several payments, and the month and the number of the payment are not among the terms",
    ),
)]
pub struct CareerBreakPayment {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// The sector under which the break falls according to the RVA, for example private, public or education.
    ///
    /// nl: De sector waaronder de onderbreking volgens de RVA valt, bijvoorbeeld privé, openbaar of onderwijs.
    #[variable(
        label(nl = "Sector van de loopbaanonderbreking", en = "Sector of the career break"),
        term = "de sector",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(
            nl = "betaling x maand, meerdere per persoon, als het veld uit het RVA-betalingsbestand komt (niet bevestigd)",
            en = "payment x month, several per person, if the field comes from the RVA payment file (not confirmed)",
        ),
        series_break = CARE_CREDIT_2016,
        note(
            nl = "Dit is niet de NACE-sector van de werkgever.",
            en = "This is not the NACE sector of the employer.",
        ),
        note = BREAKS_BY_SECTOR,
        note = ONLY_WITH_ALLOWANCE,
        note = RVA_FILES_MONTHLY,
        evidence = "Not identified. Tried without result, NL and FR, four wordings: 'Sector loopbaanonderbreking' and theme plus institution plus DWH_ONEm_Paiements.",
        evidence = "RVA texts separate private sector, public sector and education (https://www.onem.be/citoyens/interruption-de-carriere-credit-temps-et-conges-thematiques/faq-interruption-de-carriere-credit-temps-et-conges-thematiques/informations-prealables-pour-tous-les-secteurs); that is regulation, not a code list.",
        evidence = "That the field is a code is assumed; a set of yes/no fields is another plausible form. No value is known.",
        evidence = "DWH_ONEm_Paiements has one situation per month (SITDJ, replaced by Rooster_NV; the page of Rooster_NV gives 01/01/2015 as its start in one version seen and 01/01/2014 in another).",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub career_break_sector: Option<Code<CareerBreakSector>>,

    /// The status of the person in career break or time credit in the RVA data. Which status is meant is not documented.
    ///
    /// nl: Het statuut van de persoon in loopbaanonderbreking of tijdskrediet in de RVA-gegevens. Welk statuut bedoeld is, is niet gedocumenteerd.
    #[variable(
        label(nl = "Statuut bij de loopbaanonderbreking", en = "Status in the career break"),
        term = "het statuut",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(
            nl = "betaling x maand, meerdere per persoon, als het veld uit het RVA-betalingsbestand komt (niet bevestigd)",
            en = "payment x month, several per person, if the field comes from the RVA payment file (not confirmed)",
        ),
        series_break = CARE_CREDIT_2016,
        note(
            nl = "'Het statuut' komt ook voor bij werkloosheid en leefloon, met een andere betekenis: neem de waarden niet samen.",
            en = "'Het statuut' (status) also occurs under unemployment and living wage, with other meanings: do not pool the values.",
        ),
        note = RVA_FILES_MONTHLY,
        evidence = "Not identified. Tried without result, two wordings: 'Statuut (STATUTLO) loopbaanonderbreking' with arbeider/bediende/statutair and the source name. The 'Statuut' pages that do come up belong to RSZPPO (Status, Stfncd) and are other variables.",
        evidence = "The phrase 'het statuut' returns in the blocks Werkloosheid and Leefloon with other meanings: do not share one type.",
        evidence = "That the field is a code is assumed; a set of yes/no fields is another plausible form. No value is known.",
        evidence = "DWH_ONEm_Paiements has one situation per month (SITDJ, replaced by Rooster_NV; the page of Rooster_NV gives 01/01/2015 as its start in one version seen and 01/01/2014 in another).",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub career_break_status: Option<Code<CareerBreakStatusCode>>,

    /// The reason for the break, named in the deliberation next to the motive. The difference with the motive is not documented.
    ///
    /// nl: De reden van de onderbreking, in de beraadslaging naast het motief genoemd. Het verschil met het motief is niet gedocumenteerd.
    #[variable(
        label(nl = "Reden van de loopbaanonderbreking", en = "Reason for the career break"),
        term = "de reden",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(
            nl = "betaling x maand, meerdere per persoon, als het veld uit het RVA-betalingsbestand komt (niet bevestigd)",
            en = "payment x month, several per person, if the field comes from the RVA payment file (not confirmed)",
        ),
        series_break = CARE_CREDIT_2016,
        note = BREAKS_BY_SECTOR,
        note = ONLY_WITH_ALLOWANCE,
        note = RVA_FILES_MONTHLY,
        evidence = "Not identified. Tried without result, two wordings: 'reden van de onderbreking' with theme, institution and DWH_ONEm_Paiements.",
        evidence = "Lead, not this variable's list: the RVA barème of career break is written prefix/letters; in the table of forced amounts the letter before F tells the kind of leave: '.' ordinary, O parental, G medical assistance, P palliative (https://services.onem.be/apps/tabellen.nsf/%24%24OpenDominoDocument.xsp?action=openDocument&documentId=B37A6E8B5056B241C12580B4004AAAB1, French version).",
        evidence = "That the field is a code is assumed; a set of yes/no fields is another plausible form. No value is known.",
        evidence = "DWH_ONEm_Paiements has one situation per month (SITDJ, replaced by Rooster_NV; the page of Rooster_NV gives 01/01/2015 as its start in one version seen and 01/01/2014 in another).",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub career_break_reason: Option<Code<CareerBreakReason>>,

    /// The motive for which the break was requested, for time credit with motive for example care or training.
    ///
    /// nl: Het motief waarvoor de onderbreking gevraagd werd, bij tijdskrediet met motief bijvoorbeeld zorg of opleiding.
    #[variable(
        label(nl = "Motief van de loopbaanonderbreking", en = "Motive for the career break"),
        term = "het motief",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(
            nl = "betaling x maand, meerdere per persoon, als het veld uit het RVA-betalingsbestand komt (niet bevestigd)",
            en = "payment x month, several per person, if the field comes from the RVA payment file (not confirmed)",
        ),
        series_break = CARE_CREDIT_2016,
        note(
            nl = "Motieven in de regelgeving van het tijdskrediet: zorg voor een jong kind, een zwaar ziek familielid, palliatieve zorg, een kind met een handicap, en opleiding. Dat is geen codelijst van deze variabele.",
            en = "Motives in the rules of time credit: care of a young child, a seriously ill relative, palliative care, a disabled child, and training. This is not a code list of this variable.",
        ),
        note(
            nl = "De gewone loopbaanonderbreking in de openbare sector vraagt geen motief; daar kan het veld leeg zijn.",
            en = "The ordinary career break of the public sector needs no motive; there the field can be empty.",
        ),
        note(
            nl = "De regels van het tijdskrediet zijn tussen 2005 en 2016 meermaals veranderd: verwacht waardenlijsten die per periode verschillen.",
            en = "The rules of time credit changed several times between 2005 and 2016: expect value lists that differ by period.",
        ),
        note = BREAKS_BY_SECTOR,
        note = ONLY_WITH_ALLOWANCE,
        note = RVA_FILES_MONTHLY,
        evidence = "Not identified. Tried without result, NL and FR, three wordings: 'motief' / 'motif' with loopbaanonderbreking, tijdskrediet, DWH_ONEm_Paiements.",
        evidence = "The motives are from regulation, not from a code list: https://www.rva.be/nl/documentatie/infoblad/t12",
        evidence = "That the field is a code is assumed; a set of yes/no fields is another plausible form. No value is known.",
        evidence = "DWH_ONEm_Paiements has one situation per month (SITDJ, replaced by Rooster_NV; the page of Rooster_NV gives 01/01/2015 as its start in one version seen and 01/01/2014 in another).",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub career_break_motive: Option<Code<CareerBreakMotive>>,

    /// The scheme in which and the extent to which work is interrupted: normal or end-of-career scheme, reduced by half, a third, a quarter or a fifth, or in full.
    ///
    /// nl: Het stelsel waarin en de mate waarin het werk onderbroken wordt: normaal stelsel of eindeloopbaanstelsel, verminderd met de helft, een derde, een vierde of een vijfde, of volledig.
    #[variable(
        label(nl = "Stelsel van de loopbaanonderbreking", en = "Scheme of the career break"),
        term = "het stelsel",
        match_quality = likely,
        certainty = documented,
        measurement = nominal,
        valid(from = "2005-01-01"),
        origin(
            name = "Aard van de onderbreking van prestaties",
            abbreviation = "PREFIXLO",
            institution = "Rijksdienst voor Arbeidsvoorziening (RVA/ONEM)",
            file = "DWH_ONEm_Paiements",
            stated_validity = "01/01/2005 - ∞",
            stated_level = "Nominaal",
            page = "https://bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/aard-van-de-onderbreking-van-prestaties.html?filter=name&institution=&sources=&themes=",
        ),
        series_break = CARE_CREDIT_2016,
        note(
            nl = "Twee cijfers: het eerste is het stelsel (1 = normaal, 2 = eindeloopbaan), het tweede de omvang van de vermindering; 50 is een volledige onderbreking.",
            en = "Two digits: the first is the scheme (1 = normal, 2 = end of career), the second the size of the reduction; 50 is a full interruption.",
        ),
        note(
            nl = "De lijst is bekend tot en met code 50; hogere codes kunnen bestaan. De geldigheidsdatums van 50 zijn niet bekend.",
            en = "The list is known up to code 50; higher codes may exist. The validity dates of 50 are not known.",
        ),
        note(
            nl = "De codes 16 en 26 (ouderschapsverlof, vermindering met 1/10) bestaan pas sinds 1 april 2019, na de observatieperiode.",
            en = "The codes 16 and 26 (parental leave, reduction by 1/10) have existed only since 1 April 2019, after the observation period.",
        ),
        note(
            nl = "De variabele begint op 1 januari 2005, precies bij het begin van de observatieperiode.",
            en = "The variable starts on 1 January 2005, exactly at the start of the observation period.",
        ),
        note = RVA_FILES_MONTHLY,
        evidence = "Identification by content: this variable is the one that tells 'normale stelsel' from 'eindeloopbaanstelsel'; its name in the data warehouse is 'Aard van de onderbreking van prestaties' (PREFIXLO). If 'het stelsel' turns out to be another field, this one is still needed to tell part-time from full-time.",
        evidence = "The table seen is cut after code 50: codes above 50 may exist; the label of 50 is cut after 'Volledige loopbaan' and its validity dates were not seen.",
        evidence = "Meaning of 50 as full interruption: RVA barème page https://services.onem.be/apps/tabellen.nsf/%24%24OpenDominoDocument.xsp?action=openDocument&documentId=B37A6E8B5056B241C12580B4004AAAB1",
        evidence = "Codes 16 and 26 (parental leave, reduction by 1/10, from 2019-04-01) are known but not listed: their official labels are not on file.",
        evidence = "DWH_ONEm_Paiements has one situation per month (SITDJ, replaced by Rooster_NV; the page of Rooster_NV gives 01/01/2015 as its start in one version seen and 01/01/2014 in another).",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub career_break_scheme: Option<Code<CareerBreakScheme>>,

    /// The reason why the interruption allowance is higher or lower than the ordinary amount.
    ///
    /// nl: De reden waarom de onderbrekingsuitkering hoger of lager is dan het gewone bedrag.
    #[variable(
        label(
            nl = "Aard van verhoging/verlaging van de onderbrekingsuitkering",
            en = "Kind of increase or decrease of the break allowance",
        ),
        term = "de aard van de verhoging/verlaging van de uitkering",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(
            nl = "betaling x maand, meerdere per persoon, als het veld uit het RVA-betalingsbestand komt (niet bevestigd)",
            en = "payment x month, several per person, if the field comes from the RVA payment file (not confirmed)",
        ),
        series_break = CARE_CREDIT_2016,
        note(
            nl = "De uitkering hangt af van volledige of gedeeltelijke onderbreking, de leeftijd, het onderbroken arbeidsregime, en het aantal en de leeftijd van de kinderen; zij kan ook een geforceerd bedrag hebben. Dat is achtergrond, geen codelijst.",
            en = "The allowance depends on full or partial interruption, age, the working-time regime interrupted, and the number and age of the children; it can also carry a forced amount. This is background, not a code list.",
        ),
        note = RVA_FILES_MONTHLY,
        evidence = "Not identified. Tried without result, two wordings: 'verhoging verlaging uitkering loopbaanonderbreking' (with SUFFIXLO), 'aard van de verhoging of verlaging' with the source name.",
        evidence = "Background on the allowance: RVA sheet T15; forced amounts: https://services.onem.be/apps/tabellen.nsf/%24%24OpenDominoDocument.xsp?action=openDocument&documentId=B37A6E8B5056B241C12580B4004AAAB1",
        evidence = "That the field is a code is assumed; a set of yes/no fields is another plausible form. No value is known.",
        evidence = "DWH_ONEm_Paiements has one situation per month (SITDJ, replaced by Rooster_NV; the page of Rooster_NV gives 01/01/2015 as its start in one version seen and 01/01/2014 in another).",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub allowance_adjustment_kind: Option<Code<AllowanceAdjustmentKind>>,
}

const BREAKS_BY_SECTOR: Note = note! {
    nl: "Privésector: tijdskrediet; openbare sector en onderwijs: loopbaanonderbreking. Thematisch verlof (ouderschap, medische bijstand, palliatief) bestaat in alle sectoren.",
    en: "Private sector: time credit (tijdskrediet); public sector and education: career break (loopbaanonderbreking). Thematic leave (parental, medical assistance, palliative) exists in all sectors.",
};

const ONLY_WITH_ALLOWANCE: Note = note! {
    nl: "Alleen onderbrekingen met een RVA-uitkering zijn zichtbaar; onderbrekingen zonder uitkering ontbreken.",
    en: "Only breaks with an RVA allowance are visible; breaks without an allowance are missing.",
};

const RVA_FILES_MONTHLY: Note = note! {
    nl: "De RVA-betalingsbestanden zijn maandelijks; de beraadslaging beperkt datums tot kwartaal en jaar.",
    en: "The RVA payment files are monthly; the deliberation reduces dates to quarter and year.",
};
