// Starts the real binary and stops it again.

import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));

/** The binary under test. */
export const BINARY = path.resolve(here, process.env.CHANCERY_BIN ?? "../target/debug/chancery");

// A debug build imports the demo's messages in a few seconds; a machine under load needs more.
const READY_MS_MAX = 120_000;
// The longest command of a test imports a few messages.
const RUN_MS_MAX = 120_000;
// A stopping server finishes the requests that it has; none of ours takes longer.
const STOP_MS_MAX = 20_000;

/**
 * Runs a command of the binary to its end.
 * @returns {Promise<{status: number, stdout: string, stderr: string}>}
 */
export async function run(...args) {
  const child = spawn(BINARY, args, { stdio: ["ignore", "pipe", "pipe"], timeout: RUN_MS_MAX });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].setEncoding("utf8").on("data", (text) => (output[name] += text));
  }
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return { status, ...output };
}

/** A folder of its own that `remove` deletes. */
export async function temporaryFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-e2e-"));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * The demo. Its temporary files go to a folder of their own, so that `stop` can tell what it left behind.
 * @param {{clock?: string}} options the instant at which the server's clock starts
 */
export async function startDemo({ clock } = {}) {
  const folder = await temporaryFolder();
  const args = ["demo", "--listen", "127.0.0.1:0", ...(clock ? ["--clock", clock] : [])];
  const server = await start(args, { TMPDIR: folder.path }).catch(async (error) => {
    await folder.remove();
    throw error;
  });
  await indexed(server.base);
  const stop = async () => {
    const status = await server.stop();
    const left = await readdir(folder.path);
    await folder.remove();
    return { status, left };
  };
  return { base: server.base, stop };
}

/** Asks until the search index has everything: it is built beside the first answers. */
async function indexed(base) {
  const end = Date.now() + STOP_MS_MAX;
  while (Date.now() < end) {
    const { state } = await (await fetch(`${base}/api/v1/search?q=`)).json();
    if (state?.ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the search index is not ready");
}

/**
 * A site's server; `stop` answers the exit status, `kill` ends it as a power cut would.
 * @param {number} port 0 takes any free one
 */
export function startSite(folder, clock, port = 0) {
  return start(["serve", "--site", folder, "--listen", `127.0.0.1:${port}`, "--clock", clock]);
}

/** A port that nobody listens on, for a server that must come back at the same address. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function start(args, env = {}) {
  const child = spawn(BINARY, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const said = [];
  child.stderr.setEncoding("utf8").on("data", (text) => said.push(text));
  const ended = new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal)));
  const base = await new Promise((resolve, reject) => {
    const giveUp = (why) => {
      child.kill("SIGKILL");
      reject(new Error(`chancery ${args.join(" ")}: ${why}\n${said.join("")}`));
    };
    const timer = setTimeout(() => giveUp("printed no address in time"), READY_MS_MAX);
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (more) => {
      said.push(more);
      text += more;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(text);
      if (address) {
        clearTimeout(timer);
        resolve(address[0].slice(0, -1));
      }
    });
    child.on("error", (error) => giveUp(error.message));
    ended.then((status) => {
      clearTimeout(timer);
      giveUp(`ended with ${status} before it was ready`);
    });
  });
  const stop = async () => {
    child.kill("SIGINT");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX);
    const status = await ended;
    clearTimeout(timer);
    return status;
  };
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { base, stop, kill };
}
