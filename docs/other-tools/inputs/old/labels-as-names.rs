/// Right by which the household lives there.
pub enum Tenure {
    /// owner.
    Owner = 1,
    /// tenant.
    Tenant = 2,
    /// free of charge.
    FreeOfCharge = 3,
    /// other.
    Other = 9,
}

/// Class of the monthly rent.
pub enum RentClass {
    /// below 500 EUR.
    Below500Eur = 1,
    /// from 500 to below 1000 EUR.
    From500ToBelow1000Eur = 2,
    /// at least 1000 EUR.
    AtLeast1000Eur = 3,
}
