//! A message that constant functions put together, so that one compile error holds everything that is wrong.

/// The length in bytes that a message can have.
const MAX_MESSAGE_LEN: usize = 8192;

/// A message of several lines. What does not fit is left out.
pub(super) struct Message {
    text: [u8; MAX_MESSAGE_LEN],
    length: usize,
}

impl Message {
    /// An empty message.
    pub(super) const fn new() -> Self {
        Self {
            text: [0; MAX_MESSAGE_LEN],
            length: 0,
        }
    }

    /// Adds a line, in parts.
    pub(super) const fn line(&mut self, parts: &[&str]) {
        if self.length > 0 {
            self.push("\n");
        }
        let mut p = 0;
        while p < parts.len() {
            self.push(parts[p]);
            p += 1;
        }
    }

    const fn push(&mut self, part: &str) {
        let bytes = part.as_bytes();
        // A part that does not fit is left out as a whole, so that the text stays valid UTF-8.
        if self.length + bytes.len() > MAX_MESSAGE_LEN {
            return;
        }
        let mut at = 0;
        while at < bytes.len() {
            self.text[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
    }

    /// Fails to compile with the message, unless it is empty.
    #[track_caller]
    pub(super) const fn fail(&self) {
        if self.length == 0 {
            return;
        }
        match std::str::from_utf8(self.text.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("the model does not carry out the decision"),
        }
    }
}
