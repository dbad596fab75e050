//! Pairs of models that differ in what is checked over several rows.

use beraad_schema::describe::{
    AppliesTo, Block, Condition, Constraint, Equal, Identity, Label, Language, Model, Operand,
    Severity, Text, example_model,
};

/// Two models.
pub(crate) struct Pair {
    pub(crate) name: &'static str,
    old: Change,
    new: Change,
    /// True if all old data are valid in the new model, and all new data in the old one.
    pub(crate) fit: [bool; 2],
}

/// The column of most constraints.
const RENEWALS: &[&str] = &["loan.renewals"];

type Change = Box<dyn Fn(&mut Model)>;

impl Pair {
    /// Returns the old and the new model.
    pub(crate) fn models(&self) -> [Model; 2] {
        [&self.old, &self.new].map(|change| {
            let mut model = example_model();
            change(&mut model);
            model
        })
    }
}

/// Returns the pairs.
pub(crate) fn all() -> Vec<Pair> {
    let parts = [keys(), ages(), references(), exclusions()];
    parts.into_iter().flatten().collect()
}

fn pair(name: &'static str, old: Change, new: Change, fit: [bool; 2]) -> Pair {
    Pair {
        name,
        old,
        new,
        fit,
    }
}

fn keys() -> Vec<Pair> {
    vec![
        pair(
            "replaced column",
            key(&["person", "year"]),
            key(&["sex", "year"]),
            [false, false],
        ),
        pair(
            "replaced key",
            key(&["person"]),
            key(&["sex"]),
            [false, false],
        ),
        pair(
            "removed column",
            key(&["person", "year"]),
            key(&["year"]),
            [false, true],
        ),
        pair(
            "other order",
            key(&["person", "year"]),
            key(&["year", "person"]),
            [true, true],
        ),
        pair(
            "unknown key",
            key(&["person", "year"]),
            without_key(),
            [true, false],
        ),
    ]
}

/// Limits of the years between a loan and the return, in place of an age.
fn ages() -> Vec<Pair> {
    let with = |severity, [min, max, tolerance]: [u8; 3]| {
        let condition = Condition::age(
            "loan_month".into(),
            "return_month".into(),
            min,
            max,
            tolerance,
        );
        constraint(RENEWALS, severity, Some(condition))
    };
    let error = |limits| with(Severity::Error, limits);
    let warning = |limits| with(Severity::Warning, limits);
    vec![
        pair("removed age", error([0, 2, 0]), nothing(), [true, false]),
        pair(
            "removed warning",
            warning([0, 2, 0]),
            nothing(),
            [true, true],
        ),
        pair(
            "error becomes warning",
            error([0, 2, 0]),
            warning([0, 2, 0]),
            [true, false],
        ),
        pair(
            "wider age",
            error([1, 2, 0]),
            error([0, 2, 0]),
            [true, false],
        ),
        pair(
            "more tolerance",
            error([1, 2, 0]),
            error([1, 2, 1]),
            [true, false],
        ),
        pair(
            "tolerance instead of limits",
            error([1, 2, 1]),
            error([0, 3, 0]),
            [true, true],
        ),
        pair(
            "moved age",
            error([0, 1, 0]),
            error([1, 2, 0]),
            [false, false],
        ),
        pair(
            "condition without computation",
            error([0, 2, 0]),
            constraint(RENEWALS, Severity::Error, None),
            [true, false],
        ),
    ]
}

/// Rows of another block.
fn references() -> Vec<Pair> {
    let error = |columns: &[(&'static str, Operand)]| {
        let equal = columns.iter();
        let equal = equal.map(|(name, to)| Equal::new((*name).into(), to.clone()));
        let equal: Vec<_> = equal.collect();
        let condition = Condition::row_exists("member".into(), equal.into(), vec![].into());
        constraint(&["loan.person"], Severity::Error, Some(condition))
    };
    let person = || ("person", Operand::Constrained);
    let department = ("sex", Operand::Column("department".into()));
    vec![
        pair(
            "removed reference",
            error(&[person()]),
            nothing(),
            [true, false],
        ),
        // A row without a department needs no other row, until the department is not compared.
        pair(
            "reference without a second column",
            error(&[person(), department]),
            error(&[person()]),
            [false, false],
        ),
    ]
}

/// Values that exclude each other.
fn exclusions() -> Vec<Pair> {
    let error = |columns, none: &[&'static str]| {
        let condition = Condition::NoneOf(texts(none).into());
        constraint(columns, Severity::Error, Some(condition))
    };
    let department = &["loan.department"];
    let both = &["loan.renewals", "loan.department"];
    vec![
        pair(
            "fewer excluded values",
            error(RENEWALS, &["return_month", "fine_class"]),
            error(RENEWALS, &["return_month"]),
            [true, false],
        ),
        pair(
            "fewer columns",
            error(both, &["return_month"]),
            error(RENEWALS, &["return_month"]),
            [true, false],
        ),
        pair(
            "other columns",
            error(department, &["return_month"]),
            error(RENEWALS, &["return_month"]),
            [false, false],
        ),
    ]
}

fn nothing() -> Change {
    Box::new(|_| {})
}

fn texts(names: &[&'static str]) -> Vec<Text> {
    names.iter().map(|name| (*name).into()).collect()
}

fn block<'m>(model: &'m mut Model, id: &str) -> &'m mut Block {
    let mut blocks = model.blocks.iter_mut();
    blocks.find(|block| block.id == id).unwrap()
}

/// Sets the key of the members.
fn key(names: &'static [&'static str]) -> Change {
    Box::new(|model| block(model, "member").identity = Identity::Key(texts(names)))
}

/// Takes the key of loans, which is not known, for the members.
fn without_key() -> Change {
    Box::new(|model| {
        let unknown = block(model, "loan").identity.clone();
        block(model, "member").identity = unknown;
    })
}

/// Adds a constraint on these columns.
fn constraint(
    columns: &'static [&'static str],
    severity: Severity,
    condition: Option<Condition>,
) -> Change {
    Box::new(move |model| {
        let message = Label::new([(Language::EN, "limits"), (Language::NL, "grenzen")]);
        let columns = AppliesTo::Columns(texts(columns).into());
        let mut constraint = Constraint::new("limits", severity, message, columns, "paragraph 2");
        constraint.condition.clone_from(&condition);
        model.constraints.push(constraint);
    })
}
