//! The measurements, one module for each; every one gives the rows of the table that it can fill.

mod autosave;
pub mod desk;
pub mod fresh;
pub mod import;
pub mod load;
mod nginx;
pub mod start;
pub mod weight;
mod wrk;
