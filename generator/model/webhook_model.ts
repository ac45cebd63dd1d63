/**
 * Somebody who is told when something happened, as the model has it.
 *
 * @module
 */
import type { NameForms } from "./system_model.ts";

/** Somebody who is told when something happened, with everything decided. */
export interface WebhookModel {
  /** Its name. */
  readonly name: NameForms;
  /** The entity that it is about (snake_case name). */
  readonly entity: string;
  /** The change that it is told of. */
  readonly on: "create" | "update" | "delete" | { readonly action: NameForms };
  /** The setting that holds the URL. */
  readonly setting: string;
  /** The hosts that the URL may be of. */
  readonly hosts: readonly string[];
}
