/**
 * Trials of the values that a field has.
 *
 * @module
 */
import assert from "node:assert/strict";
import { valueOf } from "./entity_spec.ts";
import { makerOf, readAll } from "./resource_stage.ts";
import type { Trial, TrialApi } from "./resource_subject.ts";
import type { ValuesOptions } from "./value_routes.ts";

/** The route of the values of a field, as it is declared. */
export interface ValuesSubject
  extends TrialApi, Pick<ValuesOptions, "path" | "plural" | "field"> {
  /** The entity that has the field. */
  readonly entity: string;
  /** Lists of values to try, as the field can have them. */
  readonly examples: readonly unknown[];
  /** The role that it takes. @default that of whom samples belong to */
  readonly role?: string;
}

/** What must hold of such a route. */
export function valueTrials(subject: ValuesSubject): readonly Trial[] {
  const { path, plural, field, entity, shape, examples, role } = subject;
  return [{
    title: `GET ${path} has each value once, and none that nothing has`,
    run: async (start) => {
      await using system = await start();
      const client = system.as((await system.actor?.(role))?.id);
      const name = shape.envelope ? plural : "items";
      const none = await client.get(path);
      assert.deepEqual([none.status, none.body], [200, { [name]: [] }]);
      for (const value of [...examples, ...examples]) {
        await makerOf(system, entity)({ [field]: value });
      }
      const all = await readAll(system.sources, entity, []);
      const values = all.flatMap((one) => valueOf(one, field))
        .filter((value) => value !== null);
      const { body } = await client.get<Record<string, unknown[]>>(path);
      assert.deepEqual(Object.keys(body), [name]);
      const found = body[name] ?? [];
      assert.equal(new Set(found).size, found.length, "one came twice");
      assert.deepEqual(new Set(found), new Set(values));
    },
  }];
}
