//! Notes, breaks and origins that several blocks of the KSZ share.

use crate::prelude::*;

pub(super) const DATES_BY_QUARTER: Note = note! {
    nl: "De beraadslaging geeft de datums van dit onderdeel enkel met kwartaal en jaar.",
    en: "The deliberation gives the dates of this section by quarter and year only.",
};

pub(super) const REGISTER_SEX: Origin = origin! {
    name: "(no variable page found) Geslacht",
    institution: "Rijks- en KSZ-register",
    file: "DWH_RN_BCSS_BisTer",
    stated_validity: "31/12/1998 - ∞",
    page: "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/lipro-positie",
};

pub(super) const ORIGINE_FILE_2008: SeriesBreak = series_break! {
    from: "2008-12-31",
    nl: "De bron DWH_RN_Origine begint: waarden voor de bestandsjaren tot en met 2007 (de toestand op 1 januari 2008 en vroeger) kunnen enkel uit latere momentopnamen komen.",
    en: "The source DWH_RN_Origine begins: values for the file years up to 2007 (the states on 1 January 2008 and before) can only come from later snapshots.",
    advice: {
        nl: "Reken voor die jaren met een latere toestand: dat doet er niet toe voor gegevens bij de geboorte, wel voor wat kan veranderen.",
        en: "Take the value in those years as a later state: this does no harm for facts of birth, but it does for what can change.",
    },
};

pub(super) const YEARLY_SNAPSHOT: Note = note! {
    nl: "Registergegevens zijn jaarlijkse momentopnamen: het bestand van jaar T geeft de toestand op 31 december T om 24.00 uur, dat is 1 januari T+1. De toestand op 1 januari van een observatiejaar staat dus in het bestand van het jaar ervoor.",
    en: "Register data are yearly snapshots: the file of year T holds the state on 31 December T at 24:00, which is 1 January T+1. The state on 1 January of an observation year is therefore in the file of the year before.",
};

pub(super) const WAITING_REGISTER_2011: SeriesBreak = series_break! {
    from: "2011-01-01",
    nl: "Het wachtregister (asielzoekers) zit pas vanaf deze datum in het Statbel-deel van het registerbestand.",
    en: "The waiting register (asylum seekers) is in the Statbel part of the register file only from this date on.",
    advice: {
        nl: "Vergelijk het aandeel asielzoekers niet over deze datum heen.",
        en: "Do not compare the share of asylum seekers across this date.",
    },
};

pub(super) const CLASSES_NOT_FOUND: Note = note! {
    nl: "Welke landen in welke klasse zitten, is voor deze gegevens niet bekend: in openbare bronnen werd geen lijst gevonden.",
    en: "Which countries belong to which class is not known for these data: no list was found in public material.",
};

pub(super) const READ_ONCE_A_YEAR: Note = note! {
    nl: "De registergegevens worden één keer per jaar gelezen en blijven in dat jaar ongewijzigd; ze volgen de kwartalen van het socio-economische bestand niet.",
    en: "The register data are read once a year and stay unchanged in that year; they do not follow the quarters of the socio-economic file.",
};

pub(super) const NACE_BEL_2008: SeriesBreak = series_break! {
    from: "2008-01-01",
    nl: "NACE-BEL 2003 (voor 2005-2007) maakt plaats voor NACE-BEL 2008; er is geen één-op-één-omzetting.",
    en: "NACE-BEL 2003 (for 2005-2007) gives way to NACE-BEL 2008; there is no one-to-one conversion.",
    advice: {
        nl: "Houd de versie altijd bij de code.",
        en: "Always keep the version with the code.",
    },
};

pub(super) const PERFORMANCE_TYPE_RSZ: Origin = origin! {
    name: "Prestatietype",
    abbreviation: "T_prest",
    institution: "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
    file: "DWH_ONSS_StatbaseLATG",
    stated_validity: "1997-01-01/2002-12-31",
    stated_level: "Nominaal",
    page: "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/prestatietype",
};

pub(super) const CLASSES_SET_PER_REQUEST: Note = note! {
    nl: "De bedragen zijn in klassen geleverd. De KSZ bepaalt de klassen per aanvraag; de grenzen horen dus bij de levering en liggen niet vast.",
    en: "Amounts were delivered in classes. KSZ sets the classes per request, so the boundaries belong to the delivery and are not fixed.",
};

