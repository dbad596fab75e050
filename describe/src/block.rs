//! A block: one kind of row, with its columns.

use serde::{Deserialize, Serialize};

use crate::label::{Label, Text};
use crate::period::Period;
use crate::provenance::{Note, Origin, SeriesBreak};
use crate::rule::Rule;
use crate::value_type::ValueType;
use crate::variable::Variable;

vocabulary_enum! {
    /// How the rows of a block relate to time.
    pub enum Temporality {
        /// What never changes.
        Fixed,
        /// The state on a day.
        Status,
        /// What added up over a period.
        Accumulated,
        /// Something with a start and an end, or a single moment.
        Event,
    }
}

impl Temporality {
    /// The word for it in Dutch and English.
    #[must_use]
    pub fn label(self) -> Label {
        match self {
            Self::Fixed => Label::new("vast gegeven", "fixed"),
            Self::Status => Label::new("toestand op een dag", "status on a day"),
            Self::Accumulated => {
                Label::new("samengeteld over een periode", "accumulated over a period")
            }
            Self::Event => Label::new("gebeurtenis", "event"),
        }
    }
}

/// What tells one row of a block from another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// These columns together occur once.
    Key(Vec<Text>),
    /// No set of columns is known to occur once, and why; uniqueness is then never checked.
    NoKnownKey(Label),
}

vocabulary_enum! {
    /// What a column is for that is no variable of the decision.
    pub enum Role {
        /// The person that the row is about.
        Person,
        /// The employer that the row is about.
        Employer,
        /// The reference person of the person's household.
        ReferencePerson,
        /// The month, quarter or year that the row is about.
        ObservationPeriod,
    }
}

impl Role {
    /// Whether the row is about the one that a column of this role numbers.
    #[must_use]
    pub const fn is_subject(self) -> bool {
        matches!(self, Self::Person | Self::Employer)
    }

    /// What a column of this role is called.
    #[must_use]
    pub fn label(self) -> Label {
        match self {
            Self::Person => Label::new("Persoon (volgnummer)", "Person (serial number)"),
            Self::Employer => Label::new("Werkgever (volgnummer)", "Employer (serial number)"),
            Self::ReferencePerson => Label::new(
                "Referentiepersoon (volgnummer)",
                "Reference person (serial number)",
            ),
            Self::ObservationPeriod => Label::new("Waarnemingsperiode", "Observation period"),
        }
    }

    /// What a column of this role holds.
    #[must_use]
    pub fn definition(self) -> Label {
        match self {
            Self::Person => Label::new(
                "De persoon over wie de rij gaat, als betekenisloos volgnummer.",
                "The person that the row is about, as a meaningless serial number.",
            ),
            Self::Employer => Label::new(
                "De werkgever over wie de rij gaat, als betekenisloos volgnummer.",
                "The employer that the row is about, as a meaningless serial number.",
            ),
            Self::ReferencePerson => Label::new(
                "De referentiepersoon van het huishouden van de persoon, als betekenisloos volgnummer.",
                "The reference person of the person's household, as a meaningless serial number.",
            ),
            Self::ObservationPeriod => Label::new(
                "De periode waarover de rij gaat; een toestand is die op de laatste dag ervan.",
                "The period that the row is about; a state is that of its last day.",
            ),
        }
    }
}

/// A column of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RoleColumn {
    /// The column's name.
    pub id: Text,
    /// What it is for.
    pub role: Role,
    /// The type of its values.
    pub value_type: ValueType,
    /// Whether a row may have no value.
    pub nullable: bool,
}

impl RoleColumn {
    /// A column that always has a value.
    #[must_use]
    pub fn new(id: impl Into<Text>, role: Role, value_type: ValueType) -> Self {
        Self {
            id: id.into(),
            role,
            value_type,
            nullable: false,
        }
    }
}

/// Columns that a struct of their own describes, and that stand in the row under a prefix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Group {
    /// What the names of its columns start with.
    pub prefix: Text,
    /// The person besides the person concerned whom the columns are about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<Text>,
    /// The columns, named without the prefix.
    pub fields: Vec<Field>,
}

impl Group {
    /// Columns about the person concerned.
    #[must_use]
    pub fn new(prefix: impl Into<Text>, fields: Vec<Field>) -> Self {
        Self {
            prefix: prefix.into(),
            relative: None,
            fields,
        }
    }
}

/// A field of a block's struct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A column that is no variable of the decision.
    Role(RoleColumn),
    /// A variable.
    Variable(Box<Variable>),
    /// A struct of columns.
    Group(Group),
}

