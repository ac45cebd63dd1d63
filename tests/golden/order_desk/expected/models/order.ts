/**
 * The order: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";
import type { FileRule, StoredFile } from "../kit/stored_file.ts";

/** The order address's place. */
export interface OrderAddressPlace {
  /** The order address place's latitude. */
  readonly latitude: number;
  /** The order address place's longitude. */
  readonly longitude: number;
}

/** The order's address. */
export interface OrderAddress {
  /** The order address's street. */
  readonly street: string;
  /** The order address's zip. */
  readonly zip: string;
  /** The order address's country. */
  readonly country: "DE" | "AT" | "CH";
  /** The order address's floor. */
  readonly floor: number | null;
  /** The order address's place. */
  readonly place: OrderAddressPlace | null;
}

/** One of the order's lines. */
export interface OrderLine {
  /** The order line's article. */
  readonly article: string;
  /** The order line's quantity. */
  readonly quantity: number;
  /** The order line's price. */
  readonly price: number | null;
  /** The order line's labels. */
  readonly labels: readonly string[];
  /** The order line's lead time. */
  readonly leadTime: string | null;
}

/** The order's billing. */
export interface OrderBilling {
  /** The order billing's name. */
  readonly name: string | null;
  /** The order billing's since. */
  readonly since: string | null;
}

/** An order of the system. */
export interface Order extends Entity {
  /** The order's number. */
  readonly number: string;
  /** The order's address. */
  readonly address: OrderAddress;
  /** The order's lines. */
  readonly lines: readonly OrderLine[];
  /** The order's billing. */
  readonly billing: OrderBilling | null;
  /** The order's receipt. */
  readonly receipt: StoredFile | null;
}

/** Names the order's fields, path and table for the code that handles any entity. */
export const ORDER_SPEC: EntitySpec = {
  name: "order",
  label: "order",
  path: "/orders",
  table: "orders",
  fields: {
    number: { kind: "string", column: "number", nullable: false, unique: true },
    address: { kind: "json", column: "address", nullable: false },
    lines: { kind: "list", items: "json", column: "lines", nullable: false },
    billing: {
      kind: "json",
      column: "billing",
      nullable: true,
      immutable: true,
    },
    receipt: {
      kind: "json",
      column: "receipt",
      nullable: true,
      readOnly: true,
    },
  },
  search: ["number"],
};

/** What the files of an order may be. */
export const ORDER_FILES: Readonly<Record<string, FileRule>> = {
  receipt: { maxBytes: 1048576, accept: ["application/pdf", "image/png"] },
};
