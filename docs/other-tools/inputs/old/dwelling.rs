/// Right by which the household lives there.
pub enum Tenure {
    /// owner.
    Code1 = 1,
    /// tenant.
    Code2 = 2,
    /// free of charge.
    Code3 = 3,
    /// other.
    Code9 = 9,
}

/// Class of the monthly rent.
pub enum RentClass {
    /// below 500 EUR.
    Code1 = 1,
    /// from 500 to below 1000 EUR.
    Code2 = 2,
    /// at least 1000 EUR.
    Code3 = 3,
}

/// One dwelling in one year.
pub struct Dwelling {
    pub dwelling: u32,
    /// Year at the end of which the dwelling was seen.
    pub year: i32,
    /// Right by which the household lives there.
    pub tenure: Option<Tenure>,
    /// Class of the monthly rent.
    pub rent_class: Option<RentClass>,
    /// Monthly rent. Unit: EUR.
    pub rent: Option<f64>,
    /// Rented out by a social landlord. In the source: 0 = no, 1 = yes.
    pub social: Option<bool>,
    /// Number of rooms.
    pub rooms: Option<i32>,
}