/// A block: a Rust struct, one kind of row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Block {
    /// The id, unique in the model; also the stem of its files.
    pub id: Text,
    /// A short name.
    pub label: Label,
    /// What its rows are about.
    pub definition: Label,
    /// The paragraph of the decision.
    pub paragraph: u8,
    /// The heading of the decision that it carries out, alone or with other blocks.
    pub heading: Text,
    /// What one row is.
    pub row_unit: Label,
    /// The unit that a row describes.
    pub analysis_unit: Label,
    /// Whom the block is about, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub universe: Option<Label>,
    /// How its rows relate to time.
    pub temporality: Temporality,
    /// What tells one row from another.
    pub identity: Identity,
    /// The column that holds the observation period, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observation_period: Option<Text>,
    /// The period for which there are rows.
    #[serde(default, skip_serializing_if = "Period::is_always")]
    pub valid: Period,
    /// Its columns.
    pub fields: Vec<Field>,
    /// What must hold within a row.
    pub rules: Vec<Rule>,
    /// Where the block as a whole comes from.
    pub origins: Vec<Origin>,
    /// Why that is believed.
    pub evidence: Vec<Text>,
    /// What a researcher must know of the block as a whole.
    pub notes: Vec<Note>,
    /// Breaks in series of the block as a whole.
    pub breaks: Vec<SeriesBreak>,
}

impl Block {
    /// A block without columns, of paragraph 0 and of no heading. Its other texts are empty, its rows never change and
    /// have no known key: set the fields that differ.
    #[must_use]
    pub fn new(id: impl Into<Text>, label: Label) -> Self {
        let empty = || Label::new("", "");
        Self {
            id: id.into(),
            label,
            definition: empty(),
            paragraph: 0,
            heading: "".into(),
            row_unit: empty(),
            analysis_unit: empty(),
            universe: None,
            temporality: Temporality::Fixed,
            identity: Identity::NoKnownKey(empty()),
            observation_period: None,
            valid: Period::ALWAYS,
            fields: Vec::new(),
            rules: Vec::new(),
            origins: Vec::new(),
            evidence: Vec::new(),
            notes: Vec::new(),
            breaks: Vec::new(),
        }
    }

    /// The columns in their order, groups flattened.
    #[must_use]
    pub fn columns(&self) -> Vec<Column<'_>> {
        let mut columns = Vec::with_capacity(self.fields.len());
        flatten(&self.fields, "", None, &mut columns);
        columns
    }

    /// The column with this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<Column<'_>> {
        self.columns()
            .into_iter()
            .find(|column| column.name == name)
    }

    /// The variables in their order, groups flattened.
    pub fn variables(&self) -> impl Iterator<Item = (Column<'_>, &Variable)> {
        self.columns()
            .into_iter()
            .filter_map(|column| Some((column.clone(), column.variable()?)))
    }
}

/// Appends the columns of `fields`, their names behind `prefix`.
pub(crate) fn flatten<'a>(
    fields: &'a [Field],
    prefix: &str,
    relative: Option<&'a str>,
    columns: &mut Vec<Column<'a>>,
) {
    for field in fields {
        let content = match field {
            Field::Role(role) => Content::Role(role),
            Field::Variable(variable) => Content::Variable(variable),
            Field::Group(group) => {
                let relative = group.relative.as_deref().or(relative);
                flatten(
                    &group.fields,
                    &format!("{prefix}{}", group.prefix),
                    relative,
                    columns,
                );
                continue;
            }
        };
        let id = match content {
            Content::Role(role) => &role.id,
            Content::Variable(variable) => &variable.id,
        };
        columns.push(Column {
            name: format!("{prefix}{id}"),
            relative,
            content,
        });
    }
}

/// One column of a block: a variable, or a role that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    /// The name, with the prefixes of its groups.
    pub name: String,
    relative: Option<&'a str>,
    content: Content<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content<'a> {
    Role(&'a RoleColumn),
    Variable(&'a Variable),
}

impl<'a> Column<'a> {
    /// The variable, unless the column is a role.
    #[must_use]
    pub fn variable(&self) -> Option<&'a Variable> {
        match self.content {
            Content::Variable(variable) => Some(variable),
            Content::Role(_) => None,
        }
    }

    /// The role, unless the column is a variable.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        match self.content {
            Content::Role(column) => Some(column.role),
            Content::Variable(_) => None,
        }
    }

    /// The type of its values.
    #[must_use]
    pub fn value_type(&self) -> &'a ValueType {
        match self.content {
            Content::Role(column) => &column.value_type,
            Content::Variable(variable) => &variable.value_type,
        }
    }

    /// Whether a row may have no value.
    #[must_use]
    pub fn nullable(&self) -> bool {
        match self.content {
            Content::Role(column) => column.nullable,
            Content::Variable(variable) => variable.nullable,
        }
    }

    /// A short name.
    #[must_use]
    pub fn label(&self) -> Label {
        match self.content {
            Content::Role(column) => column.role.label(),
            Content::Variable(variable) => variable.label.clone(),
        }
    }

    /// What it holds.
    #[must_use]
    pub fn definition(&self) -> Label {
        match self.content {
            Content::Role(column) => column.role.definition(),
            Content::Variable(variable) => variable.definition.clone(),
        }
    }

    /// The person besides the person concerned whom the column is about.
    #[must_use]
    pub fn relative(&self) -> Option<&'a str> {
        self.variable()
            .and_then(|variable| variable.phrase.relative.as_deref())
            .or(self.relative)
    }
}
