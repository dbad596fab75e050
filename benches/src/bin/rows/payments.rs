//! The measurement with a real block of thirteen columns.

use arrow_array::RecordBatch;
use arrow_schema::FieldRef;
use beraad_benches::by_hand::UnemploymentPayments;
use beraad_benches::payments::payments;
use beraad_benches::payments::peers::{PaymentAc, PaymentNa, PaymentSerde, PaymentTa, fields};
use beraad_benches::peers::{
    arrow_convert_payments_in, arrow_convert_payments_out, narrow_payments_in, narrow_payments_out,
    serde_arrow_in, serde_arrow_out, typed_arrow_out, typed_arrow_payments_in,
};
use beraad_benches::results::speeds;
use beraad_benches::rounds::{Contender, interleave};
use beraad_model::ksz::UnemploymentPayment;
use beraad_schema::arrow;
use typed_arrow::arrow_array::{ArrayRef as ArrayRef59, RecordBatch as RecordBatch59};

/// The explanation of the block in the results.
const NOTES: &str = "\
`UnemploymentPayment` has thirteen columns: a serial number, a quarter, a flag, two months, a count, two numbers with decimals and \
five codes of open lists. All but the first two are nullable. No block of the model with twelve columns or more has a code of a closed \
list; the twelve columns above include three. typed-arrow writes decimals and dictionaries, as the derive does. serde_arrow writes \
dictionaries and doubles, since it reads decimals as texts only. arrow_convert and narrow write texts and doubles.\n";

/// One set of data, in the row type of each contender.
struct Inputs {
    ours: Vec<UnemploymentPayment>,
    by_hand: UnemploymentPayments,
    serde: Vec<PaymentSerde>,
    fields: Vec<FieldRef>,
    typed_arrow: Vec<PaymentTa>,
    arrow_convert: Vec<PaymentAc>,
    narrow: Vec<PaymentNa>,
}

impl Inputs {
    fn new(rows: usize) -> Self {
        let ours = payments(rows);
        Self {
            by_hand: UnemploymentPayments::default(),
            serde: ours.iter().map(From::from).collect(),
            fields: fields(),
            typed_arrow: ours.iter().map(From::from).collect(),
            arrow_convert: ours.iter().map(From::from).collect(),
            narrow: ours.iter().map(From::from).collect(),
            ours,
        }
    }
}

/// The batches that the contenders write, as input for reading.
struct Batches {
    ours: RecordBatch,
    by_hand: RecordBatch,
    serde: RecordBatch,
    typed_arrow: RecordBatch59,
    arrow_convert: ArrayRef59,
    narrow: RecordBatch59,
}

impl Batches {
    fn new(inputs: &Inputs) -> Self {
        Self {
            ours: arrow::to_batch(&inputs.ours).expect("valid rows"),
            by_hand: inputs.by_hand.to_batch(&inputs.ours),
            serde: serde_arrow_out(&inputs.fields, &inputs.serde),
            typed_arrow: typed_arrow_out(inputs.typed_arrow.clone()),
            arrow_convert: arrow_convert_payments_out(&inputs.arrow_convert),
            narrow: narrow_payments_out(inputs.narrow.clone()),
        }
    }
}

/// Measures both directions and returns the tables as Markdown.
pub fn measure(rows: usize, rounds: usize) -> String {
    let inputs = Inputs::new(rows);
    let batches = Batches::new(&inputs);
    compare(&inputs, &batches);
    let out = interleave(writers(&inputs), rounds);
    let back = interleave(readers(&inputs, &batches), rounds);
    format!(
        "{NOTES}\n### A real block, rows to a batch\n\n{}\n### A real block, a batch to rows\n\n{}",
        speeds(&out, rows),
        speeds(&back, rows)
    )
}

/// Panics at the first contender whose values differ.
fn compare(inputs: &Inputs, batches: &Batches) {
    assert_eq!(
        batches.ours.columns(),
        batches.by_hand.columns(),
        "the derive and by hand: columns"
    );
    let back = arrow::from_batch::<UnemploymentPayment>(&batches.ours).expect("a valid batch");
    assert!(back == inputs.ours, "the derive");
    let back = inputs.by_hand.from_batch(&batches.by_hand);
    assert!(back == inputs.ours, "by hand");
    let back: Vec<PaymentSerde> = serde_arrow_in(&batches.serde);
    assert!(back == inputs.serde, "serde_arrow");
    let back = typed_arrow_payments_in(&batches.typed_arrow);
    assert!(
        back.iter()
            .map(PaymentTa::plain)
            .eq(inputs.serde.iter().cloned()),
        "typed-arrow"
    );
    let back = arrow_convert_payments_in(&batches.arrow_convert);
    assert!(
        back.iter()
            .map(PaymentAc::plain)
            .eq(inputs.serde.iter().cloned()),
        "arrow_convert"
    );
    let back = narrow_payments_in(&batches.narrow);
    assert!(
        back.iter()
            .map(PaymentNa::plain)
            .eq(inputs.serde.iter().cloned()),
        "narrow"
    );
}

fn writers(inputs: &Inputs) -> Vec<Contender<'_>> {
    vec![
        Contender::new("derive", || arrow::to_batch(&inputs.ours)),
        Contender::new("by hand, the same types", || {
            inputs.by_hand.to_batch(&inputs.ours)
        }),
        Contender::owning(
            "typed-arrow, dictionaries and decimals",
            || inputs.typed_arrow.clone(),
            typed_arrow_out,
        ),
        Contender::new("serde_arrow, dictionaries and doubles", || {
            serde_arrow_out(&inputs.fields, &inputs.serde)
        }),
        Contender::new("arrow_convert, texts and doubles", || {
            arrow_convert_payments_out(&inputs.arrow_convert)
        }),
        Contender::owning(
            "narrow, texts and doubles",
            || inputs.narrow.clone(),
            narrow_payments_out,
        ),
    ]
}

fn readers<'a>(inputs: &'a Inputs, batches: &'a Batches) -> Vec<Contender<'a>> {
    vec![
        Contender::new("derive", || {
            arrow::from_batch::<UnemploymentPayment>(&batches.ours)
        }),
        Contender::new("by hand, the same types", || {
            inputs.by_hand.from_batch(&batches.by_hand)
        }),
        Contender::new("typed-arrow, dictionaries and decimals", || {
            typed_arrow_payments_in(&batches.typed_arrow)
        }),
        Contender::new("serde_arrow, dictionaries and doubles", || {
            serde_arrow_in::<PaymentSerde>(&batches.serde)
        }),
        Contender::new("arrow_convert, texts and doubles", || {
            arrow_convert_payments_in(&batches.arrow_convert)
        }),
        Contender::new("narrow, texts and doubles", || {
            narrow_payments_in(&batches.narrow)
        }),
    ]
}
