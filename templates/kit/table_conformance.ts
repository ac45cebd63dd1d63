/**
 * The contract of a table, as checks that every store runs: memory, SQLite and PostgreSQL give the same answers.
 *
 * @module
 */
import { deepStrictEqual } from "node:assert/strict";
import {
  acyclicFields,
  type Entity,
  type EntitySpec,
  valueOf,
} from "./entity_spec.ts";
import { GROUP_CHECKS } from "./groups_conformance.ts";
import { fill, list, LIST_CHECKS } from "./list_conformance.ts";
import type { StoreResult, Table } from "./store_command.ts";
import { uuid7 } from "./uuid7.ts";
import { WORD_CHECKS } from "./words_conformance.ts";

/** A fresh, empty table and what it takes to fill it. */
export interface TableUnderTest<T extends Entity> {
  /** The table. */
  readonly table: Table<T, StoreResult<T> | Promise<StoreResult<T>>>;
  /** The entity it keeps. */
  readonly spec: EntitySpec;
  /** Makes a valid entity, different for every number; see sample_entity.ts. */
  readonly sample: (n: number) => T;
  /** Frees what the table holds. */
  readonly dispose: () => void | Promise<void>;
}

/** Checks that a table keeps the contract of {@link Table}; rejects with an AssertionError where it does not. */
export async function checkTable<T extends Entity>(
  makeTable: () => TableUnderTest<T> | Promise<TableUnderTest<T>>,
): Promise<void> {
  for (const check of CHECKS) {
    const subject = await makeTable();
    try {
      await check(subject);
    } finally {
      await subject.dispose();
    }
  }
}

/** One thing that a fresh table must do. */
export type Check = <T extends Entity>(
  subject: TableUnderTest<T>,
) => Promise<void>;

const keepsWhatItIsGiven: Check = async ({ table, sample }) => {
  for (let n = 0; n < 8; n++) {
    const entity = sample(n);
    const stored = { kind: "entity", entity, version: 1 };
    deepStrictEqual(await table.execute({ kind: "insert", entity }), stored);
    deepStrictEqual(
      await table.execute({ kind: "get", id: entity.id }),
      stored,
    );
  }
};

const takesAnIdOnce: Check = async ({ table, sample }) => {
  const entity = sample(1);
  await table.execute({ kind: "insert", entity });
  deepStrictEqual(
    await table.execute({
      kind: "insert",
      entity: { ...sample(2), id: entity.id },
    }),
    { kind: "duplicate", field: "id" },
  );
};

const updatesOneVersionOnly: Check = async ({ table, sample }) => {
  const entity = sample(1);
  const { id, createdAt } = entity;
  await table.execute({ kind: "insert", entity });
  const changed = { ...sample(2), id, createdAt };
  const update = { kind: "update", entity: changed, version: 1 } as const;
  const stored = { kind: "entity", entity: changed, version: 2 };
  deepStrictEqual(await table.execute(update), stored);
  deepStrictEqual(await table.execute({ kind: "get", id }), stored);
  deepStrictEqual(await table.execute(update), { kind: "stale" });
  deepStrictEqual(await table.execute({ kind: "get", id }), stored);
};

const missesWhatIsNotThere: Check = async ({ table, sample }) => {
  const entity = sample(1);
  const missing = { kind: "missing" };
  const { id } = entity;
  deepStrictEqual(await table.execute({ kind: "get", id }), missing);
  deepStrictEqual(
    await table.execute({ kind: "delete", id, now: NOW }),
    missing,
  );
  deepStrictEqual(
    await table.execute({ kind: "update", entity, version: 1 }),
    missing,
  );
};

const deletesOnce: Check = async ({ table, sample }) => {
  const entity = sample(1);
  const command = { kind: "delete", id: entity.id, now: NOW } as const;
  await table.execute({ kind: "insert", entity });
  deepStrictEqual(await table.execute(command), { kind: "deleted" });
  deepStrictEqual(await table.execute(command), { kind: "missing" });
};

