//! The class of `dataframely` that checks the rows of a block.

use std::fmt::Write;

use beraad_schema::describe::{
    CodeForm, CodeList, Column, Grain, Identity, Representation, Rule, Text, visible,
};

use super::literal::{literal, text_literal};
use super::{Module, rules};
use crate::message;
use crate::packages::{Limits, limits, rules_of};

/// Names that a class cannot have as attributes for its columns: words of Python, and what the class itself has.
const TAKEN: &[&str] = &[
    "False",
    "None",
    "True",
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
    "cast",
    "column_names",
    "columns",
    "create_empty",
    "create_empty_if_none",
    "filter",
    "is_valid",
    "matches",
    "primary_key",
    "sample",
    "to_polars_schema",
    "to_pyarrow_schema",
    "to_pydantic_model",
    "to_sqlalchemy_columns",
    "validate",
    "serialize",
    "scan_parquet",
    "read_parquet",
    "write_parquet",
    "sink_parquet",
    "scan_delta",
    "read_delta",
    "write_delta",
    "polars_schema",
    "pyarrow_schema",
    "sql_schema",
    "dy",
    "pl",
    "date",
];

impl Module<'_, '_> {
    /// The function `row_class`.
    pub(super) fn class(&self) -> String {
        let name = class_name(&self.block.id);
        let mut text = format!(
            "\n\n@cache\ndef row_class():\n    \"\"\"Returns a class of dataframely (3.1) with the types, bounds, closed lists, \
             the key and the rules of a row.\n\n    `row_class().validate(frame)` raises an error that counts the rows of each \
             broken rule; `row_class().filter(frame)`\n    returns the valid rows and the others. The frame is one of polars, \
             as `read_csv(path, \"polars\")` returns it.\n    \"\"\"\n    from datetime import date  # noqa: F401\n\n    \
             import dataframely as dy\n    import polars as pl  # noqa: F401\n\n    class {name}(dy.Schema):\n"
        );
        let label = self.block.label.first_of(&self.preferred).1;
        let _ = writeln!(text, "        {}\n", text_literal(label));
        let key = self.key();
        let is_simple = !key.iter().any(|name| {
            let column = self.columns.iter().find(|it| it.name == **name);
            column.is_none_or(Column::nullable)
        });
        for column in &self.columns {
            let is_key = is_simple && key.iter().any(|name| *name == column.name);
            self.column(&mut text, column, is_key);
        }
        if !is_simple {
            unique(&mut text, key);
        }
        for rule in rules_of(self.selection, self.block) {
            self.rule(&mut text, &rule);
        }
        let _ = writeln!(text, "\n    return {name}");
        text
    }

    fn key(&self) -> &[Text] {
        match &self.block.identity {
            Identity::Key(columns) => columns,
            Identity::NoKnownKey(_) => &[],
        }
    }

    fn column(&self, text: &mut String, column: &Column<'_>, is_key: bool) {
        let label = column.label();
        let mut arguments = self.type_arguments(column);
        arguments.push(match (is_key, column.nullable()) {
            (true, _) => "primary_key=True".to_owned(),
            (false, true) => "nullable=True".to_owned(),
            (false, false) => "nullable=False".to_owned(),
        });
        let is_taken = TAKEN.contains(&&*column.name) || column.name.starts_with('_');
        let name = if is_taken {
            arguments.push(format!("alias={}", literal(&column.name)));
            format!("column_{}", column.name)
        } else {
            column.name.clone()
        };
        let description = text_literal(label.first_of(&self.preferred).1);
        arguments.push(format!("description={description}"));
        let constructor = constructor(column);
        let _ = writeln!(
            text,
            "        {name} = dy.{constructor}({})",
            arguments.join(", ")
        );
    }

    fn type_arguments(&self, column: &Column<'_>) -> Vec<String> {
        let value_type = column.value_type();
        if let Some(Limits { min, max, .. }) = limits(value_type) {
            let of_type = match value_type.representation() {
                Representation::Decimal { decimals, .. } => Some(format!("15, {decimals}")),
                _ => None,
            };
            let bounds = [format!("min={min}"), format!("max={max}")];
            return of_type.into_iter().chain(bounds).collect();
        }
        match value_type.representation() {
            Representation::Code { .. } => {
                let checks = self.list(column).map(checks).unwrap_or_default();
                match &*checks {
                    [] => Vec::new(),
                    _ => vec![format!("check={{{}}}", checks.join(", "))],
                }
            }
            _ => Vec::new(),
        }
    }

    fn rule(&self, text: &mut String, rule: &Rule) {
        let message = visible(rule.message.first_of(&self.preferred).1);
        let Some(violated) = rules::translated(rule) else {
            let unchecked = self.messages().text(message!("script-rule-not-checked"));
            let _ = writeln!(text, "\n        # {message} {unchecked}");
            return;
        };
        let _ = writeln!(
            text,
            "\n        @dy.rule()\n        def rule_{}(cls):\n            # {message}\n            return ~({violated})",
            rule.id
        );
    }
}

/// A key with a column that may be empty: `dataframely` knows only keys without one.
fn unique(text: &mut String, key: &[Text]) {
    let names: Vec<_> = key.iter().map(|name| literal(name)).collect();
    let _ = writeln!(
        text,
        "\n        @dy.rule()\n        def rule_key(cls):\n            return pl.len().over({}) == 1",
        names.join(", ")
    );
}

/// The checks of a code: a closed list, a required form.
fn checks(list: &CodeList) -> Vec<String> {
    let codes: Vec<_> = list
        .published_codes()
        .map(|(code, _)| literal(code))
        .collect();
    if list.rejects_unknown_codes() {
        return vec![format!(
            "\"in_list\": lambda column: column.is_in([{}])",
            codes.join(", ")
        )];
    }
    let form = list.required_form();
    form.map(|form| vec![form_check(form)]).unwrap_or_default()
}

fn form_check(form: &CodeForm) -> String {
    let bounds = form.length_bounds();
    let (min, max) = (bounds.min(), bounds.max());
    let pattern = form.pattern().map_or_else(String::new, |pattern| {
        let pattern = literal(&format!("^(?:{pattern})$"));
        format!(" & column.str.contains({pattern})")
    });
    format!("\"form\": lambda column: column.str.len_bytes().is_between({min}, {max}){pattern}")
}

fn constructor(column: &Column<'_>) -> String {
    match column.value_type().representation() {
        Representation::Period(Grain::Year) => "Int16".to_owned(),
        Representation::Period(_) => "Date".to_owned(),
        Representation::Whole { size, .. } => format!("{size:?}"),
        Representation::Decimal { .. } => "Decimal".to_owned(),
        Representation::Flag => "Bool".to_owned(),
        Representation::Code { .. } | Representation::List { .. } => "String".to_owned(),
    }
}

/// Returns the name of the class: `LoanRow` for the block `loan`.
fn class_name(id: &str) -> String {
    let mut name = String::new();
    for word in id.split('_') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name + "Row"
}
