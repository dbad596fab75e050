//! Checks that all contenders hold the same values: each contender reads back the batch that it wrote, and the rows are
//! compared in one common form.

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_array::types::{UInt8Type, UInt32Type};
use beraad_benches::data::{REGIME, RowAc, RowNa, RowSerde, RowTa, RowTaDict, SECTOR, STATUS};
use beraad_benches::data::{Row, epoch};
use beraad_benches::row::PersonMonth;
use beraad_benches::{hand, peers};

use crate::inputs::{Batches, Inputs};

/// Panics at the first contender whose values differ.
pub fn compare(inputs: &Inputs, batches: &Batches, ours: &RecordBatch, back: &[PersonMonth]) {
    let rows = &inputs.serde;
    assert_same_rows("the derive", rows, back, of_ours);
    assert_eq!(
        ours.columns(),
        batches.by_hand.columns(),
        "the derive and by hand: columns"
    );
    let by_hand = inputs.by_hand.from_batch(&batches.by_hand);
    assert_same_rows("by hand", rows, &by_hand, of_ours);
    let back = hand::to_rows(&batches.hand_codes);
    assert_same_rows("hand.rs", rows, &back, |row: &Row| row.into());
    let inline = hand::to_rows_inline(&batches.hand_codes);
    assert!(inline == inputs.hand_inline, "hand.rs, inline code");
    assert_same_codes("hand.rs, dictionaries", ours, &batches.hand_dictionary);
    assert_same_columns(
        "arrow-rs builders",
        &batches.hand_dictionary,
        &batches.hand_builders,
    );
    assert_same_columns(
        "serde_arrow",
        &batches.hand_dictionary,
        &batches.serde_dictionary,
    );
    let back: Vec<RowSerde> = peers::serde_arrow_in(&batches.serde);
    assert_same_rows("serde_arrow", rows, &back, RowSerde::clone);
    let back = peers::serde_arrow_in(&batches.serde_dictionary);
    assert_same_rows("serde_arrow, dictionaries", rows, &back, |row: &Row| {
        row.into()
    });
    let back = peers::typed_arrow_in(&batches.typed_arrow);
    assert_same_rows("typed-arrow", rows, &back, of_typed_arrow);
    let back = peers::typed_arrow_dictionary_in(&batches.typed_arrow_dictionary);
    assert_same_rows(
        "typed-arrow, dictionaries",
        rows,
        &back,
        of_typed_arrow_dictionary,
    );
    let back = peers::arrow_convert_in(&batches.arrow_convert);
    assert_same_rows("arrow_convert", rows, &back, of_arrow_convert);
    let back = peers::narrow_in(&batches.narrow);
    assert_same_rows("narrow", rows, &back, of_narrow);
}

fn assert_same_rows<R>(
    contender: &str,
    expected: &[RowSerde],
    rows: &[R],
    plain: impl Fn(&R) -> RowSerde,
) {
    assert_eq!(rows.len(), expected.len(), "{contender}: number of rows");
    for (index, (row, expected)) in rows.iter().zip(expected).enumerate() {
        assert_eq!(&plain(row), expected, "{contender}: row {index}");
    }
}

/// Asserts that the dictionary keys of the closed lists and the columns of equal types are the same.
fn assert_same_codes(contender: &str, ours: &RecordBatch, theirs: &RecordBatch) {
    for index in [0, 1] {
        let column = |batch: &RecordBatch| batch.column(index).as_primitive::<UInt32Type>().clone();
        assert_eq!(column(ours), column(theirs), "{contender}: column {index}");
    }
    for index in [3, 4, 5] {
        let keys = |batch: &RecordBatch| {
            batch
                .column(index)
                .as_dictionary::<UInt8Type>()
                .keys()
                .clone()
        };
        assert_eq!(keys(ours), keys(theirs), "{contender}: column {index}");
    }
    for index in [2, 9, 10] {
        assert_eq!(
            ours.column(index),
            theirs.column(index),
            "{contender}: column {index}"
        );
    }
}

/// Asserts that two batches contain the same texts. Their dictionary keys may differ.
fn assert_same_columns(contender: &str, expected: &RecordBatch, found: &RecordBatch) {
    assert_eq!(expected.columns(), found.columns(), "{contender}");
}

fn of_ours(row: &PersonMonth) -> RowSerde {
    let number = |number: u32| u8::try_from(number).expect("a small number");
    RowSerde {
        person_id: row.person_id.get(),
        household_id: row.household_id.get(),
        ref_date: row.ref_date.to_epoch_days(),
        status: row.status as u8,
        sector: row.sector as u8,
        regime: row.regime as u8,
        pct: row.pct.map(|count| number(count.get())),
        children: row.children.map(|count| number(count.get())),
        #[expect(clippy::cast_possible_truncation, reason = "quarters below 2^22")]
        wage: row.wage.map(|wage| wage.get() as f32),
        active: row.active,
        border: row.border,
        nace: row.nace.to_string(),
    }
}

/// Builds a `RowSerde` from a row of a peer: copies the fields that have the same name and type in all rows.
macro_rules! plain {
    ($row:ident { $($field:ident: $value:expr,)* }) => {
        RowSerde {
            person_id: $row.person_id,
            household_id: $row.household_id,
            pct: $row.pct,
            children: $row.children,
            wage: $row.wage,
            active: $row.active,
            border: $row.border,
            nace: $row.nace.clone(),
            $($field: $value,)*
        }
    };
}

fn of_typed_arrow(row: &RowTa) -> RowSerde {
    plain!(row {
        ref_date: row.ref_date.value(),
        status: row.status,
        sector: row.sector,
        regime: row.regime,
    })
}

fn of_typed_arrow_dictionary(row: &RowTaDict) -> RowSerde {
    plain!(row {
        ref_date: row.ref_date.value(),
        status: position(&STATUS, row.status.value()),
        sector: position(&SECTOR, row.sector.value()),
        regime: position(&REGIME, row.regime.value()),
    })
}

fn of_arrow_convert(row: &RowAc) -> RowSerde {
    let days = row.ref_date.signed_duration_since(epoch()).num_days();
    plain!(row {
        ref_date: i32::try_from(days).expect("a day within i32"),
        status: row.status,
        sector: row.sector,
        regime: row.regime,
    })
}

fn of_narrow(row: &RowNa) -> RowSerde {
    plain!(row {
        ref_date: row.ref_date,
        status: row.status,
        sector: row.sector,
        regime: row.regime,
    })
}

fn position(texts: &[&str], text: &str) -> u8 {
    let position = texts.iter().position(|known| *known == text);
    u8::try_from(position.expect("a text of the list")).expect("a short list")
}
