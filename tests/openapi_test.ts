/**
 * The OpenAPI documents of the golden systems, as others read them: a public linter, and a validator for the examples.
 *
 * That the answers of a running system are what its document says is checked by `validation/` and by tests/systems.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fileURLToPath } from "node:url";
import { goldenCases } from "./golden.ts";

const LINTER = "@redocly/cli@2.14.1";

/** What the linter may say: which licence the API has is for its owner to decide. */
const ALLOWED = new Set(["info-license"]);

const unreachable = await whyNoLinter();
Deno.test({
  name: `the documents of all golden systems pass ${LINTER}${
    unreachable === undefined ? "" : `, skipped: ${unreachable}`
  }`,
  ignore: unreachable !== undefined,
  async fn() {
    const { documents } = await goldenDocuments();
    const { code, output } = await npx([
      "lint",
      "--format=checkstyle",
      "--extends=recommended",
      ...documents,
    ]);
    const found = [...output.matchAll(
      /<error [^>]*severity="([^"]*)" message="([^"]*)" source="([^"]*)"/g,
    )].filter(([, , , rule = ""]) => !ALLOWED.has(rule));
    assertEquals(found.map(([line]) => line), []);
    assertEquals(code, 0, output);
    const files = output.match(/<file /g)?.length ?? 0;
    assertEquals(files, documents.length, "not every document was read");
  },
});

for (const { name, folder } of await goldenCases()) {
  Deno.test(`every body and answer in the document of "${name}" has an example that its schema accepts`, async () => {
    const url = new URL("expected/docs/openapi.json", folder);
    const document: unknown = JSON.parse(await Deno.readTextFile(url));
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    for (const [format, fits] of Object.entries(FORMATS)) {
      ajv.addFormat(format, fits);
    }
    ajv.addSchema(Object(document), "document");
    const wrong = mediaTypes(document, "").flatMap(({ pointer, media }) => {
      if (!("example" in media)) return [`${pointer}: no example`];
      const validate = ajv.compile({ $ref: `document#${pointer}/schema` });
      return validate(media.example) ? [] : [
        `${pointer}: ${ajv.errorsText(validate.errors)}`,
      ];
    });
    assertEquals(wrong, []);
  });
}

interface Media {
  readonly pointer: string;
  readonly media: Readonly<Record<string, unknown>>;
}

/** Finds every media type: what stands in a `content`. */
function mediaTypes(value: unknown, pointer: string): Media[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const place = `${pointer}/${escaped(key)}`;
    if (key !== "content" || pointer.includes("/schemas/")) {
      return mediaTypes(member, place);
    }
    return Object.entries(Object(member)).map(([type, media]) => ({
      pointer: `${place}/${escaped(type)}`,
      media: Object(media),
    }));
  });
}

/** A key in a JSON pointer that is the fragment of a URI. */
function escaped(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}

async function goldenDocuments(): Promise<{ documents: readonly string[] }> {
  const documents = (await goldenCases()).map(({ folder }) =>
    fileURLToPath(new URL("expected/docs/openapi.json", folder))
  );
  return { documents };
}

/** Why the linter cannot run here: no npm, or no way to its registry. */
async function whyNoLinter(): Promise<string | undefined> {
  try {
    const { code } = await npx(["--version"]);
    return code === 0 ? undefined : `npm cannot get ${LINTER}`;
  } catch {
    return "npm is not installed";
  }
}

async function npx(
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> {
  const { code, stdout, stderr } = await new Deno.Command("npx", {
    args: ["-y", LINTER, ...args],
    env: {
      NO_COLOR: "1",
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, output: text(stdout) + (code === 0 ? "" : text(stderr)) };
}

const FORMATS: Readonly<Record<string, RegExp | true>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  "time-local": /^\d{2}:\d{2}(:\d{2})?$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^https?:\/\/\S+$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  password: true,
};
