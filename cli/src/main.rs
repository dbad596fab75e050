//! The command `beraad` over the model of this workspace.

use std::process::ExitCode;

use beraad_schema::describe::Model;

fn main() -> ExitCode {
    beraad::run(model(), std::env::args_os())
}

/// The one place that says which model the commands are about.
fn model() -> &'static Model {
    beraad_model::model()
}
