import { assertEquals, assertExists } from "@std/assert";
import { compileBlueprint } from "./compile_blueprint.ts";
import type { SystemModel } from "./system_model.ts";

const MISSION = `
components:
  api_gateway:
    bindings:
      - source: "request_input"
        target: "task_controller.process_request"
  task_controller:
    bindings:
      - source: "store_operation"
        target: "task_store.execute"
`;

Deno.test("expand() takes the mission's wiring as it stands", () => {
  const { model, codes } = compile(MISSION);
  assertEquals(codes, ["AC208", "AC404", "AC404", "AC404", "AC405"]);
  assertEquals(model.name.snake, "task_system");
  assertEquals(wires(model), [
    "api_gateway.request_input → task_controller.process_request request_reply 100",
    "task_controller.store_operation → task_store.execute request_reply 100",
  ]);
  assertEquals(model.components.map(({ className }) => className), [
    "TaskAPIGateway",
    "TaskController",
    "TaskStore",
  ]);
  assertEquals(
    model.entities[0]?.fields.map(({ name, type, required }) => [
      name,
      type,
      required,
    ]),
    [["data", "json", true]],
  );
});

Deno.test("expand() takes the mission's wiring with its entity declared", () => {
  const { model, codes } = compile(
    `system: tasks\nentities: { task: { fields: { title: { type: string } } } }${MISSION}`,
  );
  assertEquals(codes, ["AC404", "AC404", "AC404"]);
  assertEquals(wires(model)[0]?.split(" ")[0], "api_gateway.request_input");
  assertEquals(model.entities[0]?.fields[0]?.name, "title");
});

Deno.test("expand() takes four explicit connections", () => {
  const { model } = compile(`
system: tasks
components:
  api_gateway:
    bindings:
      - { source: requests, target: task_controller.requests }
  task_controller:
    bindings:
      - { source: store_commands, target: task_store.commands, buffer_size: 7 }
      - { source: responses, target: api_gateway.responses }
  task_store:
    bindings:
      - { source: results, target: task_controller.results }
`);
  assertEquals(wires(model), [
    "api_gateway.requests → task_controller.requests data_stream 100",
    "task_controller.store_commands → task_store.commands data_stream 7",
    "task_controller.responses → api_gateway.responses data_stream 100",
    "task_store.results → task_controller.results data_stream 100",
  ]);
  assertEquals(ports(model), {
    api_gateway: [
      "in responses TaskReply replies",
      "out requests TaskRequest request ↔ responses",
    ],
    task_controller: [
      "in requests TaskRequest request ↔ responses",
      "in results TaskStoreResult replies",
      "out responses TaskReply replies",
      "out store_commands TaskStoreCommand request ↔ results",
    ],
    task_store: [
      "in commands TaskStoreCommand request ↔ results",
      "out results TaskStoreResult replies",
    ],
  });
});

Deno.test("expand() makes the wiring of entities alone", () => {
  const { model, codes } = compile(`
system: blog_api
entities:
  post: { fields: { title: { type: string } } }
  comment: { fields: { body: { type: text } } }
`);
  assertEquals(codes, []);
  assertEquals(wires(model), [
    "api_gateway.post_requests → post_controller.process_request request_reply 100",
    "api_gateway.comment_requests → comment_controller.process_request request_reply 100",
    "post_controller.store_operation → post_store.execute request_reply 100",
    "comment_controller.store_operation → comment_store.execute request_reply 100",
  ]);
  assertEquals(model.components.map(({ className }) => className), [
    "BlogAPIGateway",
    "PostController",
    "PostStore",
    "CommentController",
    "CommentStore",
  ]);
});

Deno.test("expand() lets a written component replace the expanded one and keeps the rest", () => {
  const { model } = compile(`
system: blog
entities:
  post: { fields: { title: { type: string } } }
  comment: { fields: { body: { type: text } } }
components:
  comment_controller:
    type: Controller
    description: Keeps comments civil.
    bindings:
      - { source: save, target: comment_store.run, bufferSize: 5 }
`);
  assertEquals(wires(model), [
    "api_gateway.post_requests → post_controller.process_request request_reply 100",
    "api_gateway.comment_requests → comment_controller.process_request request_reply 100",
    "post_controller.store_operation → post_store.execute request_reply 100",
    "comment_controller.save → comment_store.run request_reply 5",
  ]);
  assertEquals(
    model.components.find(({ name }) => name === "comment_controller")
      ?.description,
    "Keeps comments civil.",
  );
});

Deno.test("expand() lets a written component of another name take the role", () => {
  const { model } = compile(`
system: blog
entities: { post: { fields: { title: { type: string } } } }
components:
  front: { type: APIEndpoint }
  desk: { type: Controller, entity: post }
`);
  assertEquals(wires(model), [
    "front.post_requests → desk.process_request request_reply 100",
    "desk.store_operation → post_store.execute request_reply 100",
  ]);
  assertEquals(model.components[0]?.className, "PostFront");
});

Deno.test("expand() tells kinds by neighbours and entities by links", () => {
  const { model } = compile(`
system: blog
entities: { post: { fields: { title: { type: string } } } }
components:
  front: { bindings: [ { source: out, target: post_controller.in } ] }
  post_controller: { bindings: [ { source: save, target: shelf.put } ] }
`);
  assertEquals(
    model.components.map(({ name, type, entity }) => [name, type, entity]),
    [
      ["front", "APIEndpoint", undefined],
      ["post_controller", "Controller", "post"],
      ["shelf", "Store", "post"],
    ],
  );
});

Deno.test("expand() finds an entity by its plural in a component's name", () => {
  const { model } = compile(`
system: blog
entities: { category: { fields: { title: { type: string } } } }
components:
  categories_service: { bindings: [ { source: save, target: categories_repository.put } ] }
`);
  assertEquals(model.entities.length, 1);
  assertEquals(model.components.slice(1).map(({ entity }) => entity), [
    "category",
    "category",
  ]);
});

function compile(
  text: string,
): { model: SystemModel; codes: readonly string[] } {
  const { model, diagnostics } = compileBlueprint(text, {
    fileName: "dir/Task System.blueprint.yaml",
  });
  assertExists(model, JSON.stringify(diagnostics));
  return { model, codes: diagnostics.map(({ code }) => code).toSorted() };
}

function wires(model: SystemModel): readonly string[] {
  return model.connections.map(({ from, to, type, bufferSize }) =>
    `${from.component}.${from.port} → ${to.component}.${to.port} ${type} ${bufferSize}`
  );
}

function ports(model: SystemModel): Record<string, readonly string[]> {
  return Object.fromEntries(model.components.map((component) => [
    component.name,
    component.ports.map(({ direction, name, type, role, replies }) =>
      `${direction} ${name} ${type} ${role}${replies ? ` ↔ ${replies}` : ""}`
    ),
  ]));
}
