//! nginx at its best for one small page: precompressed, from an open file, no log, as many workers as processors.

use std::fmt::Write as _;
use std::fs;
use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

use crate::program::{Server, free_port};
use crate::reader::Response;

/// Header fields that nginx sets by itself or that belong to one answer only.
const OWN_FIELDS: [&str; 8] =
    ["content-length", "content-encoding", "content-type", "date", "etag", "vary", "connection", "last-modified"];

/// Starts nginx in a folder of its own, with a page in gzip and plain at a path and the header fields it came with.
///
/// # Errors
/// When the disk fails or nginx does not start.
pub fn start(nginx: &Path, folder: &Path, path: &str, packed: &Response, plain: &str) -> anyhow::Result<Server> {
    let root = folder.join("root");
    let page = root.join(path.trim_start_matches('/'));
    let parent = page.parent().context("a page is in a folder")?;
    fs::create_dir_all(parent)?;
    fs::create_dir_all(folder.join("tmp"))?;
    fs::write(&page, plain)?;
    let mut gzip = page.clone().into_os_string();
    gzip.push(".gz");
    fs::write(gzip, &packed.body)?;
    let address = free_port()?;
    let configuration = folder.join("nginx.conf");
    fs::write(&configuration, configured(address, packed, is_administrator()))?;
    let mut command = Command::new(nginx);
    // Without -e it would first try the system's own log.
    command.arg("-p").arg(folder).arg("-c").arg(&configuration).args(["-e", "stderr"]);
    Server::start(&mut command, address, path)
}

/// Whether this process belongs to the administrator, whose workers nginx would give to a user without access here.
fn is_administrator() -> bool {
    fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0)
}

fn configured(address: SocketAddr, packed: &Response, is_administrator: bool) -> String {
    let mut fields = String::new();
    for (name, value) in &packed.headers {
        if !OWN_FIELDS.contains(&name.as_str()) && !value.contains('$') {
            let value = value.replace('\\', "\\\\").replace('"', "\\\"");
            let _ = writeln!(fields, "            add_header {name} \"{value}\";");
        }
    }
    let user = if is_administrator { "user root;\n" } else { "" };
    format!(
        "{user}daemon off;
worker_processes auto;
worker_rlimit_nofile 8192;
pid nginx.pid;
error_log stderr error;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    tcp_nodelay on;
    server_tokens off;
    keepalive_timeout 600s;
    keepalive_requests 1000000000;
    open_file_cache max=1000 inactive=600s;
    open_file_cache_valid 600s;
    open_file_cache_min_uses 1;
    gzip_vary on;
    client_body_temp_path tmp/body;
    proxy_temp_path tmp/proxy;
    fastcgi_temp_path tmp/fastcgi;
    uwsgi_temp_path tmp/uwsgi;
    scgi_temp_path tmp/scgi;
    types {{ }}
    default_type \"text/html; charset=utf-8\";
    server {{
        listen {address} backlog=1024;
        root root;
        location / {{
            gzip_static on;
{fields}        }}
    }}
}}
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nginx_sends_the_same_fields_and_its_own_validator() {
        let headers =
            [("etag", "\"x\""), ("content-security-policy", "default-src 'none'"), ("server-timing", "now;desc=\"1\"")];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let packed = Response { status: 200, headers, body: vec![] };
        let text = configured("127.0.0.1:8081".parse().unwrap(), &packed, false);
        assert!(text.contains("add_header content-security-policy \"default-src 'none'\";"));
        assert!(text.contains("add_header server-timing \"now;desc=\\\"1\\\"\";"));
        assert!(!text.contains("add_header etag"));
        assert!(!text.contains("user root"));
    }
}
