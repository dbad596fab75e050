//! A model as a tree of items with attributes: the form in which two models are compared.
//!
//! The tree is made from the JSON of the model, and keeps all of it. So every difference between two models is that of an item, of an
//! attribute, or of an order, and none can be overlooked: a field that is added to a description is compared from then on.

use std::collections::{BTreeMap, BTreeSet};

use beraad_describe::Model;
use serde_json::{Map, Value};

use crate::class::{Verdict, Viewpoints};
use crate::shown::shown;

/// The kinds of items of a model.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::Display, strum::VariantArray,
)]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    /// The model as a whole.
    Model,
    /// The decision.
    Decision,
    /// A paragraph of the decision.
    Paragraph,
    /// A statement of the decision about the data.
    Statement,
    /// A heading of the decision.
    Heading,
    /// A phrase of the decision under a heading.
    Term,
    /// A subject, with a numbering of its own.
    Subject,
    /// An entry of the glossary.
    #[strum(serialize = "glossary entry")]
    GlossaryEntry,
    /// A block.
    Block,
    /// A column of a block.
    Column,
    /// A rule of a block.
    Rule,
    /// A break in series.
    #[strum(serialize = "break in series")]
    Break,
    /// A code list.
    #[strum(serialize = "code list")]
    CodeList,
    /// A code of a list.
    Code,
    /// A meaning of a code, in a period.
    Meaning,
    /// A constraint.
    Constraint,
}

/// The way in which the JSON of a kind of items becomes an item.
struct Shape {
    /// The fields with items, and their kind.
    children: &'static [(&'static str, Kind)],
    /// The fields whose parts are attributes of their own, such as `value_type.kind`.
    divided: &'static [&'static str],
}

impl Kind {
    fn shape(self) -> Shape {
        let (children, divided): (&[(&str, Self)], &[&str]) = match self {
            Self::Model => (
                &[
                    ("deliberation", Self::Decision),
                    ("subjects", Self::Subject),
                    ("blocks", Self::Block),
                    ("code_lists", Self::CodeList),
                    ("constraints", Self::Constraint),
                    ("glossary", Self::GlossaryEntry),
                ],
                &[],
            ),
            Self::Decision => (
                &[
                    ("paragraphs", Self::Paragraph),
                    ("statements", Self::Statement),
                    ("headings", Self::Heading),
                ],
                &["languages", "words", "window", "keep_until"],
            ),
            Self::Heading => (&[("terms", Self::Term)], &[]),
            // The columns are added apart, without their groups.
            Self::Block => (
                &[("rules", Self::Rule), ("breaks", Self::Break)],
                &["identity", "valid"],
            ),
            Self::Column => (
                &[("breaks", Self::Break)],
                &["value_type", "phrase", "valid"],
            ),
            Self::CodeList => (&[("codes", Self::Code)], &["form", "supplied_by"]),
            Self::Code => (&[("meanings", Self::Meaning)], &[]),
            Self::Meaning => (&[], &["period", "class"]),
            Self::Constraint => (&[], &["applies_to"]),
            Self::Paragraph
            | Self::Statement
            | Self::Term
            | Self::Subject
            | Self::GlossaryEntry
            | Self::Rule
            | Self::Break => (&[], &[]),
        };
        Shape { children, divided }
    }

    /// Returns the attributes that identify an item among those of its kind.
    pub(crate) fn identity(self) -> &'static [&'static str] {
        match self {
            Self::Model | Self::Decision => &[],
            Self::Paragraph => &["number"],
            Self::Statement => &["paragraph", "topic"],
            Self::Heading => &["paragraph", "title"],
            Self::Term => &["of", "term"],
            Self::Column => &["name"],
            Self::Break => &["from", "what"],
            Self::Code => &["code"],
            Self::Meaning => &["period.from", "period.to", "source"],
            Self::Subject
            | Self::GlossaryEntry
            | Self::Block
            | Self::Rule
            | Self::CodeList
            | Self::Constraint => &["id"],
        }
    }
}

