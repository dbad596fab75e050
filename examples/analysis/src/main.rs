//! A query over rows of the model, with DataFusion. From the root of the repository:
//!
//! ```text
//! cargo run --locked --manifest-path examples/analysis/Cargo.toml
//! ```
//!
//! It asks which benefits job seekers received in the quarters before and after 1 January 2012. On that day the digits of the
//! benefit categories got other meanings, so a table of the digits alone would compare different things. The rows are random:
//! the counts mean nothing.

use std::collections::BTreeSet;
use std::error::Error;

use beraad_model::ksz::{UnemploymentPayment, UnemploymentStatus};
use beraad_model::model;
// The Arrow crates in the version that the library uses. Cargo.lock makes it the version of DataFusion.
use beraad_schema::arrow::arrow_array::cast::AsArray;
use beraad_schema::arrow::arrow_array::types::{Date32Type, Int64Type};
use beraad_schema::arrow::{from_batch, to_batch};
use beraad_schema::describe::{Language, YearQuarter};
use beraad_schema::{Block, arbitrary};
use datafusion::prelude::SessionContext;

/// The number of payments, over the 48 quarters of the decision.
const PAYMENTS: usize = 3000;

/// The rows that both queries read: the payments of people who were looking for a job in that quarter.
const PAYMENTS_OF_JOB_SEEKERS: &str = "
    FROM unemployment_payment AS payment
    JOIN unemployment_status AS status
      ON payment.person = status.person AND payment.quarter = status.quarter
    WHERE status.job_seeker";

fn main() -> Result<(), Box<dyn Error>> {
    // DataFusion is asynchronous; one thread is enough for data in memory.
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(analyse())
}

async fn analyse() -> Result<(), Box<dyn Error>> {
    let payments = random_payments();
    let statuses = random_statuses(&payments);
    let context = SessionContext::new();
    // The tables have the names of the blocks, and their columns those of the fields.
    context.register_batch(UnemploymentPayment::ID, to_batch(&payments)?)?;
    context.register_batch(UnemploymentStatus::ID, to_batch(&statuses)?)?;
    print_categories(&context).await?;
    print_longest(&context).await
}

/// Returns payments that break no rule of the model. A seed gives the same rows on every machine.
fn random_payments() -> Vec<UnemploymentPayment> {
    let random = arbitrary::rows_from_seed(model(), 2012);
    random.take(PAYMENTS).collect()
}

/// Returns the status of each person in each quarter with a payment.
fn random_statuses(payments: &[UnemploymentPayment]) -> Vec<UnemploymentStatus> {
    let keys = payments.iter().map(|row| (row.person, row.quarter));
    let keys: BTreeSet<_> = keys.collect();
    let random = arbitrary::rows_from_seed::<UnemploymentStatus>(model(), 2012);
    keys.into_iter()
        .zip(random)
        .map(|((person, quarter), row)| UnemploymentStatus {
            person,
            quarter,
            ..row
        })
        // In another quarter, a random row may break a rule.
        .filter(|row| row.check(model()).is_empty())
        .collect()
}

/// Prints a table by quarter and category, with the label that the code has in that quarter.
async fn print_categories(context: &SessionContext) -> Result<(), Box<dyn Error>> {
    // A quarter is stored as its first day, and a code as a dictionary of texts.
    let query = format!(
        "SELECT payment.quarter, CAST(payment.compensation_category AS VARCHAR), count(*)
         {PAYMENTS_OF_JOB_SEEKERS}
           AND payment.quarter IN (DATE '2011-10-01', DATE '2012-01-01')
           AND payment.compensation_category IN ('1', '2', '3', '6')
         GROUP BY 1, 2 ORDER BY 2, 1"
    );
    let categories = model()
        .codes_of("unemployment_payment.compensation_category")
        .expect("a column of codes");
    println!("category  quarter  payments  label");
    for batch in context.sql(&query).await?.collect().await? {
        let quarters = batch.column(0).as_primitive::<Date32Type>();
        let codes = batch.column(1).as_string_view();
        let counts = batch.column(2).as_primitive::<Int64Type>();
        for index in 0..batch.num_rows() {
            let day = quarters.value_as_date(index).expect("a day of a calendar");
            let (quarter, code) = (YearQuarter::from(day), codes.value(index));
            // Dutch: `Language::NL`. `None` if the code is not valid in this quarter.
            let label = categories.label_at(code, quarter, Language::EN);
            let label = label.as_deref().unwrap_or("unknown code");
            println!("{code:<8}  {quarter}  {:>8}  {label}", counts.value(index));
        }
    }
    Ok(())
}

/// Prints the longest unemployment, from rows that are read back from the result of a query.
async fn print_longest(context: &SessionContext) -> Result<(), Box<dyn Error>> {
    // `payment.*` are all columns of the block, so each row of the result is a row of the library.
    let query = format!(
        "SELECT payment.* {PAYMENTS_OF_JOB_SEEKERS} AND payment.unemployment_duration IS NOT NULL
         ORDER BY payment.unemployment_duration DESC, payment.person LIMIT 3"
    );
    println!("\nperson  quarter  months");
    for batch in context.sql(&query).await?.collect().await? {
        for row in from_batch::<UnemploymentPayment>(&batch)? {
            let months = row.unemployment_duration.expect("not null, says the query");
            println!("{:<6}  {}  {months}", row.person, row.quarter);
        }
    }
    Ok(())
}
