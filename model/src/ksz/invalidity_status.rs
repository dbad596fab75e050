//! Invalidity and occupational disease combined with another status: one row for each person and quarter.

use super::shared::{
    CARE_CREDIT_2016, COMBINED_WITH_POSITIONS, DERIVED_VARIABLES_FILE, STATE_PER_PERSON,
    VALUES_NOT_FOUND,
};
use crate::prelude::*;

/// Benefit of one person for invalidity or for an occupational disease, combined with another status, on the last day of a quarter.
///
/// nl: Uitkering van één persoon wegens invaliditeit of wegens een beroepsziekte, gecombineerd met een ander statuut, op de laatste dag van een kwartaal.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Invaliditeit en beroepsziekten",
    label(nl = "Invaliditeit en beroepsziekten", en = "Invalidity and occupational diseases"),
    row_unit(
        nl = "één persoon in één kwartaal, laatste dag van het kwartaal",
        en = "one person in one quarter, last day of the quarter",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, quarter),
)]
pub struct InvalidityStatus {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Whether a person with an invalidity benefit is also counted as in work on the last day of the quarter.
    ///
    /// nl: Of iemand met een invaliditeitsuitkering op de laatste dag van het kwartaal ook als werkende geteld wordt.
    #[variable(
        label(nl = "Invaliditeitsuitkering en werkend", en = "Invalidity benefit and in work"),
        term = "een werkende arbeidsmarktpositie",
        of = "het al dan niet combineren van een invaliditeitsuitkering met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = InvalidityWithWork,
        origin = DERIVED_VARIABLES_FILE,
        origin = INVALIDITY_FILE,
        series_break = SHORT_SPELLS_2008,
        note(
            nl = "De vlag hoort vermoedelijk bij positie 1 (werkend) van de nomenclatuur. Deeltijdse werkhervatting met toelating van de adviserend geneesheer valt er waarschijnlijk onder, maar dat is niet gedocumenteerd.",
            en = "The flag is expected with position 1 (in work) of the nomenclature. Resumed part-time work with permission of the medical adviser plausibly falls here, but this is not documented.",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = INVALIDITY_COVERAGE,
        note = AFTER_PRIMARY_INCAPACITY,
        note = RECORD_PER_INVALIDITY_FILE,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_INAMI_CMI are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Invaliditeit en …', 'Werkend en invalide', 'Invalide en rechtgevend kind', 'Occupé et invalidité', 'invalidité et pension'; no invalidity flag of this file was found. Sister flags of the same make for the disability allowance were found (fodsz_travailleur, fodsz_alloc_fam, fodsz_incap_prim).",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Source for the break of 2008: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-inami-cmi",
    )]
    pub invalidity_with_work: Option<bool>,

    /// Whether a person with an invalidity benefit also draws a pension on the last day of the quarter.
    ///
    /// nl: Of iemand met een invaliditeitsuitkering op de laatste dag van het kwartaal ook een pensioen ontvangt.
    #[variable(
        label(nl = "Invaliditeitsuitkering en pensioen", en = "Invalidity benefit and pension"),
        term = "een pensioen",
        of = "het al dan niet combineren van een invaliditeitsuitkering met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = InvalidityWithPension,
        origin = DERIVED_VARIABLES_FILE,
        origin = INVALIDITY_FILE,
        series_break = SHORT_SPELLS_2008,
        series_break = PENSION_REGISTER_2016,
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = INVALIDITY_COVERAGE,
        note = AFTER_PRIMARY_INCAPACITY,
        note = RECORD_PER_INVALIDITY_FILE,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_INAMI_CMI are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Invaliditeit en …', 'Werkend en invalide', 'Invalide en rechtgevend kind', 'Occupé et invalidité', 'invalidité et pension'; no invalidity flag of this file was found. Sister flags of the same make for the disability allowance were found (fodsz_travailleur, fodsz_alloc_fam, fodsz_incap_prim).",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Source for the break of 2008: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-inami-cmi",
    )]
    pub invalidity_with_pension: Option<bool>,

    /// Whether a person with an invalidity benefit is also registered as an entitled child in a child benefit file on the last day of the quarter.
    ///
    /// nl: Of iemand met een invaliditeitsuitkering op de laatste dag van het kwartaal ook als rechtgevend kind in een kinderbijslagbestand staat.
    #[variable(
        label(
            nl = "Invaliditeitsuitkering en rechtgevend kind",
            en = "Invalidity benefit and entitled child (child benefit)",
        ),
        term = "de hoedanigheid van op kinderbijslag rechtgevend kind",
        of = "het al dan niet combineren van een invaliditeitsuitkering met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = InvalidityWithEntitledChild,
        origin = DERIVED_VARIABLES_FILE,
        origin = INVALIDITY_FILE,
        series_break = SHORT_SPELLS_2008,
        series_break(
            from = "2014-07-01",
            nl = "Kinderbijslagzijde: kadaster van de RKW en bestand van het RSVZ tot en met 30 juni 2014, daarna FAMIFED.",
            en = "Child benefit side: cadastre of the RKW and file of RSVZ until 30 June 2014, FAMIFED after that.",
        ),
        note(
            nl = "Rechtgevende kinderen zonder ander statuut staan in positie 36 van de nomenclatuur.",
            en = "Entitled children without another status are in position 36 of the nomenclature.",
        ),
        note(
            nl = "Openbare werkgevers die zelf kinderbijslag betalen, ontbreken in het kadaster van de RKW.",
            en = "Public employers that pay child benefit themselves are missing from the RKW cadastre.",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = INVALIDITY_COVERAGE,
        note = AFTER_PRIMARY_INCAPACITY,
        note = RECORD_PER_INVALIDITY_FILE,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_INAMI_CMI are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Invaliditeit en …', 'Werkend en invalide', 'Invalide en rechtgevend kind', 'Occupé et invalidité', 'invalidité et pension'; no invalidity flag of this file was found. Sister flags of the same make for the disability allowance were found (fodsz_travailleur, fodsz_alloc_fam, fodsz_incap_prim).",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Source for the break of 2008: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-inami-cmi",
    )]
    pub invalidity_as_entitled_child: Option<bool>,

    /// Whether a person with an occupational-disease benefit is also counted as in work on the last day of the quarter.
    ///
    /// nl: Of iemand met een uitkering wegens beroepsziekte op de laatste dag van het kwartaal ook als werkende geteld wordt.
    #[variable(
        label(nl = "Uitkering beroepsziekte en werkend", en = "Occupational disease benefit and in work"),
        term = "een werkende arbeidsmarktpositie",
        of = "het al dan niet combineren van een uitkering wegens een beroepsziekte met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = OccupationalDiseaseWithWork,
        origin = DERIVED_VARIABLES_FILE,
        origin = DISEASE_FILE,
        series_break = NEW_COMPENSATIONS_2006,
        series_break = REFUNDS_OF_COSTS_2007,
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = DISEASE_COVERAGE,
        note = ANNUITY_BESIDE_ANY_STATUS,
        note = PERIOD_KINDS,
        note = DISEASE_SOURCE_TO_2016,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_FMP are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Beroepsziekte en …' and 'maladie professionnelle et …' with the source name, theme and institution; no occupational-disease flag of this file was found.",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Coverage: https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-fbz ; new kinds of compensation in 2006: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-fedris-fmp-mp",
    )]
    pub occ_disease_work: Option<bool>,

    /// Whether a person with an occupational-disease benefit is also a jobseeker with benefit on the last day of the quarter.
    ///
    /// nl: Of iemand met een uitkering wegens beroepsziekte op de laatste dag van het kwartaal ook werkzoekende met uitkering is.
    #[variable(
        label(
            nl = "Uitkering beroepsziekte en werkzoekend",
            en = "Occupational disease benefit and jobseeker",
        ),
        term = "het statuut van werkzoekende",
        of = "het al dan niet combineren van een uitkering wegens een beroepsziekte met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = OccupationalDiseaseWithJobSeeking,
        origin = DERIVED_VARIABLES_FILE,
        origin = DISEASE_FILE,
        series_break = NEW_COMPENSATIONS_2006,
        series_break = REFUNDS_OF_COSTS_2007,
        note(
            nl = "Werkzoekend betekent in de nomenclatuur: met een RVA-uitkering (na voltijdse arbeid, na vrijwillig deeltijdse arbeid of na studies), en niet enkel ingeschreven bij VDAB.",
            en = "Jobseeker in the nomenclature means: with an RVA benefit (after full-time work, after voluntary part-time work or after studies), not merely registered with VDAB.",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = DISEASE_COVERAGE,
        note = ANNUITY_BESIDE_ANY_STATUS,
        note = PERIOD_KINDS,
        note = DISEASE_SOURCE_TO_2016,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_FMP are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Beroepsziekte en …' and 'maladie professionnelle et …' with the source name, theme and institution; no occupational-disease flag of this file was found.",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Coverage: https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-fbz ; new kinds of compensation in 2006: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-fedris-fmp-mp",
    )]
    pub occ_disease_job_seeking: Option<bool>,

    /// Whether a person with an occupational-disease benefit is also in career break or time credit on the last day of the quarter.
    ///
    /// nl: Of iemand met een uitkering wegens beroepsziekte op de laatste dag van het kwartaal ook in loopbaanonderbreking of tijdskrediet is.
    #[variable(
        label(
            nl = "Uitkering beroepsziekte en loopbaanonderbreking/tijdskrediet",
            en = "Occupational disease benefit and career break or time credit",
        ),
        term = "loopbaanonderbreking of tijdskrediet",
        of = "het al dan niet combineren van een uitkering wegens een beroepsziekte met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = OccupationalDiseaseWithCareerBreak,
        origin = DERIVED_VARIABLES_FILE,
        origin = DISEASE_FILE,
        series_break = NEW_COMPENSATIONS_2006,
        series_break = REFUNDS_OF_COSTS_2007,
        series_break = CARE_CREDIT_2016,
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = DISEASE_COVERAGE,
        note = ANNUITY_BESIDE_ANY_STATUS,
        note = PERIOD_KINDS,
        note = DISEASE_SOURCE_TO_2016,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_FMP are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Beroepsziekte en …' and 'maladie professionnelle et …' with the source name, theme and institution; no occupational-disease flag of this file was found.",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Coverage: https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-fbz ; new kinds of compensation in 2006: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-fedris-fmp-mp",
    )]
    pub occ_disease_career_break: Option<bool>,

    /// Whether a person with an occupational-disease benefit is also exempt from registration as a jobseeker on the last day of the quarter.
    ///
    /// nl: Of iemand met een uitkering wegens beroepsziekte op de laatste dag van het kwartaal ook vrijgesteld is van inschrijving als werkzoekende.
    #[variable(
        label(
            nl = "Uitkering beroepsziekte en vrijstelling als werkzoekende",
            en = "Occupational disease benefit and job-seeker exemption",
        ),
        term = "vrijstelling van inschrijving als werkzoekende",
        of = "het al dan niet combineren van een uitkering wegens een beroepsziekte met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = OccupationalDiseaseWithJobSeekerExemption,
        origin = DERIVED_VARIABLES_FILE,
        origin = DISEASE_FILE,
        series_break = NEW_COMPENSATIONS_2006,
        series_break = REFUNDS_OF_COSTS_2007,
        note(
            nl = "Vrijstelling is positie 32 van de nomenclatuur. Hetzelfde bestand heeft zustervlaggen die ze uitsplitsen, zoals disp_circ_fam_soc (0/1, vanaf 31 maart 2003).",
            en = "Exemption is position 32 of the nomenclature. The same file has sister flags that detail it, such as disp_circ_fam_soc (0/1, from 31 March 2003).",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = DISEASE_COVERAGE,
        note = ANNUITY_BESIDE_ANY_STATUS,
        note = PERIOD_KINDS,
        note = DISEASE_SOURCE_TO_2016,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_FMP are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Beroepsziekte en …' and 'maladie professionnelle et …' with the source name, theme and institution; no occupational-disease flag of this file was found.",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Coverage: https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-fbz ; new kinds of compensation in 2006: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-fedris-fmp-mp",
    )]
    pub occ_disease_exemption: Option<bool>,

    /// Whether a person with an occupational-disease benefit also gets support of the public centre for social welfare (PCSW) on the last day of the quarter.
    ///
    /// nl: Of iemand met een uitkering wegens beroepsziekte op de laatste dag van het kwartaal ook OCMW-steun krijgt.
    #[variable(
        label(
            nl = "Uitkering beroepsziekte en OCMW-steun",
            en = "Occupational disease benefit and PCSW support",
        ),
        term = "steun van het openbaar centrum voor maatschappelijk welzijn",
        of = "het al dan niet combineren van een uitkering wegens een beroepsziekte met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = OccupationalDiseaseWithPcswSupport,
        origin = DERIVED_VARIABLES_FILE,
        origin = DISEASE_FILE,
        series_break = NEW_COMPENSATIONS_2006,
        series_break = REFUNDS_OF_COSTS_2007,
        note(
            nl = "OCMW-steun is positie 331 of 332 van de nomenclatuur (leefloon of financiële hulp); de gegevens van de POD MI zijn er vanaf 2003.",
            en = "PCSW support is position 331 or 332 of the nomenclature (living wage or financial assistance); the POD MI data exist from 2003.",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = DISEASE_COVERAGE,
        note = ANNUITY_BESIDE_ANY_STATUS,
        note = PERIOD_KINDS,
        note = DISEASE_SOURCE_TO_2016,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_FMP are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Beroepsziekte en …' and 'maladie professionnelle et …' with the source name, theme and institution; no occupational-disease flag of this file was found.",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Coverage: https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-fbz ; new kinds of compensation in 2006: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-fedris-fmp-mp",
    )]
    pub occ_disease_pcsw_support: Option<bool>,

    /// Whether a person with an occupational-disease benefit also draws a pension on the last day of the quarter.
    ///
    /// nl: Of iemand met een uitkering wegens beroepsziekte op de laatste dag van het kwartaal ook een pensioen ontvangt.
    #[variable(
        label(nl = "Uitkering beroepsziekte en pensioen", en = "Occupational disease benefit and pension"),
        term = "pensioen of brugpensioen",
        of = "het al dan niet combineren van een uitkering wegens een beroepsziekte met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = OccupationalDiseaseWithPension,
        origin = DERIVED_VARIABLES_FILE,
        origin = DISEASE_FILE,
        series_break = NEW_COMPENSATIONS_2006,
        series_break = REFUNDS_OF_COSTS_2007,
        series_break = PENSION_REGISTER_2016,
        note(
            nl = "Pensioen zonder werk is positie 34 van de nomenclatuur.",
            en = "Pension without work is position 34 of the nomenclature.",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = DISEASE_COVERAGE,
        note = ANNUITY_BESIDE_ANY_STATUS,
        note = PERIOD_KINDS,
        note = DISEASE_SOURCE_TO_2016,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_FMP are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Beroepsziekte en …' and 'maladie professionnelle et …' with the source name, theme and institution; no occupational-disease flag of this file was found.",
        evidence = "The deliberation names pension and early retirement in one phrase ('pensioen of brugpensioen'); it is read as two flags, this one for pension.",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Coverage: https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-fbz ; new kinds of compensation in 2006: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-fedris-fmp-mp",
    )]
    pub occ_disease_pension: Option<bool>,

    /// Whether a person with an occupational-disease benefit is also in (full-time) early retirement on the last day of the quarter (since 2012 SWT).
    ///
    /// nl: Of iemand met een uitkering wegens beroepsziekte op de laatste dag van het kwartaal ook met (voltijds) brugpensioen is (sinds 2012 SWT).
    #[variable(
        label(
            nl = "Uitkering beroepsziekte en brugpensioen",
            en = "Occupational disease benefit and early retirement",
        ),
        term = "pensioen of brugpensioen",
        of = "het al dan niet combineren van een uitkering wegens een beroepsziekte met",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = OccupationalDiseaseWithEarlyRetirement,
        origin = DERIVED_VARIABLES_FILE,
        origin = DISEASE_FILE,
        series_break = NEW_COMPENSATIONS_2006,
        series_break = REFUNDS_OF_COSTS_2007,
        series_break(
            from = "2012-01-01",
            nl = "Brugpensioen heet sinds 1 januari 2012 SWT (stelsel van werkloosheid met bedrijfstoeslag).",
            en = "Early retirement (brugpensioen) is called SWT since 1 January 2012 (unemployment with company supplement).",
        ),
        note(
            nl = "Voltijds brugpensioen is positie 351 van de nomenclatuur.",
            en = "Full early retirement (brugpensioen) is position 351 of the nomenclature.",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        note = DISEASE_COVERAGE,
        note = ANNUITY_BESIDE_ANY_STATUS,
        note = PERIOD_KINDS,
        note = DISEASE_SOURCE_TO_2016,
        evidence = "Only the source files DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) and DWH_FMP are identified, not the variable itself.",
        evidence = "Tried without result, NL and FR, eight wordings: 'Beroepsziekte en …' and 'maladie professionnelle et …' with the source name, theme and institution; no occupational-disease flag of this file was found.",
        evidence = "The deliberation names pension and early retirement in one phrase ('pensioen of brugpensioen'); it is read as two flags, this one for early retirement.",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Coverage: https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-fbz ; new kinds of compensation in 2006: https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-fedris-fmp-mp",
    )]
    pub occ_disease_early_retirement: Option<bool>,
}

