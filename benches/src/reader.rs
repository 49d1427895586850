//! A reader: a client that speaks as much HTTP/1.1 (RFC 9112) as the measurements need, without a library whose own
//! cost would be measured too.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context as _, bail};

/// How long an answer may take before the measurement gives up.
const PATIENCE: Duration = Duration::from_secs(20);
/// Largest answer that is read: a page has a few dozen kilobytes.
const BODY_BYTES_MAX: usize = 64 << 20;

/// A connection that is kept open.
#[derive(Debug)]
pub struct Reader {
    stream: BufReader<TcpStream>,
    host: String,
}

/// An answer.
#[derive(Debug)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// Header fields in their order, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as it came, encoded or not.
    pub body: Vec<u8>,
}

impl Response {
    /// The value of a header field.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The body as text, unpacked where it came in gzip.
    ///
    /// # Errors
    /// When it is not what its header says.
    pub fn text(&self) -> anyhow::Result<String> {
        let mut plain = Vec::new();
        match self.header("content-encoding") {
            Some("gzip") => flate2::read::GzDecoder::new(&self.body[..]).read_to_end(&mut plain).map(drop)?,
            Some(other) => bail!("the answer came in {other}, which was not asked for"),
            None => plain.clone_from(&self.body),
        }
        Ok(String::from_utf8(plain)?)
    }
}

impl Reader {
    /// Connects.
    ///
    /// # Errors
    /// When nobody listens there.
    pub fn connect(address: SocketAddr) -> anyhow::Result<Self> {
        let stream =
            TcpStream::connect_timeout(&address, PATIENCE).with_context(|| format!("nobody listens at {address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream: BufReader::new(stream), host: address.to_string() })
    }

    /// Asks for an address, with `Accept-Encoding: gzip` if wanted.
    ///
    /// # Errors
    /// When the connection breaks or the answer is not HTTP.
    pub fn get(&mut self, path: &str, gzip: bool) -> anyhow::Result<Response> {
        let accept = if gzip { "accept-encoding: gzip\r\n" } else { "" };
        let request = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n{accept}\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.answer()
    }

    /// Sends JSON as a script on one of the server's own pages does, with a cookie, and gives whatever is answered.
    ///
    /// # Errors
    /// As [`Reader::get`].
    pub fn post(&mut self, path: &str, cookie: &str, json: &[u8]) -> anyhow::Result<Response> {
        let host = &self.host;
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\nsec-fetch-site: same-origin\r\n\
             sec-fetch-dest: empty\r\naccept: application/json\r\ncookie: {cookie}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            json.len()
        )
        .into_bytes();
        request.extend_from_slice(json);
        self.stream.get_mut().write_all(&request)?;
        self.answer()
    }

    /// Asks in gzip and demands a page.
    ///
    /// # Errors
    /// When the status is not 200, or as [`Reader::get`].
    pub fn page(&mut self, path: &str) -> anyhow::Result<Response> {
        let response = self.get(path, true)?;
        if response.status != 200 {
            bail!("{path} answers {}", response.status);
        }
        Ok(response)
    }

    fn answer(&mut self) -> anyhow::Result<Response> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.with_context(|| format!("this is no status line: {first}"))?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').with_context(|| format!("this is no header line: {line}"))?;
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut response = Response { status, headers, body: vec![] };
        if response.header("transfer-encoding").is_some() {
            bail!("the answer comes in pieces, which this reader does not put together");
        }
        let bytes: usize = response.header("content-length").unwrap_or("0").parse()?;
        if bytes > BODY_BYTES_MAX {
            bail!("the answer has {bytes} bytes");
        }
        response.body.resize(bytes, 0);
        self.stream.read_exact(&mut response.body)?;
        Ok(response)
    }

    fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            bail!("the server closed the connection");
        }
        Ok(line.trim_end().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    #[test]
    fn two_answers_on_one_connection_are_read_apart() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 1_024];
            for answer in [
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst",
                "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n",
            ] {
                assert!(stream.read(&mut asked).unwrap() > 0);
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        let mut reader = Reader::connect(address).unwrap();
        assert_eq!(reader.page("/a").unwrap().text().unwrap(), "first");
        assert!(reader.page("/b").unwrap_err().to_string().contains("404"));
        server.join().unwrap();
    }
}