pub(super) const ONE_FILE_2014: SeriesBreak = series_break! {
    from: "2014-07-01",
    nl: "Eén bestand voor alle stelsels: DWH_FAMIFED vervangt DWH_ONAFTS en DWH_INASTI_AllocFam, die op 30 juni 2014 eindigen.",
    en: "One file for all schemes: DWH_FAMIFED replaces DWH_ONAFTS and DWH_INASTI_AllocFam, which end on 30 June 2014.",
    advice: {
        nl: "Bekijk vóór deze datum werknemers en zelfstandigen apart: hun bestanden zijn anders opgebouwd.",
        en: "Before this date look at employees and self-employed apart: their files are built differently.",
    },
};

pub(super) const DIBISS_2016: SeriesBreak = series_break! {
    from: "2016-09-01",
    nl: "FAMIFED neemt ook de dossiers van DIBISS over.",
    en: "FAMIFED also takes over the files of DIBISS.",
};

pub(super) const THREE_FILES: Note = note! {
    nl: "De periode wordt gedekt door drie bestanden: DWH_ONAFTS (werknemers, gewaarborgde kinderbijslag en het grootste deel van de openbare sector; 1997-01-01 tot 2014-06-30), DWH_INASTI_AllocFam (zelfstandigen; 2000-01-01 tot 2014-06-30) en DWH_FAMIFED (alle stelsels; vanaf 2014-07-01).",
    en: "Three files cover the period: DWH_ONAFTS (employees, guaranteed child benefit and most of the public sector; 1997-01-01 to 2014-06-30), DWH_INASTI_AllocFam (self-employed; 2000-01-01 to 2014-06-30) and DWH_FAMIFED (all schemes; from 2014-07-01).",
};

pub(super) const DERIVED_VARIABLES_FILE: Origin = origin! {
    name: "(source file only, not the variable's own page) DWH_BCSS_NomenclatureVarDer",
    institution: "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
    file: "DWH_BCSS_NomenclatureVarDer",
    stated_validity: "30/06/1998 - ∞",
    page: "https://bcss.fgov.be/dwh/nl/sourcedetail/dwh-bcss-nomenclaturevarder",
};

pub(super) const CARE_CREDIT_2016: SeriesBreak = series_break! {
    from: "2016-09-02",
    nl: "Personeel van besturen die van de Vlaamse overheid afhangen, krijgt sinds 2 september 2016 geen loopbaanonderbreking van de RVA meer, maar Vlaams zorgkrediet (Departement WSE). Dat geeft een breuk in de RVA-gegevens in 2016-K3 en 2016-K4.",
    en: "Since 2 September 2016 staff of administrations that depend on the Flemish authorities no longer get career break from the RVA, but Flemish zorgkrediet (Department WSE). This makes a break in the RVA data in 2016Q3 and 2016Q4.",
    advice: {
        nl: "Lees een daling in 2016-K3 en 2016-K4 niet als minder onderbrekingen: deze groep staat niet meer in de RVA-gegevens.",
        en: "Do not read a fall in 2016Q3 and 2016Q4 as fewer breaks: this group is no longer in the RVA data.",
    },
};

pub(super) const STATE_PER_PERSON: Note = note! {
    nl: "Toestand per persoon op de laatste dag van het kwartaal. Sinds 2003 geeft de nomenclatuur van de socio-economische positie elke persoon één positie, die het dichtst bij de arbeidsmarkt ligt; een tweede statuut is alleen in deze vlaggen zichtbaar.",
    en: "State per person on the last day of the quarter. Since 2003 the nomenclature of the socio-economic position gives each person one position, the one nearest to the labour market; a second status shows only in these flags.",
};

pub(super) const COMBINED_WITH_POSITIONS: Note = note! {
    nl: "Een vlag is beschreven 'in combinatie met' bepaalde posities. Wat zij bij alle andere personen bevat (0 of leeg), is niet gedocumenteerd: houd leeg en 0 uit elkaar.",
    en: "A flag is described 'in combination with' certain positions. What it holds for all other persons (0 or empty) is not documented: keep empty and 0 apart.",
};

pub(super) const VALUES_NOT_FOUND: Note = note! {
    nl: "De waarden van deze vlag zijn niet bekend: in openbare bronnen werd geen lijst gevonden. De gedocumenteerde zustervlaggen gebruiken 0 (nee) en 1 (ja); hier is dat waarschijnlijk, maar niet bevestigd.",
    en: "The values of this flag are not known: no list was found in public material. The documented sister flags use 0 (no) and 1 (yes); that is likely here too, but not confirmed.",
};

pub(super) const MONTH_OR_QUARTER: Note = note! {
    nl: "De term noemt een maand, maar punt 4 geeft datums met kwartaal en jaar: de geleverde precisie kan het kwartaal zijn.",
    en: "The term names a month, but paragraph 4 gives dates by quarter and year: the delivered precision may be the quarter.",
};