const deletesOneVersionOnly: Check = async ({ table, sample }) => {
  const entity = sample(1);
  const { id } = entity;
  const remove = (version: number) =>
    table.execute({ kind: "delete", id, now: NOW, version });
  deepStrictEqual(await remove(1), { kind: "missing" });
  await table.execute({ kind: "insert", entity });
  const changed = { ...sample(2), id, createdAt: entity.createdAt };
  await table.execute({ kind: "update", entity: changed, version: 1 });
  deepStrictEqual(await remove(1), { kind: "stale" });
  const stored = { kind: "entity", entity: changed, version: 2 };
  deepStrictEqual(await table.execute({ kind: "get", id }), stored);
  deepStrictEqual(await remove(2), { kind: "deleted" });
  deepStrictEqual(await remove(2), { kind: "missing" });
};

const keepsUniqueFieldsUnique: Check = async ({ table, spec, sample }) => {
  const first = sample(1);
  await table.execute({ kind: "insert", entity: first });
  for (const [field, { unique }] of Object.entries(spec.fields)) {
    if (!unique || valueOf(first, field) === null) continue;
    const entity = { ...sample(2), [field]: valueOf(first, field) };
    deepStrictEqual(
      await table.execute({ kind: "insert", entity }),
      { kind: "duplicate", field },
    );
  }
};

const keepsFieldsUniqueTogether: Check = async ({ table, spec, sample }) => {
  for (const fields of spec.unique ?? []) {
    const first = sample(1);
    await table.execute({ kind: "insert", entity: first });
    const values = Object.fromEntries(
      fields.map((name) => [name, valueOf(first, name)]),
    );
    if (Object.values(values).includes(null)) continue;
    const [field = ""] = fields;
    const duplicate = { kind: "duplicate", field, fields };
    const second = { ...sample(2), ...values };
    deepStrictEqual(
      await table.execute({ kind: "insert", entity: second }),
      duplicate,
    );
    for (const name of fields) {
      const other = { ...second, [name]: valueOf(sample(2), name) };
      if (valueOf(other, name) === valueOf(first, name)) continue;
      const inserted = await table.execute({ kind: "insert", entity: other });
      deepStrictEqual(inserted.kind, "entity", `another ${name}`);
      deepStrictEqual(
        await table.execute({ kind: "update", entity: second, version: 1 }),
        duplicate,
      );
      await table.execute({ kind: "delete", id: other.id, now: NOW });
    }
    await table.execute({ kind: "delete", id: first.id, now: NOW });
    const inserted = await table.execute({ kind: "insert", entity: second });
    deepStrictEqual(inserted.kind, "entity", "after the first is gone");
    await table.execute({ kind: "delete", id: second.id, now: NOW });
    for (const name of fields.filter((name) => spec.fields[name]?.nullable)) {
      for (const entity of [first, second]) {
        const empty = { ...entity, [name]: null };
        const { kind } = await table.execute({ kind: "insert", entity: empty });
        deepStrictEqual(kind, "entity", `${name} is null`);
      }
      for (const { id } of [first, second]) {
        await table.execute({ kind: "delete", id, now: NOW });
      }
    }
  }
};

const comparesEmailsWithoutCase: Check = async (subject) => {
  const { table, spec, sample } = subject;
  const names = Object.keys(spec.fields)
    .filter((name) => spec.fields[name]?.kind === "email");
  const entities = names.length === 0 ? [] : await fill(subject, 6);
  for (const name of names) {
    const shouted = (n: number) =>
      String(valueOf(entities[n]!, name)).toUpperCase();
    const query = new URLSearchParams([[name, shouted(2)]]);
    deepStrictEqual(await list(subject, query.toString()), [entities[2]]);
    // Spelled with capitals, it keeps its place in the order and its spelling.
    const before = (await list(subject, `sort=${name}`)).map(({ id }) => id);
    const entity = { ...entities[3]!, [name]: shouted(3) };
    await table.execute({ kind: "update", entity, version: 1 });
    const after = await list(subject, `sort=${name}&limit=2`);
    deepStrictEqual(after.map(({ id }) => id), before);
    deepStrictEqual(after.find(({ id }) => id === entity.id), entity);
    if (!spec.fields[name]?.unique) continue;
    deepStrictEqual(
      await table.execute({
        kind: "insert",
        entity: { ...sample(9), [name]: shouted(4) },
      }),
      { kind: "duplicate", field: name },
    );
  }
};

