//! A number as plural rules look at it (UTS 35, part 3, plural operands).

/// The operands of a number. Signs do not matter to plural rules.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PluralOperands {
    /// The absolute value.
    pub n: f64,
    /// Its whole part.
    pub i: u64,
    /// How many decimals are written, zeros at the end included.
    pub v: usize,
    /// How many decimals are written, zeros at the end left out.
    pub w: usize,
    /// The decimals as a number, zeros at the end included.
    pub f: u64,
    /// The decimals as a number, zeros at the end left out.
    pub t: u64,
}

impl PluralOperands {
    /// The number as it was written, without its sign.
    pub(crate) fn written(&self) -> String {
        match self.v {
            0 => self.i.to_string(),
            width => format!("{}.{:0width$}", self.i, self.f),
        }
    }
}

impl TryFrom<f64> for PluralOperands {
    type Error = &'static str;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        number.to_string().as_str().try_into()
    }
}

impl<'a> TryFrom<&'a str> for PluralOperands {
    type Error = &'static str;

    fn try_from(written: &'a str) -> Result<Self, Self::Error> {
        let written = written.trim_start_matches('-');
        let n: f64 = written.parse().map_err(|_| "not a number")?;
        let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
        let shortened = decimals.trim_end_matches('0');
        let figure = |digits: &str| match digits {
            "" => Ok(0),
            _ => digits.parse().map_err(|_| "not a number"),
        };
        Ok(Self {
            n,
            i: figure(whole)?,
            v: decimals.len(),
            w: shortened.len(),
            f: figure(decimals)?,
            t: figure(shortened)?,
        })
    }
}
