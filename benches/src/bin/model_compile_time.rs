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

use beraad_benches::{measure, print, write_crate};
use beraad_schema::{Column, Model, ValueType};

fn main() -> io::Result<()> {
    let rounds = env::args()
        .nth(1)
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(7);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.join("target/compile-time");
    let peers = "serde = { version = \"1\", features = [\"derive\"] }\nschemars = \"1\"\n";
    let twin = write_crate(&root, "model-twin", &twin(beraad_model::model()), peers)?;
    let crates = [
        (here.with_file_name("model"), root.join("model-target")),
        (twin, root.join("target")),
    ];
    let medians = measure(&crates, rounds)?;
    println!("clean `cargo check` of the model, median of {rounds} interleaved rounds\n");
    print(
        &[
            "beraad-model: descriptions, checks, serde, JSON Schema, Arrow schemas",
            "the same structs and enums under serde + schemars",
        ],
        &medians,
    );
    Ok(())
}

fn twin(model: &Model) -> String {
    let mut source =
        "#![allow(dead_code)]\nuse schemars::JsonSchema;\nuse serde::{Deserialize, Serialize};\n"
            .to_owned();
    let mut enums = BTreeSet::new();
    for list in model.code_lists.iter() {
        if list.stored().next().is_none() {
            continue;
        }
        enums.insert(&*list.id);
        let _ = write!(
            source,
            "{}#[derive(Serialize, Deserialize, JsonSchema, Clone, Copy, Debug, PartialEq)]\npub enum {} {{\n",
            doc(&list.definition, ""),
            name(&list.id)
        );
        for (place, (code, entry)) in list.stored().enumerate() {
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
            "{}#[derive(Serialize, Deserialize, JsonSchema, Clone, Debug, PartialEq)]\n#[serde(deny_unknown_fields)]\npub struct {} {{\n",
            doc(&block.definition.en, ""),
            name(&block.id)
        );
        for column in block.columns() {
            let _ = writeln!(
                source,
                "{}{}    pub {}: {},",
                doc(&column.definition().en, "    "),
                doc(&column.definition().nl, "    "),
                column.name,
                plain(&column, &enums)
            );
        }
        source.push_str("}\n");
    }
    source
}

fn plain(column: &Column<'_>, enums: &BTreeSet<&str>) -> String {
    let value_type = column.value_type();
    let scalar = match value_type.item() {
        ValueType::Flag {} => "bool".to_owned(),
        ValueType::Year {} => "i16".to_owned(),
        ValueType::SerialNumber { .. } | ValueType::Number { decimals: 0, .. } => "u32".to_owned(),
        ValueType::Number { .. } => "f64".to_owned(),
        ValueType::Code { list } | ValueType::AmountClass { list } if enums.contains(&**list) => {
            name(list)
        }
        _ => "String".to_owned(),
    };
    match (value_type.is_list(), column.nullable()) {
        (true, _) => format!("Vec<{scalar}>"),
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
    text.lines()
        .map(|line| format!("{indent}/// {line}\n"))
        .collect()
}
