// Builds the desk's editor into one file, and checks that the committed file is what the sources give.
//
// `node build.mjs` writes crates/desk/assets/editor.js; `node build.mjs --check` builds in memory and compares.
// The same lock file gives the same bytes: nothing of the machine, the folder or the day enters the output.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const output = fileURLToPath(new URL("../crates/desk/assets/editor.js", import.meta.url));

// The banner says where the readable sources are and under which licences the bundled packages come.
const banner =
  "/* Built from editor/ with `npm ci && npm run build`; do not edit. Bundled packages: see editor/LICENSES.md (MIT). */";

const result = await build({
  absWorkingDir: here,
  entryPoints: ["src/main.mjs"],
  bundle: true,
  write: false,
  format: "iife",
  // What the desk's browsers have had since 2022: <dialog>, private fields, optional chaining.
  target: ["es2022"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  sourcemap: false,
  banner: { js: banner },
  logLevel: "warning",
});
const built = Buffer.from(result.outputFiles[0].contents);

if (process.argv.includes("--check")) {
  const committed = await readFile(output).catch(() => Buffer.alloc(0));
  if (!committed.equals(built)) {
    console.error("crates/desk/assets/editor.js is not what editor/ gives: run `npm ci && npm run build` in editor/.");
    process.exit(1);
  }
  console.log(`crates/desk/assets/editor.js is what editor/ gives (${built.length} bytes).`);
} else {
  await writeFile(output, built);
  console.log(`crates/desk/assets/editor.js: ${built.length} bytes.`);
}
