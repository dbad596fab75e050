//! The description of a block as the derive macro writes it, and how the types of the fields complete it.

use serde::de::DeserializeOwned;

use super::compiled_rule::CompiledRule;
use super::described::Described;
use super::field_type::FieldType;
use super::{Block, Fields};
use crate::describe::{self, Expr, Field, Note, Origin, SeriesBreak};

/// A constant that a description names: the index of its field, or `None` for the block as a whole; its position in the
/// list that it belongs to; and the constant.
pub type Constant<T> = (Option<usize>, usize, T);

/// A description as the derive macro writes it: the text of a complete description, and what the macro cannot know.
///
/// The types of the columns and the expressions of the rules in the text are placeholders. Constants are not in
/// the text. One text costs the compiler a tenth of what the same description costs as a constant of nested structs.
pub struct Draft<'a> {
    /// The JSON of a block, or of a list of fields.
    pub text: &'static str,
    /// The origins that are constants.
    pub origins: &'a [Constant<Origin>],
    /// The notes that are constants.
    pub notes: &'a [Constant<&'static Note>],
    /// The breaks in series that are constants.
    pub breaks: &'a [Constant<&'static SeriesBreak>],
    /// The expressions of the rules.
    pub expressions: Vec<Expr>,
}

impl Draft<'_> {
    /// Returns the description of a block.
    ///
    /// # Panics
    /// If the text is not what the macro of the same version writes, or a rule names no column.
    #[must_use]
    pub fn block<R: Block>(self) -> Described {
        let mut block: describe::Block = self.parse();
        self.insert_constants(
            None,
            &mut block.origins,
            &mut block.notes,
            &mut block.breaks,
        );
        // The text has one field for each field of the struct, in the same order as `types`.
        self.complete(&mut block.fields, R::types());
        for (rule, expression) in block.rules.iter_mut().zip(self.expressions) {
            rule.expression = expression;
        }
        // serde wants names that live as long as the program: they are kept for good, once per type.
        let names: Vec<&'static str> = block
            .columns()
            .into_iter()
            .map(|column| &*Box::leak(column.name.into_boxed_str()))
            .collect();
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
            block,
            names,
        }
    }

    /// Returns the descriptions of the fields of a part.
    ///
    /// # Panics
    /// If the text is not what the macro of the same version writes.
    #[must_use]
    pub fn fields<T: Fields>(self) -> Vec<Field> {
        let mut fields: Vec<Field> = self.parse();
        self.complete(&mut fields, T::types());
        fields
    }

    fn parse<T: DeserializeOwned>(&self) -> T {
        serde_json::from_str(self.text).expect("the macro writes descriptions")
    }

    /// Replaces the types of the columns, and inserts the constants of the variables.
    fn complete(&self, fields: &mut [Field], types: Vec<FieldType>) {
        for (index, (field, typed)) in fields.iter_mut().zip(types).enumerate() {
            match (field, typed) {
                (Field::Role(role), FieldType::Role(value_type, nullable)) => {
                    (role.value_type, role.nullable) = (value_type, nullable);
                }
                (Field::Variable(variable), FieldType::Variable(value_type, nullable, list)) => {
                    (variable.value_type, variable.nullable) = (value_type, nullable);
                    variable.code_list = list.map(|list| list.id.clone());
                    self.insert_constants(
                        Some(index),
                        &mut variable.origins,
                        &mut variable.notes,
                        &mut variable.breaks,
                    );
                }
                (Field::Group(group), FieldType::Group(fields, _)) => group.fields = fields,
                _ => {
                    unreachable!("the macro writes the description and the type of the same field")
                }
            }
        }
    }

    fn insert_constants(
        &self,
        field: Option<usize>,
        origins: &mut Vec<Origin>,
        notes: &mut Vec<Note>,
        breaks: &mut Vec<SeriesBreak>,
    ) {
        insert(origins, self.origins, field, Origin::clone);
        insert(notes, self.notes, field, |note| Note::clone(note));
        insert(breaks, self.breaks, field, |it| SeriesBreak::clone(it));
    }
}

/// Inserts the constants of one field into its list. They come in the order of their positions, so that each finds
/// all items before it in place.
fn insert<T, C>(
    list: &mut Vec<T>,
    constants: &[Constant<C>],
    field: Option<usize>,
    clone: impl Fn(&C) -> T,
) {
    for (of_field, position, constant) in constants {
        if *of_field == field {
            list.insert(*position, clone(constant));
        }
    }
}
