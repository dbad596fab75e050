//! Requests to the service, without a network.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde_json::{Value as Json, json};
use tower::ServiceExt;

use super::{MAX_BODY, MAX_ROWS, service};

/// Sends a request, and returns the status and the JSON of the answer; null if it is not JSON.
async fn send(method: &str, path: &str, body: impl Into<Body>) -> (StatusCode, Json) {
    let request = Request::builder().method(method).uri(path);
    let request = request.body(body.into()).unwrap();
    let response = service().oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

#[tokio::test]
async fn valid_delivery_is_received() {
    let body = r#"{"rows": [{"person": 1, "year": 2010}, {"person": 2, "year": 2011}]}"#;
    let (status, answer) = send("POST", "/person_year", body).await;
    assert_eq!((status, answer), (StatusCode::OK, json!({"received": 2})));
}

#[tokio::test]
async fn every_error_and_every_violation_is_in_one_answer() {
    let body = json!({"rows": [
        {"person": 1, "quarter": "2014-Q1"},
        {"person": 0, "quarter": "2014-01", "unemployment_duration": "7654321", "naam": "7654321"},
        {"person": 7654321, "quarter": "2018-Q1", "activation_start_month": "2014-02", "activation_end_month": "2014-01"},
        {"person": 7654321, "quarter": "2014-Q1", "compensation_category": "4"},
        {},
    ]});
    let (status, answer) = send("POST", "/unemployment_payment", body.to_string()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = serde_json::to_string_pretty(&answer).unwrap() + "\n";
    assert!(!answer.contains("7654321"), "{answer}");
    // Writes the file again: `BERAAD_WRITE=1 cargo test --manifest-path examples/service/Cargo.toml`.
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/answer.json");
    if std::env::var_os("BERAAD_WRITE").is_some() {
        std::fs::write(file, &answer).unwrap();
    }
    assert_eq!(answer, std::fs::read_to_string(file).unwrap());
}

#[tokio::test]
async fn body_that_is_not_a_delivery_is_refused_without_its_text() {
    for body in [
        r#"{"rows": "Jan"}"#,
        r#"{"rows": ["Jan"]}"#,
        r#"{"rows": [], "Jan": 1}"#,
        r#"{"rows": [{"person": 1"#,
        "Jan",
    ] {
        let (status, answer) = send("POST", "/person_year", body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        let message = answer["error"].as_str().unwrap();
        assert!(
            message.contains("line 1, column") && !message.contains("Jan"),
            "{message}"
        );
    }
}

#[tokio::test]
async fn delivery_above_a_limit_is_refused() {
    let body = |rows: usize, length: usize| {
        let rows = vec![json!({"person": 1, "year": 2010}); rows];
        let body = json!({ "rows": rows }).to_string();
        let spaces = " ".repeat(length.saturating_sub(body.len()));
        body + &spaces
    };
    for (rows, length, expected) in [
        (MAX_ROWS, MAX_BODY, StatusCode::OK),
        (MAX_ROWS, MAX_BODY + 1, StatusCode::PAYLOAD_TOO_LARGE),
        (MAX_ROWS + 1, 0, StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let (status, _) = send("POST", "/person_year", body(rows, length)).await;
        assert_eq!(status, expected, "{rows} rows, {length} bytes");
    }
}

#[tokio::test]
async fn schema_is_that_of_the_block() {
    let (status, schema) = send("GET", "/unemployment_payment", "").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(schema["required"], json!(["person", "quarter"]));
    assert_eq!(schema["additionalProperties"], json!(false));
    let (status, _) = send("GET", "/no_block", "").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
