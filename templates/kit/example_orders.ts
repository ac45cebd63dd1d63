/**
 * Orders in memory behind an {@linkcode EntityService}, for the tests of that class.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { EntityReply } from "./entity_request.ts";
import { EntityService } from "./entity_service.ts";
import type { EntityServiceOptions } from "./entity_service_options.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import type { Outcome, Problem } from "./problem.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** An order. */
export interface Order extends Entity {
  readonly code: string;
  readonly note: string | null;
  readonly status: "open" | "paid" | "shipped";
  readonly price: number | null;
  readonly placedAt: string;
  readonly shippedAt: string | null;
  readonly seenAt: string;
  readonly meta: unknown;
  readonly partOfId: string | null;
  readonly opensAt: string | null;
}

/** What the tests know about orders. */
export const ORDER: EntitySpec = {
  name: "order",
  label: "order",
  path: "/orders",
  table: "orders",
  fields: {
    code: {
      kind: "string",
      column: "code",
      nullable: false,
      unique: true,
      immutable: true,
    },
    note: { kind: "text", column: "note", nullable: true },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "paid", "shipped"],
    },
    price: { kind: "decimal", column: "price", nullable: true, scale: 2 },
    placedAt: { kind: "datetime", column: "placed_at", nullable: false },
    shippedAt: { kind: "datetime", column: "shipped_at", nullable: true },
    seenAt: { kind: "datetime", column: "seen_at", nullable: false },
    meta: { kind: "json", column: "meta", nullable: true },
    partOfId: {
      kind: "uuid",
      column: "part_of_id",
      nullable: true,
      references: { entity: "order", table: "orders", onDelete: "restrict" },
    },
    opensAt: { kind: "time", column: "opens_at", nullable: true },
  },
  search: ["note"],
};

const START = Date.UTC(2026, 0, 31, 9, 30);

/** The id of nothing. */
export const NOBODY = "0190d8c8-0000-7000-8000-000000000000";

/** A service with what it needs: `tick()` moves its clock on by a second, `commands` lists what its store was told. */
export function setUp(trouble: { stale?: boolean } = {}) {
  const table = new MemoryTable<Order>(ORDER, new MemoryDatabase());
  const commands: string[] = [];
  let now = START;
  const store = async (
    command: StoreCommand<Order>,
  ): Promise<StoreResult<Order>> => {
    commands.push(command.kind);
    await Promise.resolve(); // so that concurrent changes meet
    return trouble.stale && command.kind === "update"
      ? { kind: "stale" }
      : table.execute(command);
  };
  const options: EntityServiceOptions<Order> = {
    spec: ORDER,
    store,
    defaults: {
      status: "open",
      placedAt: "$now",
      seenAt: "$now",
      opensAt: "09:30",
    },
    check: ({ note }) =>
      note === "forbidden" ? [{ path: "note", message: "is forbidden" }] : [],
    actions: {
      ship: {
        set: { status: "shipped", shippedAt: "$now" },
        when: { status: ["paid"] },
      },
      see: { set: { seenAt: "$now" } },
      spoil: { set: { note: "forbidden" } },
      adopt: { set: { partOfId: NOBODY } },
      openLater: { set: { opensAt: "10:00" }, when: { opensAt: ["09:30"] } },
    },
    clock: () => now,
  };
  const service = new EntityService<Order>(options);
  const handle = service.handle.bind(service);
  const create = async (code: string, body: Record<string, unknown> = {}) =>
    entity(await handle({ operation: "create", body: { code, ...body } }));
  return {
    table,
    options,
    handle,
    create,
    commands,
    tick: () => now += 1000,
    clock: () => now,
  };
}

/** The entity that a request was answered with. */
export function entity(outcome: EntityReply<Order>): Order {
  assert.ok(
    outcome.ok && outcome.value !== null && "id" in outcome.value,
    JSON.stringify(outcome),
  );
  return outcome.value;
}

/** Why a request was refused. */
export function problem(outcome: Outcome<unknown>): Problem {
  assert.ok(!outcome.ok, JSON.stringify(outcome));
  return outcome.problem;
}

/** The status and the paths of the errors. */
export function errors(outcome: Outcome<unknown>): string[] {
  const { status, errors = [] } = problem(outcome);
  return [`${status}`, ...errors.map(({ path }) => path)];
}
