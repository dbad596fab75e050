//! Accepted changes: findings that a person has judged, by their fingerprints.

use serde::{Deserialize, Serialize};

/// The accepted changes of a model: the file `accepted.toml`.
///
/// ```
/// use beraad_evolve::Accepted;
///
/// let accepted = Accepted::from_toml(
///     r#"
///     [[change]]
///     fingerprint = "a1b2c3d4e5f6"
///     reason = "the provider announced the new variable"
///     decision = "20/001, as amended on 2 March 2021"
///     "#,
/// )?;
/// assert_eq!(accepted.changes.len(), 1);
/// # Ok::<(), beraad_evolve::AcceptedError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Accepted {
    /// The changes, in the order of the file.
    #[serde(default, rename = "change")]
    pub changes: Vec<AcceptedChange>,
}

/// One accepted change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AcceptedChange {
    /// The fingerprint of the finding.
    pub fingerprint: String,
    /// The reason why the change is accepted.
    pub reason: String,
    /// The decision that authorises the change. A finding of the class DISCLOSURE needs it, unless it is editorial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// True if only words changed, and the meaning is the same. Only a finding about words can be so.
    #[serde(default)]
    pub editorial: bool,
}

/// All errors of the accepted changes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid accepted changes:\n{}", .0.join("\n"))]
pub struct AcceptedError(pub Vec<String>);

impl Accepted {
    /// Reads the accepted changes.
    ///
    /// # Errors
    /// If the text is not TOML of this form, or has a change twice, or one with an empty reason or decision; all errors of the second kind at once.
    pub fn from_toml(text: &str) -> Result<Self, AcceptedError> {
        // Some editors write a byte order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let accepted: Self =
            toml::from_str(text).map_err(|error| AcceptedError(vec![error.to_string()]))?;
        let mut errors = Vec::new();
        for (index, change) in accepted.changes.iter().enumerate() {
            let fingerprint = beraad_describe::excerpt(&change.fingerprint);
            let is_fingerprint = change.fingerprint.len() == 12
                && change
                    .fingerprint
                    .bytes()
                    .all(|byte| byte.is_ascii_hexdigit());
            if !is_fingerprint {
                errors.push(format!(
                    "change {}: `{fingerprint}` is not a fingerprint; expected the twelve digits that `beraad diff` shows in brackets",
                    index + 1
                ));
            }
            if change.reason.trim().is_empty() {
                errors.push(format!(
                    "change {} (`{fingerprint}`): the reason is empty",
                    index + 1
                ));
            }
            if let Some(decision) = &change.decision
                && decision.trim().is_empty()
            {
                errors.push(format!(
                    "change {} (`{fingerprint}`): the decision is empty; name the decision that authorises the change, or leave the key out",
                    index + 1
                ));
            }
            let earlier = accepted.changes[..index].iter();
            if earlier
                .clone()
                .any(|other| other.fingerprint == change.fingerprint)
            {
                errors.push(format!(
                    "change {} (`{fingerprint}`): it is there twice",
                    index + 1
                ));
            }
        }
        if errors.is_empty() {
            Ok(accepted)
        } else {
            Err(AcceptedError(errors))
        }
    }
}