const INVALIDITY_FILE: Origin = origin! {
    name: "(source file only, not the variable's own page) DWH_INAMI_CMI",
    institution: "Rijksinstituut voor Ziekte- en Invaliditeitsverzekering (RIZIV/INAMI)",
    file: "DWH_INAMI_CMI",
    stated_validity: "01/01/1997 - ∞",
    page: "https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-inami-cmi",
};

const SHORT_SPELLS_2008: SeriesBreak = series_break! {
    from: "2008",
    nl: "Invaliditeitsperioden die volledig binnen één kwartaal vallen en vóór het einde ervan aflopen, ontbreken voor 1997-2007 en zijn vanaf 2008 aanwezig.",
    en: "Spells of invalidity that lie wholly inside one quarter and end before its end are missing for 1997-2007 and present from 2008.",
    advice: {
        nl: "Voor een vlag op de laatste dag van het kwartaal is het effect klein; voor gegevens over perioden niet.",
        en: "For a flag taken on the last day of the quarter the effect is small; for spell data it is not.",
    },
};

const INVALIDITY_COVERAGE: Note = note! {
    nl: "Het RIZIV-bestand bevat werknemers, zelfstandigen en gecontroleerde werklozen die door de Geneeskundige Raad voor Invaliditeit (GRI) erkend zijn. Statutaire ambtenaren hebben een eigen stelsel en ontbreken: 0 betekent niet 'gezond'.",
    en: "The RIZIV file holds employees, self-employed and controlled unemployed recognised by the Medical Council for Invalidity (GRI). Statutory civil servants have a scheme of their own and are absent: 0 does not mean healthy.",
};

