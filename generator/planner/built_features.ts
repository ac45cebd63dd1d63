/**
 * What of entities as wholes the language has words for; anything else is quoted.
 *
 * @module
 */
import type { Feature } from "./feature.ts";

/** A feature by its name. */
export type DraftFeature = Feature["is"];

/** Reports whether the language has a word for a feature. */
export function isBuilt(feature: DraftFeature): boolean {
  return BUILT[feature];
}

const BUILT: Readonly<Record<DraftFeature, boolean>> = {
  mark: true,
  order: true,
  slug: true,
  together: true,
  "no overlap": true,
  adjust: true,
  "soft delete": true,
  cache: true,
  "rate limit": true,
  tries: true,
  password: true,
  idempotency: true,
  computed: true,
  tenant: true,
  "search words": true,
  total: true,
  "state order": true,
  live: true,
  schedule: true,
  locked: true,
  webhook: true,
};
