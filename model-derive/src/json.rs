//! Writes descriptions as JSON, in the form in which `beraad-schema` reads its vocabulary.
//!
//! A description is one text in the binary and not a constant of nested structs: the compiler reads a text ten times as fast.

use std::fmt::Write as _;

/// What can be written as JSON.
pub(crate) trait ToJson {
    fn to_json(&self) -> String;
}

impl ToJson for str {
    fn to_json(&self) -> String {
        let mut json = String::with_capacity(self.len() + 2);
        json.push('"');
        let bytes = self.as_bytes();
        // By hand: macros are seldom optimised, and descriptions are long.
        let (mut plain_from, mut at) = (0, 0);
        while at < bytes.len() {
            let byte = bytes[at];
            if byte < b' ' || byte == b'"' || byte == b'\\' {
                json.push_str(&self[plain_from..at]);
                let _ = match byte {
                    b'"' => write!(json, "\\\""),
                    b'\\' => write!(json, "\\\\"),
                    control => write!(json, "\\u{control:04x}"),
                };
                plain_from = at + 1;
            }
            at += 1;
        }
        json.push_str(&self[plain_from..]);
        json.push('"');
        json
    }
}

impl ToJson for String {
    fn to_json(&self) -> String {
        self.as_str().to_json()
    }
}

impl ToJson for crate::text::Text {
    fn to_json(&self) -> String {
        self.as_str().to_json()
    }
}

impl ToJson for bool {
    fn to_json(&self) -> String {
        self.to_string()
    }
}

impl ToJson for u8 {
    fn to_json(&self) -> String {
        self.to_string()
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn to_json(&self) -> String {
        (**self).to_json()
    }
}

impl<T: ToJson> ToJson for [T] {
    fn to_json(&self) -> String {
        let items: Vec<_> = self.iter().map(ToJson::to_json).collect();
        format!("[{}]", items.join(","))
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> String {
        self.as_slice().to_json()
    }
}

/// An object; an entry without a value is left out.
#[derive(Default)]
pub(crate) struct Object(String);

impl Object {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn put(mut self, key: &str, value: &(impl ToJson + ?Sized)) -> Self {
        self.raw(key, &value.to_json());
        self
    }

    pub(crate) fn put_some<T: ToJson>(self, key: &str, value: Option<&T>) -> Self {
        match value {
            Some(value) => self.put(key, value),
            None => self,
        }
    }

    fn raw(&mut self, key: &str, json: &str) {
        let comma = if self.0.is_empty() { "" } else { "," };
        for part in [comma, "\"", key, "\":", json] {
            self.0.push_str(part);
        }
    }
}

impl ToJson for Object {
    fn to_json(&self) -> String {
        format!("{{{}}}", self.0)
    }
}

/// Text that is JSON already.
pub(crate) struct Raw(pub(crate) String);

impl ToJson for Raw {
    fn to_json(&self) -> String {
        self.0.clone()
    }
}
