//! Actors of child benefit files: one row for each actor, file and payment period.

use super::shared::{DIBISS_2016, ONE_FILE_2014, THREE_FILES};
use crate::prelude::*;

/// One actor of a child benefit file: who opens the right, who is paid, or the child for whom the right exists.
///
/// nl: Eén actor van een kinderbijslagdossier: wie het recht opent, wie betaald wordt, of het kind waarvoor het recht bestaat.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Kinderbijslag",
    label(nl = "Kinderbijslag: actor", en = "Child benefit: actor"),
    row_unit(
        nl = "één actor van één dossier in één betalingsperiode; bij zelfstandigen tot 30 juni 2014 één record per recht",
        en = "one actor of one file in one payment period; for the self-employed until 30 June 2014 one record per right",
    ),
    analysis_unit(nl = "actor van een kinderbijslagdossier", en = "actor of a child benefit file"),
    temporality = status,
    no_known_key(
        nl = "een persoon kan meerdere rollen en meerdere dossiers hebben, en het dossiernummer en de betalingsperiode behoren niet tot de termen",
        en = "one person can have several roles and several files, and the file number and the payment period are not among the terms",
    ),
)]
pub struct ChildBenefitActor {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// The role that a person plays in a child benefit file: who opens the right, who is paid (two kinds) or the child for whom the right exists.
    ///
    /// nl: De rol die een persoon speelt in een kinderbijslagdossier: wie het recht opent, wie het geld ontvangt (twee soorten) of het kind waarvoor het recht bestaat.
    #[variable(
        label(
            nl = "Hoedanigheid van de actor in het kinderbijslagdossier",
            en = "Role of the actor in the child benefit file",
        ),
        term = "de hoedanigheid van elke actor",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "elke actor (natuurlijke persoon) van een kinderbijslagdossier",
            en = "each actor (natural person) of a child benefit file",
        ),
        source_unit(
            nl = "DWH_ONAFTS en DWH_FAMIFED: actor x dossier x betalingsperiode; DWH_INASTI_AllocFam: één record per recht, de drie actoren in kolommen",
            en = "DWH_ONAFTS and DWH_FAMIFED: actor x file x payment period; DWH_INASTI_AllocFam: one record per right, the three actors in columns",
        ),
        origin(
            name = "Hoedanigheid van persoon",
            abbreviation = "Hoed",
            institution = "Rijksdienst voor Kinderbijslag voor Werknemers (RKW/ONAFTS)",
            file = "DWH_ONAFTS",
            stated_validity = "01/01/1997 - 30/06/2014",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-kinderbijslag-voor-werknemers/Variables/hoedanigheid-van-persoon-1?themes=8e1faf6e-dd30-9f4f-6116-a10ef0312e59",
        ),
        origin(
            name = "Qualité de la personne",
            abbreviation = "Hoed",
            institution = "FAMIFED",
            file = "DWH_FAMIFED",
            stated_validity = "01/07/2014 - ∞",
            stated_level = "Nominal",
            page = "https://dwh.ksz-bcss.fgov.be/fr/variabledetail/famifed/Variables/qualite-de-la-personne?themes=4d5f2d54-7b1b-8e4a-d303-7210b9132caa",
        ),
        series_break = ONE_FILE_2014,
        series_break = DIBISS_2016,
        note(
            nl = "Eén persoon kan meerdere rollen en meerdere dossiers hebben: de sleutel is persoon x dossier x rol x betalingsperiode.",
            en = "One person can have several roles and several files: the key is person x file x role x payment period.",
        ),
        note = ONE_RECORD_PER_ACTOR,
        note = WHO_DRAWS_FOR_WHICH_CHILD,
        note = ONE_RECORD_PER_RIGHT,
        note(
            nl = "In DWH_INASTI_AllocFam is de rol geen code maar een kolom: INSZ_rg voor het rechtgevend kind, INSZ_bt voor de bijslagtrekkende. INSZ_bt is leeg als de bijslagtrekkende een instelling is.",
            en = "In DWH_INASTI_AllocFam the role is not a code but a column: INSZ_rg for the entitled child, INSZ_bt for the recipient. INSZ_bt is empty when the recipient is an institution.",
        ),
        note(
            nl = "De codelijst is niet volledig bekend. De code van het rechtgevend kind ontbreekt; door uitsluiting zou het 104 zijn, wat niet bevestigd is.",
            en = "The code list is not fully known. The code of the entitled child is missing; by elimination it would be 104, which is not confirmed.",
        ),
        note(
            nl = "Rol 103 bestond in het kadaster uiterlijk vanaf juli 2004: reken er ook op vóór 1 juli 2014.",
            en = "Role 103 existed in the cadastre from July 2004 at the latest: expect it before 1 July 2014 too.",
        ),
        note(
            nl = "Het kadaster kent nog twee rollen, 105 en 106 (vierde actor, derde van type 1 en 2). Niet bekend is of ze geleverd worden.",
            en = "The cadastre has two more roles, 105 and 106 (fourth actor, third party of type 1 and 2). It is not known whether they are delivered.",
        ),
        note(
            nl = "Alleen natuurlijke personen zijn bijslagtrekkende in het kadaster; na een rechterlijke beslissing (bewindvoerder, schuldbemiddelaar) is geregistreerd wie anders betaald zou zijn.",
            en = "Only natural persons are recipients in the cadastre; after a court decision (administrator, debt mediator) the person who would otherwise have been paid is registered.",
        ),
        note(
            nl = "Een overleden rechthebbende blijft in het dossier zolang hij of zij recht opent op verhoogde wezenbijslag.",
            en = "A deceased person who opens the right stays in the file as long as he or she opens a right to raised orphans' benefit.",
        ),
        note(
            nl = "De jaarlijkse leveringen zijn over kwartalen gespreid met de begin- en einddatum van de betaling (DWH_ONAFTS, DWH_FAMIFED) of van het recht (DWH_INASTI_AllocFam).",
            en = "The yearly deliveries are spread over quarters with the begin and end date of payment (DWH_ONAFTS, DWH_FAMIFED) or of the right (DWH_INASTI_AllocFam).",
        ),
        note = THREE_FILES,
        evidence = "Match exact: own pages of Hoed at RKW/ONAFTS (to 2014-06-30) and at FAMIFED (from 2014-07-01).",
        evidence = "Of the RKW list 101 and 102 are known (the table breaks off), of the FAMIFED list 101, 102 and 103 (table breaks off, read on the French page). 'Bijslagtrekkende type 2' is our Dutch for 'Allocataire type 2', on the model of the RKW label for type 1.",
        evidence = "The code of the entitled child in the 1xx list is not known; by elimination it is 104 (103 and 105/106 are taken), to be confirmed before use.",
        evidence = "Until 2003-12-31 another list was used: 001, 002 and 003; outside the period.",
        evidence = "Role 103 from July 2004 at the latest: RKW service letter 996/50 of 6 July 2004, https://gpedia.groeipakket.be/nl/andere-regelgeving/dienstbrieven-akbw/996/regelgeving-pagina/99650-van-6-juli-2004",
        evidence = "Roles 105 and 106, fourth actor: https://famipedia.be/fr/themes/collect-and-exchange-data/register-child-benefits/theory/fourth_actor.html . The observation unit of the DWH files names only the three main roles; whether 105 and 106 are delivered is open.",
        evidence = "Natural persons only, court decisions: https://famipedia.be/fr/node/114117.html",
        evidence = "DWH_FAMIFED is valid to 2020-12-31 as a source. Sources: https://www.ksz-bcss.fgov.be/dwh/nl/sourcedetail/dwh-onafts , https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-inasti-allocfam , https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-famifed",
    )]
    pub child_benefit_actor_role: Option<Code<ChildBenefitActorRole>>,

    /// How the person who is paid the child benefit stands to the person who opens the right (for example the same person, partner or an institution).
    ///
    /// nl: Hoe de persoon die de kinderbijslag ontvangt zich verhoudt tot de persoon die het recht opent (bijvoorbeeld dezelfde persoon, partner of een instelling).
    #[variable(
        label(
            nl = "Relatie tussen bijslagtrekkende en rechthebbende",
            en = "Relation of recipient to person who opens the right",
        ),
        term = "de relatie tussen de bijslagtrekkende en de rechthebbende",
        match_quality = likely,
        certainty = assumed,
        alternatives(flag),
        measurement = nominal,
        source_unit(
            nl = "in de kandidaat (DWH_INASTI_AllocFam): één record per recht",
            en = "in the candidate (DWH_INASTI_AllocFam): one record per right",
        ),
        origin(
            name = "Hoedanigheid van de bijslagtrekkende (named on the page of INSZ_bt; own page not found)",
            institution = "Rijksinstituut voor de Sociale Verzekeringen der Zelfstandigen (RSVZ/INASTI)",
            file = "DWH_INASTI_AllocFam",
            stated_validity = "01/01/2000 - 30/06/2014",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/insz-bijslagtrekkende",
        ),
        series_break = ONE_FILE_2014,
        series_break = DIBISS_2016,
        note(
            nl = "Als alleen het bestand van de zelfstandigen de variabele heeft, eindigt ze op 30 juni 2014 en ontbreekt ze voor werknemers en de openbare sector.",
            en = "If only the file of the self-employed has the variable, it ends on 30 June 2014 and is missing for employees and the public sector.",
        ),
        note(
            nl = "De voorrang verschilt per stelsel: bij werknemers eerst de moeder, bij zelfstandigen eerst de vader. In de openbare sector wordt de bijslag met de wedde aan de rechthebbende betaald, tenzij anders gevraagd.",
            en = "Priority differs by scheme: mother first for employees, father first for the self-employed. In the public sector the benefit is paid with the salary to the person who opens the right, unless asked otherwise.",
        ),
        note = ONE_RECORD_PER_ACTOR,
        note = WHO_DRAWS_FOR_WHICH_CHILD,
        note = ONE_RECORD_PER_RIGHT,
        note = THREE_FILES,
        evidence = "Match likely but weak: the only candidate is 'Hoedanigheid van de bijslagtrekkende' of the self-employed file, named on the page of INSZ_bt as the variable that says more when the recipient is an institution. Its own page and its codes were not found.",
        evidence = "No relation variable of the RKW or FAMIFED file was found, in Dutch ('relatie bijslagtrekkende rechthebbende') or French ('lien / relation allocataire attributaire').",
        evidence = "Type: 'relatie' suggests a code; a flag (same person or not) is possible. Model it as optional.",
        evidence = "DWH_FAMIFED is valid to 2020-12-31 as a source. Sources: https://www.ksz-bcss.fgov.be/dwh/nl/sourcedetail/dwh-onafts , https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-inasti-allocfam , https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-famifed",
    )]
    pub recipient_beneficiary_link: Option<Code<RecipientToBeneficiaryRelation>>,
}

const ONE_RECORD_PER_ACTOR: Note = note! {
    nl: "DWH_ONAFTS en DWH_FAMIFED bevatten één record per actor per dossier (rechthebbende, bijslagtrekkende, rechtgevend kind), verbonden door het dossiernummer.",
    en: "DWH_ONAFTS and DWH_FAMIFED hold one record per actor per file (person who opens the right, recipient, entitled child), tied together by the file number ('dossiernummer').",
};

const WHO_DRAWS_FOR_WHICH_CHILD: Note = note! {
    nl: "Telt een dossier meerdere bijslagtrekkenden en meerdere kinderen, dan is niet te weten wie voor welk kind ontvangt.",
    en: "When a file has several recipients and several children, it cannot be known who draws for which child.",
};

const ONE_RECORD_PER_RIGHT: Note = note! {
    nl: "DWH_INASTI_AllocFam bevat één record per recht, met de drie actoren naast elkaar in kolommen.",
    en: "DWH_INASTI_AllocFam holds one record per right, with the three actors side by side in columns.",
};
