/**
 * The audit entry: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** What nobody but an admin may see, and nobody may change. */
export interface AuditEntry extends Entity {
  /** The audit entry's event. */
  readonly event: string;
}

/** Names the audit entry's fields, path and table for the code that handles any entity. */
export const AUDIT_ENTRY_SPEC: EntitySpec = {
  name: "audit_entry",
  label: "audit entry",
  path: "/audit-entries",
  table: "audit_entries",
  fields: {
    event: { kind: "string", column: "event", nullable: false },
  },
  search: ["event"],
};
