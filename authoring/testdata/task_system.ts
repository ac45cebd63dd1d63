/**
 * A small system with users and roles on which second readings are tried.
 *
 * @module
 */
import { openApiDocument } from "../../generator/plan/openapi.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { apiOperations } from "../../validation/fuzz/api_document.ts";
import { actorNames, actorValueNames } from "../second_reading/actors.ts";
import type { ClaimGround } from "../second_reading/check_claim.ts";
import type { Claim, ClaimStep } from "../second_reading/claim.ts";

/** What it is asked to be. */
export const TASK_REQUEST =
  "Members add tasks and see all of them.  Don't let “anybody” change the task of another. " +
  "Tasks that are done come last.";

/** Its blueprint. */
export const TASK_BLUEPRINT = `schema: autocoder/v1
system: second_tasks
store: { engine: sqlite }
users:
  registration: open
  roles: [member, admin]
entities:
  user:
    fields:
      email: { type: email, required: true, unique: true }
    access: { read: users, create: admin, write: admin }
  task:
    fields:
      title: { type: string, required: true, maxLength: 100 }
      done: { type: boolean, default: false }
      photo: { type: file, maxBytes: 1MB }
    relations:
      author: { belongsTo: user }
    owner: author
    live: true
    access: { read: users, create: users, write: owner, delete: admin }
requirements:
  - text: Members add tasks and see all of them.
    covers: [task.create, task.list]
  - text: Don't let "anybody" change the task of another.
    covers: [task.patch]
  - text: Tasks that are done come last.
    covers: []
`;

/** What claims about it are held to. */
export async function taskGround(): Promise<ClaimGround> {
  const { model, diagnostics } = await prepareBlueprint(
    TASK_BLUEPRINT,
    "blueprint.yaml",
  );
  if (!model) throw new RangeError(JSON.stringify(diagnostics));
  return {
    request: TASK_REQUEST,
    operations: apiOperations(openApiDocument(model)),
    actors: actorNames(model),
    known: actorValueNames(model),
  };
}

/** Makes a task, and keeps its id as `$task`. */
export const MAKE_TASK: ClaimStep = {
  purpose: "prepare",
  as: "member",
  method: "POST",
  path: "/tasks",
  params: [],
  query: [],
  headers: [],
  body: { title: "tea" },
  status: 201,
  expect: [],
  save: [{ name: "task", member: "id" }],
};

/** Changes it as somebody else, which is forbidden. */
export const CHANGE_TASK: ClaimStep = {
  ...MAKE_TASK,
  purpose: "check",
  as: "member2",
  method: "PATCH",
  path: "/tasks/{id}",
  params: [{ name: "id", value: "$task" }],
  body: { title: "coffee" },
  status: 403,
  save: [],
};

/** A claim whose test passes. */
export const GOOD_CLAIM: Claim = {
  quote: 'Don\'t let "anybody" change the task of another',
  shows: "Another member cannot change it.",
  steps: [MAKE_TASK, CHANGE_TASK],
};

/** A claim as a model writes it. */
export function asAnswered({ quote, shows, steps }: Claim): unknown {
  return {
    quote,
    shows,
    steps: steps.map((step) => ({
      ...step,
      body: step.body === undefined ? null : JSON.stringify(step.body),
    })),
  };
}