/// A part of a model with its attributes and the items in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) kind: Kind,
    pub(crate) attributes: BTreeMap<String, Value>,
    pub(crate) children: Vec<Item>,
}

impl Item {
    /// Returns the items of a model.
    pub(crate) fn of_model(model: &Model) -> Self {
        // The description of a model has a form in JSON in any case.
        let json = serde_json::to_value(model).unwrap_or_default();
        let mut item = Self::of_json(Kind::Model, json);
        // The number of the format belongs to the file.
        item.attributes.remove("format");
        item
    }

    fn of_json(kind: Kind, json: Value) -> Self {
        let mut fields = match json {
            Value::Object(fields) => fields,
            other => Map::from_iter([("value".to_owned(), other)]),
        };
        let shape = kind.shape();
        let mut children = Vec::new();
        if kind == Kind::Block {
            add_columns(fields.remove("fields"), &[], &mut children);
        }
        for (name, kind) in shape.children {
            match fields.remove(*name) {
                Some(Value::Array(items)) => {
                    children.extend(items.into_iter().map(|item| Self::of_json(*kind, item)));
                }
                Some(item) => children.push(Self::of_json(*kind, item)),
                None => {}
            }
        }
        let mut attributes = BTreeMap::new();
        for (name, value) in fields {
            if shape.divided.contains(&name.as_str()) {
                divide(&name, value, &mut attributes);
            } else {
                attributes.insert(name, value);
            }
        }
        Self {
            kind,
            attributes,
            children,
        }
    }

    /// Returns the text of an attribute; the empty text if it has none.
    pub(crate) fn text(&self, attribute: &str) -> &str {
        let value = self.attributes.get(attribute);
        value.and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns whether a row may lack the value of a column.
    pub(crate) fn is_nullable(&self) -> bool {
        self.attributes.get("nullable").and_then(Value::as_bool) == Some(true)
    }

    /// Returns the verdicts about a column that is removed: the new model does not know it, and the old one may require it.
    pub(crate) fn verdicts_of_removal(&self) -> Viewpoints {
        let new_data = if self.is_nullable() {
            Verdict::Yes
        } else {
            Verdict::No
        };
        Viewpoints::new(Verdict::No, new_data, Verdict::No, Verdict::Yes)
    }

    /// Returns the verdicts about a column that is added.
    pub(crate) fn verdicts_of_addition(&self) -> Viewpoints {
        let of_removal = self.verdicts_of_removal();
        Viewpoints {
            old_data_in_new_model: of_removal.new_data_in_old_model,
            new_data_in_old_model: of_removal.old_data_in_new_model,
            ..of_removal
        }
    }

    /// Returns the item as one value, with everything in it.
    pub(crate) fn to_json(&self) -> Value {
        let mut fields: Map<_, _> = self.attributes.clone().into_iter().collect();
        for child in &self.children {
            let kind = child.kind.to_string();
            let children = fields
                .entry(kind)
                .or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(children) = children {
                children.push(child.to_json());
            }
        }
        Value::Object(fields)
    }

    /// Returns the prefixes of the groups of a column.
    pub(crate) fn prefix(&self) -> String {
        let groups = self.attributes.get("groups").and_then(Value::as_array);
        let groups = groups.into_iter().flatten();
        groups
            .filter_map(|group| group.get("prefix")?.as_str())
            .collect()
    }

    /// Returns the items in this one of a kind, in their order.
    pub(crate) fn children_of(&self, kind: Kind) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.kind == kind)
    }

    /// Returns the name of the item, without words of this crate where it has none of its own.
    pub(crate) fn own_name(&self) -> String {
        let is_unnamed = match self.kind {
            Kind::Model | Kind::Decision => true,
            Kind::Meaning => ["period.from", "period.to", "source"]
                .iter()
                .all(|attribute| self.text(attribute).is_empty()),
            _ => false,
        };
        if is_unnamed {
            String::new()
        } else {
            self.name()
        }
    }

    /// Returns the short name of the item for a message: that of a column, the text of a code.
    pub(crate) fn name(&self) -> String {
        let part = |attribute: &&str| self.attributes.get(*attribute).map(shown);
        match self.kind {
            Kind::Model => String::new(),
            Kind::Decision => self.text("number").to_owned(),
            Kind::Meaning => {
                let day = |attribute: &str| self.text(attribute).to_owned();
                let (from, to) = (day("period.from"), day("period.to"));
                let period = if from.is_empty() && to.is_empty() {
                    "at all times".to_owned()
                } else {
                    format!("{from}..{to}")
                };
                match self.text("source") {
                    "" => period,
                    source => format!("{period}, {source}"),
                }
            }
            Kind::Code if self.text("code").is_empty() && self.attributes["code"].is_null() => {
                let meaning = self.children.first();
                let label = meaning.and_then(|meaning| meaning.attributes.get("label"));
                format!("without a text, {}", label.map(shown).unwrap_or_default())
            }
            kind => {
                let parts: Vec<_> = kind.identity().iter().filter_map(part).collect();
                parts.join(", ")
            }
        }
    }
}

