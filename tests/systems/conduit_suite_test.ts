import { assertEquals } from "@std/assert";
import { runCollection, SUITE } from "./conduit_suite.ts";

/** Where the suite came from, in a checkout that has it beside the repository. */
const ORIGIN = new URL("../../../shared/suites/conduit/", import.meta.url);

const hasOrigin = await Deno.stat(ORIGIN).then(() => true, () => false);

Deno.test({
  name: "the suite is the public one, byte for byte",
  ignore: !hasOrigin,
  async fn() {
    for (const file of ["Conduit.postman_collection.json", "openapi.yml"]) {
      assertEquals(
        await Deno.readTextFile(new URL(file, SUITE)) ===
          await Deno.readTextFile(new URL(file, ORIGIN)),
        true,
        `${file} is not the public suite's`,
      );
    }
  },
});

Deno.test("the suite's files are those of its commit", async () => {
  const sums = await Promise.all(
    ["Conduit.postman_collection.json", "openapi.yml"].map(async (file) => {
      const bytes = await Deno.readFile(new URL(file, SUITE));
      const hash = await crypto.subtle.digest("SHA-256", bytes);
      return [file, encodeHex(new Uint8Array(hash))];
    }),
  );
  assertEquals(Object.fromEntries(sums), SUMS);
});

Deno.test("runCollection() fails against a system that answers nothing right", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => Response.json({}),
  );
  const run = await runCollection(
    `http://127.0.0.1:${server.addr.port}/api`,
  );
  assertEquals(run.requests, 32);
  assertEquals(run.failures.length > 50, true, `${run.failures.length} failed`);
});

function encodeHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Of gothinkster/realworld, commit 747190e of 2026-02-05. */
const SUMS = {
  "Conduit.postman_collection.json":
    "d6e9a7e5ea83e60afff7e1ed171995e268d9be1486d2616475c995f0cdfea8b1",
  "openapi.yml":
    "a1ae1c4dc4105c88899ea4a16ad9c4cbf5cfefeea145972d9c604b7dfa5fc7b6",
};
