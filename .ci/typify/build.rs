//! Generates a module of types for each schema, and a function that checks the rows of all of them.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use schemars::schema::RootSchema;
use serde_json::Value as Json;
use typify_impl::{TypeSpace, TypeSpaceSettings};

const INPUTS: &str = "GENERATED_TYPES_INPUTS";

fn main() {
    println!("cargo::rerun-if-env-changed={INPUTS}");
    let (mut modules, mut checks) = (String::new(), String::new());
    if let Some(path) = env::var_os(INPUTS) {
        let inputs: Vec<Json> = serde_json::from_slice(&read(path.as_ref())).expect("JSON");
        for input in inputs {
            let name = input["name"].as_str().expect("a name");
            let path = input["path"].as_str().expect("a path");
            let schema: RootSchema =
                serde_json::from_slice(&read(path.as_ref())).expect("a schema");
            let mut types = TypeSpace::new(&TypeSpaceSettings::default());
            let row = types
                .add_root_schema(schema)
                .expect("types")
                .expect("a type of the row");
            let row = types.get_type(&row).expect("the type of the row").ident();
            writeln!(
                modules,
                "pub mod {name} {{ {} pub type Row = {row}; }}",
                types.to_stream()
            )
            .expect("a text");
            writeln!(checks, "check::<{name}::Row>(inputs, {name:?});").expect("a text");
        }
    }
    let out = env::var("OUT_DIR").expect("cargo sets it");
    let code = format!("{modules}\nfn check_all(inputs: &[Input]) {{ {checks} }}\n");
    fs::write(Path::new(&out).join("types.rs"), code).expect("the output folder");
}

fn read(path: &Path) -> Vec<u8> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
