//! A web service that receives rows of the model, with axum. From the root of the repository:
//!
//! ```text
//! cargo run --locked --manifest-path examples/service/Cargo.toml
//! curl http://127.0.0.1:3000/person_year
//! curl http://127.0.0.1:3000/person_year --json '{"rows": [{"person": 1, "year": 2010}, {"person": 0, "year": 10}]}'
//! ```
//!
//! Each block of the model has a path of its own. GET returns its JSON Schema. POST receives a delivery, and the answer to one that
//! is not valid has every error of every row and every violation of a check. No answer repeats a value of a row. The example keeps
//! nothing: the place for that is in `receive`.

use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use beraad_model::{for_each_block, model};
use beraad_schema::{Block, Checks, FieldError, RowResult, Violation, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[cfg(test)]
mod tests;

/// The largest body that is received, in bytes.
const MAX_BODY: usize = 256 * 1024;

/// The largest number of rows in it. This limits the answer: a row of two bytes, `{}`, has several errors.
const MAX_ROWS: usize = 1000;

/// A delivery: `RowResult` has all errors of its row, and the rows after it are read.
#[derive(Deserialize)]
// A row is read by what `Block` implements, so serde needs to know no other bound.
#[serde(deny_unknown_fields, bound = "R: Block")]
struct Delivery<R> {
    rows: Vec<RowResult<R>>,
}

/// The errors of one row: its values cannot be read, or they violate the description of the block.
#[derive(Serialize)]
struct InvalidRow {
    /// The index of the row in the delivery, from 0.
    row: usize,
    errors: Vec<FieldError>,
    violations: Vec<Violation>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, service()).await
}

fn service() -> Router {
    let mut router = Router::new();
    for_each_block!(
        |B| router = router.route(&format!("/{}", B::ID), get(schema::<B>).post(receive::<B>))
    );
    router.layer(DefaultBodyLimit::max(MAX_BODY))
}

/// Returns the JSON Schema of a row.
async fn schema<R: Block>() -> Response {
    let content_type = [(header::CONTENT_TYPE, "application/schema+json")];
    let schema = json_schema::schema(model(), R::description());
    (content_type, Json(schema)).into_response()
}

/// Receives a delivery, whole or not at all.
async fn receive<R: Block>(body: Bytes) -> Response {
    let rows = match serde_json::from_slice::<Delivery<R>>(&body) {
        Ok(Delivery { rows }) if rows.len() > MAX_ROWS => {
            let error = format!("more than {MAX_ROWS} rows; send several deliveries");
            return answer(StatusCode::PAYLOAD_TOO_LARGE, json!({ "error": error }));
        }
        Ok(Delivery { rows }) => rows,
        Err(error) => {
            // Without serde's message, which may repeat a text of the body.
            let (line, column) = (error.line(), error.column());
            let error =
                format!("expected {{\"rows\": [{{..}}]}}; see line {line}, column {column}");
            return answer(StatusCode::BAD_REQUEST, json!({ "error": error }));
        }
    };
    let checks = Checks::new(model());
    let (mut valid, mut invalid) = (Vec::new(), Vec::new());
    for (row, RowResult(result)) in rows.into_iter().enumerate() {
        let (errors, violations) = match &result {
            Ok(row) => (Vec::new(), checks.check(row)),
            Err(error) => (error.errors().to_vec(), Vec::new()),
        };
        match result {
            Ok(row) if violations.is_empty() => valid.push(row),
            _ => invalid.push(InvalidRow {
                row,
                errors,
                violations,
            }),
        }
    }
    if !invalid.is_empty() {
        return answer(
            StatusCode::UNPROCESSABLE_ENTITY,
            json!({ "invalid": invalid }),
        );
    }
    // Here all rows are valid: write them to a file or a database.
    answer(StatusCode::OK, json!({ "received": valid.len() }))
}

fn answer(status: StatusCode, body: serde_json::Value) -> Response {
    (status, Json(body)).into_response()
}
