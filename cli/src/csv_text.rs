//! CSV for programs, on standard output.

use beraad_schema::describe::visible;

/// Returns records of one length as CSV.
///
/// The text goes to a terminal unless it is redirected, so each field is made safe to print.
pub(crate) fn csv<R>(records: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in records {
        let fields = record.into_iter().map(|field| visible(field.as_ref()));
        let written = writer.write_record(fields);
        written.expect("records of one length can be written to a vector");
    }
    let bytes = writer.into_inner().expect("a vector can be flushed");
    String::from_utf8(bytes).expect("fields of strings are UTF-8")
}
