//! Compile time of the derive: a clean check of 18 structs with 12 documented fields each, beside the same structs with the
//! derives of serde and schemars.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin compile-time [ROUNDS]`
//!
//! The program writes one crate for each set of derives into `benches/target/compile-time` and builds the dependencies
//! first. Each round then checks every crate alone, one after the other, without incremental compilation. The program prints
//! the medians and their ratios.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use beraad_benches::compile::{PEERS, TYPED_ARROW, measure, write_crate};
use beraad_benches::results::{keep, shares};

const STRUCTS: usize = 18;
const VARIABLES: usize = 10;

fn main() -> io::Result<()> {
    let rounds = env::args()
        .nth(1)
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(7);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.join("target/compile-time");
    let crates = [
        ("none", source_without_derives(), String::new()),
        ("block", block_source(), dependencies(here)),
        ("serde-schemars", serde_schemars_source(), PEERS.to_owned()),
        (
            "typed-arrow",
            typed_arrow_source(),
            format!("{PEERS}{TYPED_ARROW}"),
        ),
    ];
    let mut folders = Vec::new();
    for (name, source, dependencies) in &crates {
        folders.push((
            write_crate(&root, name, source, dependencies)?,
            root.join("target"),
        ));
    }
    fs::write(root.join("block/deliberation.toml"), deliberation())?;
    let medians = measure(&folders, rounds)?;
    let table = shares(
        &[
            "no derives",
            "Block: description, serde, JSON Schema, Arrow",
            "serde + schemars",
            "serde + schemars + typed-arrow",
        ],
        &medians,
        &[("serde + schemars", 2), ("those with typed-arrow", 3)],
    );
    keep(
        "Compile time",
        &format!(
            "Clean `cargo check` of {STRUCTS} structs with 12 documented fields each. The dependencies are built beforehand; the \
             times are medians of {rounds} interleaved rounds.\n\n{table}"
        ),
    )
}

fn dependencies(here: &Path) -> String {
    let schema = here.with_file_name("schema").display().to_string();
    format!("beraad-schema = {{ path = {schema:?} }}\n")
}

/// A doc comment of the length that definitions have in a codebook.
fn definition(s: usize, f: usize) -> String {
    format!(
        "    /// The value of variable {f} of struct {s}, described in a sentence as long as definitions in a codebook usually are.\n    ///\n    \
         /// nl: De waarde van variabele {f} van struct {s}, beschreven in een zin zo lang als definities in een codeboek gewoonlijk zijn.\n"
    )
}

/// The types of the variables, each with the plain type that replaces it in the structs of serde and schemars.
const TYPES: [(&str, &str); VARIABLES] = [
    ("Option<YearMonth>", "Option<String>"),
    ("Option<YearQuarter>", "Option<String>"),
    ("Option<Year>", "Option<i16>"),
    ("Option<SerialNumber<Person>>", "Option<u32>"),
    ("Option<bool>", "Option<bool>"),
    ("Option<Code<Open>>", "Option<String>"),
    ("Option<AmountClass<Open>>", "Option<String>"),
    ("Count", "u32"),
    ("Option<Percentage>", "Option<f64>"),
    ("Vec<Year>", "Vec<i16>"),
];

