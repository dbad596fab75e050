//! A part of a model: some variables of some blocks.

use crate::block::{Block, Column, Field, Identity};
use crate::deliberation::Term;
use crate::model::Model;

impl Model {
    /// Returns the model with these variables alone, in the blocks in which `keeps` leaves one out.
    ///
    /// Columns with a role and those of a key remain, so that rows can still be joined. Rules and constraints that name a variable that is
    /// left out are left out too, and so are the phrases that no column carries out any more. The fingerprint is that of the part; what
    /// is written about the data of the whole model states that of the whole.
    ///
    /// ```
    /// use beraad_describe::example_model;
    ///
    /// let model = example_model();
    /// let part = model.part(|block, column| block.id != "loan" || column.name == "renewals");
    /// let loan = part.block("loan").unwrap();
    /// assert!(loan.column("renewals").is_some());
    /// assert!(loan.column("person").is_some(), "a row is still of a person");
    /// assert!(loan.columns().len() < model.block("loan").unwrap().columns().len());
    /// ```
    #[must_use]
    pub fn part(&self, keeps: impl Fn(&Block, &Column<'_>) -> bool) -> Self {
        let mut part = self.clone();
        for (block, whole) in part.blocks.iter_mut().zip(&self.blocks) {
            let columns = whole.columns();
            let is_kept = |column: &&Column<'_>| {
                let is_of_key = match &whole.identity {
                    Identity::Key(key) => key.iter().any(|name| *name == column.name),
                    Identity::NoKnownKey(_) => false,
                };
                column.variable().is_none() || is_of_key || keeps(whole, column)
            };
            let kept = columns.iter().filter(is_kept);
            let kept: Vec<&str> = kept.map(|column| &*column.name).collect();
            if kept.len() == columns.len() {
                continue;
            }
            retain(&mut block.fields, "", &kept);
            block.rules.retain(|rule| {
                let named = rule.expression.columns();
                named.iter().all(|name| kept.contains(&&**name))
            });
        }
        let remaining: Vec<String> = part.blocks.iter().flat_map(full_names).collect();
        part.constraints.retain(|constraint| {
            let mut named = constraint.named_columns();
            named.all(|name| remaining.iter().any(|it| **name == **it))
        });
        let blocks = part.blocks.clone();
        for heading in &mut part.deliberation.headings {
            let (paragraph, title) = (heading.paragraph.clone(), heading.title.clone());
            heading.terms.retain(|term| {
                let is_of_heading =
                    |block: &&Block| block.paragraph == paragraph && block.heading == title;
                let mut blocks = blocks.iter().filter(is_of_heading);
                !self.is_carried_out(term) || blocks.any(|block| carries_out(block, term))
            });
        }
        part
    }

    fn is_carried_out(&self, term: &Term) -> bool {
        self.blocks.iter().any(|block| carries_out(block, term))
    }
}

fn carries_out(block: &Block, term: &Term) -> bool {
    block.variables().any(|(_, variable)| {
        let phrase = &variable.phrase;
        phrase.term == term.term && phrase.of == term.of
    })
}

fn full_names(block: &Block) -> Vec<String> {
    let columns = block.columns().into_iter();
    let names = columns.map(|column| format!("{}.{}", block.id, column.name));
    names.collect()
}

/// Removes the fields that are not kept, and the groups that are empty then.
fn retain(fields: &mut Vec<Field>, prefix: &str, kept: &[&str]) {
    fields.retain_mut(|field| {
        let id = match field {
            Field::Role(role) => &role.id,
            Field::Variable(variable) => &variable.id,
            Field::Group(group) => {
                let prefix = format!("{prefix}{}", group.prefix);
                retain(&mut group.fields, &prefix, kept);
                return !group.fields.is_empty();
            }
        };
        let name = format!("{prefix}{id}");
        kept.contains(&&*name)
    });
}
