//! The codebook as one HTML page for both languages, which needs nothing else and no network.
//!
//! Tags are written by [`writer::Html`], whose only way in for a text is escaped. The page is the document's dozen shapes
//! written one by one, so that a template language would be one more macro to build and nothing to write with it.

mod body;
mod page;
mod writer;

use sha2::{Digest, Sha256};

use crate::codebook;
use crate::format::{Artefact, EmitError, Format, Selection, Words};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "codebook_html",
    writes: &["index.html"],
    summary: Words::new(
        "het codeboek als één webpagina in het Nederlands en Engels, zonder netwerk te lezen",
        "the codebook as one web page in Dutch and English, to be read without a network",
    ),
    support: codebook::SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "every format has this shape, and some can fail"
)]
fn write(selection: &Selection<'_>) -> Result<Vec<Artefact>, EmitError> {
    let editions = codebook::LANGUAGES.map(|language| codebook::document(selection, language));
    let page = page::page(&editions);
    Ok(vec![Artefact::new("index.html", page)])
}

/// What the page may load and run: its own style and script, known by their hashes, and nothing else.
fn content_security_policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script)
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4_usize {
            if digit > three.len() {
                text.push('=');
            } else {
                let value = bits >> (18 - 6 * digit) & 63;
                text.push(char::from(DIGITS[value as usize]));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_as_in_rfc_4648() {
        let known = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ];
        for (plain, encoded) in known {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }
}
