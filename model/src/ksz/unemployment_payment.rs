//! Payments of the RVA, and the terms of an activated employment.

use super::shared::MONTH_OR_QUARTER;
use crate::prelude::*;

/// Payment of an unemployment benefit to one person, with the terms of the activation and of the compensation.
///
/// nl: Betaling van een werkloosheidsuitkering aan één persoon, met de voorwaarden van de activering en van de vergoeding.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Werkloosheid",
    label(nl = "Werkloosheid: betalingen", en = "Unemployment: payments"),
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
    rule(
        months_in_order: activation_start_month <= activation_end_month,
        nl = "een geactiveerde tewerkstelling eindigt in of na de maand waarin ze begint",
        en = "an activated employment ends in or after the month in which it starts",
        basis = "the meaning of start and end",
    ),
    note(
        nl = "Of de variabelen over tussenkomst, activering en selectiewijze per betaling worden geleverd, is niet gedocumenteerd; zij staan in dit blok wegens hun plaats in de tekst.",
        en = "Whether the variables on contribution, activation and selection method are delivered by payment is not documented; they stand in this block because of their place in the text.",
    ),
)]
pub struct UnemploymentPayment {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Amount of the benefit paid by the RVA, delivered in classes only; the class bounds are not in the deliberation.
    ///
    /// nl: Bedrag van de uitkering van de RVA, alleen in klassen geleverd; de klassengrenzen staan niet in de beraadslaging.
    #[variable(
        label(nl = "Werkloosheidsuitkering (in klassen)", en = "Unemployment benefit (in classes)"),
        term = "de uitkering (in klassen)",
        match_quality = several,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "EUR", en = "EUR"),
        source_unit(
            nl = "persoon x jaar (uitkering_BB_rva); betaling x maand als het bedrag uit DWH_ONEm_Paiements komt",
            en = "person x year (uitkering_BB_rva); payment x month if the amount comes from DWH_ONEm_Paiements",
        ),
        origin(
            name = "Bruto belastbare uitkering RVA",
            abbreviation = "uitkering_BB_rva",
            institution = "Kruispuntbank van de Sociale Zekerheid",
            file = "DWH_BCSS_Revenu",
            stated_validity = "2003-01-01 - ",
            stated_level = "Metrisch",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-rva",
        ),
        note(
            nl = "De klassen en hun grenzen zijn niet bekend: in openbare bronnen werd geen lijst gevonden.",
            en = "The classes and their bounds are not known: no list was found in public material.",
        ),
        note(
            nl = "De kandidaat uitkering_BB_rva is een bruto belastbaar bedrag op jaarbasis. Ook loopbaanonderbreking, brugpensioen, tijdelijke werkloosheid, IGU, PWA en activeringsuitkeringen tellen mee; uitkeringen die naar de werkgever gaan (SINE) niet.",
            en = "The candidate uitkering_BB_rva is a gross taxable amount per year. Career break, early retirement, temporary unemployment, IGU, PWA and activation allowances count too; benefits that go to the employer (SINE) do not.",
        ),
        evidence = "Several: uitkering_BB_rva (gross taxable, per year, DWH_BCSS_Revenu) is documented; a monthly amount per payment exists in DWH_ONEm_Paiements, but its page is not known.",
        evidence = "The page gives the level metric for the amount itself; classes of it are ordinal.",
    )]
    pub unemployment_benefit_class: Option<AmountClass<UnemploymentBenefitClass>>,

    /// Says whether a contribution (tussenkomst) of the RVA runs for the person; the deliberation does not say which one.
    ///
    /// nl: Zegt of er voor de persoon een tussenkomst (van de RVA) loopt; de beraadslaging zegt niet welke.
    #[variable(
        label(nl = "Begunstigde van een tussenkomst", en = "Beneficiary of a contribution (tussenkomst)"),
        term = "het al dan niet begunstigde van een tussenkomst zijn",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        codes = InterventionBeneficiary,
        note(
            nl = "De tekst zet deze term tussen de categorie van werkzoekende en het statuut vóór activering; waarschijnlijk gaat het dus om activeringsuitkeringen.",
            en = "The text puts this term between the category of jobseeker and the status before activation; it is therefore probably about activation allowances.",
        ),
        evidence = "No variable of this name was found: not under 'activering' or 'tussenkomst', not in DWH_ONEm_Paiements and not under the theme 'Activering van de werkloze'.",
        evidence = "The link with activation allowances, and with the RVA, rests on the place in the text.",
    )]
    pub intervention_beneficiary: Option<bool>,

    /// Status that the unemployed person had just before the activated employment started.
    ///
    /// nl: Statuut dat de werkloze had net voordat de geactiveerde tewerkstelling begon.
    #[variable(
        label(
            nl = "Statuut van de werkloze vóór activering",
            en = "Status of the unemployed person before activation",
        ),
        term = "het statuut van de werkloze vóór activering",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(
            nl = "Verwant maar niet hetzelfde: de laatste activiteit voorafgaand aan de werkloosheid (S11END, DWH_ONEm_Paiements).",
            en = "Related but not the same: the last activity before the unemployment (S11END, DWH_ONEm_Paiements).",
        ),
        evidence = "No page was found, in Dutch or in French, under 'statuut voor activering' or the theme 'Activering van de werkloze'.",
    )]
    pub status_before_activation: Option<Code<StatusBeforeActivation>>,

    /// Working time in the activated job, as a percentage of a full-time job.
    ///
    /// nl: Arbeidsduur in de geactiveerde betrekking, als percentage van een voltijdse betrekking.
    #[variable(
        label(nl = "Arbeidsduur bij activering (%)", en = "Working time at activation (%)"),
        term = "het percentage arbeidsduur bij activering",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "%", en = "%"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(
            nl = "Onder- en bovengrens van het percentage zijn niet gedocumenteerd.",
            en = "The lower and upper bounds of the percentage are not documented.",
        ),
        evidence = "No page and no bounds were found (percentage arbeidsduur, activering, DWH_ONEm).",
    )]
    pub activation_working_time_pct: Option<Percentage>,

    /// Conditions under which the activation allowance was granted.
    ///
    /// nl: Voorwaarden waaronder de activeringsuitkering werd toegekend.
    #[variable(
        label(
            nl = "Toekenningsvoorwaarden van de activeringsuitkering",
            en = "Award conditions of the activation allowance",
        ),
        term = "de toekenningsvoorwaarden",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        evidence = "No page was found (toekenningsvoorwaarden, voordeel, activering, bijlage 10).",
        evidence = "The text says 'de toekenningsvoorwaarden' only; that they are those of the activation allowance is a reading of its place in the text.",
    )]
    pub award_conditions: Option<Code<AwardConditions>>,

    /// Month in which the activated employment starts.
    ///
    /// nl: Maand waarin de geactiveerde tewerkstelling begint.
    #[variable(
        label(
            nl = "Beginmaand van de geactiveerde tewerkstelling",
            en = "Start month of the activated employment",
        ),
        term = "de beginmaand van de tewerkstelling",
        match_quality = none,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "maand", en = "month"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note = MONTH_OR_QUARTER,
        evidence = "No page was found.",
        evidence = "The text says 'de tewerkstelling' only; that it is the activated employment is a reading of its place in the text.",
    )]
    pub activation_start_month: Option<YearMonth>,

    /// Month in which the activated employment ends.
    ///
    /// nl: Maand waarin de geactiveerde tewerkstelling eindigt.
    #[variable(
        label(
            nl = "Eindmaand van de geactiveerde tewerkstelling",
            en = "End month of the activated employment",
        ),
        term = "de eindmaand van de tewerkstelling",
        match_quality = none,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "maand", en = "month"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note = MONTH_OR_QUARTER,
        note(
            nl = "Een lopende tewerkstelling heeft wellicht geen eindmaand (leeg veld); dat is niet gedocumenteerd.",
            en = "An employment that is still running may have no end month (empty field); this is not documented.",
        ),
        evidence = "No page was found.",
        evidence = "The text says 'de tewerkstelling' only; that it is the activated employment is a reading of its place in the text.",
    )]
    pub activation_end_month: Option<YearMonth>,

    /// Says whether the unemployed person is head of household, single or cohabiting, in which benefit period the person is, and whether it is a waiting or bridging allowance.
    ///
    /// nl: Zegt of de werkloze gezinshoofd, alleenstaande of samenwonende is, in welke uitkeringsperiode de werkloze zit, en of het om een wacht- of overbruggingsuitkering gaat.
    #[variable(
        label(
            nl = "Vergoedingscategorie van de werkloze",
            en = "Benefit category of the unemployed person",
        ),
        term = "de vergoedingscategorie",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "Vergoedingscategorie van de werkloze",
            abbreviation = "FICHE61",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEm_Paiements",
            stated_validity = "1998-01-01 - ",
            stated_level = "Nominaal",
            page = "https://www.bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/vergoedingscategorie-van-de-werkloze.html?filter=name&institution=&sources=&themes=",
        ),
        series_break(
            from = "2012-01-01",
            nl = "Dezelfde codecijfers krijgen een andere betekenis (hervorming van de degressiviteit van de uitkeringen).",
            en = "The same code digits get another meaning (reform of the degressivity of the benefits).",
            advice(
                nl = "Lees elke code samen met haar geldigheidsperiode; vergelijk een cijfer niet over de breuk heen.",
                en = "Read each code together with its period of validity; do not compare a digit across the break.",
            ),
        ),
        note(
            nl = "De lijst is bekend tot en met code 6. Code 7 (begint met 'Alleenstaan') en de verdere codes, voor alleenstaanden en samenwonenden, ontbreken.",
            en = "The list is known up to and including code 6. Code 7 (begins with 'Alleenstaan', single) and the further codes, for single and cohabiting persons, are missing.",
        ),
        note(
            nl = "De punt (.) is de code voor niet van toepassing, geen leeg veld.",
            en = "The dot (.) is the code for not applicable, not an empty field.",
        ),
        note(
            nl = "De RVA hanteert een andere definitie van de gezinscategorie dan de fiscus, het OCMW of LIPRO.",
            en = "The RVA uses another definition of the household category than the tax authority, the PCSW or LIPRO.",
        ),
        note(
            nl = "Niet te verwisselen met 'Positie in de gezinssamenstelling' (DWH_ONEm_FIN_DROIT_ART36, codes WA+TA, WN+TN, WP+TP, W+T), die pas vanaf 2015 bestaat.",
            en = "Not to be confused with 'Positie in de gezinssamenstelling' (position in the household; DWH_ONEm_FIN_DROIT_ART36, codes WA+TA, WN+TN, WP+TP, W+T), which exists only from 2015.",
        ),
        evidence = "Exact: FICHE61 'Vergoedingscategorie van de werkloze' (RVA).",
        evidence = "The table on the page is cut off at code 7 ('Alleenstaan...').",
        evidence = "Two end dates on the page are unusual (code 3: 2011-12-18; code 4: 2012-12-31). They are taken over literally and may be typing errors.",
    )]
    pub compensation_category: Option<Code<CompensationCategory>>,

    /// Number of months of unemployment: 12 times the difference in years between reference and start, plus the difference in months, plus 1.
    ///
    /// nl: Aantal maanden werkloosheid: 12 maal het jaarverschil tussen referentie en begin, plus het maandverschil, plus 1.
    #[variable(
        label(nl = "Werkloosheidsduur (maanden)", en = "Duration of unemployment (months)"),
        term = "de werkloosheidsduur",
        match_quality = exact,
        certainty = documented,
        measurement = metric,
        unit(nl = "maanden", en = "months"),
        origin(
            name = "Werkloosheidsduur",
            abbreviation = "DUUR",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEm_Paiements",
            stated_validity = "1998-01-01 - ",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/werkloosheidsduur",
        ),
        note(
            nl = "Een onbekende begindatum geeft 1, een begindatum na de referentiedatum geeft 144. Die waarden zijn niet te onderscheiden van een echte duur van 1 of 144 maanden.",
            en = "An unknown start date gives 1, a start date after the reference date gives 144. Those values cannot be told apart from a real duration of 1 or 144 months.",
        ),
        note(
            nl = "De kleinste waarde is 1, wat uit de formule volgt; een grootste waarde is niet gedocumenteerd.",
            en = "The smallest value is 1, which follows from the formula; a largest value is not documented.",
        ),
        note(
            nl = "De begindatum verandert na drie referentiemaanden zonder recht. Een maand die volledig door een sanctie van bepaalde duur is gedekt, telt als maand met recht.",
            en = "The start date changes after three reference months without entitlement. A month fully covered by a sanction of fixed duration counts as a month with entitlement.",
        ),
        note(
            nl = "Niet te verwarren met de inschrijvingsduur bij de gewestelijke dienst of met de werkloosheidsduur van VDAB (punt 3).",
            en = "Not to be confused with the duration of registration at the regional service or with the duration of unemployment of VDAB (paragraph 3).",
        ),
        evidence = "Exact: DUUR 'Werkloosheidsduur' (RVA).",
        evidence = "The lower bound 1 is derived from the formula; no upper bound is documented.",
    )]
    pub unemployment_duration: Option<Months<1>>,

    /// Number of hours worked within a local employment agency (PWA/ALE) during the reference month.
    ///
    /// nl: Aantal uren dat in de referentiemaand in het kader van een plaatselijk werkgelegenheidsagentschap (PWA) werd gewerkt.
    #[variable(
        label(
            nl = "Gewerkte uren in een PWA (per maand)",
            en = "Hours worked in a local employment agency (per month)",
        ),
        term = "het aantal uren gewerkt in een plaatselijk werkgelegenheidsagentschap",
        match_quality = exact,
        certainty = documented,
        measurement = metric,
        unit(nl = "uren per maand", en = "hours per month"),
        origin(
            name = "Gewerkte uren",
            abbreviation = "URENPWA",
            institution = "Rijksdienst voor Arbeidsvoorziening",
            file = "DWH_ONEm_Paiements",
            stated_validity = "1998-01-01 - ",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/gewerkte-uren?themes=ef190af3-0b11-0b68-0d3f-3d5e4cdceeb4",
        ),
        note(
            nl = "De regel is 45 uur per maand, behoudens uitzondering. Voor sommige activiteiten worden ook 70 of 150 uur per maand en 630 uur per jaar genoemd; 45 is dus geen harde bovengrens.",
            en = "The rule is 45 hours a month, barring exceptions. For some activities 70 or 150 hours a month and 630 hours a year are mentioned too; 45 is therefore no hard upper bound.",
        ),
        note(
            nl = "Vanaf 2018 niet meer beschikbaar voor het Vlaams Gewest en de Duitstalige Gemeenschap, buiten het venster 2005-2016.",
            en = "No longer available from 2018 for the Flemish Region and the German-speaking Community, outside the window 2005-2016.",
        ),
        note(
            nl = "Ook gerechtigden op financiële hulp van een OCMW kunnen PWA-uren hebben.",
            en = "Persons entitled to financial assistance from a PCSW can have PWA hours too.",
        ),
        evidence = "Exact: URENPWA 'Gewerkte uren' (RVA).",
        evidence = "The rule of 45 hours is in an annex on the page; the 70 and 150 hours a month and 630 hours a year come from other sources.",
    )]
    pub lea_hours_worked: Option<Hours<0>>,

    /// Way in which the unemployed person was selected for follow-up or exclusion.
    ///
    /// nl: Manier waarop de werkloze voor een opvolging of uitsluiting geselecteerd werd.
    #[variable(
        label(nl = "Selectiewijze", en = "Selection method"),
        term = "de selectiewijze",
        match_quality = none,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(
            nl = "De term staat in de tekst direct voor de reden van de uitsluiting. Voor de jaren vóór 2016 bestaat een sanctiebestand ACR (opvolging van het zoekgedrag) waarin dit begrip kan thuishoren.",
            en = "The term stands in the text directly before the reason for the exclusion. For the years before 2016 there is a sanctions file ACR (follow-up of the efforts to find work) in which this notion may belong.",
        ),
        evidence = "No page was found, in Dutch or in French: not under 'selectiewijze RVA' or 'mode de sélection ONEm', not by description among the sanctions and not in the follow-up of the efforts to find work (ACR).",
        evidence = "That it belongs to the sanctions file ACR is a guess from the place in the text.",
    )]
    pub selection_method: Option<Code<SelectionMethod>>,
}
