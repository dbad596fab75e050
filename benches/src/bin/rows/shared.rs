//! The measurement with the shared row of twelve columns.

use arrow_array::RecordBatch;
use beraad_benches::data::{Row, RowSerde};
use beraad_benches::hand;
use beraad_benches::peers::{
    arrow_convert_in, arrow_convert_out, narrow_in, narrow_out, serde_arrow_in, serde_arrow_out,
    typed_arrow_dictionary_in, typed_arrow_in, typed_arrow_out,
};
use beraad_benches::results::speeds;
use beraad_benches::rounds::{Contender, interleave};
use beraad_benches::row::PersonMonth;
use beraad_schema::arrow;

use crate::compare::compare;
use crate::inputs::{Batches, Inputs};

/// The explanation, in the results, of the differences between the contenders.
const NOTES: &str = "\
The row of `data.rs` has two serial numbers, a month, codes of three closed lists, two small counts, an amount, two flags and a short \
code. All contenders hold the same values, which are compared before the first measurement, but in different types. The derive and \"by \
hand, the same types\" write counts as `UInt32`, the amount as `Decimal128(15, 4)` and the short code as a dictionary with `UInt16` keys. \
`hand.rs` and the peers write `UInt8`, `Float32` and `Utf8`. A contender with \"dictionaries\" writes closed lists as `Dictionary(UInt8, \
Utf8)`, as the derive does; one with \"numbers\" writes `UInt8` without the texts, which is less information. arrow_convert and narrow \
derive no dictionaries. typed-arrow and narrow consume the rows, which are cloned before the clock starts. typed-arrow, arrow_convert and \
narrow depend on Arrow 59, the others on Arrow 60.\n";

/// Measures both directions and returns the tables as Markdown.
pub fn measure(rows: usize, rounds: usize) -> String {
    let inputs = Inputs::new(rows);
    let batches = Batches::new(&inputs);
    let ours = arrow::to_batch(&inputs.ours).expect("valid rows");
    let back = arrow::from_batch::<PersonMonth>(&ours).expect("a valid batch");
    compare(&inputs, &batches, &ours, &back);
    drop(back);
    let out = interleave(writers(&inputs), rounds);
    let back = interleave(readers(&batches, &inputs, &ours), rounds);
    format!(
        "{NOTES}\n### Twelve columns, rows to a batch\n\n{}\n### Twelve columns, a batch to rows\n\n{}",
        speeds(&out, rows),
        speeds(&back, rows)
    )
}

fn writers(inputs: &Inputs) -> Vec<Contender<'_>> {
    let rows = &inputs.hand;
    let (codes, dictionaries) = (hand::schema_codes(), hand::schema_dict());
    let labels = dictionaries.clone();
    vec![
        Contender::new("derive", || arrow::to_batch(&inputs.ours)),
        Contender::new("by hand, the same types", || {
            inputs.by_hand.to_batch(&inputs.ours)
        }),
        Contender::new("`hand.rs`, dictionaries", move || {
            hand::col_block_dict(rows, dictionaries.clone(), &inputs.texts)
        }),
        Contender::new("`hand.rs`, numbers", move || {
            hand::col_block(rows, codes.clone(), &inputs.texts)
        }),
        Contender::new("arrow-rs builders, dictionaries", move || {
            hand::builders_dict(rows, labels.clone())
        }),
        Contender::owning(
            "typed-arrow, dictionaries",
            || inputs.typed_arrow_dictionary.clone(),
            typed_arrow_out,
        ),
        Contender::owning(
            "typed-arrow, numbers",
            || inputs.typed_arrow.clone(),
            typed_arrow_out,
        ),
        Contender::new("serde_arrow, dictionaries", || {
            serde_arrow_out(&inputs.dictionaries, rows)
        }),
        Contender::new("serde_arrow, numbers", || {
            serde_arrow_out(&inputs.codes, &inputs.serde)
        }),
        Contender::new("arrow_convert, numbers", || {
            arrow_convert_out(&inputs.arrow_convert)
        }),
        Contender::owning("narrow, numbers", || inputs.narrow.clone(), narrow_out),
    ]
}

fn readers<'a>(
    batches: &'a Batches,
    inputs: &'a Inputs,
    ours: &'a RecordBatch,
) -> Vec<Contender<'a>> {
    vec![
        Contender::new("derive", || arrow::from_batch::<PersonMonth>(ours)),
        Contender::new("by hand, the same types", || {
            inputs.by_hand.from_batch(&batches.by_hand)
        }),
        Contender::new("`hand.rs`, numbers, code in place", || {
            hand::to_rows_inline(&batches.hand_codes)
        }),
        Contender::new("`hand.rs`, numbers", || hand::to_rows(&batches.hand_codes)),
        Contender::new("typed-arrow, dictionaries", || {
            typed_arrow_dictionary_in(&batches.typed_arrow_dictionary)
        }),
        Contender::new("typed-arrow, numbers", || {
            typed_arrow_in(&batches.typed_arrow)
        }),
        Contender::new("serde_arrow, dictionaries", || {
            serde_arrow_in::<Row>(&batches.serde_dictionary)
        }),
        Contender::new("serde_arrow, numbers", || {
            serde_arrow_in::<RowSerde>(&batches.serde)
        }),
        Contender::new("arrow_convert, numbers", || {
            arrow_convert_in(&batches.arrow_convert)
        }),
        Contender::new("narrow, numbers", || narrow_in(&batches.narrow)),
    ]
}
