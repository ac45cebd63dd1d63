/**
 * A small generated system on which the security battery is tried, as it is and broken on purpose.
 *
 * @module
 */
import { SECURITY_CHECKS } from "../security/security_part.ts";
import { type DeepRig, deepRig, type Edit } from "./deep_rig.ts";

/** Generates it; the members' notes unless another blueprint is given. */
export function securityRig(blueprint: string = BLUEPRINT): Promise<DeepRig> {
  return deepRig({ blueprint, checks: SECURITY_CHECKS, edits: QUICK });
}

/** What only takes time: a password's hash costs the least that is enough, and a body has a second to come. */
const QUICK: readonly Edit[] = [
  [
    "kit/password_hash.ts",
    "{ n: 2 ** 15, r: 8, p: 3 }",
    "{ n: 2 ** 14, r: 8, p: 1 }",
  ],
  [
    "kit/read_body.ts",
    "const TIMEOUT_MS = 10_000;",
    "const TIMEOUT_MS = 1000;",
  ],
];

const BLUEPRINT = `schema: autocoder/v1
system: notes
description: "Notes of members <img src=x onerror=alert(1)>"
store: { engine: sqlite }
users: { registration: open, roles: [member, admin] }
entities:
  user:
    fields:
      email: { type: email, required: true, unique: true }
  note:
    fields:
      title: { type: string, required: true, maxLength: 100, pattern: "[A-Za-z ]+" }
      body: { type: text }
      done: { type: boolean, default: false }
    relations:
      author: { belongsTo: user }
    owner: author
    actions:
      finish: { set: { done: true } }
    access: { read: [owner, admin], create: users, write: owner, finish: [owner, admin] }
`;
