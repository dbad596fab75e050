//! A row about units of two kinds that are not persons, with technical columns and a reference.
use beraad_schema::describe::{self, Language, Role};
use beraad_schema::{
    Block, Code, CodeList, Count, Fields, Person, SerialNumber, Subject, YearMonth, subject,
};

/// Branches of the library.
pub enum Branch {}

impl Subject for Branch {
    const DESCRIPTION: describe::Subject = subject! {
        id: "branch",
        name: { nl: "filiaal", en: "branch", fr: "succursale" },
    };
}

/// Volumes.
pub enum Volume {}

impl Subject for Volume {
    const DESCRIPTION: describe::Subject = subject! {
        id: "volume",
        name: { nl: "band", en: "volume" },
        definition: {
            nl: "De band die werd uitgeleend.",
            en: "The volume that was lent.",
        },
    };
}

/// Waves of the survey.
///
/// nl: Rondes van het onderzoek.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Wave {}

/// A visit of one volume to one branch.
///
/// nl: Een verblijf van één band in één filiaal.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    key(branch, volume, rank)
)]
pub struct Visit {
    #[block(role = subject)]
    pub branch: SerialNumber<Branch>,

    #[block(role = subject)]
    pub volume: SerialNumber<Volume>,

    /// The person who leads the branch.
    ///
    /// nl: De persoon die het filiaal leidt.
    #[block(
        role = reference, label(nl = "Filiaalhouder", en = "Head of the branch"),
        why(nl = "om filialen van één leiding te herkennen", en = "to recognise branches with one head"),
    )]
    pub head: Option<SerialNumber<Person>>,

    /// Rank of the visit of the volume to the branch.
    ///
    /// nl: Rang van het bezoek van de band aan het filiaal.
    #[block(
        role = technical, label(nl = "Rang", en = "Rank"),
        why(nl = "een band komt vaker terug", en = "a volume returns more than once"),
    )]
    pub rank: Count,

    /// Wave in which the visit was recorded.
    ///
    /// nl: Golf waarin het bezoek werd opgetekend.
    #[block(
        role = technical, label(nl = "Golf", en = "Wave"),
        why(nl = "elke golf telt opnieuw", en = "each wave counts anew"),
    )]
    pub wave: Option<Code<Wave>>,

    #[block(role = observation_period)]
    pub month: YearMonth,
}

fn main() {
    let block = Visit::description();
    let roles: Vec<_> = block.columns().iter().map(|column| column.role()).collect();
    let expected = [
        Role::Subject, Role::Subject, Role::Reference, Role::Technical, Role::Technical,
        Role::ObservationPeriod,
    ];
    assert_eq!(roles, expected.map(Some));

    let texts = |name: &str, language| {
        let column = block.column(name).unwrap();
        [column.label(), column.definition()].map(|label| label.get(language).to_owned())
    };
    assert_eq!(texts("branch", Language::NL), [
        "Filiaal (volgnummer)",
        "De eenheid waarover de rij gaat (filiaal), als betekenisloos volgnummer.",
    ]);
    assert_eq!(texts("volume", Language::EN), ["Volume (serial number)", "The volume that was lent."]);
    assert_eq!(texts("head", Language::EN), ["Head of the branch", "The person who leads the branch."]);
    let rank = block.column("rank").unwrap();
    assert_eq!(rank.why().unwrap().get(Language::EN), "a volume returns more than once");

    // Only a subject is what the row is about.
    let keys: Vec<_> = block.foreign_keys().map(|key| (key.subject, key.own)).collect();
    assert_eq!(keys, [("branch", true), ("volume", true), ("person", false)]);
    let subjects: Vec<_> = Visit::subjects().iter().map(|subject| &*subject.id).collect();
    assert_eq!(subjects, ["branch", "volume", "person"]);
    let lists: Vec<_> = Visit::code_lists().iter().map(|list| &*list.id).collect();
    assert_eq!(lists, ["wave"]);
}
