use beraad_schema::{describe::Note, note};

const MANY: Note = note! { nl: "veel", english: "many" };

fn main() {}
