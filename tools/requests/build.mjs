// Builds the request writer: node build.mjs TARGET.html STYLE.css
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";

const here = dirname(fileURLToPath(import.meta.url));
export const options = {
  absWorkingDir: here, bundle: true, charset: "utf8", loader: { ".txt": "text" }, logLevel: "warning", legalComments: "none",
};

async function page(target, style) {
  const { outputFiles } = await build({
    ...options, entryPoints: ["src/main.ts"], write: false, minify: true, format: "iife", platform: "browser", target: "es2022",
    alias: { buffer: join(here, "src/absent.ts") },
  });
  const script = outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const css = readFileSync(style, "utf8") + readFileSync(join(here, "src/screens/page.css"), "utf8");
  const hash = text => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  // No form is sent, nothing is loaded, and the page may ask its own site only.
  const policy = [
    "default-src 'none'", `script-src ${hash(script)}`, `style-src ${hash(css)}`, "connect-src 'self'", "img-src 'none'", "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  writeFileSync(target, readFileSync(join(here, "src/page.html"), "utf8")
    .replace("{policy}", () => policy).replace("{style}", () => css).replace("{script}", () => script));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await page(process.argv[2], process.argv[3]);
