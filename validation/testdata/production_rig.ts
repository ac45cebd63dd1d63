/**
 * A small generated system on which the checks of production readiness are tried, as it is and broken on purpose.
 *
 * @module
 */
import { PRODUCTION_CHECKS } from "../production/production_part.ts";
import { CHECKS_OF_WORKERS } from "../production/check_workers.ts";
import { type DeepRig, deepRig } from "./deep_rig.ts";

/**
 * Generates it: members and their notes, in SQLite unless another engine is named. Notes of nobody may have several
 * workers, on PostgreSQL.
 */
export function productionRig(
  engine: "sqlite" | "memory" | "postgres" = "sqlite",
  whose: "members" | "nobody" = "members",
): Promise<DeepRig> {
  return deepRig({
    blueprint: whose === "members" ? blueprintOf(engine) : NOBODYS(engine),
    checks: [
      ...PRODUCTION_CHECKS,
      ...CHECKS_OF_WORKERS.map((check) => ({
        ...check,
        name: `workers.${check.name}`,
      })),
    ],
    limits: { loadSeconds: 1, soakSeconds: 4 },
  });
}

const NOBODYS = (engine: string) =>
  `schema: autocoder/v1
system: notes
description: Notes of nobody
store: { engine: ${engine} }
entities:
  note:
    fields:
      title: { type: string, required: true, unique: true, maxLength: 100 }
      done: { type: boolean, default: false }
`;

function blueprintOf(engine: string): string {
  return `schema: autocoder/v1
system: notes
description: Notes of members
store: { engine: ${engine} }
users: { registration: open, roles: [member] }
entities:
  user:
    fields:
      email: { type: email, required: true, unique: true }
  note:
    fields:
      title: { type: string, required: true, unique: true, maxLength: 100 }
      done: { type: boolean, default: false }
    access: { read: everyone, create: users, write: users }
`;
}
