//! Names that a file cannot have on every system.

/// Returns true for the name of a file or folder that Windows gives to a device, such as `con`, `NUL` or `com1.csv`.
///
/// Windows ignores the case of the name, everything after its first dot, and spaces before that dot.
///
/// ```
/// use beraad_describe::is_windows_device;
///
/// assert!(is_windows_device("con"));
/// assert!(is_windows_device("Com1.csv"));
/// assert!(!is_windows_device("com10"));
/// assert!(!is_windows_device("console"));
/// ```
#[must_use]
pub fn is_windows_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end_matches(' ').to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    ["aux", "con", "nul", "prn"].contains(&&*stem)
        || numbered.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
}
