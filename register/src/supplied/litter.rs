//! Files that operating systems and editors leave in a folder.

use super::message::Litter;

/// Returns the kind of a file that a system or an editor left behind; `None` for any other file.
///
/// A list that is hidden or not yet on this computer is not litter: somebody put it there and expects it to be read.
pub(super) fn litter(name: &str) -> Option<Litter> {
    const OF_SYSTEMS: [&str; 15] = [
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "$recycle.bin",
        "recycler",
        "system volume information",
        "__macosx",
        "icon\r",
        "network trash folder",
        "temporary items",
        "lost+found",
        "@eadir",
        "@recycle",
        "#recycle",
        "#snapshot",
    ];
    let lower = name.to_ascii_lowercase();
    // A mark of Windows beside a file from another computer, as other systems store it.
    let is_zone = lower == "zone.identifier"
        || lower.ends_with(":zone.identifier")
        || lower.ends_with(".csv:encryptable");
    if OF_SYSTEMS.contains(&&*lower) || is_zone {
        return Some(Litter::System);
    }
    // Before the hidden files below: this one says that somebody has the list open.
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Some(Litter::Lock);
    }
    let extension = lower
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension);
    let is_copy = name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
    if is_copy || extension == "swp" || (lower.starts_with('~') && extension == "tmp") {
        return Some(Litter::Copy);
    }
    // `._sex.csv` is what a Mac stores about `sex.csv` on other disks.
    let is_list = lower.contains(".csv") && !name.starts_with("._");
    (name.starts_with('.') && !is_list).then_some(Litter::Hidden)
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
            "@eaDir",
            "Network Trash Folder",
            "sex.csv:Zone.Identifier",
            "Zone.Identifier",
            ".directory",
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
            "sex.csv.txt",
            "sex.csv.gz",
            "sex.xlsx",
            "sex (1).csv",
            ".sex.csv",
            ".sex.csv.icloud",
            "eaDir",
            "",
        ] {
            assert_eq!(litter(name), None, "{name}");
        }
    }
}
