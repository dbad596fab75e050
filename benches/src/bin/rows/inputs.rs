//! One set of data, in the row type of each contender.

use arrow_array::RecordBatch;
use arrow_schema::FieldRef;
use beraad_benches::by_hand::PersonMonths;
use beraad_benches::data::{Row, RowAc, RowI, RowNa, RowSerde, RowTa, RowTaDict};
use beraad_benches::hand::{self, Shared};
use beraad_benches::peers::{self, Dictionary};
use beraad_benches::row::{PersonMonth, shared};
use typed_arrow::arrow_array::{ArrayRef as ArrayRef59, RecordBatch as RecordBatch59};

pub struct Inputs {
    pub ours: Vec<PersonMonth>,
    pub by_hand: PersonMonths,
    pub hand: Vec<Row>,
    pub hand_inline: Vec<RowI>,
    pub texts: Shared,
    pub serde: Vec<RowSerde>,
    pub codes: Vec<FieldRef>,
    pub dictionaries: Vec<FieldRef>,
    pub typed_arrow: Vec<RowTa>,
    pub typed_arrow_dictionary: Vec<RowTaDict>,
    pub arrow_convert: Vec<RowAc>,
    pub narrow: Vec<RowNa>,
}

impl Inputs {
    pub fn new(rows: usize) -> Self {
        let hand = shared(rows);
        Self {
            ours: convert_all(&hand),
            by_hand: PersonMonths::default(),
            hand_inline: convert_all(&hand),
            texts: hand::shared(),
            serde: convert_all(&hand),
            codes: peers::fields(Dictionary::Codes),
            dictionaries: peers::fields(Dictionary::Texts),
            typed_arrow: convert_all(&hand),
            typed_arrow_dictionary: convert_all(&hand),
            arrow_convert: convert_all(&hand),
            narrow: convert_all(&hand),
            hand,
        }
    }
}

fn convert_all<'a, R: From<&'a Row>>(rows: &'a [Row]) -> Vec<R> {
    rows.iter().map(R::from).collect()
}

/// The batches that the contenders write, as input for reading.
pub struct Batches {
    pub by_hand: RecordBatch,
    pub hand_codes: RecordBatch,
    pub hand_dictionary: RecordBatch,
    pub hand_builders: RecordBatch,
    pub serde: RecordBatch,
    pub serde_dictionary: RecordBatch,
    pub typed_arrow: RecordBatch59,
    pub typed_arrow_dictionary: RecordBatch59,
    pub arrow_convert: ArrayRef59,
    pub narrow: RecordBatch59,
}

impl Batches {
    pub fn new(inputs: &Inputs) -> Self {
        let rows = &inputs.hand;
        Self {
            by_hand: inputs.by_hand.to_batch(&inputs.ours),
            hand_codes: hand::col_block(rows, hand::schema_codes(), &inputs.texts),
            hand_dictionary: hand::col_block_dict(rows, hand::schema_dict(), &inputs.texts),
            hand_builders: hand::builders_dict(rows, hand::schema_dict()),
            serde: peers::serde_arrow_out(&inputs.codes, &inputs.serde),
            serde_dictionary: peers::serde_arrow_out(&inputs.dictionaries, rows),
            typed_arrow: peers::typed_arrow_out(inputs.typed_arrow.clone()),
            typed_arrow_dictionary: peers::typed_arrow_out(inputs.typed_arrow_dictionary.clone()),
            arrow_convert: peers::arrow_convert_out(&inputs.arrow_convert),
            narrow: peers::narrow_out(inputs.narrow.clone()),
        }
    }
}