/// Adds the columns of the fields of a block, each with the prefixes of its groups. A group without columns becomes a column without
/// a name, so that it is compared too.
fn add_columns(fields: Option<Value>, groups: &[Value], columns: &mut Vec<Item>) {
    let Some(Value::Array(fields)) = fields else {
        return;
    };
    for field in fields {
        let Value::Object(field) = field else {
            continue;
        };
        for (kind, content) in field {
            let Value::Object(mut content) = content else {
                continue;
            };
            if kind == "group" {
                let inner = content.remove("fields");
                let mut groups = groups.to_vec();
                groups.push(Value::Object(content));
                let is_empty = inner == Some(Value::Array(Vec::new()));
                add_columns(inner, &groups, columns);
                if is_empty {
                    columns.push(column("empty group", Map::new(), &groups));
                }
            } else {
                columns.push(column(&kind, content, groups));
            }
        }
    }
}

fn column(field: &str, mut content: Map<String, Value>, groups: &[Value]) -> Item {
    let prefixes = groups
        .iter()
        .filter_map(|group| group.get("prefix")?.as_str());
    let id = content.remove("id");
    let id = id.as_ref().and_then(Value::as_str).unwrap_or_default();
    let name: String = prefixes.chain([id]).collect();
    let mut item = Item::of_json(Kind::Column, Value::Object(content));
    item.attributes.insert("name".to_owned(), name.into());
    item.attributes.insert("field".to_owned(), field.into());
    if !groups.is_empty() {
        item.attributes.insert("groups".to_owned(), groups.into());
    }
    item
}

/// Adds the parts of a value as attributes of their own. Parts of parts stay together, except for the two that have a structure of
/// their own.
fn divide(name: &str, value: Value, attributes: &mut BTreeMap<String, Value>) {
    let Value::Object(parts) = value else {
        attributes.insert(name.to_owned(), value);
        return;
    };
    for (part, value) in parts {
        let name = format!("{name}.{part}");
        match value {
            // The one type of the items of a list.
            Value::Array(mut items) if part == "item" && items.len() == 1 => {
                divide(&name, items.remove(0), attributes);
            }
            value if name == "window.period" => divide(&name, value, attributes),
            value => {
                attributes.insert(name, value);
            }
        }
    }
}

/// Returns the items of a list of texts, without their order.
pub(crate) fn items(value: Option<&Value>) -> BTreeSet<&str> {
    let items = value.and_then(Value::as_array).into_iter().flatten();
    items.filter_map(Value::as_str).collect()
}

/// Returns the names of the columns of a key.
pub(crate) fn key_columns(key: Option<&Value>) -> Vec<&str> {
    let names = key.and_then(Value::as_array);
    names
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}
