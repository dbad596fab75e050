//! Compile time of the real model, beside the same structs and enums with the derives of serde and schemars.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin model-compile-time [ROUNDS]`
//!
//! The program generates the twin from the description: a struct with the same documented columns for each block, and an
//! enum with a documented variant for each code of each published list. The twin contains nothing else of the model.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, io};

use beraad_benches::compile::{PEERS, TYPED_ARROW, measure, write_crate};
use beraad_benches::results::{keep, shares};
use beraad_schema::describe::{Column, Language, Model, ValueType};

fn main() -> io::Result<()> {
    let rounds = env::args()
        .nth(1)
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(7);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.join("target/compile-time");
    let model = beraad_model::model();
    let serde_schemars = twin_source(model, &Twin::SerdeSchemars);
    let typed_arrow = twin_source(model, &Twin::TypedArrow);
    let twin = write_crate(&root, "model-twin", &serde_schemars, PEERS)?;
    let with_arrow = write_crate(
        &root,
        "model-twin-arrow",
        &typed_arrow,
        &format!("{PEERS}{TYPED_ARROW}"),
    )?;
    let crates = [
        (here.with_file_name("model"), root.join("model-target")),
        (twin, root.join("target")),
        (with_arrow, root.join("target")),
    ];
    let medians = measure(&crates, rounds)?;
    let table = shares(
        &[
            "beraad-model: descriptions, checks, serde, JSON Schema, Arrow",
            "the same structs and enums with serde + schemars",
            "the same with serde + schemars + typed-arrow",
        ],
        &medians,
        &[("serde + schemars", 1), ("those with typed-arrow", 2)],
    );
    keep(
        "Compile time of the model",
        &format!(
            "Clean `cargo check` of the model. The dependencies are built beforehand; the times are medians of {rounds} \
             interleaved rounds.\n\n{table}"
        ),
    )
}

/// The derives of the twin.
enum Twin {
    SerdeSchemars,
    /// The derives of typed-arrow in addition. An enum becomes a dictionary and a `Vec` becomes typed-arrow's own list type,
    /// since typed-arrow supports neither enums of plain variants nor vectors of numbers.
    TypedArrow,
}

impl Twin {
    /// The additional derive of a struct.
    fn record_derive(&self) -> &'static str {
        match self {
            Self::SerdeSchemars => "",
            Self::TypedArrow => "typed_arrow::Record, ",
        }
    }

    /// The type of a field that holds several values.
    fn list_type(&self, item: &str) -> String {
        match self {
            Self::SerdeSchemars => format!("Vec<{item}>"),
            Self::TypedArrow => format!("typed_arrow::List<{item}>"),
        }
    }

    /// The type of a field that holds a code.
    fn code_type(&self, list: &str) -> String {
        match self {
            Self::SerdeSchemars => type_name(list),
            Self::TypedArrow => "typed_arrow::Dictionary<u8, String>".to_owned(),
        }
    }
}

fn twin_source(model: &Model, twin: &Twin) -> String {
    let mut source =
        "#![allow(dead_code)]\nuse schemars::JsonSchema;\nuse serde::{Deserialize, Serialize};\n"
            .to_owned();
    let mut enums = BTreeSet::new();
    for list in model.code_lists.iter() {
        if list.published_codes().next().is_none() {
            continue;
        }
        enums.insert(&*list.id);
        let _ = write!(
            source,
            "{}#[derive(Serialize, Deserialize, JsonSchema, Clone, Copy, Debug, PartialEq)]\npub enum {} {{\n",
            doc_comment(list.definition.get(Language::EN), ""),
            type_name(&list.id)
        );
        for (place, (code, entry)) in list.published_codes().enumerate() {
            let label = entry
                .meanings
                .first()
                .map_or("", |meaning| meaning.label.get(Language::EN));
            let _ = write!(
                source,
                "{}    #[serde(rename = {code:?})]\n    Code{place},\n",
                doc_comment(label, "    ")
            );
        }
        source.push_str("}\n");
    }
    for block in model.blocks.iter() {
        let _ = write!(
            source,
            "{}#[derive(Serialize, Deserialize, JsonSchema, {}Clone, Debug, PartialEq)]\n#[serde(deny_unknown_fields)]\npub struct {} {{\n",
            doc_comment(block.definition.get(Language::EN), ""),
            twin.record_derive(),
            type_name(&block.id)
        );
        for column in block.columns() {
            let _ = writeln!(
                source,
                "{}{}{}    pub {}: {},",
                doc_comment(column.definition().get(Language::EN), "    "),
                doc_comment(column.definition().get(Language::NL), "    "),
                schemars_attribute(&column, &enums, twin),
                column.name,
                field_type(&column, &enums, twin)
            );
        }
        source.push_str("}\n");
    }
    source
}

/// The attribute that replaces a type of typed-arrow with one that schemars knows.
fn schemars_attribute(column: &Column<'_>, enums: &BTreeSet<&str>, twin: &Twin) -> String {
    let wrapped = field_type(column, enums, twin);
    if wrapped.contains("typed_arrow::") {
        let plain = field_type(column, enums, &Twin::SerdeSchemars);
        format!("    #[schemars(with = {plain:?})]\n")
    } else {
        String::new()
    }
}

fn field_type(column: &Column<'_>, enums: &BTreeSet<&str>, twin: &Twin) -> String {
    let value_type = column.value_type();
    let scalar = match value_type.item() {
        ValueType::Flag {} => "bool".to_owned(),
        ValueType::Year {} => "i16".to_owned(),
        ValueType::SerialNumber { .. } | ValueType::Number { decimals: 0, .. } => "u32".to_owned(),
        ValueType::Number { .. } => "f64".to_owned(),
        ValueType::Code { list } | ValueType::AmountClass { list } if enums.contains(&**list) => {
            twin.code_type(list)
        }
        _ => "String".to_owned(),
    };
    match (value_type.is_list(), column.nullable()) {
        (true, _) => twin.list_type(&scalar),
        (false, true) => format!("Option<{scalar}>"),
        (false, false) => scalar,
    }
}

/// Returns `TrajectoryMonth` for `trajectory_month`.
fn type_name(id: &str) -> String {
    let parts = id
        .split('_')
        .map(|part| part[..1].to_uppercase() + &part[1..]);
    parts.collect()
}

fn doc_comment(text: &str, indent: &str) -> String {
    text.lines().fold(String::new(), |mut doc, line| {
        let _ = writeln!(doc, "{indent}/// {line}");
        doc
    })
}
