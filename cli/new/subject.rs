/// The @@subject@@s that rows are about.
///
/// `beraad_schema::Person` and `beraad_schema::Employer` have names in Dutch, English and French: use them if these are your
/// languages.
pub enum @@subject-type@@ {}

impl Subject for @@subject-type@@ {
    const DESCRIPTION: describe::Subject = subject! {
        id: "@@subject@@",
        name: { @@subject-names@@ },
    };
}