const AFTER_PRIMARY_INCAPACITY: Note = note! {
    nl: "Invaliditeit begint na de primaire arbeidsongeschiktheid (hoogstens één jaar). Die komt uit het NIC-bestand en is een apart statuut: positie 371 is ongeschiktheid bekend bij de ziekenfondsen (moederschap, werkverwijdering, primaire arbeidsongeschiktheid).",
    en: "Invalidity starts after primary incapacity (at most one year). That comes from the NIC file and is a separate status: position 371 is incapacity known to the health insurance funds (maternity, removal from work, primary incapacity).",
};

const RECORD_PER_INVALIDITY_FILE: Note = note! {
    nl: "Het onderliggende bestand heeft één record per invaliditeitsdossier; wie rechten heeft in twee stelsels, heeft er twee. Het RIZIV zit pas vanaf 2003 in de nomenclatuur en de vlaggen.",
    en: "The underlying file has one record per invalidity file; a person with rights in two schemes has two. RIZIV is in the nomenclature and the flags only from 2003.",
};

const PENSION_REGISTER_2016: SeriesBreak = series_break! {
    from: "2016-04-01",
    nl: "Pensioenzijde: register van de RVP tot en met 31 maart 2016, Federale Pensioendienst vanaf 1 april 2016.",
    en: "Pension side: register of the RVP until 31 March 2016, Federal Pensions Service (Federale Pensioendienst) from 1 April 2016.",
};

