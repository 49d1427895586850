// Starts the system's browser.

import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

const NAMES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser; it talks to nobody but the pages that a test opens. */
export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? NAMES.find((name) => existsSync(name));
  const args = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  // The browser's sandbox refuses to run as root, which is who runs in a container.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath, args });
}

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 780 };
/** A desktop's 1280 pixels at 400 % zoom. */
export const ZOOMED = { width: 320, height: 256 };
