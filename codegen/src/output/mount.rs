//! Finds out if a folder is a mount point, such as a volume of a container: it cannot be renamed.

use std::path::Path;

#[cfg(unix)]
pub(super) fn is_mount_point(folder: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| path.symlink_metadata().map(|metadata| metadata.dev()).ok();
    match (device(folder), device(parent)) {
        (Some(inner), Some(outer)) => inner != outer || is_listed(folder),
        // It does not exist.
        _ => false,
    }
}

#[cfg(not(unix))]
pub(super) fn is_mount_point(_: &Path, _: &Path) -> bool {
    false
}

/// Returns true if the system lists the folder among its mount points: a folder of the same device may be mounted too.
#[cfg(unix)]
fn is_listed(folder: &Path) -> bool {
    let Ok(path) = folder.canonicalize() else {
        return false;
    };
    // Only Linux has this file. The fifth field of each line is a path, in which a space is written as `\040`.
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mountinfo") else {
        return false;
    };
    let path = path.to_string_lossy().replace('\\', "\\134");
    let path = path
        .replace(' ', "\\040")
        .replace('\t', "\\011")
        .replace('\n', "\\012");
    mounts
        .lines()
        .any(|line| line.split(' ').nth(4) == Some(&*path))
}
