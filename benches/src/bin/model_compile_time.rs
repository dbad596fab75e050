//! What the real model costs to compile, beside the same structs and enums under the derives of serde and schemars.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin model-compile-time [ROUNDS]`
//!
//! The twin is written from the description: each block a struct with the same documented columns, each list with published
//! codes an enum with a documented variant for each code. It carries none of what the model says besides.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, io};

use beraad_benches::compile::{PEERS, TYPED_ARROW, measure, write_crate};
use beraad_benches::results::{keep, shares};
use beraad_schema::describe::{Column, Model, ValueType};

fn main() -> io::Result<()> {
    let rounds = env::args()
        .nth(1)
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(7);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.join("target/compile-time");
    let model = beraad_model::model();
    let serde_schemars = twin(model, &Twin::SerdeSchemars);
    let typed_arrow = twin(model, &Twin::TypedArrow);
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
            "the same structs and enums under serde + schemars",
            "and under serde + schemars + typed-arrow",
        ],
        &medians,
        &[("serde + schemars", 1), ("those with typed-arrow", 2)],
    );
    keep(
        "Compile time of the model",
        &format!(
            "Clean `cargo check` of the model, dependencies built, medians of {rounds} interleaved rounds.\n\n{table}"
        ),
    )
}

/// What the twin derives.
enum Twin {
    SerdeSchemars,
    /// With a dictionary where a struct holds an enum, and a list of its own: typed-arrow holds no enum of plain variants as
    /// codes, and no `Vec` of numbers.
    TypedArrow,
}

impl Twin {
    /// The derives of structs.
    fn record(&self) -> &'static str {
        match self {
            Self::SerdeSchemars => "",
            Self::TypedArrow => "typed_arrow::Record, ",
        }
    }

    /// A list as a field.
    fn list(&self, item: &str) -> String {
        match self {
            Self::SerdeSchemars => format!("Vec<{item}>"),
            Self::TypedArrow => format!("typed_arrow::List<{item}>"),
        }
    }

    /// A code of an enum as a field.
    fn code(&self, list: &str) -> String {
        match self {
            Self::SerdeSchemars => name(list),
            Self::TypedArrow => "typed_arrow::Dictionary<u8, String>".to_owned(),
        }
    }
}

fn twin(model: &Model, twin: &Twin) -> String {
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
            doc(&list.definition, ""),
            name(&list.id)
        );
        for (place, (code, entry)) in list.published_codes().enumerate() {
            let label = entry
                .meanings
                .first()
                .map_or("", |meaning| &meaning.label.en);
            let _ = write!(
                source,
                "{}    #[serde(rename = {code:?})]\n    Code{place},\n",
                doc(label, "    ")
            );
        }
        source.push_str("}\n");
    }
    for block in model.blocks.iter() {
        let _ = write!(
            source,
            "{}#[derive(Serialize, Deserialize, JsonSchema, {}Clone, Debug, PartialEq)]\n#[serde(deny_unknown_fields)]\npub struct {} {{\n",
            doc(&block.definition.en, ""),
            twin.record(),
            name(&block.id)
        );
        for column in block.columns() {
            let _ = writeln!(
                source,
                "{}{}{}    pub {}: {},",
                doc(&column.definition().en, "    "),
                doc(&column.definition().nl, "    "),
                with(&column, &enums, twin),
                column.name,
                plain(&column, &enums, twin)
            );
        }
        source.push_str("}\n");
    }
    source
}

/// What schemars is told of a type that it does not know.
fn with(column: &Column<'_>, enums: &BTreeSet<&str>, twin: &Twin) -> String {
    let wrapped = plain(column, enums, twin);
    if wrapped.contains("typed_arrow::") {
        let plain = plain(column, enums, &Twin::SerdeSchemars);
        format!("    #[schemars(with = {plain:?})]\n")
    } else {
        String::new()
    }
}

fn plain(column: &Column<'_>, enums: &BTreeSet<&str>, twin: &Twin) -> String {
    let value_type = column.value_type();
    let scalar = match value_type.item() {
        ValueType::Flag {} => "bool".to_owned(),
        ValueType::Year {} => "i16".to_owned(),
        ValueType::SerialNumber { .. } | ValueType::Number { decimals: 0, .. } => "u32".to_owned(),
        ValueType::Number { .. } => "f64".to_owned(),
        ValueType::Code { list } | ValueType::AmountClass { list } if enums.contains(&**list) => {
            twin.code(list)
        }
        _ => "String".to_owned(),
    };
    match (value_type.is_list(), column.nullable()) {
        (true, _) => twin.list(&scalar),
        (false, true) => format!("Option<{scalar}>"),
        (false, false) => scalar,
    }
}

/// `trajectory_month` as `TrajectoryMonth`; lists and blocks are kept apart by the enum's own ending.
fn name(id: &str) -> String {
    let parts = id
        .split('_')
        .map(|part| part[..1].to_uppercase() + &part[1..]);
    parts.collect()
}

fn doc(text: &str, indent: &str) -> String {
    text.lines().fold(String::new(), |mut doc, line| {
        let _ = writeln!(doc, "{indent}/// {line}");
        doc
    })
}