const refersToWhatExists: Check = async ({ table, spec, sample }) => {
  for (const [field, { references }] of Object.entries(spec.fields)) {
    if (references === undefined) continue;
    const entity = { ...sample(1), [field]: uuid7() };
    deepStrictEqual(
      await table.execute({ kind: "insert", entity }),
      { kind: "dangling", field },
    );
  }
};

const neverLeadsToItself: Check = async ({ table, spec, sample }) => {
  for (const [field, { unique }] of acyclicFields(spec)) {
    if (unique) continue; // another stands in the way before
    const refused = { kind: "cycle", field };
    const [top, middle, bottom] = [sample(1), sample(2), sample(4)];
    const itself = { ...top, [field]: top.id };
    deepStrictEqual(
      await table.execute({ kind: "insert", entity: itself }),
      refused,
    );
    await table.execute({ kind: "insert", entity: top });
    await table.execute({
      kind: "insert",
      entity: { ...middle, [field]: top.id },
    });
    const under = { ...bottom, [field]: middle.id };
    await table.execute({ kind: "insert", entity: under });
    for (const id of [top.id, middle.id, bottom.id]) {
      const entity = { ...top, [field]: id };
      const update = { kind: "update", entity, version: 1 } as const;
      deepStrictEqual(await table.execute(update), refused);
    }
    const beside = { ...under, [field]: top.id };
    const moved = await table.execute({
      kind: "update",
      entity: beside,
      version: 1,
    });
    deepStrictEqual(moved.kind, "entity");
    const stored = { kind: "entity", entity: top, version: 1 };
    deepStrictEqual(await table.execute({ kind: "get", id: top.id }), stored);
    for (const { id } of [bottom, middle, top]) {
      await table.execute({ kind: "delete", id, now: NOW });
    }
  }
};

const clearsWhatRefersToTheDeleted: Check = async ({ table, spec, sample }) => {
  for (const [field, { references }] of Object.entries(spec.fields)) {
    if (references?.table !== spec.table || references.onDelete !== "clear") {
      continue;
    }
    const [target, referring] = [sample(1), sample(2)];
    const entity = { ...referring, [field]: target.id };
    await table.execute({ kind: "insert", entity: target });
    await table.execute({ kind: "insert", entity });
    await table.execute({ kind: "delete", id: target.id, now: NOW });
    deepStrictEqual(await table.execute({ kind: "get", id: entity.id }), {
      kind: "entity",
      entity: { ...entity, [field]: null, updatedAt: NOW },
      version: 2,
    });
    await table.execute({ kind: "delete", id: entity.id, now: NOW });
  }
};

/** Later than any sample was written. */
const NOW = "2100-01-01T00:00:00.000Z";

const CHECKS: readonly Check[] = [
  keepsWhatItIsGiven,
  takesAnIdOnce,
  updatesOneVersionOnly,
  missesWhatIsNotThere,
  deletesOnce,
  deletesOneVersionOnly,
  keepsUniqueFieldsUnique,
  keepsFieldsUniqueTogether,
  comparesEmailsWithoutCase,
  refersToWhatExists,
  neverLeadsToItself,
  clearsWhatRefersToTheDeleted,
  ...LIST_CHECKS,
  ...GROUP_CHECKS,
  ...WORD_CHECKS,
];