const DISEASE_FILE: Origin = origin! {
    name: "(source file only, not the variable's own page) DWH_FMP",
    institution: "Fonds voor Beroepsziekten (FBZ/FMP)",
    file: "DWH_FMP",
    stated_validity: "01/01/2001 - 31/12/2016",
    page: "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/fonds-voor-beroepsziekten/Variables/periodiciteit-1.html?filter=institution&institution=78927&sources=&themes=",
};

const NEW_COMPENSATIONS_2006: SeriesBreak = series_break! {
    from: "2006",
    nl: "In 2006 zijn nieuwe soorten vergoedingen toegevoegd: mogelijk een kleine breuk.",
    en: "In 2006 new kinds of compensation were added: possibly a small break.",
};

const REFUNDS_OF_COSTS_2007: SeriesBreak = series_break! {
    from: "2007",
    nl: "Terugbetalingen van kosten (periodesoort D) komen in de onderliggende betalingen voor vanaf 2007. Of zij voor de vlag meetellen, is niet gedocumenteerd.",
    en: "Reimbursements of costs (period kind D) occur in the underlying payments from 2007. Whether they count for the flag is not documented.",
};

const DISEASE_COVERAGE: Note = note! {
    nl: "Gedekt zijn werknemers van de privésector, contractueel personeel van de federale, gemeenschaps- en gewestoverheden, en wie bij de RSZPPO aangesloten is. Statutaire ambtenaren zijn niet gedekt.",
    en: "Covered are private-sector employees, contract staff of federal, community and regional government, and those affiliated to the RSZPPO. Statutory civil servants are not covered.",
};

