//! The measurements, one module for each; every one gives the rows of the table that it can fill.

pub mod fresh;
pub mod import;
pub mod load;
mod nginx;
pub mod start;
pub mod weight;
mod wrk;
