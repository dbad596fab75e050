//! The model is as this program needs it. Run the tests whenever you update `beraad-model`.

use beraad_evolve::{assert_block_snapshot, assert_compatible};
use beraad_model::ksz::{Household, UnemploymentPayment};

/// The version of the model for which the program was written. A program outside this repository keeps a copy of the file.
const VERSION: &str = "../../model/versions/0.1.0.json";

/// Other columns may change, and the columns of the program may get better words.
#[test]
fn columns_of_the_program_mean_what_they_meant() {
    assert_compatible!(
        UnemploymentPayment,
        VERSION,
        ["person", "quarter", "compensation_category"]
    );
    assert_compatible!(Household, VERSION, ["person", "lipro_position"]);
}

/// Every fact about a block, for a person who reviews an update of the model.
#[test]
fn payment_is_as_reviewed() {
    assert_block_snapshot!(UnemploymentPayment);
}
