use beraad_schema::{describe::Note, note};

const MANY: Note = note! { nl: "veel", en: "many", nl: "meer" };

fn main() {}
