//! The command `beraad` for the model of this workspace.

use std::process::ExitCode;

use beraad_schema::describe::Model;

fn main() -> ExitCode {
    beraad::run(model(), std::env::args_os())
}

/// The only place that chooses the model.
fn model() -> &'static Model {
    beraad_model::model()
}
