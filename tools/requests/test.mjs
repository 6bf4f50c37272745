// Bundles each test as the page is bundled, and has node's own runner run them: node test.mjs
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { options } from "./build.mjs";

const folder = mkdtempSync(join(tmpdir(), "requests-"));
try {
  const tests = readdirSync(join(options.absWorkingDir, "test")).filter(f => f.endsWith(".test.ts"));
  await build({
    ...options, entryPoints: tests.map(t => `test/${t}`), outdir: folder, outExtension: { ".js": ".mjs" }, platform: "node", format: "esm",
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const files = tests.map(t => join(folder, t.replace(/\.ts$/, ".mjs")));
  const run = spawnSync(process.execPath, ["--test", "--test-reporter=tap", ...files], { stdio: "inherit", cwd: options.absWorkingDir });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
