//! Files that operating systems and editors leave in a folder.

/// Returns the kind of a file that a system or an editor left behind; `None` for any other file.
pub(super) fn litter(name: &str) -> Option<&'static str> {
    const OF_WINDOWS: [&str; 4] = ["thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin"];
    const OF_MAC: [&str; 2] = ["__macosx", "icon\r"];
    let lower = name.to_ascii_lowercase();
    if OF_WINDOWS.contains(&&*lower) || OF_MAC.contains(&&*lower) {
        return Some("a file of the operating system");
    }
    // Before the hidden files below: this one says that somebody has the list open.
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Some("the lock file of a program that has the list open");
    }
    let extension = lower
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension);
    let is_copy = name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
    if is_copy || extension == "swp" || (lower.starts_with('~') && extension == "tmp") {
        return Some("the copy of an editor");
    }
    name.starts_with('.').then_some("a hidden file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_systems_and_editors_are_recognised() {
        for name in [
            ".DS_Store",
            "Thumbs.db",
            "DESKTOP.INI",
            "~$sex.xlsx",
            ".~lock.sex.csv#",
            "sex.csv~",
            "._sex.csv",
            ".sex.csv.swp",
            "#sex.csv#",
            "__MACOSX",
        ] {
            assert!(litter(name).is_some(), "{name}");
        }
    }

    #[test]
    fn list_is_not_litter() {
        for name in [
            "sex.csv",
            "SEX.CSV",
            "thumbs.csv",
            "read me.txt",
            "sex.csv.bak",
            "",
        ] {
            assert_eq!(litter(name), None, "{name}");
        }
    }
}
