/**
 * The gift card: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A gift card of the system. */
export interface GiftCard extends Entity {
  /** The gift card's title. */
  readonly title: string;
  /** The gift card's amount. */
  readonly amount: number;
  /** The gift card's status. */
  readonly status: "sold" | "redeemed";
  /** The gift card's pin. */
  readonly pin: string | null;
  /** The user that is the gift card's seller. */
  readonly sellerId: string;
}

/** Names the gift card's fields, path and table for the code that handles any entity. */
export const GIFT_CARD_SPEC: EntitySpec = {
  name: "gift_card",
  label: "gift card",
  path: "/gift-cards",
  table: "gift_cards",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    amount: { kind: "decimal", column: "amount", nullable: false, scale: 2 },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["sold", "redeemed"],
    },
    pin: { kind: "string", column: "pin", nullable: true, writeOnly: true },
    sellerId: {
      kind: "uuid",
      column: "seller_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
  },
  softDelete: true,
  search: ["title"],
};
