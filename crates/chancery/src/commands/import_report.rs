//! The report of an import as JSON, written item by item so that its size does not matter.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use exchange::{Item, Report, Totals};
use serde::Serialize;

/// A report being written. It has a name of its own until it is whole, so that nobody takes half a report for a whole one.
#[derive(Debug)]
pub struct ReportFile {
    path: PathBuf,
    partial: PathBuf,
    to: BufWriter<File>,
    files: usize,
    items: usize,
}

impl ReportFile {
    /// Begins a report.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn begun(path: &Path) -> anyhow::Result<Self> {
        let mut partial = path.as_os_str().to_owned();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        let file = File::create(&partial).with_context(|| {
            format!("the report {} cannot be written; check its folder. Nothing was imported", path.display())
        })?;
        let mut report = Self { path: path.to_owned(), partial, to: BufWriter::new(file), files: 0, items: 0 };
        report.to.write_all(b"{\"files\":[")?;
        Ok(report)
    }

    /// Begins a file's part.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn file_begun(&mut self, name: &str) -> io::Result<()> {
        self.to.write_all(if self.files > 0 { b",\n{\"name\":" } else { b"\n{\"name\":" })?;
        self.files += 1;
        self.items = 0;
        serde_json::to_writer(&mut self.to, name)?;
        self.to.write_all(b",\"items\":[")
    }

    /// Adds an item.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn item(&mut self, item: &Item) -> io::Result<()> {
        self.to.write_all(if self.items > 0 { b",\n" } else { b"\n" })?;
        self.items += 1;
        Ok(serde_json::to_writer(&mut self.to, item)?)
    }

    /// Ends a file's part with its totals.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn file_ended(&mut self, report: &Report) -> io::Result<()> {
        self.to.write_all(b"],\"totals\":")?;
        serde_json::to_writer(&mut self.to, &report.totals)?;
        for (key, value) in [("unknown_fields", &report.unknown_fields), ("unknown_kinds", &report.unknown_kinds)] {
            write!(self.to, ",\"{key}\":")?;
            serde_json::to_writer(&mut self.to, value)?;
        }
        self.to.write_all(b",\"stopped\":")?;
        serde_json::to_writer(&mut self.to, &report.stopped)?;
        self.to.write_all(b"}")
    }

    /// Ends the report and gives it its name.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn ended(mut self, totals: &Totals) -> io::Result<()> {
        self.to.write_all(b"],\"totals\":")?;
        serde_json::to_writer(&mut self.to, totals)?;
        self.to.write_all(b"}\n")?;
        self.to.flush()?;
        self.to.get_ref().sync_all()?;
        fs::rename(&self.partial, &self.path)
    }

    /// Writes a report that is in memory.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_whole(path: &Path, report: &impl Serialize) -> anyhow::Result<()> {
        let text = serde_json::to_vec_pretty(report).context("the report cannot be put into JSON")?;
        fs::write(path, text)
            .with_context(|| format!("the report {} cannot be written; the import itself is done", path.display()))
    }
}