const ANNUITY_BESIDE_ANY_STATUS: Note = note! {
    nl: "Een uitkering wegens beroepsziekte kan een blijvende rente zijn naast om het even welk statuut: cumulatie is normaal, geen fout.",
    en: "An occupational-disease benefit can be a permanent annuity next to any status: cumulation is normal, not an error.",
};

const PERIOD_KINDS: Note = note! {
    nl: "De onderliggende betalingen hebben een periodesoort (Soort_periode): M maandelijks, A achterstallen (een kwartaal of een deel ervan), D terugbetaling van kosten (vanaf 2007).",
    en: "The underlying payments have a period kind (Soort_periode): M monthly, A arrears (a quarter or part of it), D reimbursements of costs (from 2007).",
};

const DISEASE_SOURCE_TO_2016: Note = note! {
    nl: "De bron DWH_FMP loopt van 1 januari 2001 tot 31 december 2016. Vanaf 1 januari 2017 volgt DWH_Fedris_FMP_MP (FBZ is opgegaan in Fedris). Vlaggen zijn er pas vanaf 2003.",
    en: "The source DWH_FMP runs from 1 January 2001 to 31 December 2016. From 1 January 2017 DWH_Fedris_FMP_MP follows (FBZ merged into Fedris). Flags exist only from 2003.",
};
