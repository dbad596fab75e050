//! A small invented model, for examples and tests.

use crate::model::Model;

/// Returns a small invented model, about the loans of a library, that has every property of a model.
///
/// ```
/// let model = beraad_describe::example_model();
/// assert_eq!(model.blocks[0].id, "loan");
/// ```
///
/// # Panics
/// Never: its JSON is part of this crate, and a test reads it.
#[must_use]
pub fn example_model() -> Model {
    let json = include_str!("example_model.json");
    match Model::from_json(json) {
        Ok(model) => model,
        Err(error) => panic!("the example model is not valid: {error}"),
    }
}
