//! The description of a block as the derive macro writes it, and how the types of the fields complete it.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::compiled_rule::CompiledRule;
use super::described::{Described, DescribedColumn};
use super::field_type::FieldType;
use super::{Block, Fields};
use crate::describe::{self, Expr, Field, Identity, Note, Origin, Role, SeriesBreak, Text};

/// A description as the derive macro writes it: the text of a complete description, and what the macro cannot know.
///
/// The types of the columns and the expressions of the rules in the text are placeholders. Constants are not in
/// the text, which has their places instead. One text costs the compiler a tenth of what the same description costs as a
/// constant of nested structs.
pub struct Draft {
    /// The JSON of a `DraftText`.
    pub text: &'static str,
    /// The origins that are constants, each once.
    pub origins: &'static [Origin],
    /// The notes that are constants, each once.
    pub notes: &'static [Note],
    /// The breaks in series that are constants, each once.
    pub breaks: &'static [SeriesBreak],
    /// The expressions of the rules.
    pub expressions: Vec<Expr>,
}

/// The place of a constant: the index of its field, or `None` for the block as a whole; its position in the list that it
/// belongs to; and its index among the constants.
type Place = (Option<usize>, usize, usize);

/// The content of the text.
#[derive(Deserialize)]
struct DraftText<T> {
    /// The description of a block, or of a list of fields.
    description: T,
    origins: Vec<Place>,
    notes: Vec<Place>,
    breaks: Vec<Place>,
}

/// The indexes of the columns of the key of a block; `None` if no key is known.
fn key_columns(identity: &Identity, names: &[&str]) -> Option<Vec<usize>> {
    match identity {
        Identity::Key(key) => {
            let position = |column: &Text| names.iter().position(|name| *name == *column);
            key.iter().map(position).collect()
        }
        Identity::NoKnownKey(_) => None,
    }
}

impl Draft {
    /// Returns the description of a block.
    ///
    /// # Panics
    /// If the text is not what the macro of the same version writes, or a rule names no column.
    #[must_use]
    pub fn block<R: Block>(self) -> Described {
        let (mut block, constants) = self.parse::<describe::Block>();
        constants.insert(
            None,
            &mut block.origins,
            &mut block.notes,
            &mut block.breaks,
        );
        // The text has one field for each field of the struct, in the same order as `types`.
        constants.complete(&mut block.fields, R::types());
        for (rule, expression) in block.rules.iter_mut().zip(self.expressions) {
            rule.expression = expression;
        }
        // serde wants names that live as long as the program: they are kept for good, once per type.
        let columns: Vec<_> = block
            .columns()
            .into_iter()
            .map(|column| DescribedColumn {
                value_type: column.value_type().clone(),
                nullable: column.nullable(),
                name: Box::leak(column.name.into_boxed_str()),
            })
            .collect();
        let names: Vec<&'static str> = columns.iter().map(|column| column.name).collect();
        let lists = R::code_lists();
        let rules = block
            .rules
            .iter()
            .map(|rule| CompiledRule::with_code_lists(&rule.expression, &names, &lists))
            .collect::<Result<_, _>>()
            .expect("the macro names columns of the block");
        let observed = block.observation_period.as_deref();
        Described {
            rules,
            observation_period: names.iter().position(|name| Some(*name) == observed),
            key: key_columns(&block.identity, &names),
            block,
            names,
            columns,
        }
    }

    /// Returns the descriptions of the fields of a part.
    ///
    /// # Panics
    /// If the text is not what the macro of the same version writes.
    #[must_use]
    pub fn fields<T: Fields>(self) -> Vec<Field> {
        let (mut fields, constants) = self.parse::<Vec<Field>>();
        constants.complete(&mut fields, T::types());
        fields
    }

    fn parse<T: DeserializeOwned>(&self) -> (T, Constants) {
        let text: DraftText<T> =
            serde_json::from_str(self.text).expect("the macro writes descriptions");
        let constants = Constants {
            origins: (self.origins, text.origins),
            notes: (self.notes, text.notes),
            breaks: (self.breaks, text.breaks),
        };
        (text.description, constants)
    }
}

/// The constants of a description, with their places.
struct Constants {
    origins: (&'static [Origin], Vec<Place>),
    notes: (&'static [Note], Vec<Place>),
    breaks: (&'static [SeriesBreak], Vec<Place>),
}

impl Constants {
    /// Replaces the types of the columns and the texts of subjects, and inserts the constants of the variables.
    fn complete(&self, fields: &mut [Field], types: Vec<FieldType>) {
        for (index, (field, typed)) in fields.iter_mut().zip(types).enumerate() {
            match (field, typed) {
                (Field::Role(role), FieldType::Role(column)) => {
                    (role.value_type, role.nullable) = (column.value_type, column.nullable);
                    // The texts of this role are those of the subject, which only the type knows.
                    if let (Role::Subject, Some(subject)) = (role.role, column.subject) {
                        role.label = subject.column_label();
                        role.definition = subject.column_definition();
                    }
                }
                (Field::Variable(variable), FieldType::Variable(column)) => {
                    (variable.value_type, variable.nullable) = (column.value_type, column.nullable);
                    variable.code_list = column.code_list.map(|list| list.id.clone());
                    self.insert(
                        Some(index),
                        &mut variable.origins,
                        &mut variable.notes,
                        &mut variable.breaks,
                    );
                }
                (Field::Group(group), FieldType::Group(fields, ..)) => group.fields = fields,
                _ => {
                    unreachable!("the macro writes the description and the type of the same field")
                }
            }
        }
    }

    /// Inserts the constants of one field, or of the block as a whole.
    fn insert(
        &self,
        field: Option<usize>,
        origins: &mut Vec<Origin>,
        notes: &mut Vec<Note>,
        breaks: &mut Vec<SeriesBreak>,
    ) {
        insert(origins, &self.origins, field);
        insert(notes, &self.notes, field);
        insert(breaks, &self.breaks, field);
    }
}

/// Inserts the constants of one field into its list. They come in the order of their positions, so that each finds
/// all items before it in place.
fn insert<T: Clone>(
    list: &mut Vec<T>,
    (constants, places): &(&'static [T], Vec<Place>),
    field: Option<usize>,
) {
    for (of_field, position, constant) in places {
        if *of_field == field {
            list.insert(*position, constants[*constant].clone());
        }
    }
}
