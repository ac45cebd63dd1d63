/**
 * Several notes at once: all or none.
 *
 * @module
 */
import { type BulkStage, bulkTrials } from "../../../kit/bulk_trials.ts";
import type { Page } from "../../../kit/entity_request.ts";
import { expectValue } from "../../../kit/expect_outcome.ts";
import type { Note } from "../../../models/note.ts";
import { makeNote, noteBody } from "../../samples.ts";
import { startTestSystem } from "../../test_system.ts";

const SUBJECT = {
  path: "/notes",
  operations: ["create"],
  most: 100,
  changed: { text: "Changed" },
  closed: [],
} as const;

async function startStage(): Promise<BulkStage> {
  const test = await startTestSystem();
  const { system } = test;
  return {
    client: test.client,
    nobody: test.as(),
    body: () => Promise.resolve(noteBody()),
    make: () => makeNote(system),
    all: async () => {
      const query = {
        limit: 200,
        sort: [{ field: "id", descending: false }],
        filters: [],
      };
      const reply = await system.noteController.handleProcessRequest({
        operation: "list",
        query,
      });
      return (expectValue(reply) as Page<Note>).items;
    },
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

for (const { title, run } of bulkTrials(SUBJECT)) {
  Deno.test(title, () => run(startStage));
}
