/**
 * Trials of the values that a field has, where what has the field belongs to tenants.
 *
 * @module
 */
import assert from "node:assert/strict";
import { makeElsewhere } from "./elsewhere.ts";
import type { Trial } from "./resource_subject.ts";
import type { ValuesSubject } from "./value_trials.ts";

/** What must hold of such a route beside what always does. */
export function tenantValueTrials(subject: ValuesSubject): readonly Trial[] {
  const { path, plural, field, entity, shape, examples, role } = subject;
  return [{
    title: `GET ${path} has nothing of another tenant's`,
    run: async (start) => {
      await using system = await start();
      for (const value of examples) {
        const made = await makeElsewhere(system, entity, { [field]: value });
        assert.ok(made, "found nothing that belongs to a tenant");
      }
      const client = system.as((await system.actor?.(role))?.id);
      const { status, body } = await client.get(path);
      const name = shape.envelope ? plural : "items";
      assert.deepEqual([status, body], [200, { [name]: [] }]);
    },
  }];
}
