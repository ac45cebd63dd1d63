import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { askScripted, SCRIPTED_KEY } from "../testdata/scripted_question.ts";
import type { ScriptStep } from "../testdata/script.ts";

const HALF = SCRIPTED_KEY.slice(0, 11);
const REST = SCRIPTED_KEY.slice(11);

const ECHOES: Readonly<Record<string, ScriptStep>> = {
  "in an error": { status: 401, message: `no such key: ${SCRIPTED_KEY}` },
  "in an error that is cut": {
    status: 400,
    message: `${"x".repeat(284)} ${SCRIPTED_KEY}`,
  },
  "in an error of another shape": {
    status: 400,
    body: `<p>Bearer ${SCRIPTED_KEY}</p>`,
  },
  "in base64": { status: 403, message: `got ${btoa(SCRIPTED_KEY)}` },
  "in a status that is retried": { status: 529, message: SCRIPTED_KEY },
  "in an error amid the answer": {
    text: "Quite",
    then: { error: "overloaded_error", message: SCRIPTED_KEY },
  },
  "in what is no JSON": { raw: `data: {${SCRIPTED_KEY}\n\n` },
  "in the type of its content": {
    raw: "",
    contentType: `text/html; ${SCRIPTED_KEY}`,
  },
  "in its answer": `Your key is ${SCRIPTED_KEY}.`,
  "in two pieces of its answer": { text: ["Your key: ", HALF, REST, "."] },
  "letter by letter": { text: [..."Your key: ", ...SCRIPTED_KEY, "."] },
};

for (const provider of ["anthropic", "openai-compatible"] as const) {
  for (const [where, step] of Object.entries(ECHOES)) {
    Deno.test(`openModel() never shows the key to a server that repeats it ${where}: ${provider}`, async () => {
      const exchange = await askScripted(provider, () => step, {
        flags: { retries: 1 },
      });
      const { reply, failure, pieces, retries } = exchange;
      assert(reply || failure);
      const shown = [
        JSON.stringify(reply),
        pieces.join(""),
        JSON.stringify(retries),
        String(failure),
        Deno.inspect(failure, { depth: 20, showHidden: true }),
      ].join("\n");
      // Half a key is a help to whoever wants the whole.
      for (const part of [SCRIPTED_KEY, HALF, REST, btoa(SCRIPTED_KEY)]) {
        assertEquals(shown.includes(part), false, shown);
      }
    });
  }

  Deno.test(`openModel() keeps what merely begins like the key: ${provider}`, async () => {
    const { reply, pieces } = await askScripted(provider, [
      { text: ["A key begins with ", HALF] },
    ]);
    assertEquals(reply?.text, `A key begins with ${HALF}`);
    assertEquals(pieces.join(""), `A key begins with ${HALF}`);
  });

  Deno.test(`openModel() says where a key stood: ${provider}`, async () => {
    const { reply } = await askScripted(provider, [ECHOES["in its answer"]!]);
    assertStringIncludes(reply?.text ?? "", "Your key is [key].");
  });
}
