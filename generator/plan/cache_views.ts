/**
 * What is kept in memory after it was read, for templates and documents.
 *
 * @module
 */
import { durationWords } from "./duration_words.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  joined,
  mdCode,
  mdText,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";

/** Tells whether anything is kept: then every store tells the caches what it writes. */
export function hasCaches({ entities }: SystemModel): boolean {
  return entities.some(({ cache }) => cache !== undefined);
}

/** What answers the requests to a controller. */
export function serviceView(
  { cache }: EntityModel,
): { readonly className: Name; readonly file: Name } {
  return cache === undefined
    ? { className: name("EntityService"), file: name("entity_service") }
    : { className: name("CachedService"), file: name("cached_service") };
}

/** What a store says of the caches: how much is kept of its entity; undefined in a system without any. */
export function cachedTableView(
  { cache }: EntityModel,
  system: SystemModel,
): { readonly size: Safe<"ts"> } | undefined {
  if (!hasCaches(system)) return undefined;
  return {
    size: cache === undefined ? safe`` : safe`size: ${
      tsObject({
        entries: tsLiteral(cache.entries),
        seconds: tsLiteral(cache.seconds),
      })
    },`,
  };
}

/** Says of an entity how much of it is kept, and how old it can be. */
export function cacheNotes(
  { cache }: EntityModel,
  { engine }: SystemModel,
): Safe<"md">[] {
  if (cache === undefined) return [];
  const kept: Safe<"md"> = safe`what was read is kept in memory, up to ${
    mdText(String(cache.entries))
  } for up to ${
    mdText(durationWords(cache.seconds))
  }, and forgotten when it is written`;
  return engine === "postgres"
    ? [safe`${kept}; another process that writes it is noticed after that time`]
    : [kept];
}

/** Says in the README what is kept in memory. */
export function cacheStorage(system: SystemModel): Safe<"md">[] {
  const cached = system.entities.filter(({ cache }) => cache);
  if (cached.length === 0) return [];
  const names = joined(
    cached.map(({ plural, cache }) =>
      safe<"md">`${mdText(plural.words)} (up to ${
        mdText(String(cache?.entries))
      }, for ${mdText(durationWords(cache?.seconds ?? 0))})`
    ),
    safe<"md">`, `,
  );
  return [
    safe`What was read of these is kept in memory, too: ${names}. Whatever this process writes is forgotten before the write is acknowledged, so nobody reads what was so before; ${
      OTHERS[system.engine]
    }. Access rules are applied to what is kept as to what is stored, and every write looks at the row itself. ${
      mdCode("/metrics")
    } counts hits, misses, evictions and invalidations, as ${
      mdCode("cache_hits_total{entity=…}")
    } and so on.`,
  ];
}

/** Says in ARCHITECTURE.md where the caches stand. */
export function cacheArchitecture(system: SystemModel): Safe<"md">[] {
  return hasCaches(system)
    ? [
      safe`**Cache**: it stands in the stores (${
        mdCode("kit/cached_table.ts")
      }), where every command passes. Every store tells the process's caches what its command may change (${
        mdCode("kit/entity_caches.ts")
      }): its own row, rows that are adjusted with it, tables that a deletion reaches; while the write is under way these are neither kept nor answered from memory, and a read that began before it is not kept. Only reads of clients ask for it (${
        mdCode("kit/cached_service.ts")
      }); what a write or a right depends on is read from the store.`,
    ]
    : [];
}

const OTHERS = {
  memory: safe<"md">`nobody else writes it`,
  sqlite: safe<
    "md"
  >`who changes the database file from outside is noticed after that time`,
  postgres: safe<
    "md"
  >`what another process on the same database writes is seen after that time at the latest`,
} as const;
