// The Nu HTML checker.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const JAR = createRequire(import.meta.url)
  .resolve("vnu-jar/package.json")
  .replace("package.json", path.join("build", "dist", "vnu.jar"));

/** The checker's messages about files: every error, and the first place of each kind of warning. */
export async function checkHtml(files) {
  const args = ["-Xss4m", "-jar", JAR, "--format", "json", "--also-check-svg", ...files];
  const java = spawn("java", args, { stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  java.stderr.setEncoding("utf8").on("data", (more) => (text += more));
  await new Promise((resolve, reject) => java.on("error", reject).on("close", resolve));
  const { messages } = JSON.parse(text.slice(text.indexOf("{")));
  const isWarning = (message) => message.type === "info";
  const first = new Map();
  for (const warning of messages.filter(isWarning)) first.set(warning.message, first.get(warning.message) ?? described(warning));
  return { errors: messages.filter((message) => !isWarning(message)).map(described), warnings: [...first.values()] };
}

function described(message) {
  const where = `${path.basename(decodeURI(message.url))}:${message.lastLine ?? 0}`;
  return `${where} ${message.message}\n    ${(message.extract ?? "").replace(/\s+/g, " ").trim()}`;
}