fn block_source() -> String {
    let mut source = "#![allow(dead_code)]\nuse beraad_schema::*;\n\n\
        /// An open list.\n///\n/// nl: Een open lijst.\n#[derive(CodeList)]\n#[codes(open)]\npub enum Open {}\n"
        .to_owned();
    for s in 0..STRUCTS {
        let _ = write!(
            source,
            "/// Rows of struct {s}.\n///\n/// nl: Rijen van struct {s}.\n#[derive(Block, Clone, Debug, PartialEq)]\n\
             #[block(heading = \"Heading\", label(nl = \"Struct {s}\", en = \"Struct {s}\"), row_unit(nl = \"een rij\", en = \"a row\"), \
             analysis_unit(nl = \"persoon\", en = \"person\"), temporality = status, key(person, month))]\npub struct Struct{s} {{\n    \
             #[block(role = subject)]\n    pub person: SerialNumber<Person>,\n    #[block(role = observation_period)]\n    pub month: YearMonth,\n"
        );
        for (f, (block, _)) in TYPES.iter().enumerate() {
            let measurement = if block.contains("SerialNumber") {
                "identifier"
            } else {
                "nominal"
            };
            let _ = write!(
                source,
                "{}    #[variable(label(nl = \"Variabele {f} van {s}\", en = \"Variable {f} of {s}\"), term = \"variable {f}\", match_quality = likely, \
                 certainty = documented, measurement = {measurement}, unit(nl = \"maand\", en = \"month\"), \
                 origin(name = \"Variabele {f}\", abbreviation = \"VAR{f}\", institution = \"Institution\", file = \"FILE_{s}\", \
                 stated_validity = \"2003-01-01 - \", page = \"https://www.example.org/{s}/{f}\"), \
                 series_break(from = \"2013-01-01\", nl = \"Vanaf hier telt de bron anders.\", en = \"From here the source counts otherwise.\"), \
                 note(nl = \"Een opmerking voor onderzoekers over variabele {f}.\", en = \"A note for researchers on variable {f}.\"), \
                 note(nl = \"Nog een opmerking.\", en = \"Another note.\"), \
                 evidence = \"The reason why variable {f} is a likely match.\")]\n    pub variable_{f}: {block},\n",
                definition(s, f)
            );
        }
        source.push_str("}\n");
    }
    source
}

fn serde_schemars_source() -> String {
    plain_source(
        "#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema, Clone, Debug, PartialEq)]\n#[serde(deny_unknown_fields)]\n",
    )
}

/// The structs of serde and schemars, with typed-arrow in addition. typed-arrow has a list type of its own, which schemars
/// does not know.
fn typed_arrow_source() -> String {
    plain_source(
        "#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema, typed_arrow::Record, Clone, Debug, PartialEq)]\n#[serde(deny_unknown_fields)]\n",
    )
    .replace(
        "    pub variable_9: Vec<i16>",
        "    #[schemars(with = \"Vec<i16>\")]\n    pub variable_9: typed_arrow::List<i16>",
    )
}

fn source_without_derives() -> String {
    plain_source("#[derive(Clone, Debug, PartialEq)]\n")
}

fn plain_source(derives: &str) -> String {
    let mut source = "#![allow(dead_code)]\n".to_owned();
    for s in 0..STRUCTS {
        let _ = write!(
            source,
            "/// Rows of struct {s}.\n{derives}pub struct Struct{s} {{\n    /// The person.\n    pub person: u32,\n    /// The month.\n    pub month: String,\n"
        );
        for (f, (_, plain)) in TYPES.iter().enumerate() {
            let _ = writeln!(source, "{}    pub variable_{f}: {plain},", definition(s, f));
        }
        source.push_str("}\n");
    }
    source
}

fn deliberation() -> String {
    let label = "{ nl = \"tekst\", en = \"text\" }";
    let mut text = format!(
        "[deliberation]\nnumber = \"1\"\nlanguage = \"nl\"\neditions = [\"nl\", \"en\"]\ntitle = {label}\ndated = \"2020-01-01\"\namended = []\ncommittee = \"Committee\"\nrecipient = \"Recipient\"\n\
         purpose = {label}\nfirst_year = 2005\nlast_year = 2016\nkeep_until = \"2030-12-31\"\n\n\
         [words]\ndecision = {label}\nparagraph = {label}\n\n[[paragraph]]\nnumber = \"1\"\nprovider = \"Provider\"\n\
         dates = \"month\"\n\n[[heading]]\nparagraph = \"1\"\ntitle = \"Heading\"\nen = \"Heading\"\nterms = [\n"
    );
    for f in 0..VARIABLES {
        let _ = writeln!(text, "  {{ term = \"variable {f}\" }},");
    }
    text + "]\n"
}
