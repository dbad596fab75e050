//! The name of a new crate, from the path of its folder.

use std::path::Path;

use beraad_schema::describe::is_windows_device;

/// Names that Rust or Cargo uses itself, or that a dependency of the new crate has.
const RESERVED: &[&str] = &[
    // Libraries of Rust, and folders of build output.
    "alloc",
    "build",
    "core",
    "deps",
    "examples",
    "incremental",
    "proc-macro",
    "std",
    "test",
    // Dependencies.
    "beraad",
    "beraad-schema",
    "beraad-evolve",
    // Keywords.
    "abstract",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

/// The longest name. Cargo has no limit, but the names of build files contain it.
pub(crate) const MAX_LEN: usize = 64;

/// Returns the name of the crate in this folder: the name of the folder in lower case. The error is the text to print.
pub(crate) fn of_folder(folder: &Path) -> Result<String, String> {
    const INSTEAD: &str =
        "write the path of a folder whose name is a crate name, such as `library-loans`";
    let Some(name) = folder.file_name() else {
        let folder = folder.display();
        return Err(format!(
            "the path `{folder}` does not end in a name: {INSTEAD}"
        ));
    };
    let name = name.to_string_lossy();
    let crate_name = name.to_ascii_lowercase();
    let is_valid = crate_name.starts_with(|char: char| char.is_ascii_lowercase())
        && crate_name
            .chars()
            .all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || "-_".contains(char))
        && crate_name.len() <= MAX_LEN;
    if !is_valid {
        return Err(format!(
            "`{name}` is not a crate name: expected a letter from A to Z or a to z, then at most {} letters from A to Z or a to z, digits, `-` or `_`; {INSTEAD}",
            MAX_LEN - 1
        ));
    }
    if is_windows_device(&crate_name) {
        return Err(format!(
            "`{name}` cannot be a crate name, since Windows accepts no folder of this name: {INSTEAD}"
        ));
    }
    if RESERVED.contains(&&*crate_name.replace('_', "-")) {
        return Err(format!(
            "`{name}` cannot be a crate name, since Rust, Cargo or Beraad uses it: {INSTEAD}"
        ));
    }
    Ok(crate_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_is_that_of_the_folder_in_lower_case() {
        for (folder, name) in [
            ("library-loans", "library-loans"),
            ("work/Loans_2042", "loans_2042"),
            ("./loans/", "loans"),
        ] {
            assert_eq!(of_folder(Path::new(folder)).as_deref(), Ok(name));
        }
    }

    #[test]
    fn invalid_name_is_an_error_that_says_what_to_write() {
        let long = "a".repeat(MAX_LEN + 1);
        for folder in [
            ".",
            "..",
            "/",
            "",
            "2042",
            "my loans",
            "prêts",
            "a\"b",
            "a/self",
            "std",
            "Proc_Macro",
            "beraad",
            "con",
            "work/NUL",
            "com1",
            &long,
        ] {
            let error = of_folder(Path::new(folder)).expect_err(folder);
            assert!(error.contains("such as `library-loans`"), "{error}");
        }
    }
}
