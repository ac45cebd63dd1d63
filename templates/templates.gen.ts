// Written by "deno task bundle" from the files beside it; do not edit.
// deno-lint-ignore-file

import type { TemplateViews } from "./views.ts";
import { md, sql, text, ts, yaml } from "./template_language.ts";

/** A template as a function of its view. */
export type Templates = { readonly [P in keyof TemplateViews]: (it: TemplateViews[P]) => string };

/** Every template, compiled. */
export const TEMPLATES: Templates = {
  "README.md.eta": (it) => {
    let out = "";
out += '# ';
out += md(it.title);
out += '\n\n';
out += md(it.description);
out += '\n\n## Start it\n\n```sh\n';
if (it.postgres) {
out += 'docker compose -f deploy/compose.yaml up -d database # or any other PostgreSQL; then set DATABASE_URL\n';
}
if (it.auth) {
out += 'export AUTH_SECRET=$(openssl rand -base64 48)\n';
}
out += 'deno task start\n```\n\nIt prints one JSON line with `"event":"listening"` and the address, ';
out += md(it.address);
out += ' unless `PORT` says otherwise. Try it:\n\n```sh\n';
for (const line of it.tryIt) {
out += md(line);
out += '\n';
}
out += '```\n\nEvery operation is listed in [docs/API.md](docs/API.md), and on `/docs` of the running system.';
if (it.client) {
out += ' From TypeScript, call it with `new Client({ url })` of [client/client.ts](client/client.ts), which needs nothing else than `kit/api_client_runtime.ts`.';
}
out += '\n\n## Test it\n\n```sh\ndeno task test\n```\n\nThe unit tests hold every component against the contract of the harness, with `checkComponent()` of `@autocoder/harness/testing`; do the same with a component that you add.\n\n';
if (it.postgres) {
out += 'The tests start a PostgreSQL server of their own, in a temporary folder on a free port, or use the one that `TEST_DATABASE_URL` names, each test in a schema of its own; where PostgreSQL is not installed, those that need it are skipped.\n\n`deno task check` runs the type checker, the linter and the formatter. It needs [Deno](https://deno.com) 2.4 or later, and PostgreSQL 13 or later.\n';
} else {
out += '`deno task check` runs the type checker, the linter and the formatter. [Deno](https://deno.com) 2.4 or later is all it needs.\n';
}
out += '\n## Settings\n\nRead from the environment at start; a wrong value stops it with a message that names it.\n\n| variable | default | meaning |\n| --- | --- | --- |\n';
for (const setting of it.settings) {
out += '| `';
out += md(setting.name);
out += '` | ';
out += md(setting.fallback);
out += ' | ';
out += md(setting.meaning);
out += ' |\n';
}
out += '\n## What it keeps\n\n';
for (const line of it.storage) {
out += md(line);
out += '\n\n';
}
out += '\n## How many processes\n\n';
for (const line of it.processes) {
out += md(line);
out += '\n\n';
}
out += '## When something fails\n\nA component that fails is started again within seconds, by itself; until then requests that need it are answered 503 with `Retry-After`, `/health/ready` says no, and what is stored stays. When it fails again and again the process ends with exit code 1 and says why, so run it under something that starts it again, as `deploy/` does with Compose and Kubernetes.\n\n## Where things are\n\n| path | what |\n| --- | --- |\n| `main.ts` | builds the system: components and the channels between them |\n| `components/` | the API endpoint, and a controller and a store for each entity |\n| `models/` `schemas/` `validations/` | entity types, what clients may send, the rules entities keep |\n';
if (it.auth) {
out += '| `access/` | who may do what: every rule of the system in one table |\n';
}
if (it.client) {
out += '| `client/` | a typed client of the API, for Deno, Node and browsers; ';
if (it.endpoints) {
out += 'endpoints in `logic/` call the system by it, too';
} else {
out += 'no part of the running system';
}
out += ' |\n';
}
out += '| `config/` | settings and their defaults |\n';
if (it.logic) {
out += '| `logic/` | ';
if (it.endpoints) {
out += 'endpoints of its own, ';
}
out += 'guards, hooks and fields that are worked out, as the blueprint has them in TypeScript |\n';
}
if (it.webhooks) {
out += '| `webhooks/` | who is told of what; [docs/WEBHOOKS.md](docs/WEBHOOKS.md) says how |\n';
}
if (it.workers) {
out += '| `worker.ts` | one of several workers: `main.ts` starts it as often as `WORKERS` says |\n';
}
if (it.postgres) {
out += '| `migrate.ts` | applies the migrations, and ends |\n';
}
if (it.hasMigrations) {
out += '| `migrations/` | numbered SQL, applied at start, forward only |\n';
}
out += '| `tests/` | unit, contract, property, boot and acceptance tests |\n| `docs/` | API, entities, architecture, OpenAPI |\n| `deploy/` | Dockerfile, Compose, Kubernetes, CI |\n| `harness/` `kit/` | the runtime and the shared modules, as plain source; the container leaves out what only tests import |\n| `blueprint.yaml` | what all of this was generated from |\n\n## Who may call it\n\n';
if (it.auth) {
out += 'Whom `access/access_rules.ts` allows: what has no rule there is denied. Passwords are kept as scrypt hashes in a table of their own, refresh tokens as hashes that work once; an access token is checked against the user as it is now, so a deletion or another role counts at once. Who guesses passwords is slowed down, per account and per address, by each process for itself. Use it behind TLS.\n\n';
if (it.auth.open) {
out += 'Anybody may register.';
if (it.auth.roles) {
out += ' The first user with another role than a new one has is made from the environment, by `FIRST_USER` such as ';
out += md(it.auth.firstUser);
out += '.';
}
out += '\n';
} else {
out += 'Only who may create users can register others. The first is made from the environment, by `FIRST_USER` such as ';
out += md(it.auth.firstUser);
out += '.\n';
}
} else {
out += 'Everyone who can reach the port: the blueprint has no users. Put it behind something that authenticates before you expose it.\n';
}

    return out;
  },
  "access/access_rules.ts.eta": (it) => {
    let out = "";
out += '/**\n * Who may do what, for the whole system. What is not listed is denied.\n *\n * `everyone` needs no token, `users` any valid one, `owner` the token of whom the entity belongs to; any other word is\n * a role. The API endpoint decides by this table before it reads a request, and the controllers hold each request to\n * what was granted.\n *\n * @module\n */\nimport type { EntityAccess } from "../kit/access_rule.ts";\n\n/** The rules, by entity. */\nexport const ACCESS: Readonly<Record<';
out += ts(it.names);
out += ', EntityAccess>> = {\n';
for (const entity of it.entities) {
out += '  ';
out += ts(entity.key);
out += ': {\n';
for (const setting of entity.settings) {
out += '    ';
out += ts(setting);
out += ',\n';
}
out += '    rules: {\n';
for (const rule of entity.rules) {
out += '      ';
out += ts(rule.name);
out += ': ';
out += ts(rule.words);
out += ',\n';
}
out += '    },\n  },\n';
}
out += '};\n';

    return out;
  },
  "client/client.ts.eta": (it) => {
    let out = "";
out += '/**\n * A client of ';
out += ts(it.title);
out += ': every operation of its API, with types of what is sent and what comes back.\n *\n * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.\n *\n * @module\n */\nimport { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";\n';
for (const resource of it.resources) {
out += 'import { ';
out += ts(resource.className);
out += ' } from "./';
out += ts(resource.file);
out += '.ts";\n';
}
out += '\nexport { ApiError, tagOf } from "../kit/api_client_runtime.ts";\nexport type { ApiProblem, CallOptions, ClientOptions, ConditionalOptions, ';
if (it.selects) {
out += 'CursorPage, Selected, ';
}
out += 'TokenAnswer } from "../kit/api_client_runtime.ts";\n';
for (const resource of it.resources) {
out += 'export type * from "./';
out += ts(resource.file);
out += '.ts";\n';
}
out += '\n/** ';
out += ts(it.description);
out += ' */\nexport class Client {\n';
for (const resource of it.resources) {
out += '  /** ';
out += ts(resource.description);
out += ' */\n  readonly ';
out += ts(resource.member);
out += ': ';
out += ts(resource.className);
out += ';\n';
}
out += '\n  /** Makes a client; nothing is sent before a method is called. */\n  constructor(options: ClientOptions) {\n    const caller = new ApiCaller(options, ';
out += ts(it.scheme);
out += ');\n';
for (const resource of it.resources) {
out += '    this.';
out += ts(resource.member);
out += ' = new ';
out += ts(resource.className);
out += '(caller);\n';
}
out += '  }\n}\n';

    return out;
  },
  "client/resource_client.ts.eta": (it) => {
    let out = "";
out += '/**\n * The part of the client about ';
out += ts(it.title);
out += '.\n *\n * @module\n */\nimport { ';
out += ts(it.runtime);
out += ' } from "../kit/api_client_runtime.ts";\n';
for (const { names, file } of it.imports) {
out += 'import type { ';
out += ts(names);
out += ' } from "./';
out += ts(file);
out += '.ts";\n';
}
for (const type of it.types) {
out += '\n/** ';
out += ts(type.description);
out += ' */\n';
if (type.alias) {
out += 'export type ';
out += ts(type.name);
out += ' = ';
out += ts(type.alias);
out += ';\n';
} else {
out += 'export interface ';
out += ts(type.name);
out += ' {\n';
for (const member of type.members) {
out += '  /** ';
out += ts(member.description);
out += ' */\n  readonly ';
out += ts(member.name);
if (member.optional) {
out += '?';
}
out += ': ';
out += ts(member.type);
out += ';\n';
}
out += '}\n';
}
}
out += '\n/** Calls the operations about ';
out += ts(it.title);
out += '. */\nexport class ';
out += ts(it.className);
out += ' {\n  readonly #caller: ApiCaller;\n\n  /** Makes the part of a client that sends by this caller. */\n  constructor(caller: ApiCaller) {\n    this.#caller = caller;\n  }\n';
for (const method of it.methods) {
out += '\n  /** ';
out += ts(method.description);
out += ' */\n  async ';
out += ts(method.name);
out += ts(method.generics);
out += '(';
out += ts(method.parameters);
out += 'options: ';
out += ts(method.options);
out += ' = {}): Promise<';
out += ts(method.result);
out += '> {\n';
if (method.isEmpty) {
out += '    await this.#caller.send<unknown>(';
out += ts(method.request);
out += ');\n';
} else {
out += '    return await this.#caller.send<';
out += ts(method.result);
out += '>(';
out += ts(method.request);
out += ');\n';
}
out += '  }\n';
if (method.ifChanged) {
out += '\n  /** ';
out += ts(method.description);
out += ' Gives undefined where it still has the tag `ifNoneMatch`. */\n  async ';
out += ts(method.ifChanged);
out += ts(method.generics);
out += '(';
out += ts(method.parameters);
out += 'options: ';
out += ts(method.options);
out += ' = {}): Promise<';
out += ts(method.result);
out += ' | undefined> {\n    return await this.#caller.sendIfChanged<';
out += ts(method.result);
out += '>(';
out += ts(method.request);
out += ');\n  }\n';
}
if (method.all) {
out += '\n  /** ';
out += ts(method.description);
out += ' Goes through all pages, each read when it is needed. */\n  ';
out += ts(method.all.name);
out += ts(method.generics);
out += '(';
out += ts(method.parameters);
out += 'options: ';
out += ts(method.options);
out += ' = {}): AsyncGenerator<';
out += ts(method.all.type);
out += ', void, void> {\n    return ';
out += ts(method.all.each);
out += '(';
out += ts(method.all.start);
out += ', async (';
out += ts(method.all.place);
out += ') => {\n      const page = await this.';
out += ts(method.name);
out += ts(method.all.generics);
out += '(';
out += ts(method.all.keys);
out += '{ ...';
out += ts(method.all.query);
out += ', ';
out += ts(method.all.place);
out += ' }, options);\n      return ';
out += ts(method.all.page);
out += ';\n    });\n  }\n';
}
}
out += '}\n';

    return out;
  },
  "components/api_gateway.ts.eta": (it) => {
    let out = "";
out += '/**\n * The HTTP API: turns requests into messages for the controllers, and their replies into responses.\n *\n * @module\n */\nimport { type ComponentContext, HarnessComponent, type PortSpec } from "@autocoder/harness";\n';
if (it.auth) {
out += 'import { ACCESS } from "../access/access_rules.ts";\n';
}
if (it.endpoints) {
out += 'import { Client } from "../client/client.ts";\n';
}
out += 'import openapi from "../docs/openapi.json" with { type: "json" };\n';
if (it.auth) {
out += 'import { guardOf';
if (it.auth.checksReferences) {
out += ', referenceCheck';
}
if (it.rateLimit) {
out += ', viewerOf';
}
out += ' } from "../kit/access_guard.ts";\n';
if (it.aggregates) {
out += 'import { mountAggregates } from "../kit/aggregate_routes.ts";\n';
}
out += 'import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";\nimport { mountAuth } from "../kit/auth_routes.ts";\n';
}
if (it.auth || it.rateLimit) {
out += 'import { fromConnection } from "../kit/client_address.ts";\n';
} else if (it.aggregates) {
out += 'import { mountAggregates } from "../kit/aggregate_routes.ts";\n';
}
if (it.bulk) {
out += 'import { bulkRoutes } from "../kit/bulk_routes.ts";\n';
}
if (it.rateLimit) {
out += 'import { type ClientRateLimit, withRateLimit } from "../kit/client_rate_limit.ts";\n';
}
if (it.endpoints) {
out += 'import type { CustomEndpoint } from "../kit/custom_endpoint.ts";\nimport { mountEndpoints } from "../kit/custom_routes.ts";\n';
if (it.auth) {
out += 'import { endpointGuard } from "../kit/endpoint_guard.ts";\n';
}
}
out += 'import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";\nimport { mountEntity } from "../kit/entity_routes.ts";\n';
if (it.files) {
out += 'import { mountFiles, ';
if (it.removesFiles) {
out += 'removingFiles, ';
}
out += 'sweepFiles } from "../kit/file_routes.ts";\nimport type { FileStore } from "../kit/file_store.ts";\n';
}
out += 'import { type Api, createApi } from "../kit/http_api.ts";\nimport { HttpListener } from "../kit/http_listener.ts";\n';
if (it.related) {
out += 'import { includesOf } from "../kit/included_entities.ts";\n';
}
if (it.live) {
out += 'import { mountLive } from "../kit/live_routes.ts";\nimport type { LiveSubscription } from "../kit/live_subscription.ts";\nimport type { LiveRequest } from "../kit/live_updates.ts";\nimport type { Outcome } from "../kit/problem.ts";\n';
}
if (it.once) {
out += 'import type { KeptReplies } from "../kit/kept_reply.ts";\nimport { onceByKey } from "../kit/once_by_key.ts";\n';
if (it.auth) {
out += 'import { senderOf } from "../kit/request_sender.ts";\n';
}
}
if (it.endpoints) {
out += 'import type { LogicTally } from "../kit/logic_tally.ts";\n';
}
if (it.hides) {
out += 'import { shownReply, shownSpec } from "../kit/shown_entity.ts";\n';
}
if (it.auth && it.auth.hides) {
out += 'import { shownUser } from "../kit/shown_user.ts";\n';
}
if (it.workers) {
out += 'import type { WorkerSeat } from "../kit/serve_as_worker.ts";\n';
}
out += 'import type { Health } from "../kit/system_routes.ts";\n';
for (const entity of it.entities) {
out += 'import { ';
if (entity.aggregates) {
out += ts(entity.aggregates);
out += ', ';
}
if (entity.files) {
out += ts(entity.files);
out += ', ';
}
out += ts(entity.constant);
out += ', type ';
out += ts(entity.typeName);
out += ' } from "../models/';
out += ts(entity.file);
out += '.ts";\n';
if (entity.schemaImports) {
out += 'import { ';
out += ts(entity.schemaImports);
out += ' } from "../schemas/';
out += ts(entity.file);
out += '_schema.ts";\n';
}
}
if (it.auth) {
out += 'import { LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";\n';
}
out += '\n/** What the endpoint needs. */\nexport interface ';
out += ts(it.className);
out += 'Config {\n  /** The address to listen on. */\n  readonly host: string;\n  /** The port to listen on; 0 takes any that is free. */\n  readonly port: number;\n  /** Reports how the system is. */\n  readonly health: () => Health;\n  /** Renders the system\'s metrics for Prometheus. */\n  readonly metrics: () => string;\n';
if (it.workers) {
out += '  /** What it has to do as one of several workers. @default it is alone */\n  readonly seat?: WorkerSeat | undefined;\n';
}
if (it.once) {
out += '  /** Keeps what requests with a key were answered. */\n  readonly replies: KeptReplies;\n';
}
if (it.auth) {
out += '  /** The header by which a trusted proxy tells the client\'s address; empty to take the connection\'s. */\n  readonly addressHeader: string | undefined;\n';
}
if (it.files) {
out += '  /** Where files are kept. */\n  readonly files: FileStore;\n';
}
if (it.rateLimit) {
out += '  /** How many requests each client may make. */\n  readonly rateLimit: ClientRateLimit;\n';
}
if (it.endpoints) {
out += '  /** Endpoints of the system\'s own. */\n  readonly endpoints: readonly CustomEndpoint<Client>[];\n  /** Counts what fails of them. */\n  readonly tally: LogicTally;\n';
}
out += '}\n\n/** ';
out += ts(it.description);
out += ' */\nexport class ';
out += ts(it.className);
out += ' extends HarnessComponent<';
out += ts(it.className);
out += 'Config> {\n  /** Its ports and the types of their messages. */\n  override readonly ports: Readonly<Record<string, PortSpec>> = {\n';
for (const port of it.ports) {
out += '    ';
out += ts(port.name);
out += ': ';
out += ts(port.spec);
out += ',\n';
}
out += '  };\n\n  #api: Api | undefined;\n  readonly #listener = new HttpListener(';
if (it.auth || it.rateLimit) {
out += '(request, info) => this.fetch(fromConnection(request, info))';
} else {
out += '(request) => this.fetch(request)';
}
out += ', {\n    hostname: this.config.host,\n    port: this.config.port,\n';
if (it.workers) {
out += '    reusePort: this.config.seat !== undefined,\n';
}
out += '  });\n\n  /** Builds the routes and opens the listener; after a failure, on the port it had. */\n  override setup(context?: ComponentContext): void {\n';
if (it.workers) {
out += '    const { health, metrics, seat } = this.config;\n    const api = createApi({ openapi, health, metrics, share: seat?.share, log: context?.log });\n';
} else {
out += '    const { health, metrics } = this.config;\n    const api = createApi({ openapi, health, metrics, log: context?.log });\n';
}
if (it.auth) {
if (it.auth.hides) {
out += '    const ask = async (request: AuthRequest) => shownUser(';
out += ts(it.auth.users);
out += ', await this.sendToAuthRequests(request));\n';
} else {
out += '    const ask = (request: AuthRequest) => this.sendToAuthRequests(request);\n';
}
out += '    mountAuth(api, {\n      registration: REGISTRATION,\n      login: LOGIN,\n      usersPath: ';
out += ts(it.auth.users);
out += '.path,\n      open: ';
out += ts(it.auth.open);
out += ',\n';
if (it.auth.tenants) {
out += '      tenants: true,\n';
}
if (it.auth.references) {
out += '      checkReferences: referenceCheck(ask, ';
out += ts(it.auth.references);
out += '),\n';
}
out += '      access: ';
out += ts(it.auth.access);
out += ',\n      addressHeader: this.config.addressHeader,\n      ask,\n    });\n';
}
if (it.related) {
out += '    const related = {\n';
for (const entity of it.related) {
out += '      ';
out += ts(entity.name);
out += ': {\n        spec: ';
out += ts(entity.constant);
out += ',\n';
if (entity.access) {
out += '        guard: guardOf(';
out += ts(entity.access);
out += ', ask),\n';
}
if (entity.hides) {
out += '        send: async (request: EntityRequest) => shownReply(';
out += ts(entity.constant);
out += ', await this.';
out += ts(entity.sender);
out += '(request)),\n';
} else {
out += '        send: (request: EntityRequest) => this.';
out += ts(entity.sender);
out += '(request),\n';
}
out += '      },\n';
}
out += '    };\n';
}
if (it.live) {
out += '    const live = { subscribe: (request: LiveRequest) => this.sendToLiveRequests(request), signal: this.signal };\n';
}
if (it.once) {
out += '    const once = ';
out += ts(it.once);
out += ';\n';
}
for (const entity of it.entities) {
if (entity.aggregates) {
out += '    mountAggregates(api, {\n';
if (entity.hides) {
out += '      spec: shownSpec(';
out += ts(entity.constant);
out += '),\n';
} else {
out += '      spec: ';
out += ts(entity.constant);
out += ',\n';
}
if (entity.access) {
out += '      guard: guardOf(';
out += ts(entity.access);
out += ', ask),\n';
}
out += '      send: (request) => this.';
out += ts(entity.sender);
out += '(request),\n    }, ';
out += ts(entity.aggregates);
out += ');\n';
}
if (entity.live) {
out += '    mountLive(api, {\n';
if (entity.hides) {
out += '      spec: shownSpec(';
out += ts(entity.constant);
out += '),\n';
} else {
out += '      spec: ';
out += ts(entity.constant);
out += ',\n';
}
if (entity.access) {
out += '      guard: guardOf(';
out += ts(entity.access);
out += ', ask),\n';
}
if (entity.hides) {
out += '      send: async (request) => shownReply(';
out += ts(entity.constant);
out += ', await this.';
out += ts(entity.sender);
out += '(request)),\n';
} else {
out += '      send: (request) => this.';
out += ts(entity.sender);
out += '(request),\n';
}
out += '      ...live,\n    });\n';
}
out += '    mountEntity(api, {\n';
if (entity.hides) {
out += '      spec: shownSpec(';
out += ts(entity.constant);
out += '),\n';
} else {
out += '      spec: ';
out += ts(entity.constant);
out += ',\n';
}
out += '      operations: ';
out += ts(entity.operations);
out += ',\n';
if (entity.actions) {
out += '      actions: ';
out += ts(entity.actions);
out += ',\n';
}
for (const schema of entity.schemas) {
out += '      ';
out += ts(schema.option);
out += ': ';
out += ts(schema.constant);
out += ',\n';
}
if (entity.access) {
out += '      guard: guardOf(';
out += ts(entity.access);
out += ', ask),\n';
}
if (entity.references) {
out += '      checkReferences: referenceCheck(ask, ';
out += ts(entity.references);
out += '),\n';
}
if (entity.includes) {
out += '      includes: includesOf(';
out += ts(entity.includes);
out += '),\n';
}
if (entity.bulk) {
out += '      bulk: ';
out += ts(entity.bulk);
out += ',\n';
}
if (entity.once) {
out += '      once,\n';
}
if (entity.files && !entity.softDelete) {
out += '      send: removingFiles({\n        spec: ';
out += ts(entity.constant);
out += ',\n        fields: ';
out += ts(entity.files);
out += ',\n        files: this.config.files,\n        send: ';
if (entity.hides) {
out += 'async (request) => shownReply(';
out += ts(entity.constant);
out += ', await this.';
out += ts(entity.sender);
out += '(request))';
} else {
out += '(request) => this.';
out += ts(entity.sender);
out += '(request)';
}
out += ',\n      }),\n';
} else if (entity.hides) {
out += '      send: async (request) => shownReply(';
out += ts(entity.constant);
out += ', await this.';
out += ts(entity.sender);
out += '(request)),\n';
} else {
out += '      send: (request) => this.';
out += ts(entity.sender);
out += '(request),\n';
}
out += '    });\n';
if (entity.files) {
out += '    mountFiles(api, {\n      spec: ';
out += ts(entity.constant);
out += ',\n      fields: ';
out += ts(entity.files);
out += ',\n      files: this.config.files,\n';
if (entity.access) {
out += '      guard: guardOf(';
out += ts(entity.access);
out += ', ask),\n';
}
out += '      send: (request) => this.';
out += ts(entity.sender);
out += '(request),\n    });\n';
}
}
if (it.endpoints) {
out += '    mountEndpoints(api, {\n      endpoints: this.config.endpoints,\n      client: (options) => new Client(options),\n      fetch: api.fetch,\n';
if (it.auth) {
out += '      guard: endpointGuard(ask';
if (it.endpoints.scheme) {
out += ', ';
out += ts(it.endpoints.scheme);
}
out += '),\n';
}
if (it.endpoints.scheme) {
out += '      scheme: ';
out += ts(it.endpoints.scheme);
out += ',\n';
}
out += '      tally: this.config.tally,\n    });\n';
}
if (it.rateLimit) {
if (it.auth) {
out += '    const fetch = withRateLimit(api.fetch, {\n      ...this.config.rateLimit,\n      viewer: (request) => viewerOf(request, ask),\n    });\n';
} else {
out += '    const fetch = withRateLimit(api.fetch, this.config.rateLimit);\n';
}
out += '    this.#api = { ...api, fetch };\n';
} else {
out += '    this.#api = api;\n';
}
out += '    const url = this.#listener.open();\n    context?.log({ level: "info", event: "listening", component: this.name, url });\n  }\n\n';
if (it.files) {
out += '  /** Removes the files that belong to nothing, and serves until the system stops, then finishes the requests in hand. */\n  override async process(): Promise<void> {\n    await Promise.all([\n      sweepFiles(this.config.files, {\n';
for (const entity of it.entities) {
if (entity.files) {
out += '        ';
out += ts(entity.nameLiteral);
out += ': {\n          send: (request) => this.';
out += ts(entity.sender);
out += '(request),\n';
if (entity.softDelete) {
out += '          softDelete: true,\n';
}
out += '        },\n';
}
}
out += '      }';
if (it.shared) {
out += ', { shared: true }';
}
out += '),\n      this.#listener.serve(this.signal),\n    ]);\n  }\n';
} else {
out += '  /** Serves until the system stops, then finishes the requests in hand. */\n  override process(): Promise<void> {\n    return this.#listener.serve(this.signal);\n  }\n';
}
out += '\n  /** Closes the listener, if it is still open, and the outputs. */\n  override async cleanup(): Promise<void> {\n    await this.#listener.close();\n    await super.cleanup();\n  }\n\n  /** The address it listens on, as soon as it does. */\n  get listening(): Promise<string> {\n    return this.#listener.listening;\n  }\n\n  /** Answers one request, as the listener does. */\n  fetch(request: Request): Response | Promise<Response> {\n    if (!this.#api) throw new Error("The endpoint is not set up");\n    return this.#api.fetch(request);\n  }\n';
for (const sender of it.senders) {
out += '\n  /** Sends a request out by `';
out += ts(sender.port);
out += '` and waits for the controller\'s reply. */\n  ';
out += ts(sender.method);
out += '(request: EntityRequest): Promise<EntityReply<';
out += ts(sender.typeName);
out += '>> {\n    return this.request<EntityReply<';
out += ts(sender.typeName);
out += '>>(';
out += ts(sender.portLiteral);
out += ', request);\n  }\n';
}
if (it.auth) {
out += '\n  /** Sends a request out by `auth_requests` and waits for the reply. */\n  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {\n    return this.request<AuthReply>("auth_requests", request);\n  }\n';
}
if (it.live) {
out += '\n  /** Sends a request out by `live_requests` and waits for the subscription. */\n  sendToLiveRequests(request: LiveRequest): Promise<Outcome<LiveSubscription>> {\n    return this.request<Outcome<LiveSubscription>>("live_requests", request);\n  }\n';
}
out += '}\n';

    return out;
  },
  "components/auth_controller.ts.eta": (it) => {
    let out = "";
out += '/**\n * Signs users in and out, and finds who a token belongs to.\n *\n * @module\n */\nimport { HarnessComponent, type PortSpec } from "@autocoder/harness";\nimport type { AuthReply, AuthRequest } from "../kit/auth_request.ts";\nimport { AuthService } from "../kit/auth_service.ts";\nimport type { AuthConfig } from "../kit/auth_settings.ts";\nimport type { EntityReply, EntityRequest } from "../kit/entity_request.ts";\nimport type { StoreCommand, StoreResult } from "../kit/store_command.ts";\n';
if (it.tenant) {
out += 'import { tenancy } from "../kit/tenant_registration.ts";\n';
}
out += 'import type { Credential } from "../models/credential.ts";\nimport type { RefreshToken } from "../models/refresh_token.ts";\n';
if (it.tenant) {
out += 'import type { ';
out += ts(it.tenant.typeName);
out += ' } from "../models/';
out += ts(it.tenant.file);
out += '.ts";\n';
}
out += 'import type { ';
out += ts(it.userType);
out += ' } from "../models/';
out += ts(it.userFile);
out += '.ts";\n\n/** What the controller needs. */\nexport interface ';
out += ts(it.className);
out += 'Config {\n  /** The settings of users and their tokens. */\n  readonly auth: AuthConfig;\n}\n\n/** ';
out += ts(it.description);
out += ' */\nexport class ';
out += ts(it.className);
out += ' extends HarnessComponent<';
out += ts(it.className);
out += 'Config> {\n  /** Its ports and the types of their messages. */\n  override readonly ports: Readonly<Record<string, PortSpec>> = {\n';
for (const port of it.ports) {
out += '    ';
out += ts(port.name);
out += ': ';
out += ts(port.spec);
out += ',\n';
}
out += '  };\n\n  #auth: AuthService | undefined;\n\n  /** Begins with nothing under way and no tries counted, also after a failure. */\n  override setup(): void {\n    this.#auth = new AuthService({\n      config: this.config.auth,\n      issuer: ';
out += ts(it.issuer);
out += ',\n      signIn: ';
out += ts(it.signIn);
out += ',\n';
if (it.role) {
out += '      role: ';
out += ts(it.role);
out += ',\n';
}
out += '      open: ';
out += ts(it.open);
out += ',\n';
if (it.tenant) {
out += '      tenant: tenancy({\n        name: ';
out += ts(it.tenant.name);
out += ',\n        field: ';
out += ts(it.tenant.field);
out += ',\n';
if (it.tenant.founder) {
out += '        founder: ';
out += ts(it.tenant.founder);
out += ',\n';
}
out += '        tenants: (request) => this.sendToTenantRequests(request),\n      }),\n';
}
out += '      users: (request) => this.sendToUserRequests(request),\n      credentials: (command) => this.sendToCredentialOperation(command),\n      refreshTokens: (command) => this.sendToRefreshTokenOperation(command),\n    });\n  }\n\n  /** Makes the first user, if the settings name one, then serves its input port until it closes. */\n  override async process(): Promise<void> {\n    await this.#auth?.makeFirstUser();\n    await this.serve({\n      process_request: (request: AuthRequest) => this.handleProcessRequest(request),\n    });\n  }\n\n  /** Answers a request that came in by `process_request`. */\n  handleProcessRequest(request: AuthRequest): Promise<AuthReply> {\n    if (!this.#auth) throw new Error("The controller is not set up");\n    return this.#auth.handle(request);\n  }\n\n  /** How many password hashes it has made since it was set up. */\n  get hashes(): number {\n    return this.#auth?.hashes ?? 0;\n  }\n\n  /** Sends a request out by `user_requests` and waits for the users\' controller. */\n  sendToUserRequests(request: EntityRequest): Promise<EntityReply<';
out += ts(it.userType);
out += '>> {\n    return this.request<EntityReply<';
out += ts(it.userType);
out += '>>("user_requests", request);\n  }\n\n';
if (it.tenant) {
out += '  /** Sends a request out by `tenant_requests` and waits for the controller of ';
out += ts(it.tenant.label);
out += '. */\n  sendToTenantRequests(request: EntityRequest): Promise<EntityReply<';
out += ts(it.tenant.typeName);
out += '>> {\n    return this.request<EntityReply<';
out += ts(it.tenant.typeName);
out += '>>("tenant_requests", request);\n  }\n\n';
}
out += '  /** Sends a command out by `credential_operation` and waits for the store\'s result. */\n  sendToCredentialOperation(command: StoreCommand<Credential>): Promise<StoreResult<Credential>> {\n    return this.request<StoreResult<Credential>>("credential_operation", command);\n  }\n\n  /** Sends a command out by `refresh_token_operation` and waits for the store\'s result. */\n  sendToRefreshTokenOperation(command: StoreCommand<RefreshToken>): Promise<StoreResult<RefreshToken>> {\n    return this.request<StoreResult<RefreshToken>>("refresh_token_operation", command);\n  }\n}\n';

    return out;
  },
  "components/controller.ts.eta": (it) => {
    let out = "";
out += '/**\n * Applies the rules of ';
out += ts(it.entity.labelPlural);
out += ' between the API and the store.\n *\n * @module\n */\nimport { ';
if (it.logic && it.logic.asks) {
out += 'type ComponentContext, ';
}
out += 'HarnessComponent, type PortSpec } from "@autocoder/harness";\n';
if (it.adjusts) {
out += 'import { adjustments } from "../kit/adjustment.ts";\n';
}
if (it.bulk) {
out += 'import { bulkChanges } from "../kit/bulk_changes.ts";\n';
}
if (it.entity.computed) {
out += 'import { computation } from "../kit/computed_fields.ts";\n';
}
if (it.logic && it.logic.fields) {
out += 'import { logicComputation } from "../kit/computed_logic.ts";\n';
}
if (it.logic && it.logic.asks) {
out += 'import type { EntityLogic } from "../kit/entity_logic.ts";\n';
}
if (it.entity.objects) {
out += 'import { completion } from "../kit/embedded_object.ts";\n';
}
out += 'import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";\nimport { ';
out += ts(it.service.className);
out += ' } from "../kit/';
out += ts(it.service.file);
out += '.ts";\n';
if (it.logic && it.logic.asks) {
out += 'import { keepLogic } from "../kit/logic_keeper.ts";\nimport type { LogicTally } from "../kit/logic_tally.ts";\n';
}
if (it.guarded) {
out += 'import { OWNERSHIP } from "../kit/owned_entity.ts";\n';
}
if (it.guard) {
out += 'import { stateGuard } from "../kit/requirement.ts";\n';
}
if (it.entity.softDelete) {
out += 'import { restoreEntity } from "../kit/restore_entity.ts";\n';
}
if (it.entity.slugs) {
out += 'import { madeSlugs } from "../kit/slug.ts";\n';
}
if (it.bulk) {
out += 'import type { BatchCommand, BatchResult, StoreCommand, StoreResult } from "../kit/store_command.ts";\n';
} else {
out += 'import type { StoreCommand, StoreResult } from "../kit/store_command.ts";\n';
}
if (it.logic && it.logic.fields) {
out += 'import { ';
out += ts(it.logic.fields);
out += ' } from "../logic/';
out += ts(it.entity.file);
out += '_logic.ts";\n';
}
out += 'import { ';
out += ts(it.entity.constant);
out += ', type ';
out += ts(it.entity.typeName);
out += ' } from "../models/';
out += ts(it.entity.file);
out += '.ts";\n';
for (const target of it.targets) {
out += 'import { ';
out += ts(target.constant);
out += ' } from "../models/';
out += ts(target.file);
out += '.ts";\n';
}
if (it.entity.objects) {
out += 'import { ';
out += ts(it.entity.objects);
out += ' } from "../schemas/';
out += ts(it.entity.file);
out += '_objects.ts";\n';
}
if (it.entity.computed) {
out += 'import { ';
out += ts(it.entity.computed);
out += ' } from "../validations/';
out += ts(it.entity.file);
out += '_computed.ts";\n';
}
out += 'import { ';
out += ts(it.entity.checkName);
out += ' } from "../validations/';
out += ts(it.entity.file);
out += '_rules.ts";\n\n';
if (it.logic && it.logic.asks) {
out += '/** What the controller may be given. */\nexport interface ';
out += ts(it.logic.config);
out += ' {\n  /** Guards and hooks. @default there are none */\n  readonly logic?: EntityLogic<';
out += ts(it.entity.typeName);
out += '>;\n  /** Counts those that fail. @default nobody does */\n  readonly tally?: LogicTally;\n}\n\n';
}
out += '/** ';
out += ts(it.description);
out += ' */\nexport class ';
out += ts(it.className);
out += ' extends HarnessComponent';
if (it.logic && it.logic.asks) {
out += '<';
out += ts(it.logic.config);
out += '>';
}
out += ' {\n  /** Its ports and the types of their messages. */\n  override readonly ports: Readonly<Record<string, PortSpec>> = {\n';
for (const port of it.ports) {
out += '    ';
out += ts(port.name);
out += ': ';
out += ts(port.spec);
out += ',\n';
}
out += '  };\n\n  #';
out += ts(it.entity.pluralCamel);
out += ': ';
out += ts(it.service.className);
out += '<';
out += ts(it.entity.typeName);
out += '> | undefined;\n\n  /** Begins with nothing under way, also after a failure. */\n';
if (it.logic && it.logic.asks) {
out += '  override setup(context?: ComponentContext): void {\n    const { logic, tally } = this.config;\n';
} else {
out += '  override setup(): void {\n';
}
out += '    this.#';
out += ts(it.entity.pluralCamel);
out += ' = new ';
out += ts(it.service.className);
out += '<';
out += ts(it.entity.typeName);
out += '>({\n      spec: ';
out += ts(it.entity.constant);
out += ',\n      defaults: ';
out += ts(it.entity.defaults);
out += ',\n';
if (it.entity.objects) {
out += '      compute: completion(';
out += ts(it.entity.objects);
if (it.entity.computed || it.logic && it.logic.fields) {
out += ', ';
if (it.logic && it.logic.fields) {
out += 'logicComputation(';
out += ts(it.entity.constant);
out += ', ';
out += ts(it.logic.fields);
if (it.entity.computed) {
out += ', computation(';
out += ts(it.entity.constant);
out += ', ';
out += ts(it.entity.computed);
out += ')';
}
out += ')';
} else if (it.entity.computed) {
out += 'computation(';
out += ts(it.entity.constant);
out += ', ';
out += ts(it.entity.computed);
out += ')';
}
}
out += '),\n';
} else if (it.entity.computed || it.logic && it.logic.fields) {
out += '      compute: ';
if (it.logic && it.logic.fields) {
out += 'logicComputation(';
out += ts(it.entity.constant);
out += ', ';
out += ts(it.logic.fields);
if (it.entity.computed) {
out += ', computation(';
out += ts(it.entity.constant);
out += ', ';
out += ts(it.entity.computed);
out += ')';
}
out += ')';
} else if (it.entity.computed) {
out += 'computation(';
out += ts(it.entity.constant);
out += ', ';
out += ts(it.entity.computed);
out += ')';
}
out += ',\n';
}
out += '      check: ';
out += ts(it.entity.checkName);
out += ',\n';
if (it.entity.slugs) {
out += '      made: madeSlugs<';
out += ts(it.entity.typeName);
out += '>(';
out += ts(it.entity.constant);
out += ', ';
out += ts(it.entity.slugs);
out += '),\n';
}
if (it.entity.actions) {
out += '      actions: ';
out += ts(it.entity.actions);
out += ',\n';
}
if (it.guard) {
out += '      guard: ';
out += ts(it.guard);
out += ',\n';
}
if (it.logic && it.logic.asks) {
out += '      logic: logic && keepLogic({ spec: ';
out += ts(it.entity.constant);
out += ', logic, tally, log: context?.log }),\n';
}
if (it.guarded) {
out += '      grants: OWNERSHIP,\n';
}
if (it.entity.softDelete) {
out += '      restore: restoreEntity,\n';
}
if (it.bulk) {
out += '      bulk: bulkChanges((command) => this.';
out += ts(it.storeSender);
out += 'Batch(command)),\n';
}
out += '      store: (command) => this.';
out += ts(it.storeSender);
out += '(command),\n    });\n  }\n\n  /** Serves its input ports until they close. */\n  override process(): Promise<void> {\n    return this.serve({\n';
for (const handler of it.handlers) {
out += '      ';
out += ts(handler.port);
out += ': (request: EntityRequest) => this.';
out += ts(handler.method);
out += '(request),\n';
}
out += '    });\n  }\n';
for (const handler of it.handlers) {
out += '\n  /** Answers a request that came in by `';
out += ts(handler.port);
out += '`. */\n  ';
out += ts(handler.method);
out += '(request: EntityRequest): Promise<EntityReply<';
out += ts(it.entity.typeName);
out += '>> {\n    if (!this.#';
out += ts(it.entity.pluralCamel);
out += ') throw new Error("The controller is not set up");\n    return this.#';
out += ts(it.entity.pluralCamel);
out += '.handle(request);\n  }\n';
}
for (const sender of it.senders) {
out += '\n  /** Sends a command out by `';
out += ts(sender.port);
out += '` and waits for the store\'s result. */\n  ';
out += ts(sender.method);
out += '(command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>): Promise<StoreResult<';
out += ts(it.entity.typeName);
out += '>> {\n    return this.request<StoreResult<';
out += ts(it.entity.typeName);
out += '>>(';
out += ts(sender.portLiteral);
out += ', command);\n  }\n';
if (it.bulk) {
out += '\n  /** Sends several writes out by `';
out += ts(sender.port);
out += '` and waits for the store\'s result. */\n  ';
out += ts(sender.method);
out += 'Batch(command: BatchCommand<';
out += ts(it.entity.typeName);
out += '>): Promise<BatchResult<';
out += ts(it.entity.typeName);
out += '>> {\n    return this.request<BatchResult<';
out += ts(it.entity.typeName);
out += '>>(';
out += ts(sender.portLiteral);
out += ', command);\n  }\n';
}
}
out += '}\n';

    return out;
  },
  "components/live_feed.ts.eta": (it) => {
    let out = "";
out += '/**\n * Tells clients that listen what has changed, once it is committed.\n *\n * @module\n */\nimport { HarnessComponent, type PortSpec } from "@autocoder/harness";\nimport type { ChangeSource } from "../kit/live_change.ts";\nimport type { LiveSubscription } from "../kit/live_subscription.ts";\nimport { type LiveRequest, LiveUpdates } from "../kit/live_updates.ts";\nimport type { Outcome } from "../kit/problem.ts";\n';
for (const entity of it.entities) {
out += 'import { ';
out += ts(entity.constant);
out += ' } from "../models/';
out += ts(entity.file);
out += '.ts";\n';
}
out += '\n/** What the feed needs. */\nexport interface LiveFeedConfig {\n  /** Where it hears of changes. */\n  readonly changes: ChangeSource;\n  /** How many streams may be open. */\n  readonly streams: number;\n}\n\n/** ';
out += ts(it.description);
out += ' */\nexport class LiveFeed extends HarnessComponent<LiveFeedConfig> {\n  /** Its ports and the types of their messages. */\n  override readonly ports: Readonly<Record<string, PortSpec>> = {\n    subscribe: { direction: "in", type: "LiveRequest" },\n  };\n\n  readonly #updates = new LiveUpdates({ streams: this.config.streams });\n  #watch: AsyncDisposable | undefined;\n\n  /** Begins to hear of changes; after a failure, some were missed. */\n  override async setup(): Promise<void> {\n    this.#updates.gap();\n    this.#watch = await this.config.changes.watch(LIVE, this.#updates);\n  }\n\n  /** Serves its input port until it closes, and shows quiet streams that they are open. */\n  override async process(): Promise<void> {\n    const served = this.serve({ subscribe: (request: LiveRequest) => this.handleSubscribe(request) });\n    const ended = served.then(() => false);\n    while (await Promise.race([this.sleep(BEAT_MS), ended])) this.#updates.beat();\n    await served;\n  }\n\n  /** Ends all streams, and hears of nothing more. */\n  override async cleanup(): Promise<void> {\n    this.#updates.close();\n    await this.#watch?.[Symbol.asyncDispose]();\n    await super.cleanup();\n  }\n\n  /** Opens a subscription for a request that came in by `subscribe`. */\n  handleSubscribe(request: LiveRequest): Outcome<LiveSubscription> {\n    return this.#updates.subscribe(request);\n  }\n\n  /** Writes the figures of its streams in Prometheus\'s text format. */\n  figures(): string {\n    return this.#updates.toPrometheus();\n  }\n}\n\nconst LIVE = [';
out += ts(it.constants);
out += '];\n/** Proxies close connections on which nothing comes for a minute or so. */\nconst BEAT_MS = 15_000;\n';

    return out;
  },
  "components/postgres_store.ts.eta": (it) => {
    let out = "";
out += '/**\n * Keeps ';
out += ts(it.entity.labelPlural);
out += ' ';
out += ts(it.where);
out += '.\n *\n * @module\n */\nimport { HarnessComponent, type PortSpec } from "@autocoder/harness";\n';
if (it.cache) {
out += 'import { CachedTable } from "../kit/cached_table.ts";\nimport type { EntityCaches } from "../kit/entity_caches.ts";\n';
}
if (it.bulk) {
out += 'import { batchInPostgres } from "../kit/postgres_batch.ts";\nimport type { PostgresDatabase, PostgresPlace } from "../kit/postgres_database.ts";\n';
} else {
out += 'import type { PostgresDatabase } from "../kit/postgres_database.ts";\n';
}
if (it.adjusts) {
out += 'import { ';
out += ts(it.adjusts);
out += ' } from "../kit/postgres_adjustment.ts";\n';
}
if (it.entity.noOverlap) {
out += 'import { noOverlapInPostgres } from "../kit/postgres_overlap.ts";\n';
}
if (it.announces) {
out += 'import { ';
out += ts(it.announces);
out += ' } from "../kit/postgres_outbox.ts";\n';
}
if (it.guard) {
out += 'import { ';
out += ts(it.guard);
out += ' } from "../kit/postgres_requirement.ts";\n';
}
out += 'import { PostgresTable } from "../kit/postgres_table.ts";\n';
if (it.entity.softDelete) {
out += 'import { keepDeletedInPostgres } from "../kit/postgres_trash.ts";\n';
}
if (it.entity.words) {
out += 'import { keepWordsInPostgres } from "../kit/postgres_words.ts";\n';
}
out += 'import type { ';
if (it.bulk) {
out += 'BatchCommand, BatchResult, ';
}
out += 'StoreCommand, StoreResult } from "../kit/store_command.ts";\nimport { ';
out += ts(it.entity.constant);
out += ', type ';
out += ts(it.entity.typeName);
out += ' } from "../models/';
out += ts(it.entity.file);
out += '.ts";\n';
if (it.announces) {
out += 'import { WEBHOOKS } from "../webhooks/webhooks.ts";\n';
}
out += '\n/** What the store needs. */\nexport interface ';
out += ts(it.className);
out += 'Config {\n  /** The database that all stores share. */\n  readonly database: PostgresDatabase;\n';
if (it.cache) {
out += '  /** The caches that all stores share. */\n  readonly caches: EntityCaches;\n';
}
out += '}\n\n/** ';
out += ts(it.description);
out += ' */\nexport class ';
out += ts(it.className);
out += ' extends HarnessComponent<';
out += ts(it.className);
out += 'Config> {\n  /** Its ports and the types of their messages. */\n  override readonly ports: Readonly<Record<string, PortSpec>> = {\n';
for (const port of it.ports) {
out += '    ';
out += ts(port.name);
out += ': ';
out += ts(port.spec);
out += ',\n';
}
out += '  };\n\n  #table: ';
if (it.cache) {
out += 'CachedTable';
} else {
out += 'PostgresTable';
}
out += '<';
out += ts(it.entity.typeName);
out += '> | undefined;\n\n  /** Opens the table. */\n  override setup(): void {\n';
if (it.entity.softDelete) {
out += '    keepDeletedInPostgres(this.config.database);\n';
}
if (it.bulk) {
out += '    ';
if (it.cache) {
out += 'const table';
} else {
out += 'this.#table';
}
out += ' = this.#open(this.config.database);\n';
} else {
out += '    ';
if (it.cache) {
out += 'const table';
} else {
out += 'this.#table';
}
out += ' = new PostgresTable<';
out += ts(it.entity.typeName);
out += '>(';
out += ts(it.entity.constant);
out += ', this.config.database, SQL';
if (it.rules) {
out += ', ';
out += ts(it.rules);
}
if (it.guard) {
out += ', ';
out += ts(it.guard);
}
out += ');\n';
}
if (it.cache) {
out += '    this.#table = new CachedTable<';
out += ts(it.entity.typeName);
out += '>({\n      spec: ';
out += ts(it.entity.constant);
out += ',\n      caches: this.config.caches,\n      ';
out += ts(it.cache.size);
out += '\n      execute: (command) => table.execute(command),\n    });\n';
}
out += '  }\n\n  /** Serves its input ports until they close. */\n  override process(): Promise<void> {\n    return this.serve({\n';
for (const handler of it.handlers) {
if (it.bulk) {
out += '      ';
out += ts(handler.port);
out += ': (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '> | BatchCommand<';
out += ts(it.entity.typeName);
out += '>) =>\n        command.kind === "batch" ? this.';
out += ts(handler.method);
out += 'Batch(command) : this.';
out += ts(handler.method);
out += '(command),\n';
} else {
out += '      ';
out += ts(handler.port);
out += ': (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>) => this.';
out += ts(handler.method);
out += '(command),\n';
}
}
out += '    });\n  }\n';
for (const handler of it.handlers) {
out += '\n  /** Carries out a command that came in by `';
out += ts(handler.port);
out += '`. */\n  ';
out += ts(handler.method);
out += '(command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>): ';
if (it.cache) {
out += 'StoreResult<';
out += ts(it.entity.typeName);
out += '> | ';
}
out += 'Promise<StoreResult<';
out += ts(it.entity.typeName);
out += '>> {\n    if (!this.#table) throw new Error("The store is not set up");\n    return this.#table.execute(command);\n  }\n';
if (it.bulk) {
out += '\n  /** Carries out several writes that came in by `';
out += ts(handler.port);
out += '`, all or none. */\n  ';
out += ts(handler.method);
out += 'Batch(command: BatchCommand<';
out += ts(it.entity.typeName);
out += '>): Promise<BatchResult<';
out += ts(it.entity.typeName);
out += '>> {\n';
if (it.cache) {
out += '    const { database, caches } = this.config;\n    const open = (place: PostgresPlace) => this.#open(place);\n    const where = { spec: ';
out += ts(it.entity.constant);
out += ', database, open };\n    return caches.writeAny(() => batchInPostgres(where, command));\n';
} else {
out += '    const { database } = this.config;\n    const open = (place: PostgresPlace) => this.#open(place);\n    return batchInPostgres({ spec: ';
out += ts(it.entity.constant);
out += ', database, open }, command);\n';
}
out += '  }\n';
}
}
if (it.bulk) {
out += '\n  #open(database: PostgresPlace): PostgresTable<';
out += ts(it.entity.typeName);
out += '> {\n    return new PostgresTable<';
out += ts(it.entity.typeName);
out += '>(';
out += ts(it.entity.constant);
out += ', database, SQL';
if (it.rules) {
out += ', ';
out += ts(it.rules);
}
if (it.guard) {
out += ', ';
out += ts(it.guard);
}
out += ');\n  }\n';
}
out += '}\n';
if (it.sql) {
out += '\nconst SQL = {\n  insert: `';
out += ts(it.sql.insert);
out += '`,\n  select: `';
out += ts(it.sql.select);
out += '`,\n  update: `';
out += ts(it.sql.update);
out += '`,\n  delete: `';
out += ts(it.sql.delete);
out += '`,\n};\n';
}

    return out;
  },
  "components/scheduler.ts.eta": (it) => {
    let out = "";
out += '/**\n * Does at its times what schedules say, through the controllers, as everybody else.\n *\n * @module\n */\nimport { HarnessComponent, type Log, type PortSpec } from "@autocoder/harness";\nimport type { EntityReply } from "../kit/entity_request.ts";\nimport { keepSchedule } from "../kit/schedule_keeper.ts";\nimport type { ScheduleLedger } from "../kit/schedule_ledger.ts";\nimport { ScheduleTally } from "../kit/schedule_tally.ts";\nimport { SCHEDULES } from "../schedule/schedules.ts";\n\n/** What the scheduler needs. */\nexport interface SchedulerConfig {\n  /** Which runs were done, and who has one in hand. */\n  readonly ledger: ScheduleLedger;\n  /** Whether anything is done at all. */\n  readonly enabled: boolean;\n  /** Hears of runs, and of what is refused. */\n  readonly log?: Log;\n}\n\n/** ';
out += ts(it.description);
out += ' */\nexport class Scheduler extends HarnessComponent<SchedulerConfig> {\n  /** Its ports and the types of their messages. */\n  override readonly ports: Readonly<Record<string, PortSpec>> = {\n';
for (const port of it.ports) {
out += '    ';
out += ts(port.name);
out += ': ';
out += ts(port.spec);
out += ',\n';
}
out += '  };\n\n  readonly #tally: ScheduleTally = new ScheduleTally();\n\n  /** Keeps every schedule, one beside another, until it is to stop. */\n  override async process(): Promise<void> {\n    const { ledger, enabled, log } = this.config;\n    if (!enabled) return await this.stopped();\n    await Promise.all(SCHEDULES.map((schedule) =>\n      keepSchedule(schedule, {\n        send: (request) => this.request<EntityReply<unknown>>(`${schedule.spec.name}_requests`, request),\n        ledger,\n        tally: this.#tally,\n        signal: this.signal,\n        sleep: (milliseconds) => this.sleep(milliseconds),\n        log,\n      })\n    ));\n  }\n\n  /** Writes what was done in Prometheus\'s text format. */\n  figures(): string {\n    return this.#tally.toPrometheus();\n  }\n}\n';

    return out;
  },
  "components/shaped_gateway.ts.eta": (it) => {
    let out = "";
out += '/**\n * The HTTP API: turns requests into messages for the controllers, and their replies into responses.\n *\n * @module\n */\nimport { type ComponentContext, HarnessComponent, type PortSpec } from "@autocoder/harness";\n';
if (it.auth) {
out += 'import { ACCESS } from "../access/access_rules.ts";\n';
}
if (it.auth && it.auth.references || it.resources.some((resource) => resource.references)) {
out += 'import { referenceCheck';
if (it.auth && it.rateLimit) {
out += ', viewerOf';
}
out += ' } from "../kit/access_guard.ts";\n';
} else if (it.auth && it.rateLimit) {
out += 'import { viewerOf } from "../kit/access_guard.ts";\n';
}
if (it.endpoints) {
out += 'import { Client } from "../client/client.ts";\n';
}
out += 'import openapi from "../docs/openapi.json" with { type: "json" };\n';
if (it.auth) {
if (it.auth.account) {
out += 'import { mountAccount } from "../kit/account_routes.ts";\n';
} else {
out += 'import { mountAuth } from "../kit/auth_routes.ts";\n';
}
out += 'import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";\n';
}
if (it.auth || it.rateLimit) {
out += 'import { fromConnection } from "../kit/client_address.ts";\n';
}
if (it.rateLimit) {
out += 'import { type ClientRateLimit, withRateLimit } from "../kit/client_rate_limit.ts";\n';
}
if (it.origins) {
out += 'import { withOrigins } from "../kit/cors.ts";\n';
}
if (it.endpoints) {
out += 'import type { CustomEndpoint } from "../kit/custom_endpoint.ts";\nimport { mountEndpoints } from "../kit/custom_routes.ts";\n';
if (it.auth) {
out += 'import { endpointGuard } from "../kit/endpoint_guard.ts";\n';
}
}
out += 'import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";\n';
if (it.fields) {
out += 'import { fieldsResponse } from "../kit/error_fields.ts";\n';
}
if (it.files) {
out += 'import { ';
if (it.files.removes) {
out += 'removingFiles, ';
}
out += 'sweepFiles } from "../kit/file_routes.ts";\nimport type { FileStore } from "../kit/file_store.ts";\n';
}
if (it.messages) {
out += 'import { messageResponse } from "../kit/error_messages.ts";\n';
}
out += 'import { type Api, createApi } from "../kit/http_api.ts";\nimport { HttpListener } from "../kit/http_listener.ts";\n';
if (it.once) {
out += 'import type { KeptReplies } from "../kit/kept_reply.ts";\n';
}
if (it.endpoints) {
out += 'import type { LogicTally } from "../kit/logic_tally.ts";\n';
}
if (it.links) {
out += 'import { mountLink } from "../kit/link_routes.ts";\n';
}
if (it.live) {
out += 'import type { LiveSubscription } from "../kit/live_subscription.ts";\nimport type { LiveRequest } from "../kit/live_updates.ts";\n';
}
if (it.marks) {
out += 'import { mountMark } from "../kit/mark_routes.ts";\n';
}
if (it.once) {
out += 'import { onceByKey } from "../kit/once_by_key.ts";\n';
}
if (it.live) {
out += 'import type { Outcome } from "../kit/problem.ts";\n';
}
if (it.once && it.auth) {
out += 'import { senderOf } from "../kit/request_sender.ts";\n';
}
if (it.resources.some((resource) => resource.aggregates)) {
out += 'import { mountResourceAggregates } from "../kit/resource_aggregates.ts";\n';
}
if (it.resources.some((resource) => resource.bulk)) {
out += 'import { resourceBulk } from "../kit/resource_bulk.ts";\n';
}
if (it.files) {
out += 'import { mountResourceFiles } from "../kit/resource_files.ts";\n';
}
if (it.auth) {
out += 'import { resourceGuard } from "../kit/resource_guard.ts";\n';
}
if (it.live) {
out += 'import { mountResourceLive } from "../kit/resource_live.ts";\n';
}
out += 'import { mountResource } from "../kit/resource_routes.ts";\nimport type { Sources } from "../kit/resource_spec.ts";\n';
if (it.restores) {
out += 'import { mountRestore } from "../kit/restore_routes.ts";\n';
}
if (it.auth && it.auth.hides) {
out += 'import { shownUser } from "../kit/shown_user.ts";\n';
}
if (it.workers) {
out += 'import type { WorkerSeat } from "../kit/serve_as_worker.ts";\n';
}
out += 'import type { Health } from "../kit/system_routes.ts";\n';
if (it.values.length > 0) {
out += 'import { mountValues } from "../kit/value_routes.ts";\n';
}
for (const model of it.models) {
out += 'import { ';
out += ts(model.imports);
out += ' } from "../models/';
out += ts(model.file);
out += '.ts";\n';
}
if (it.auth && it.auth.account) {
out += 'import { ACCOUNT } from "../resources/account.ts";\n';
}
out += 'import { API_SHAPE } from "../resources/api_shape.ts";\n';
for (const resource of it.resources) {
out += 'import { ';
out += ts(resource.constant);
out += ' } from "../resources/';
out += ts(resource.file);
out += '_resource.ts";\n';
}
if (it.auth) {
out += 'import { ';
if (it.auth.account) {
out += 'ACCOUNT_CHANGE, ';
}
out += 'LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";\n';
}
for (const schema of it.schemas) {
out += 'import { ';
out += ts(schema.imports);
out += ' } from "../schemas/';
out += ts(schema.file);
out += '_schema.ts";\n';
}
out += '\n/** What the endpoint needs. */\nexport interface ';
out += ts(it.className);
out += 'Config {\n  /** The address to listen on. */\n  readonly host: string;\n  /** The port to listen on; 0 takes any that is free. */\n  readonly port: number;\n  /** Reports how the system is. */\n  readonly health: () => Health;\n  /** Renders the system\'s metrics for Prometheus. */\n  readonly metrics: () => string;\n';
if (it.workers) {
out += '  /** What it has to do as one of several workers. @default it is alone */\n  readonly seat?: WorkerSeat | undefined;\n';
}
if (it.once) {
out += '  /** Keeps what requests with a key were answered. */\n  readonly replies: KeptReplies;\n';
}
if (it.files) {
out += '  /** Where files are kept. */\n  readonly files: FileStore;\n';
}
if (it.auth) {
out += '  /** The header by which a trusted proxy tells the client\'s address; empty to take the connection\'s. */\n  readonly addressHeader: string | undefined;\n';
}
if (it.rateLimit) {
out += '  /** How many requests each client may make. */\n  readonly rateLimit: ClientRateLimit;\n';
}
if (it.endpoints) {
out += '  /** Endpoints of the system\'s own. */\n  readonly endpoints: readonly CustomEndpoint<Client>[];\n  /** Counts what fails of them. */\n  readonly tally: LogicTally;\n';
}
out += '}\n\n/** ';
out += ts(it.description);
out += ' */\nexport class ';
out += ts(it.className);
out += ' extends HarnessComponent<';
out += ts(it.className);
out += 'Config> {\n  /** Its ports and the types of their messages. */\n  override readonly ports: Readonly<Record<string, PortSpec>> = {\n';
for (const port of it.ports) {
out += '    ';
out += ts(port.name);
out += ': ';
out += ts(port.spec);
out += ',\n';
}
out += '  };\n\n  #fetch: Api["fetch"] | undefined;\n  readonly #listener = new HttpListener(';
if (it.auth || it.rateLimit) {
out += '(request, info) => this.fetch(fromConnection(request, info))';
} else {
out += '(request) => this.fetch(request)';
}
out += ', {\n    hostname: this.config.host,\n    port: this.config.port,\n';
if (it.workers) {
out += '    reusePort: this.config.seat !== undefined,\n';
}
out += '  });\n\n  /** Builds the routes and opens the listener; after a failure, on the port it had. */\n  override setup(context?: ComponentContext): void {\n';
if (it.workers) {
out += '    const { health, metrics, seat } = this.config;\n    const api = createApi({ openapi, health, metrics, share: seat?.share, log: context?.log });\n';
} else {
out += '    const { health, metrics } = this.config;\n    const api = createApi({ openapi, health, metrics, log: context?.log });\n';
}
if (it.auth) {
if (it.auth.hides) {
out += '    const ask = async (request: AuthRequest) => shownUser(';
out += ts(it.auth.users);
out += ', await this.sendToAuthRequests(request));\n';
} else {
out += '    const ask = (request: AuthRequest) => this.sendToAuthRequests(request);\n';
}
}
out += '    const sources: Sources = {\n';
for (const source of it.sources) {
if (source.files && source.constant) {
out += '      ';
out += ts(source.name);
out += ': removingFiles({\n        spec: ';
out += ts(source.constant);
out += ',\n        fields: ';
out += ts(source.files);
out += ',\n        files: this.config.files,\n        send: (request) => this.';
out += ts(source.sender);
out += '(request),\n      }),\n';
} else {
out += '      ';
out += ts(source.name);
out += ': (request) => this.';
out += ts(source.sender);
out += '(request),\n';
}
}
out += '    };\n    const guards = {\n';
for (const guard of it.guards) {
out += '      ';
out += ts(guard.name);
out += ': resourceGuard(';
out += ts(guard.access);
out += ', ask, API_SHAPE),\n';
}
out += '    };\n';
if (it.once) {
out += '    const once = ';
out += ts(it.once);
out += ';\n    const common = { sources, guards, shape: API_SHAPE, once };\n';
} else {
out += '    const common = { sources, guards, shape: API_SHAPE };\n';
}
if (it.live) {
out += '    const live = {\n      subscribe: (request: LiveRequest) => this.sendToLiveRequests(request),\n      signal: this.signal,\n';
if (it.live.origins) {
out += '      origins: ';
out += ts(it.live.origins);
out += ',\n';
}
out += '    };\n';
}
if (it.auth && it.auth.account) {
out += '    mountAccount(api, {\n      ...ACCOUNT,\n      entity: ';
out += ts(it.auth.users);
out += ',\n      signIn: ';
out += ts(it.auth.signIn);
out += ',\n      schemas: { register: REGISTRATION, login: LOGIN, change: ACCOUNT_CHANGE },\n      shape: API_SHAPE,\n      sources,\n      guard: guards.';
out += ts(it.auth.guard);
out += ',\n';
if (it.auth.sighted) {
out += '      guards,\n';
}
if (it.auth.references) {
out += '      checkReferences: referenceCheck(ask, ';
out += ts(it.auth.references);
out += ', API_SHAPE.scheme),\n';
}
out += '      addressHeader: this.config.addressHeader,\n      ask,\n    });\n';
} else if (it.auth) {
out += '    mountAuth(api, {\n      registration: REGISTRATION,\n      login: LOGIN,\n      usersPath: ';
out += ts(it.auth.usersPath);
out += ',\n      basePath: ';
out += ts(it.auth.basePath);
out += ',\n      scheme: API_SHAPE.scheme,\n      open: ';
out += ts(it.auth.open);
out += ',\n';
if (it.auth.tenants) {
out += '      tenants: true,\n';
}
if (it.auth.references) {
out += '      checkReferences: referenceCheck(ask, ';
out += ts(it.auth.references);
out += ', API_SHAPE.scheme),\n';
}
out += '      access: ';
out += ts(it.auth.access);
out += ',\n      addressHeader: this.config.addressHeader,\n      ask,\n    });\n';
}
for (const value of it.values) {
out += '    mountValues(api, ';
out += ts(value);
out += ');\n';
}
for (const resource of it.resources) {
if (resource.aggregates) {
out += '    mountResourceAggregates(api, { ...common, resource: ';
out += ts(resource.constant);
out += ', operations: [] }, ';
out += ts(resource.aggregates);
out += ');\n';
}
if (resource.live) {
out += '    mountResourceLive(api, { ...common, resource: ';
out += ts(resource.constant);
out += ', operations: [] }, live);\n';
}
out += '    mountResource(api, {\n      ...common,\n      resource: ';
out += ts(resource.constant);
out += ',\n      operations: ';
out += ts(resource.operations);
out += ',\n';
if (resource.actions) {
out += '      actions: ';
out += ts(resource.actions);
out += ',\n';
}
if (resource.lists) {
out += '      lists: ';
out += ts(resource.lists);
out += ',\n';
}
if (resource.bulk) {
out += '      bulk: ';
out += ts(resource.bulk);
out += ',\n';
}
if (resource.references) {
out += '      checkReferences: referenceCheck(ask, ';
out += ts(resource.references);
out += ', API_SHAPE.scheme),\n';
}
out += '    });\n';
if (resource.files) {
out += '    mountResourceFiles(api, { ...common, resource: ';
out += ts(resource.constant);
out += ', operations: [] }, ';
out += ts(resource.files);
out += ');\n';
}
if (resource.restores) {
out += '    mountRestore(api, { ...common, resource: ';
out += ts(resource.constant);
out += ', operations: [] });\n';
}
for (const mark of resource.marks) {
out += '    mountMark(api, { ...common, resource: ';
out += ts(resource.constant);
out += ', operations: [] }, ';
out += ts(mark);
out += ');\n';
}
for (const link of resource.links) {
out += '    mountLink(api, { ...common, resource: ';
out += ts(resource.constant);
out += ', operations: [] }, ';
out += ts(link);
out += ');\n';
}
}
if (it.endpoints) {
out += '    mountEndpoints(api, {\n      endpoints: this.config.endpoints,\n      client: (options) => new Client(options),\n      fetch: api.fetch,\n';
if (it.auth) {
out += '      guard: endpointGuard(ask';
if (it.endpoints.scheme) {
out += ', ';
out += ts(it.endpoints.scheme);
}
out += '),\n';
}
if (it.endpoints.scheme) {
out += '      scheme: ';
out += ts(it.endpoints.scheme);
out += ',\n';
}
out += '      tally: this.config.tally,\n    });\n';
}
if (it.rateLimit) {
if (it.auth) {
out += '    const limited = withRateLimit(api.fetch, {\n      ...this.config.rateLimit,\n      viewer: (request) => viewerOf(request, ask, API_SHAPE.scheme),\n    });\n';
} else {
out += '    const limited = withRateLimit(api.fetch, this.config.rateLimit);\n';
}
}
out += '    this.#fetch = ';
out += ts(it.fetch);
out += ';\n    const url = this.#listener.open();\n    context?.log({ level: "info", event: "listening", component: this.name, url });\n  }\n\n';
if (it.files) {
out += '  /** Removes the files that belong to nothing, and serves until the system stops, then finishes the requests in hand. */\n  override async process(): Promise<void> {\n    await Promise.all([\n      sweepFiles(this.config.files, {\n';
for (const entity of it.files.entities) {
out += '        ';
out += ts(entity.nameLiteral);
out += ': {\n          send: (request) => this.';
out += ts(entity.sender);
out += '(request),\n';
if (entity.softDelete) {
out += '          softDelete: true,\n';
}
out += '        },\n';
}
out += '      }';
if (it.files.shared) {
out += ', { shared: true }';
}
out += '),\n      this.#listener.serve(this.signal),\n    ]);\n  }\n';
} else {
out += '  /** Serves until the system stops, then finishes the requests in hand. */\n  override process(): Promise<void> {\n    return this.#listener.serve(this.signal);\n  }\n';
}
out += '\n  /** Closes the listener, if it is still open, and the outputs. */\n  override async cleanup(): Promise<void> {\n    await this.#listener.close();\n    await super.cleanup();\n  }\n\n  /** The address it listens on, as soon as it does. */\n  get listening(): Promise<string> {\n    return this.#listener.listening;\n  }\n\n  /** Answers one request, as the listener does. */\n  fetch(request: Request): Response | Promise<Response> {\n    if (!this.#fetch) throw new Error("The endpoint is not set up");\n    return this.#fetch(request);\n  }\n';
for (const sender of it.senders) {
out += '\n  /** Sends a request out by `';
out += ts(sender.port);
out += '` and waits for the controller\'s reply. */\n  ';
out += ts(sender.method);
out += '(request: EntityRequest): Promise<EntityReply<';
out += ts(sender.typeName);
out += '>> {\n    return this.request<EntityReply<';
out += ts(sender.typeName);
out += '>>(';
out += ts(sender.portLiteral);
out += ', request);\n  }\n';
}
if (it.auth) {
out += '\n  /** Sends a request out by `auth_requests` and waits for the reply. */\n  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {\n    return this.request<AuthReply>("auth_requests", request);\n  }\n';
}
if (it.live) {
out += '\n  /** Sends a request out by `live_requests` and waits for the subscription. */\n  sendToLiveRequests(request: LiveRequest): Promise<Outcome<LiveSubscription>> {\n    return this.request<Outcome<LiveSubscription>>("live_requests", request);\n  }\n';
}
out += '}\n';

    return out;
  },
  "components/store.ts.eta": (it) => {
    let out = "";
out += '/**\n * Keeps ';
out += ts(it.entity.labelPlural);
out += ' ';
out += ts(it.where);
out += '.\n *\n * @module\n */\nimport { HarnessComponent, type PortSpec } from "@autocoder/harness";\n';
if (it.cache) {
out += 'import { CachedTable } from "../kit/cached_table.ts";\nimport type { EntityCaches } from "../kit/entity_caches.ts";\n';
}
if (it.sql) {
if (it.bulk) {
out += 'import { batchInSqlite } from "../kit/sqlite_batch.ts";\n';
}
out += 'import type { SqliteDatabase } from "../kit/sqlite_database.ts";\n';
if (it.adjusts) {
out += 'import { ';
out += ts(it.adjusts);
out += ' } from "../kit/sqlite_adjustment.ts";\n';
}
if (it.entity.noOverlap) {
out += 'import { noOverlapInSqlite } from "../kit/sqlite_overlap.ts";\n';
}
if (it.announces) {
out += 'import { ';
out += ts(it.announces);
out += ' } from "../kit/sqlite_outbox.ts";\n';
}
if (it.guard) {
out += 'import { ';
out += ts(it.guard);
out += ' } from "../kit/sqlite_requirement.ts";\n';
}
out += 'import { SqliteTable } from "../kit/sqlite_table.ts";\n';
if (it.entity.softDelete) {
out += 'import { keepDeletedInSqlite } from "../kit/sqlite_trash.ts";\n';
}
if (it.entity.words) {
out += 'import { keepWordsInSqlite } from "../kit/sqlite_words.ts";\n';
}
} else {
if (it.bulk) {
out += 'import { batchInMemory } from "../kit/memory_batch.ts";\n';
}
out += 'import type { MemoryDatabase } from "../kit/memory_database.ts";\n';
if (it.adjusts) {
out += 'import { ';
out += ts(it.adjusts);
out += ' } from "../kit/memory_adjustment.ts";\n';
}
if (it.entity.noOverlap) {
out += 'import { noOverlapInMemory } from "../kit/memory_overlap.ts";\n';
}
if (it.announces) {
out += 'import { ';
out += ts(it.announces);
out += ' } from "../kit/memory_outbox.ts";\n';
}
if (it.guard) {
out += 'import { ';
out += ts(it.guard);
out += ' } from "../kit/memory_requirement.ts";\n';
}
out += 'import { MemoryTable } from "../kit/memory_table.ts";\n';
if (it.entity.softDelete) {
out += 'import { keepDeletedInMemory } from "../kit/memory_trash.ts";\n';
}
}
out += 'import type { ';
if (it.bulk) {
out += 'BatchCommand, BatchResult, ';
}
out += 'StoreCommand, StoreResult';
if (!it.sql && !it.cache) {
out += ', Table';
}
out += ' } from "../kit/store_command.ts";\nimport { ';
out += ts(it.entity.constant);
out += ', type ';
out += ts(it.entity.typeName);
out += ' } from "../models/';
out += ts(it.entity.file);
out += '.ts";\n';
if (it.announces) {
out += 'import { WEBHOOKS } from "../webhooks/webhooks.ts";\n';
}
out += '\n/** What the store needs. */\nexport interface ';
out += ts(it.className);
out += 'Config {\n  /** The database that all stores share. */\n  readonly database: ';
out += ts(it.databaseType);
out += ';\n';
if (it.cache) {
out += '  /** The caches that all stores share. */\n  readonly caches: EntityCaches;\n';
}
out += '}\n\n/** ';
out += ts(it.description);
out += ' */\nexport class ';
out += ts(it.className);
out += ' extends HarnessComponent<';
out += ts(it.className);
out += 'Config> {\n  /** Its ports and the types of their messages. */\n  override readonly ports: Readonly<Record<string, PortSpec>> = {\n';
for (const port of it.ports) {
out += '    ';
out += ts(port.name);
out += ': ';
out += ts(port.spec);
out += ',\n';
}
out += '  };\n\n  #table: ';
if (it.cache) {
out += 'CachedTable';
} else if (it.sql) {
out += 'SqliteTable';
} else {
out += 'Table';
}
out += '<';
out += ts(it.entity.typeName);
out += '> | undefined;\n';
if (it.cache && it.bulk) {
out += '  #rows: ';
if (it.sql) {
out += 'SqliteTable';
} else {
out += 'MemoryTable';
}
out += '<';
out += ts(it.entity.typeName);
out += '> | undefined;\n';
}
out += '\n  /** Opens the table. */\n  override setup(): void {\n';
if (it.sql) {
if (it.entity.softDelete) {
out += '    keepDeletedInSqlite(this.config.database);\n';
}
out += '    ';
if (it.cache) {
out += 'const table';
} else {
out += 'this.#table';
}
out += ' = new SqliteTable<';
out += ts(it.entity.typeName);
out += '>(';
out += ts(it.entity.constant);
out += ', this.config.database, SQL';
if (it.rules) {
out += ', ';
out += ts(it.rules);
}
if (it.guard) {
out += ', ';
out += ts(it.guard);
}
out += ');\n';
} else {
if (it.entity.softDelete) {
out += '    keepDeletedInMemory(this.config.database);\n';
}
out += '    ';
if (it.cache) {
out += 'const table';
} else {
out += 'this.#table';
}
out += ' = new MemoryTable<';
out += ts(it.entity.typeName);
out += '>(';
out += ts(it.entity.constant);
out += ', this.config.database';
if (it.rules) {
out += ', ';
out += ts(it.rules);
}
if (it.guard) {
out += ', ';
out += ts(it.guard);
}
out += ');\n';
}
if (it.cache) {
if (it.bulk) {
out += '    this.#rows = table;\n';
}
out += '    this.#table = new CachedTable<';
out += ts(it.entity.typeName);
out += '>({\n      spec: ';
out += ts(it.entity.constant);
out += ',\n      caches: this.config.caches,\n      ';
out += ts(it.cache.size);
out += '\n      execute: (command) => table.';
if (it.sql) {
out += 'answer';
} else {
out += 'execute';
}
out += '(command),\n    });\n';
}
out += '  }\n\n  /** Serves its input ports until they close. */\n  override process(): Promise<void> {\n    return this.serve({\n';
for (const handler of it.handlers) {
if (it.bulk) {
out += '      ';
out += ts(handler.port);
out += ': (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '> | BatchCommand<';
out += ts(it.entity.typeName);
out += '>) =>\n        command.kind === "batch" ? this.';
out += ts(handler.method);
out += 'Batch(command) : this.';
out += ts(handler.method);
out += '(command),\n';
} else {
out += '      ';
out += ts(handler.port);
out += ': (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>) => this.';
out += ts(handler.method);
out += '(command),\n';
}
}
out += '    });\n  }\n';
for (const handler of it.handlers) {
out += '\n  /** Carries out a command that came in by `';
out += ts(handler.port);
out += '`. */\n  ';
out += ts(handler.method);
out += '(command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>): StoreResult<';
out += ts(it.entity.typeName);
out += '>';
if (it.sql || it.cache) {
out += ' | Promise<StoreResult<';
out += ts(it.entity.typeName);
out += '>>';
}
out += ' {\n    if (!this.#table) throw new Error("The store is not set up");\n    return this.#table.';
if (it.sql && !it.cache) {
out += 'answer';
} else {
out += 'execute';
}
out += '(command);\n  }\n';
if (it.bulk) {
out += '\n  /** Carries out several writes that came in by `';
out += ts(handler.port);
out += '`, all or none. */\n  ';
out += ts(handler.method);
out += 'Batch(command: BatchCommand<';
out += ts(it.entity.typeName);
out += '>): BatchResult<';
out += ts(it.entity.typeName);
out += '> {\n    if (!this.';
if (it.cache) {
out += '#rows';
} else {
out += '#table';
}
out += ') throw new Error("The store is not set up");\n';
if (it.cache) {
out += '    const { database, caches } = this.config;\n    const where = { spec: ';
out += ts(it.entity.constant);
out += ', database, table: this.#rows };\n    return caches.writeAny(() => ';
if (it.sql) {
out += 'batchInSqlite';
} else {
out += 'batchInMemory';
}
out += '(where, command));\n';
} else {
out += '    const { database } = this.config;\n    const where = { spec: ';
out += ts(it.entity.constant);
out += ', database, table: this.#table };\n    return ';
if (it.sql) {
out += 'batchInSqlite';
} else {
out += 'batchInMemory';
}
out += '(where, command);\n';
}
out += '  }\n';
}
}
out += '}\n';
if (it.sql) {
out += '\nconst SQL = {\n  insert: `';
out += ts(it.sql.insert);
out += '`,\n  select: `';
out += ts(it.sql.select);
out += '`,\n  update: `';
out += ts(it.sql.update);
out += '`,\n  delete: `';
out += ts(it.sql.delete);
out += '`,\n};\n';
}

    return out;
  },
  "components/webhook_sender.ts.eta": (it) => {
    let out = "";
out += '/**\n * Tells webhooks of the events that stores have kept in the outbox.\n *\n * @module\n */\nimport { HarnessComponent, type Log } from "@autocoder/harness";\nimport type { Outbox } from "../kit/outbox.ts";\nimport { runCourier } from "../kit/webhook_courier.ts";\nimport type { WebhookConfig } from "../kit/webhook_settings.ts";\nimport { WebhookTally } from "../kit/webhook_tally.ts";\nimport { WEBHOOKS } from "../webhooks/webhooks.ts";\n\n/** What the sender needs. */\nexport interface WebhookSenderConfig {\n  /** Where events wait. */\n  readonly outbox: Outbox;\n  /** Where they go, and how they are signed. */\n  readonly webhooks: WebhookConfig;\n  /** Hears of what is not taken. */\n  readonly log?: Log;\n}\n\n/** ';
out += ts(it.description);
out += ' */\nexport class WebhookSender extends HarnessComponent<WebhookSenderConfig> {\n  readonly #tally: WebhookTally = new WebhookTally();\n\n  /** Tells every webhook of its events, one webhook beside another, until it is to stop. */\n  override async process(): Promise<void> {\n    const { outbox, webhooks, log } = this.config;\n    await Promise.all(WEBHOOKS.map(({ name }) =>\n      runCourier(name, {\n        outbox,\n        config: webhooks,\n        tally: this.#tally,\n        signal: this.signal,\n        sleep: (milliseconds) => this.sleep(milliseconds),\n        log,\n      })\n    ));\n  }\n\n  /** Counts what became of events, in Prometheus\'s text format. */\n  deliveries(): string {\n    return this.#tally.toPrometheus();\n  }\n}\n';

    return out;
  },
  "config/system_config.ts.eta": (it) => {
    let out = "";
out += '/**\n * The settings of the system, read from the environment.\n *\n * @module\n */\nimport type { LogLevel } from "@autocoder/harness";\n';
if (it.auth) {
out += 'import { type AuthConfig, firstUser, secretKey } from "../kit/auth_settings.ts";\n';
}
if (it.rateLimit) {
out += 'import type { ClientRateLimit } from "../kit/client_rate_limit.ts";\n';
}
out += 'import { LOG_LEVELS } from "../kit/json_log.ts";\n';
if (it.workers && it.workers !== true) {
out += 'import { oneProcess } from "../kit/one_process.ts";\n';
}
if (it.postgres) {
out += 'import { postgresUrl } from "../kit/postgres_address.ts";\n';
}
out += 'import { type Environment, ';
if (it.auth || it.rateLimit) {
out += 'headerName, ';
}
out += 'integer, oneOf, readSettings, text } from "../kit/settings.ts";\n';
if (it.webhooks) {
out += 'import { type WebhookConfig, webhookConfig, webhookSecret, webhookUrl } from "../kit/webhook_settings.ts";\n';
}
out += '\n/** What can be set. */\nexport interface SystemConfig {\n  /** The address to listen on. */\n  readonly host: string;\n  /** The port to listen on; 0 takes any that is free. */\n  readonly port: number;\n  /** The least level to log. */\n  readonly logLevel: LogLevel;\n';
if (it.sql) {
out += '  /** The file of the database. */\n  readonly databasePath: string;\n';
}
if (it.postgres) {
out += '  /** Where the database is, and how to log in there. */\n  readonly databaseUrl: string;\n  /** How many connections to the database there may be. */\n  readonly databaseConnections: number;\n';
}
if (it.workers === true) {
out += '  /** How many workers serve the port. */\n  readonly workers: number;\n';
}
if (it.files) {
out += '  /** The folder of the files. */\n  readonly filesDir: string;\n';
}
if (it.auth) {
out += '  /** The settings of users and their tokens. */\n  readonly auth: AuthConfig;\n';
}
if (it.live) {
out += '  /** How many streams of live updates may be open. */\n  readonly liveStreams: number;\n';
}
if (it.schedule) {
out += '  /** Whether this process does what schedules say. */\n  readonly schedule: boolean;\n';
}
if (it.rateLimit) {
out += '  /** How many requests each client may make. */\n  readonly rateLimit: ClientRateLimit;\n';
}
if (it.webhooks) {
out += '  /** Where webhooks go, and how they are signed. */\n  readonly webhooks: WebhookConfig;\n';
}
out += '}\n\n/**\n * Reads the settings.\n *\n * @throws {SettingsError} that names every variable with a wrong value.\n */\nexport function readSystemConfig(environment: Environment): SystemConfig {\n  const settings = readSettings({\n    HOST: text({ default: "0.0.0.0" }),\n    PORT: integer({ default: ';
out += ts(it.port);
out += ', min: 0, max: 65535 }),\n    LOG_LEVEL: oneOf<LogLevel>(LOG_LEVELS, { default: "info" }),\n';
if (it.sql) {
out += '    DATABASE_PATH: text({ default: ';
out += ts(it.databasePath);
out += ' }),\n';
}
if (it.postgres) {
out += '    DATABASE_URL: postgresUrl({ default: ';
out += ts(it.databaseUrl);
out += ' }),\n    DATABASE_CONNECTIONS: integer({ default: 10, min: 1, max: 1000 }),\n';
}
if (it.workers === true) {
out += '    WORKERS: integer({ default: 1, min: 1, max: 64 }),\n';
} else if (it.workers) {
out += '    WORKERS: oneProcess(';
out += ts(it.workers.onlyOneBecause);
out += '),\n';
}
if (it.files) {
out += '    FILES_DIR: text({ default: "data/files" }),\n';
}
if (it.auth) {
out += '    AUTH_SECRET: secretKey(),\n    ACCESS_TOKEN_SECONDS: integer({ default: ';
out += ts(it.auth.accessSeconds);
out += ', min: 1, max: 86400 }),\n    REFRESH_TOKEN_SECONDS: integer({ default: ';
out += ts(it.auth.refreshSeconds);
out += ', min: 60 }),\n    FIRST_USER: firstUser(';
out += ts(it.auth.signIn);
if (it.auth.minPasswordLength) {
out += ', ';
out += ts(it.auth.minPasswordLength);
}
out += '),\n    CLIENT_ADDRESS_HEADER: headerName({ default: "" }),\n';
}
if (it.live) {
out += '    LIVE_STREAMS: integer({ default: 1000, min: 1 }),\n';
}
if (it.schedule) {
out += '    SCHEDULE: oneOf(["on", "off"], { default: "on" }),\n';
}
if (it.rateLimit) {
out += '    RATE_LIMIT_REQUESTS: integer({ default: ';
out += ts(it.rateLimit.requests);
out += ', min: 0 }),\n    RATE_LIMIT_SECONDS: integer({ default: ';
out += ts(it.rateLimit.seconds);
out += ', min: 1 }),\n';
if (!it.auth) {
out += '    CLIENT_ADDRESS_HEADER: headerName({ default: "" }),\n';
}
}
if (it.webhooks) {
for (const webhook of it.webhooks) {
out += '    ';
out += ts(webhook.setting);
out += ': webhookUrl(';
out += ts(webhook.hosts);
out += '),\n';
}
out += '    WEBHOOK_SECRET: webhookSecret(),\n    WEBHOOK_ATTEMPTS: integer({ default: 16, min: 1, max: 100 }),\n';
}
out += '  }, environment);\n  return {\n    host: settings.HOST,\n    port: settings.PORT,\n    logLevel: settings.LOG_LEVEL,\n';
if (it.sql) {
out += '    databasePath: settings.DATABASE_PATH,\n';
}
if (it.postgres) {
out += '    databaseUrl: settings.DATABASE_URL,\n    databaseConnections: settings.DATABASE_CONNECTIONS,\n';
}
if (it.workers === true) {
out += '    workers: settings.WORKERS,\n';
}
if (it.files) {
out += '    filesDir: settings.FILES_DIR,\n';
}
if (it.auth) {
out += '    auth: {\n      secret: settings.AUTH_SECRET,\n      accessSeconds: settings.ACCESS_TOKEN_SECONDS,\n      refreshSeconds: settings.REFRESH_TOKEN_SECONDS,\n      firstUser: settings.FIRST_USER,\n      addressHeader: settings.CLIENT_ADDRESS_HEADER,\n';
if (it.auth.minPasswordLength) {
out += '      minPasswordLength: ';
out += ts(it.auth.minPasswordLength);
out += ',\n';
}
if (it.auth.limits) {
out += '      limits: ';
out += ts(it.auth.limits);
out += ',\n';
}
out += '    },\n';
}
if (it.live) {
out += '    liveStreams: settings.LIVE_STREAMS,\n';
}
if (it.schedule) {
out += '    schedule: settings.SCHEDULE === "on",\n';
}
if (it.rateLimit) {
out += '    rateLimit: {\n      requests: settings.RATE_LIMIT_REQUESTS,\n      seconds: settings.RATE_LIMIT_SECONDS,\n      addressHeader: settings.CLIENT_ADDRESS_HEADER,\n    },\n';
}
if (it.webhooks) {
out += '    webhooks: webhookConfig({\n      secret: settings.WEBHOOK_SECRET,\n      attempts: settings.WEBHOOK_ATTEMPTS,\n      targets: {\n';
for (const webhook of it.webhooks) {
out += '        ';
out += ts(webhook.name);
out += ': settings.';
out += ts(webhook.setting);
out += ',\n';
}
out += '      },\n    }),\n';
}
out += '  };\n}\n';

    return out;
  },
  "deploy/Dockerfile.dockerignore.eta": (it) => {
    let out = "";
out += '.git\ndata\nevidence\ntests\n.env\n';
if (!it.callsItself) {
out += 'client\n';
}
out += '# What only tests and clients import.\n';
for (const path of it.testSupport) {
out += text(path);
out += '\n';
}

    return out;
  },
  "deploy/Dockerfile.eta": (it) => {
    let out = "";
out += '# Builds from the project\'s root: docker build -f deploy/Dockerfile -t ';
out += text(it.image);
out += ' .\nFROM denoland/deno:2.9.6\n\nWORKDIR /app\nCOPY . .\nRUN deno install --frozen --entrypoint main.ts \\\n  && mkdir -p /app/data';
if (it.sharesFiles) {
out += '/files';
}
out += ' \\\n  && chown -R deno:deno /app/data\n\nUSER deno\nENV PORT=';
out += text(it.port);
out += ' HOST=0.0.0.0\nEXPOSE ';
out += text(it.port);
out += '\n';
if (it.sharesFiles) {
out += 'VOLUME ["/app/data/files"]\n';
}
if (it.keepsData) {
out += 'VOLUME ["/app/data"]\n';
}
out += 'HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \\\n  CMD ["deno", "eval", "--no-lock", "const r = await fetch(`http://127.0.0.1:${Deno.env.get(\'PORT\')}/health/live`); Deno.exit(r.ok ? 0 : 1)"]\nCMD ["deno", "task", "start"]\n';

    return out;
  },
  "deploy/ci.yaml.eta": (it) => {
    let out = "";
out += '# For GitHub Actions: copy to .github/workflows/ci.yaml.\nname: ci\non:\n  push:\n    branches:\n      - main\n  pull_request: {}\npermissions:\n  contents: read\njobs:\n  test:\n    runs-on: ubuntu-latest\n';
if (it.postgres) {
out += '    services:\n      postgres:\n        image: postgres:17\n        env:\n          POSTGRES_PASSWORD: postgres\n        ports:\n          - 5432:5432\n        options: >-\n          --health-cmd "pg_isready -U postgres" --health-interval 2s --health-timeout 3s --health-retries 30\n    env:\n      TEST_DATABASE_URL: postgres://postgres:postgres@127.0.0.1:5432/postgres\n';
}
out += '    steps:\n      - uses: actions/checkout@v4\n      - uses: denoland/setup-deno@v2\n        with:\n          deno-version: v2.9.6\n      - run: deno task check\n      - run: deno task test\n';

    return out;
  },
  "deploy/compose.yaml.eta": (it) => {
    let out = "";
out += 'services:\n  ';
out += yaml(it.image);
out += ':\n    build:\n      context: ..\n      dockerfile: deploy/Dockerfile\n    ports:\n      - "';
out += yaml(it.port);
out += ':';
out += yaml(it.port);
out += '"\n    environment:\n      PORT: "';
out += yaml(it.port);
out += '"\n      LOG_LEVEL: info\n';
if (it.postgres) {
out += '      DATABASE_URL: postgres://postgres:${DATABASE_PASSWORD:?set it in the environment or in .env}@database:5432/';
out += yaml(it.postgres.database);
out += '\n';
}
if (it.needsSecret) {
out += '      # At least 32 random bytes, from the environment or an .env file that is in no repository.\n      AUTH_SECRET: ${AUTH_SECRET:?set it to the output of openssl rand -base64 48}\n';
}
if (it.optional) {
out += '      # Webhooks: nobody is told while these are not set; docs/WEBHOOKS.md says more.\n';
for (const variable of it.optional) {
out += '      ';
out += yaml(variable);
out += ': ${';
out += yaml(variable);
out += ':-}\n';
}
}
if (it.postgres) {
out += '    command:\n      - deno\n      - run\n';
for (const flag of it.postgres.flags) {
out += '      - ';
out += yaml(flag);
out += '\n';
}
out += '      - main.ts\n    depends_on:\n      database:\n        condition: service_healthy\n';
}
if (it.keepsData) {
out += '    volumes:\n      - data:/app/data\n';
}
if (it.sharesFiles) {
out += '    volumes:\n      - files:/app/data/files\n';
}
out += '    read_only: true\n    tmpfs:\n      - /tmp\n    cap_drop:\n      - ALL\n    security_opt:\n      - no-new-privileges:true\n    restart: unless-stopped\n    stop_grace_period: 15s\n';
if (it.postgres) {
out += '\n  database:\n    image: postgres:17.7\n    environment:\n      POSTGRES_DB: ';
out += yaml(it.postgres.database);
out += '\n      POSTGRES_PASSWORD: ${DATABASE_PASSWORD:?set it in the environment or in .env}\n    ports:\n      - "127.0.0.1:5432:5432"\n    volumes:\n      - data:/var/lib/postgresql/data\n    healthcheck:\n      test: ["CMD", "pg_isready", "-U", "postgres", "-d", "';
out += yaml(it.postgres.database);
out += '"]\n      interval: 2s\n      timeout: 3s\n      retries: 30\n    restart: unless-stopped\n\nvolumes:\n  data: {}\n';
if (it.sharesFiles) {
out += '  files: {}\n';
}
}
if (it.keepsData) {
out += '\nvolumes:\n  data: {}\n';
}

    return out;
  },
  "deploy/k8s/system.yaml.eta": (it) => {
    let out = "";
out += 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ';
out += yaml(it.image);
out += '\n  labels:\n    app: ';
out += yaml(it.image);
out += '\nspec:\n';
if (it.postgres) {
out += '  # All instances share the database: the first that starts migrates it, the others wait.\n  replicas: 2\n';
} else {
out += '  # One process owns the data';
if (!it.keepsData) {
out += ' (it is in its memory)';
}
out += ': more replicas would not see each other\'s writes.\n  replicas: 1\n  strategy:\n    type: Recreate\n';
}
out += '  selector:\n    matchLabels:\n      app: ';
out += yaml(it.image);
out += '\n  template:\n    metadata:\n      labels:\n        app: ';
out += yaml(it.image);
out += '\n    spec:\n      securityContext:\n        runAsNonRoot: true\n        runAsUser: 1993\n        fsGroup: 1993\n        seccompProfile:\n          type: RuntimeDefault\n      terminationGracePeriodSeconds: 15\n      containers:\n        - name: ';
out += yaml(it.image);
out += '\n          image: ';
out += yaml(it.image);
out += ':latest\n          ports:\n            - containerPort: ';
out += yaml(it.port);
out += '\n          env:\n            - name: PORT\n              value: "';
out += yaml(it.port);
out += '"\n';
if (it.postgres) {
out += '            # kubectl create secret generic ';
out += yaml(it.image);
out += '-database --from-literal=url=postgres://user:password@database:5432/';
out += yaml(it.postgres.database);
out += '\n            - name: DATABASE_URL\n              valueFrom:\n                secretKeyRef:\n                  name: ';
out += yaml(it.image);
out += '-database\n                  key: url\n';
}
if (it.needsSecret) {
out += '            # kubectl create secret generic ';
out += yaml(it.image);
out += '-auth --from-literal=secret="$(openssl rand -base64 48)"\n            - name: AUTH_SECRET\n              valueFrom:\n                secretKeyRef:\n                  name: ';
out += yaml(it.image);
out += '-auth\n                  key: secret\n';
}
if (it.optional) {
out += '          # Webhooks: nobody is told while this secret is not there; its keys are the settings of docs/WEBHOOKS.md.\n          envFrom:\n            - secretRef:\n                name: ';
out += yaml(it.image);
out += '-webhooks\n                optional: true\n';
}
if (it.postgres) {
out += '          # The host and port of the secret\'s URL stand in --allow-net: change both together.\n          command:\n            - deno\n            - run\n';
for (const flag of it.postgres.flags) {
out += '            - ';
out += yaml(flag);
out += '\n';
}
out += '            - main.ts\n';
}
out += '          livenessProbe:\n            httpGet:\n              path: /health/live\n              port: ';
out += yaml(it.port);
out += '\n            periodSeconds: 10\n          readinessProbe:\n            httpGet:\n              path: /health/ready\n              port: ';
out += yaml(it.port);
out += '\n            periodSeconds: 5\n          resources:\n            requests:\n              cpu: 100m\n              memory: 128Mi\n            limits:\n              memory: 512Mi\n          securityContext:\n            allowPrivilegeEscalation: false\n            capabilities:\n              drop:\n                - ALL\n';
if (it.keepsData) {
out += '          volumeMounts:\n            - name: data\n              mountPath: /app/data\n      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: ';
out += yaml(it.image);
out += '-data\n---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ';
out += yaml(it.image);
out += '-data\nspec:\n  accessModes:\n    - ReadWriteOnce\n  resources:\n    requests:\n      storage: 1Gi\n';
}
if (it.sharesFiles) {
out += '          volumeMounts:\n            - name: files\n              mountPath: /app/data/files\n      volumes:\n        - name: files\n          persistentVolumeClaim:\n            claimName: ';
out += yaml(it.image);
out += '-files\n---\n# All instances read and write the same files.\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ';
out += yaml(it.image);
out += '-files\nspec:\n  accessModes:\n    - ReadWriteMany\n  resources:\n    requests:\n      storage: 1Gi\n';
}
out += '---\napiVersion: v1\nkind: Service\nmetadata:\n  name: ';
out += yaml(it.image);
out += '\nspec:\n  selector:\n    app: ';
out += yaml(it.image);
out += '\n  ports:\n    - port: 80\n      targetPort: ';
out += yaml(it.port);
out += '\n';

    return out;
  },
  "docs/API.md.eta": (it) => {
    let out = "";
out += '# API\n\nBodies are JSON. The machine-readable form is [openapi.json](openapi.json), also served at `/openapi.json`; `/docs` shows it in a browser. [client/](../client) has a method for each request, with types of what is sent and what comes back.\n';
if (it.limit) {
out += '\n';
out += md(it.limit);
out += '\n';
}
if (it.auth) {
out += '\n## Signing in\n\n| request | does | needs |\n| --- | --- | --- |\n| `POST /auth/register` | makes a user';
if (it.auth.open) {
out += ' and signs them in';
}
out += ' | the user\'s fields and `password`';
if (!it.auth.open) {
out += '; a token of somebody who may create users';
}
out += ' |\n| `POST /auth/login` | signs in | `';
out += md(it.auth.signIn);
out += '`, `password` |\n| `POST /auth/refresh` | gives the next tokens | `refreshToken` |\n| `POST /auth/logout` | ends what came of a login | `refreshToken` |\n| `POST /auth/password` | changes one\'s own password, ends all logins | a token, `currentPassword`, `newPassword` |\n| `GET /auth/me` | reads oneself | a token |\n\n```sh\n';
for (const line of it.auth.commands) {
out += md(line);
out += '\n';
}
out += '```\n\nRequests carry the access token: `Authorization: Bearer …`. It is valid for ';
out += md(it.auth.minutes);
out += ', a refresh token for ';
out += md(it.auth.refresh);
out += '. A refresh token works once: a second use, as by a thief, ends all that came of its login. Without a valid token the answer is 401 with `WWW-Authenticate`; what one may not do is 403, and 404 where one may not even know that it is there. Too many failed logins are 429 with `Retry-After`.\n';
if (it.auth.tenants) {
out += '\n';
out += md(it.auth.tenants);
out += '\n';
}
}
for (const entity of it.entities) {
out += '\n## ';
out += md(entity.title);
out += '\n\n';
if (it.auth) {
out += '| request | does | who may | answers |\n| --- | --- | --- | --- |\n';
for (const endpoint of entity.endpoints) {
out += '| `';
out += md(endpoint.method);
out += ' ';
out += md(endpoint.path);
out += '` | ';
out += md(endpoint.summary);
out += ' | ';
if (endpoint.who) {
out += md(endpoint.who);
}
out += ' | ';
out += md(endpoint.answers);
out += ' |\n';
}
} else {
out += '| request | does | answers |\n| --- | --- | --- |\n';
for (const endpoint of entity.endpoints) {
out += '| `';
out += md(endpoint.method);
out += ' ';
out += md(endpoint.path);
out += '` | ';
out += md(endpoint.summary);
out += ' | ';
out += md(endpoint.answers);
out += ' |\n';
}
}
if (entity.example) {
out += '\n```sh\n';
for (const line of entity.example) {
out += md(line);
out += '\n';
}
out += '```\n';
}
}
if (it.own) {
out += '\n## Endpoints of its own\n\n';
if (it.auth) {
out += '| request | does | who may | answers |\n| --- | --- | --- | --- |\n';
for (const endpoint of it.own) {
out += '| `';
out += md(endpoint.method);
out += ' ';
out += md(endpoint.path);
out += '` | ';
out += md(endpoint.summary);
out += ' | ';
if (endpoint.who) {
out += md(endpoint.who);
}
out += ' | ';
out += md(endpoint.answers);
out += ' |\n';
}
} else {
out += '| request | does | answers |\n| --- | --- | --- |\n';
for (const endpoint of it.own) {
out += '| `';
out += md(endpoint.method);
out += ' ';
out += md(endpoint.path);
out += '` | ';
out += md(endpoint.summary);
out += ' | ';
out += md(endpoint.answers);
out += ' |\n';
}
}
out += '\nWhat each takes and answers is in [openapi.json](openapi.json); what it does, in [logic/](../logic). They act as whoever asks, so that they are refused what that user is refused. Of a query, what is unknown or comes twice is a 422; a parameter of a path that cannot be is a 404.\n';
}
out += '\n## Lists\n\n`limit` (50, at most 200), `cursor` (the `nextCursor` of the page before), `sort=-createdAt,title` (at most four fields; any but JSON, URLs, and texts that may have more than 255 characters), `field=value` filters (`field=` with nothing behind it finds null where the field may be null; an empty text there is found by no filter), and `q=` (at most 200 characters) to search text fields';
if (it.words) {
out += ', or their words where [ENTITIES.md](ENTITIES.md) says so';
}
out += '. A cursor belongs to its sort and filters. Times of day come back as `HH:MM:SS`. Emails are kept as they are written and compared without case: in filters, in their order, and where they are unique.\n\n## Parts of entities\n\nA read with `fields=` and names of fields, such as `fields=createdAt,updatedAt`, answers with these and the `id`, alone or in a list.';
if (it.includes) {
out += ' `include=` adds what belongs together, at most five of what [openapi.json](openapi.json) names for each read: what an entity belongs to under the relation\'s name (null where there is none), and what belongs to it under its plural, in its own order, at most 200, or 20 for each entity of a list. What is included obeys its own rules: what whoever asks may not read is not there, and where they may read none at all the answer is 401 or 403.';
}
out += ' Unknown names are 422.';
if (it.conditional) {
out += ' Some fields have an `ETag` of their own';
if (it.includes) {
out += '; an answer with what is included has none, as that changes without the entity';
}
out += '.';
}
out += '\n\n';
if (it.aggregates) {
out += '## Aggregates\n\nWhat a list comes to has a path of its own, for whoever may list, over exactly what they would find there, with the same `field=value` filters. The answer is `{ "groups": [ … ] }`: of each group the values that its entities have in common, `count`, and what was asked for under `sum`, `avg`, `min` and `max`, by field. Groups stand in the order of their values, null first; `month` and the like are of dates and times in UTC. What is worked out of decimals is a text with all its digits, and so is a mean of integers; it has two places more than the field, rounded half to even. Null counts as nothing: a sum of nothing is 0, anything else of nothing is null. More than 1000 groups are 422.\n\n';
}
if (it.live.length > 0) {
out += '## Live updates\n\n';
for (const [index, note] of it.live.entries()) {
out += md(note);
out += '\n';
if (index === 0 || index === it.live.length - 2) {
out += '\n';
}
}
out += '\n';
}
if (it.conditional) {
out += '## Conditions\n\nWhatever answers with one entity gives it an `ETag`, another after every change. A PUT, PATCH, DELETE or action with `If-Match` and that tag is carried out only while the entity still has it, else it is 412 with the present `ETag`: so nobody overwrites what they have not seen. `If-Match: *` takes any; without the header the change is made whatever came before. A GET with `If-None-Match` and the tag is 304 while nothing has changed. Conditions are looked at before guards and rules (RFC 9110, section 13).\n\n';
}
if (it.guarded) {
out += '## Actions\n\nAn action that is allowed in some states only is refused in the others (409), and so is a PUT or PATCH that would do the same past it. A POST is not: what is new may begin in any state, so that records from elsewhere can be brought in.\n\n';
}
if (it.bulk) {
out += '## Several at once\n\n';
out += md(it.bulk);
out += '\n\n';
}
if (it.keys) {
out += '## Repeated requests\n\n';
out += md(it.keys);
out += '\n\n';
}
out += '## Errors\n\nErrors are `application/problem+json` (RFC 9457): 400 cannot be parsed, 404 no such thing, 405 wrong method (see `Allow`), 408 the body took too long, 409 conflict, 412 a condition does not hold, 413 too large, 415 not JSON, 422 breaks rules (`errors` names each `path`), 503 busy, restarting or stopping (see `Retry-After`; a change may have taken effect all the same).\n\n## Operation\n\n`/health`, `/health/live`, `/health/ready`, `/metrics` (Prometheus).\n';

    return out;
  },
  "docs/ARCHITECTURE.md.eta": (it) => {
    let out = "";
out += '# Architecture\n\n`main.ts` registers the components below with the harness and connects their ports by channels. A request comes in at the endpoint, travels to a controller, from there to its store, and back the same way.\n\n```mermaid\nflowchart LR\n';
for (const component of it.components) {
out += '  ';
out += md(component.name);
out += '["';
out += md(component.className);
out += '"]\n';
}
for (const edge of it.edges) {
out += '  ';
out += md(edge.from);
out += ' -- "';
out += md(edge.label);
out += '" --> ';
out += md(edge.to);
out += '\n';
}
out += '```\n\n| component | kind | what it does |\n| --- | --- | --- |\n';
for (const component of it.components) {
out += '| `';
out += md(component.className);
out += '` | ';
out += md(component.kind);
out += ' | ';
out += md(component.description);
out += ' |\n';
}
out += '\n| channel | kind | holds |\n| --- | --- | --- |\n';
for (const channel of it.channels) {
out += '| `';
out += md(channel.from);
out += '` to `';
out += md(channel.to);
out += '` | ';
out += md(channel.kind);
out += ' | ';
out += md(channel.bufferSize);
out += ' messages |\n';
}
out += '\n**Start**: receivers before senders, so that nothing is sent to a component that is not there yet. **Stop** (SIGTERM): the endpoint stops accepting and finishes what it has; then the rest drains and closes in order. **Failure**: a message that fails is answered with an error and kept as a dead letter; the component goes on.\n\n';
for (const note of it.notes) {
out += md(note);
out += '\n\n';
}
out += '**Restart**: a component that ends is started again, alone, with its channels and its data as they were. The request it had in hand may have taken effect in part, so it is answered 503 and never repeated; those that come before it is back are answered 503 at once, and `/health/ready` with them. Too many restarts end the process with exit code 1; `kit/supervision.ts` says how many.\n';

    return out;
  },
  "docs/ENTITIES.md.eta": (it) => {
    let out = "";
out += '# Entities\n\nEvery entity also has `id` (UUIDv7), `createdAt` and `updatedAt` (RFC 3339, UTC), set by the server.\n';
for (const entity of it.entities) {
out += '\n## ';
out += md(entity.title);
out += '\n\n';
out += md(entity.description);
out += '\n\n| field | type | rules | meaning |\n| --- | --- | --- | --- |\n';
for (const field of entity.fields) {
out += '| ';
out += md(field.name);
out += ' | ';
out += md(field.type);
out += ' | ';
out += md(field.rules);
out += ' | ';
out += md(field.meaning);
out += ' |\n';
}
if (entity.access) {
for (const note of entity.access) {
out += '\n';
out += md(note);
out += '\n';
}
}
for (const note of entity.notes) {
out += '\n- ';
out += md(note);
out += '\n';
}
}

    return out;
  },
  "docs/SCHEDULES.md.eta": (it) => {
    let out = "";
out += '# Schedules\n\nWhat the system does by itself. Times are UTC.\n\n| schedule | does |\n| --- | --- |\n';
for (const schedule of it.schedules) {
out += '| ';
out += md(schedule.name);
out += ' | ';
out += md(schedule.what);
out += ' |\n';
}
out += '\nA run pages through the entities that are due, oldest first, and asks the controller for each, as a client would: rules and guards hold. What is refused is logged (`schedule_refused`), counted, and left as it is; it is tried again at the next run. An entity that changes while a run looks at it is left to the next run.\n\nThe last run of each schedule is kept in the store (`_schedules`)';
if (it.memory) {
out += '; here that is memory, so that a new process knows of none';
}
out += '. A run that was missed because the system was down, or that broke off, is made up for once, within a minute; the first run of a new schedule is at its next time. No run is done twice at once, also where several processes share the database: who takes a run has it for a minute at a time.\n\n`SCHEDULE=off` keeps a process from doing any of this. `/metrics` has `schedule_runs_total`, `schedule_acted_total`, `schedule_refused_total`, `schedule_failed_total`, `schedule_last_run_timestamp_seconds` and `schedule_last_run_seconds`.\n';

    return out;
  },
  "docs/SHAPED_API.md.eta": (it) => {
    let out = "";
out += '# API\n\nBodies are JSON. The machine-readable form is [openapi.json](openapi.json), also served at `/openapi.json`; `/docs` shows it in a browser. [client/](../client) has a method for each request, with types of what is sent and what comes back.\n';
if (it.limit) {
out += '\n';
out += md(it.limit);
out += '\n';
}
for (const line of it.notes) {
out += '\n';
out += md(line);
out += '\n';
}
if (it.commands.length > 0) {
out += '\n```sh\n';
for (const line of it.commands) {
out += md(line);
out += '\n';
}
out += '```\n';
}
for (const part of it.parts) {
out += '\n## ';
out += md(part.title);
out += '\n\n';
if (it.tokens) {
out += '| request | does | token | answers |\n| --- | --- | --- | --- |\n';
for (const endpoint of part.endpoints) {
out += '| `';
out += md(endpoint.method);
out += ' ';
out += md(endpoint.path);
out += '` | ';
out += md(endpoint.summary);
out += ' | ';
out += md(endpoint.token);
out += ' | ';
out += md(endpoint.answers);
out += ' |\n';
}
} else {
out += '| request | does | answers |\n| --- | --- | --- |\n';
for (const endpoint of part.endpoints) {
out += '| `';
out += md(endpoint.method);
out += ' ';
out += md(endpoint.path);
out += '` | ';
out += md(endpoint.summary);
out += ' | ';
out += md(endpoint.answers);
out += ' |\n';
}
}
for (const line of part.notes) {
out += '\n';
out += md(line);
out += '\n';
}
}
out += '\n## Lists\n\n';
out += md(it.lists);
out += '\n\n';
if (it.aggregates) {
out += '## Aggregates\n\n';
out += md(it.aggregates);
out += '\n\n';
}
if (it.bulk) {
out += '## Several at once\n\n';
out += md(it.bulk);
out += '\n\n';
}
if (it.live) {
out += '## Live updates\n\n';
for (const [index, note] of it.live.entries()) {
out += md(note);
out += '\n';
if (index === 0 || index >= it.live.length - 3) {
out += '\n';
}
}
}
if (it.keys) {
out += '## Repeated requests\n\n';
out += md(it.keys);
out += '\n\n';
}
out += '## Errors\n\n';
out += md(it.errors);
out += '\n\n## Operation\n\n`/health`, `/health/live`, `/health/ready`, `/metrics` (Prometheus).\n';

    return out;
  },
  "docs/WEBHOOKS.md.eta": (it) => {
    let out = "";
out += '# Webhooks\n\nThe system tells others what happened: a POST with a CloudEvent 1.0 as JSON, whose `data` is the entity as clients see it.\n\n| webhook | event | when | setting | hosts |\n| --- | --- | --- | --- | --- |\n';
for (const webhook of it.webhooks) {
out += '| ';
out += md(webhook.name);
out += ' | ';
out += md(webhook.event);
out += ' | ';
out += md(webhook.what);
out += ' | ';
out += md(webhook.setting);
out += ' | ';
out += md(webhook.hosts);
out += ' |\n';
}
out += '\nThe URL is the setting, and `WEBHOOK_SECRET` must be set with it. While a setting is empty nobody is told, and what would have been is not kept. A URL of a host that is not in `--allow-net` stops the start.\n\n```json\n{\n  "specversion": "1.0",\n  "id": "0199…",\n  "source": "/…",\n  "type": "…",\n  "subject": "the id of the entity",\n  "time": "2030-01-31T09:30:00.000Z",\n  "datacontenttype": "application/json",\n  "data": {}\n}\n```\n\n## What a receiver can rely on\n\n- **At least once.** An event is stored in the transaction of the change, so neither comes without the other, whatever fails. One that was taken without the system hearing of it comes again, with the same id: keep ids, and do nothing twice.\n- **In order.** The events of one entity come one after another, to each webhook; those of different entities may overtake each other. One that is given up does not keep the next waiting.\n- **Again.** Anything but a 2xx answer within 10 seconds is a failure, a redirect too. The next try is a second later, then two, four, up to an hour, each up to half sooner by chance. After `WEBHOOK_ATTEMPTS` tries the event is given up: a line in the log with `"event":"webhook_dead"`, and `webhook_deliveries_total{outcome="dead"}` in `/metrics`.\n- **Genuine.** Requests are signed as [Standard Webhooks](https://www.standardwebhooks.com) says: `webhook-id`, `webhook-timestamp` and `webhook-signature`. `verifyWebhook()` of `kit/webhook_signature.ts` checks one, its time too; so do the libraries of that specification.\n\n';
if (it.revive) {
out += 'What was given up stays in the table `_outbox`; to try it again: ';
out += md(it.revive);
out += '.\n\n';
}
out += '## What is not told\n\nAn action that was in effect already changes nothing. What another entity\'s deletion clears, and the numbers that an action of another entity adds to, are no update here. An entity that is restored after its deletion is told as created.\n';

    return out;
  },
  "logic/endpoint.ts.eta": (it) => {
    let out = "";
out += '/**\n * ';
out += ts(it.title);
out += '\n *\n * @module\n */\nimport type { Client } from "../client/client.ts";\n';
if (it.blocks) {
out += 'import { ';
out += ts(it.blocks);
out += ' } from "../kit/api_schema.ts";\n';
}
out += 'import type { CustomEndpoint, EndpointCall } from "../kit/custom_endpoint.ts";\n';
if (it.viewer) {
out += 'import type { LogicViewer } from "../kit/entity_logic.ts";\n';
}
if (it.from) {
out += 'import { ';
out += ts(it.from.name);
out += ' } from "./';
out += ts(it.from.file);
out += '";\n';
}
for (const type of it.types) {
out += '\n/** ';
out += ts(type.doc);
out += ' */\nexport interface ';
out += ts(type.name);
out += ' {\n';
for (const member of type.members) {
out += '  /** ';
out += ts(member.doc);
out += ' */\n  readonly ';
out += ts(member.name);
if (member.optional) {
out += '?';
}
out += ': ';
out += ts(member.type);
out += ';\n';
}
out += '}\n';
}
out += '\n/** What the function is given. */\nexport interface ';
out += ts(it.call.name);
out += ' extends EndpointCall<Client> {\n';
for (const member of it.call.members) {
out += '  /** ';
out += ts(member.doc);
out += ' */\n  readonly ';
out += ts(member.text);
out += ';\n';
}
out += '}\n';
if (it.own) {
out += '\n';
if (it.own.about) {
out += '/**\n * ';
out += ts(it.own.doc);
out += '\n *\n';
for (const line of it.own.about) {
out += ' * ';
out += ts(line);
out += '\n';
}
out += ' */\n';
} else {
out += '/** ';
out += ts(it.own.doc);
out += ' */\n';
}
out += 'export ';
if (it.own.async) {
out += 'async ';
}
out += 'function ';
out += ts(it.own.name);
out += '(';
out += ts(it.own.parameters);
out += '): ';
out += ts(it.own.returns);
out += ' {\n';
out += ts(it.own.body);
out += '\n}\n';
}
out += '\n/** The endpoint, as the gateway mounts it. */\nexport const ';
out += ts(it.constant);
out += ': CustomEndpoint<Client> = ';
out += ts(it.declaration);
out += ';\n';

    return out;
  },
  "logic/entity_logic.ts.eta": (it) => {
    let out = "";
out += '/**\n * The logic of ';
out += ts(it.labelPlural);
out += ' that the blueprint has ';
out += ts(it.origin);
out += '\n *\n * @module\n */\n';
if (it.fields) {
out += 'import type { LogicField } from "../kit/computed_logic.ts";\n';
}
if (it.kinds) {
out += 'import type { ';
out += ts(it.kinds);
out += ' } from "../kit/entity_logic.ts";\n';
}
out += 'import type { ';
out += ts(it.typeName);
out += ' } from "../models/';
out += ts(it.file);
out += '.ts";\n';
if (it.schema) {
out += 'import { ';
out += ts(it.schema);
out += ' } from "../schemas/';
out += ts(it.file);
out += '_schema.ts";\n';
}
for (const one of it.imports) {
out += 'import { ';
out += ts(one.names);
out += ' } from "./';
out += ts(one.file);
out += '";\n';
}
if (it.change) {
out += '\n/** What hooks may change of ';
out += ts(it.labelPlural);
out += '. */\nexport type ';
out += ts(it.change.typeName);
out += ' = ';
out += ts(it.change.type);
out += ';\n';
}
for (const one of it.functions) {
out += '\n';
if (one.about) {
out += '/**\n * ';
out += ts(one.doc);
out += '\n *\n';
for (const line of one.about) {
out += ' * ';
out += ts(line);
out += '\n';
}
out += ' */\n';
} else {
out += '/** ';
out += ts(one.doc);
out += ' */\n';
}
out += 'export ';
if (one.async) {
out += 'async ';
}
out += 'function ';
out += ts(one.name);
out += '(';
out += ts(one.parameters);
out += '): ';
out += ts(one.returns);
out += ' {\n';
out += ts(one.body);
out += '\n}\n';
}
if (it.logic) {
out += '\n/** The guards and hooks of ';
out += ts(it.labelPlural);
out += '. */\nexport const ';
out += ts(it.logic.constant);
out += ': EntityLogic<';
out += ts(it.typeName);
out += '> = ';
out += ts(it.logic.members);
out += ';\n';
}
if (it.fields) {
out += '\n/** The fields of ';
out += ts(it.labelPlural);
out += ' that are worked out, each after those before it. */\nexport const ';
out += ts(it.fields.constant);
out += ': readonly LogicField<';
out += ts(it.typeName);
out += '>[] = [\n';
for (const item of it.fields.items) {
out += '  ';
out += ts(item);
out += ',\n';
}
out += '];\n';
}

    return out;
  },
  "logic/system_endpoints.ts.eta": (it) => {
    let out = "";
out += '/**\n * All endpoints of the system\'s own.\n *\n * @module\n */\nimport type { Client } from "../client/client.ts";\nimport type { CustomEndpoint } from "../kit/custom_endpoint.ts";\n';
for (const endpoint of it.endpoints) {
out += 'import { ';
out += ts(endpoint.constant);
out += ' } from "./';
out += ts(endpoint.file);
out += '.ts";\n';
}
out += '\n/** The endpoints that the blueprint has. */\nexport const SYSTEM_ENDPOINTS: readonly CustomEndpoint<Client>[] = [\n';
for (const endpoint of it.endpoints) {
out += '  ';
out += ts(endpoint.constant);
out += ',\n';
}
out += '];\n';

    return out;
  },
  "logic/system_logic.ts.eta": (it) => {
    let out = "";
out += '/**\n * All guards and hooks of the system, by entity.\n *\n * @module\n */\nimport type { EntityLogic } from "../kit/entity_logic.ts";\n';
for (const entity of it.entities) {
out += 'import type { ';
out += ts(entity.typeName);
out += ' } from "../models/';
out += ts(entity.file);
out += '.ts";\n';
}
for (const entity of it.entities) {
out += 'import { ';
out += ts(entity.constant);
out += ' } from "./';
out += ts(entity.file);
out += '_logic.ts";\n';
}
out += '\n/** Guards and hooks by entity; what is left out is not asked. */\nexport interface SystemLogic {\n';
for (const entity of it.entities) {
out += '  /** Those of ';
out += ts(entity.labelPlural);
out += '. */\n  readonly ';
out += ts(entity.member);
out += '?: EntityLogic<';
out += ts(entity.typeName);
out += '>;\n';
}
out += '}\n\n/** The guards and hooks that the blueprint has. */\nexport const SYSTEM_LOGIC: SystemLogic = {\n';
for (const entity of it.entities) {
out += '  ';
out += ts(entity.member);
out += ': ';
out += ts(entity.constant);
out += ',\n';
}
out += '};\n';

    return out;
  },
  "main.ts.eta": (it) => {
    let out = "";
out += '/**\n * ';
out += ts(it.description);
out += '\n *\n * Builds the system: its components, and the channels between them.\n *\n * @module\n */\nimport { type Log, SystemExecutionHarness, toPrometheus } from "@autocoder/harness";\n';
if (it.sql || it.postgres) {
out += 'import { fileURLToPath } from "node:url";\n';
}
for (const component of it.components) {
out += 'import { ';
out += ts(component.className);
out += ' } from "./components/';
out += ts(component.file);
out += '.ts";\n';
}
out += 'import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";\n';
if (it.caches) {
out += 'import { EntityCaches } from "./kit/entity_caches.ts";\n';
}
if (it.endpoints) {
out += 'import type { Client } from "./client/client.ts";\nimport type { CustomEndpoint } from "./kit/custom_endpoint.ts";\n';
}
if (it.postgres || it.sql) {
out += 'import { healthWith } from "./kit/database_health.ts";\n';
}
if (it.postgres) {
out += 'import { openMigratedPostgres, readMigrations } from "./kit/postgres_migrations.ts";\n';
} else if (it.sql) {
out += 'import { migrate, readMigrations } from "./kit/migrations.ts";\n';
} else {
out += 'import { MemoryDatabase } from "./kit/memory_database.ts";\n';
}
if (it.changes) {
out += 'import { ';
out += ts(it.changes.className);
out += ' } from "./kit/';
out += ts(it.changes.file);
out += '.ts";\n';
}
if (it.ledger) {
out += 'import { ';
out += ts(it.ledger.className);
out += ' } from "./kit/';
out += ts(it.ledger.file);
out += '.ts";\n';
}
if (it.logic || it.endpoints) {
out += 'import { LogicTally } from "./kit/logic_tally.ts";\n';
}
if (it.files) {
out += 'import { FileStore } from "./kit/file_store.ts";\n';
}
if (it.outbox) {
out += 'import { ';
out += ts(it.outbox.className);
out += ' } from "./kit/';
out += ts(it.outbox.file);
out += '.ts";\n';
}
if (it.replies) {
out += 'import { ';
out += ts(it.replies.keep);
out += ' } from "./kit/';
out += ts(it.replies.file);
out += '.ts";\n';
}
if (it.workers) {
out += 'import { runWorkers } from "./kit/run_workers.ts";\nimport type { WorkerSeat } from "./kit/serve_as_worker.ts";\n';
} else {
out += 'import { runSystem } from "./kit/run_system.ts";\n';
}
if (it.sql) {
out += 'import { openSqlite } from "./kit/sqlite_database.ts";\n';
}
out += 'import { SUPERVISION } from "./kit/supervision.ts";\n';
if (it.endpoints) {
out += 'import { SYSTEM_ENDPOINTS } from "./logic/system_endpoints.ts";\n';
}
if (it.logic) {
out += 'import { SYSTEM_LOGIC, type SystemLogic } from "./logic/system_logic.ts";\n';
}
out += '\n/**\n * A system that is built: its harness and its components.\n *\n * @internal\n */\nexport interface System {\n  /** Starts, watches and stops the components. */\n  readonly harness: SystemExecutionHarness;\n';
if (it.caches) {
out += '  /** Keeps what was read for a while. */\n  readonly caches: EntityCaches;\n';
}
for (const component of it.components) {
out += '  /** ';
out += ts(component.description);
out += ' */\n  readonly ';
out += ts(component.variable);
out += ': ';
out += ts(component.className);
out += ';\n';
}
out += '}\n\n/**\n';
if (it.postgres) {
out += ' * Builds the system without starting it, on a database that has all migrations; the harness owns all of it, the\n * connections too. Rejects if the database cannot be reached or migrated.\n';
} else {
out += ' * Builds the system without starting it; the harness owns all of it, the database too.\n';
}
out += ' *\n * @internal\n */\n';
if (it.postgres) {
out += 'export async function buildSystem(config: SystemConfig, log?: Log';
if (it.logic) {
out += ', logic: SystemLogic = SYSTEM_LOGIC';
}
if (it.endpoints) {
out += ', endpoints: readonly CustomEndpoint<Client>[] = SYSTEM_ENDPOINTS';
}
if (it.workers) {
out += ', seat?: WorkerSeat';
}
out += '): Promise<System> {\n  const database = await openMigratedPostgres({\n    url: config.databaseUrl,\n    connections: config.databaseConnections,\n    durability: ';
out += ts(it.durability);
out += ',\n    name: ';
out += ts(it.nameLiteral);
out += ',\n    log,\n  }, readMigrations(MIGRATIONS));\n';
} else {
out += 'export function buildSystem(config: SystemConfig, log?: Log';
if (it.logic) {
out += ', logic: SystemLogic = SYSTEM_LOGIC';
}
if (it.endpoints) {
out += ', endpoints: readonly CustomEndpoint<Client>[] = SYSTEM_ENDPOINTS';
}
out += '): System {\n';
if (it.sql) {
out += '  const database = openSqlite({ path: config.databasePath, durability: ';
out += ts(it.durability);
out += ' });\n  migrate(database, readMigrations(MIGRATIONS));\n';
} else {
out += '  const database = new MemoryDatabase();\n';
}
}
out += '  const harness = new SystemExecutionHarness({ name: ';
out += ts(it.nameLiteral);
out += ', log, ...SUPERVISION });\n  harness.ownResource("database", database);\n';
if (it.logic || it.endpoints) {
out += '  const logicTally = new LogicTally();\n';
}
if (it.caches) {
out += '  const caches = new EntityCaches();\n';
}
out += '\n';
for (const component of it.components) {
out += '  const ';
out += ts(component.variable);
out += ' = new ';
out += ts(component.className);
out += '(';
out += ts(component.nameLiteral);
out += ', ';
out += ts(component.config);
out += ');\n';
}
out += '  harness\n';
for (const component of it.components) {
out += '    .registerComponent(';
out += ts(component.variable);
out += ')\n';
}
for (const connection of it.connections) {
out += '    .connect(';
out += ts(connection.from);
out += ', ';
out += ts(connection.to);
out += ', ';
out += ts(connection.options);
out += ')';
out += ts(connection.end);
out += '\n';
}
out += '  return { harness, ';
if (it.caches) {
out += 'caches, ';
}
out += ts(it.variables);
out += ' };\n}\n';
if (it.sql || it.postgres) {
out += '\nconst MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));\n';
}
out += '\nif (import.meta.main) {\n';
if (it.workers) {
out += '  await runWorkers({\n';
} else {
out += '  await runSystem({\n';
}
out += '    readConfig: readSystemConfig,\n';
if (it.postgres) {
out += '    build: async (config, log) => (await buildSystem(config, log)).harness,\n';
if (it.workers) {
out += '    prepare: async ({ databaseUrl: url }) => {\n      const database = await openMigratedPostgres({ url, connections: 1 }, readMigrations(MIGRATIONS));\n      await database[Symbol.asyncDispose]();\n    },\n    createWorker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),\n';
}
} else {
out += '    build: (config, log) => buildSystem(config, log).harness,\n';
}
out += '  });\n}\n';

    return out;
  },
  "migrate.ts.eta": (it) => {
    let out = "";
out += '/**\n * Brings the database to the form that this version of the program works with, and ends.\n *\n * @module\n */\nimport { fileURLToPath } from "node:url";\nimport { readSystemConfig } from "./config/system_config.ts";\nimport { readMigrations } from "./kit/postgres_migrations.ts";\nimport { runMigrations } from "./kit/run_migrations.ts";\n\nconst MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));\n\nif (import.meta.main) {\n  await runMigrations({\n    readUrl: (environment) => readSystemConfig(environment).databaseUrl,\n    migrations: readMigrations(MIGRATIONS),\n  });\n}\n';

    return out;
  },
  "migrations/0001_initial.sql.eta": (it) => {
    let out = "";
out += '-- The tables as of the first version. Migrations go forward only: never edit this file once it has\n-- been applied anywhere, add 0002_….sql instead.\n';
for (const table of it.tables) {
out += '\nCREATE TABLE ';
out += sql(table.name);
out += ' (\n';
table.columns.forEach((column, index) => {
out += '  ';
out += sql(column);
if (index < table.columns.length - 1) {
out += ',';
}
out += '\n';
})
out += ') STRICT;\n';
for (const index of table.indexes) {
out += sql(index);
out += ';\n';
}
}

    return out;
  },
  "migrations/0001_initial_postgres.sql.eta": (it) => {
    let out = "";
out += '-- The tables as of the first version. Migrations go forward only: never edit this file once it has\n-- been applied anywhere, add 0002_….sql instead.\n';
for (const table of it.tables) {
out += '\nCREATE TABLE ';
out += sql(table.name);
out += ' (\n';
table.columns.forEach((column, index) => {
out += '  ';
out += sql(column);
if (index < table.columns.length - 1) {
out += ',';
}
out += '\n';
})
out += ');\n';
for (const index of table.indexes) {
out += sql(index);
out += ';\n';
}
}
if (it.later.length > 0) {
out += '\n';
for (const statement of it.later) {
out += sql(statement);
out += ';\n';
}
}

    return out;
  },
  "models/entity.ts.eta": (it) => {
    let out = "";
out += '/**\n * The ';
out += ts(it.label);
out += ': its type, and how it is named, stored and searched.\n *\n * @module\n */\n';
if (it.aggregates) {
out += 'import type { AggregateSpec } from "../kit/aggregate_spec.ts";\n';
}
out += 'import type { Entity, EntitySpec } from "../kit/entity_spec.ts";\n';
if (it.words) {
out += 'import { searchWords } from "../kit/search_words.ts";\n';
}
if (it.files) {
out += 'import type { FileRule, StoredFile } from "../kit/stored_file.ts";\n';
}
out += '\n';
for (const object of it.interfaces) {
out += '/** ';
out += ts(object.description);
out += ' */\nexport interface ';
out += ts(object.name);
out += ' {\n';
for (const member of object.members) {
out += '  /** ';
out += ts(member.description);
out += ' */\n  readonly ';
out += ts(member.name);
out += ': ';
out += ts(member.type);
out += ';\n';
}
out += '}\n\n';
}
out += '/** ';
out += ts(it.description);
out += ' */\nexport interface ';
out += ts(it.typeName);
out += ' extends Entity {\n';
for (const field of it.fields) {
out += '  /** ';
out += ts(field.description);
out += ' */\n  readonly ';
out += ts(field.name);
out += ': ';
out += ts(field.type);
out += ';\n';
}
out += '}\n\n/** Names the ';
out += ts(it.label);
out += '\'s fields, path and table for the code that handles any entity. */\nexport const ';
out += ts(it.constant);
out += ': EntitySpec = {\n  name: ';
out += ts(it.nameLiteral);
out += ',\n  label: ';
out += ts(it.labelLiteral);
out += ',\n  path: ';
out += ts(it.pathLiteral);
out += ',\n  table: ';
out += ts(it.tableLiteral);
out += ',\n  fields: {\n';
for (const field of it.fields) {
out += '    ';
out += ts(field.name);
out += ': ';
out += ts(field.spec);
out += ',\n';
}
out += '  },\n';
if (it.key) {
out += '  key: ';
out += ts(it.key);
out += ',\n';
}
if (it.unique) {
out += '  unique: ';
out += ts(it.unique);
out += ',\n';
}
if (it.softDelete) {
out += '  softDelete: true,\n';
}
if (it.noOverlap) {
out += '  noOverlap: ';
out += ts(it.noOverlap);
out += ',\n';
}
if (it.order) {
out += '  order: ';
out += ts(it.order);
out += ',\n';
}
out += '  search: ';
out += ts(it.search);
out += ',\n';
if (it.words) {
out += '  words: searchWords,\n';
}
out += '};\n';
if (it.aggregates) {
out += '\n/** What the ';
out += ts(it.labelPlural);
out += ' of a list come to, by the last segments of their paths. */\nexport const ';
out += ts(it.aggregates.constant);
out += ': readonly AggregateSpec[] = ';
out += ts(it.aggregates.value);
out += ';\n';
}
if (it.files) {
out += '\n/** What the files of ';
out += ts(it.one);
out += ' may be. */\nexport const ';
out += ts(it.files.constant);
out += ': Readonly<Record<string, FileRule>> = ';
out += ts(it.files.rules);
out += ';\n';
}

    return out;
  },
  "resources/account.ts.eta": (it) => {
    let out = "";
out += '/**\n * How users see their own account, and where.\n *\n * @module\n */\nimport type { AccountShape } from "../kit/account_routes.ts";\n';
for (const model of it.models) {
out += 'import { ';
out += ts(model.constant);
out += ' } from "../models/';
out += ts(model.file);
out += '.ts";\n';
}
for (const resource of it.resources) {
out += 'import { ';
out += ts(resource.constant);
out += ' } from "./';
out += ts(resource.file);
out += '_resource.ts";\n';
}
out += '\n/** The paths of accounts, and what is shown there. */\nexport const ACCOUNT: AccountShape = ';
out += ts(it.shape);
out += ';\n';

    return out;
  },
  "resources/api_shape.ts.eta": (it) => {
    let out = "";
out += '/**\n * How the API looks as a whole.\n *\n * @module\n */\nimport type { ApiShape } from "../kit/resource_spec.ts";\n\n/** Envelopes, paging, unknown fields and the word before tokens. */\nexport const API_SHAPE: ApiShape = ';
out += ts(it.shape);
out += ';\n';

    return out;
  },
  "resources/resource.ts.eta": (it) => {
    let out = "";
out += '/**\n * How clients see ';
out += ts(it.one);
out += ', and where.\n *\n * @module\n */\nimport type { ResourceSpec } from "../kit/resource_spec.ts";\n';
for (const model of it.models) {
out += 'import { ';
out += ts(model.constant);
out += ' } from "../models/';
out += ts(model.file);
out += '.ts";\n';
}
for (const resource of it.resources) {
out += 'import { ';
out += ts(resource.constant);
out += ' } from "./';
out += ts(resource.file);
out += '_resource.ts";\n';
}
out += '\n/** ';
out += ts(it.summary);
out += ' */\nexport const ';
out += ts(it.constant);
out += ': ResourceSpec = ';
out += ts(it.spec);
out += ';\n';

    return out;
  },
  "schedule/schedules.ts.eta": (it) => {
    let out = "";
out += '/**\n * What the system does by itself, and when. Times are in milliseconds; days begin in UTC.\n *\n * @module\n */\nimport type { ScheduleSpec } from "../kit/schedule_spec.ts";\n';
for (const entity of it.entities) {
out += 'import { ';
out += ts(entity.constant);
out += ' } from "../models/';
out += ts(entity.file);
out += '.ts";\n';
}
out += '\n/** The schedules, in order. */\nexport const SCHEDULES: readonly ScheduleSpec[] = [\n';
for (const schedule of it.schedules) {
out += '  // ';
out += ts(schedule.about);
out += '\n  ';
out += ts(schedule.spec);
out += ',\n';
}
out += '];\n';

    return out;
  },
  "schemas/auth_schema.ts.eta": (it) => {
    let out = "";
out += '/**\n * What clients may send to register and to sign in.\n *\n * @module\n */\nimport { ';
out += ts(it.imports);
out += ' } from "../kit/api_schema.ts";\nimport { authSchemas } from "../kit/auth_routes.ts";\n';
if (it.tenant) {
out += 'import { type BodySchema, nested } from "../kit/body_schema.ts";\n';
} else {
out += 'import type { BodySchema } from "../kit/body_schema.ts";\n';
}
out += '\nconst SCHEMAS = authSchemas({\n';
for (const field of it.fields) {
out += '  ';
out += ts(field.name);
out += ': ';
out += ts(field.schema);
out += ',\n';
}
if (it.tenant) {
out += '  // Whoever registers opens ';
out += ts(it.tenant.one);
out += '; whom somebody creates joins theirs.\n  ';
out += ts(it.tenant.name);
out += ': nested({\n';
for (const field of it.tenant.fields) {
out += '    ';
out += ts(field.name);
out += ': ';
out += ts(field.schema);
out += ',\n';
}
out += '  }).optional(),\n';
}
out += '}, ';
out += ts(it.signIn);
out += ');\n\n/** The body of a registration: the fields of ';
out += ts(it.one);
out += ' and a password. */\nexport const REGISTRATION: BodySchema = SCHEMAS.registration;\n\n/** The body of a login. */\nexport const LOGIN: BodySchema = SCHEMAS.login;\n';
if (it.account) {
out += '\n/** The body of a change of one\'s own account: some of the fields, and a new password. */\nexport const ACCOUNT_CHANGE: BodySchema = SCHEMAS.change;\n';
}

    return out;
  },
  "schemas/entity_objects.ts.eta": (it) => {
    let out = "";
out += '/**\n * What the objects inside ';
out += ts(it.one);
out += ' may hold.\n *\n * @module\n */\nimport { type Field';
if (it.imports) {
out += ', ';
out += ts(it.imports);
}
out += ' } from "../kit/api_schema.ts";\nimport type { Fields } from "../kit/body_schema.ts";\nimport { embedded } from "../kit/embedded_object.ts";\n';
for (const object of it.objects) {
out += '\n/** ';
out += ts(object.description);
out += ' */\nexport const ';
out += ts(object.constant);
out += ': Field = ';
out += ts(object.schema);
out += ';\n';
}
out += '\n/** All of them, by field: what is checked and completed at every write. */\nexport const ';
out += ts(it.constant);
out += ': Fields = {\n';
for (const object of it.objects) {
out += '  ';
out += ts(object.field);
out += ': ';
out += ts(object.constant);
out += ',\n';
}
out += '};\n';

    return out;
  },
  "schemas/entity_schema.ts.eta": (it) => {
    let out = "";
out += '/**\n * What clients may send about ';
out += ts(it.one);
out += '.\n *\n * @module\n */\n';
if (it.imports) {
out += 'import { ';
out += ts(it.imports);
out += ' } from "../kit/api_schema.ts";\n';
}
out += 'import { type BodySchema, type Fields';
if (it.body) {
out += ', entitySchema';
}
if (it.patch) {
out += ', patchSchema';
}
out += ' } from "../kit/body_schema.ts";\n';
if (it.patch && it.objects && it.objects.merged.length > 0) {
out += 'import { mergeable } from "../kit/embedded_object.ts";\n';
}
if (it.objects) {
out += 'import { ';
out += ts(it.objects.names);
out += ' } from "./';
out += ts(it.objects.file);
out += '_objects.ts";\n';
}
out += '\nconst FIELDS: Fields = {\n';
for (const field of it.fields) {
out += '  ';
out += ts(field.name);
out += ': ';
out += ts(field.schema);
out += ',\n';
}
out += '};\n';
if (it.body) {
out += '\n/** The body of ';
out += ts(it.bodyOf);
out += '. */\nexport const ';
out += ts(it.constant);
out += '_BODY: BodySchema = entitySchema(FIELDS);\n';
}
if (it.patch) {
out += '\n/** The body of PATCH: some of the fields. */\nexport const ';
out += ts(it.constant);
out += '_PATCH: BodySchema = ';
if (it.objects && it.objects.merged.length > 0) {
out += 'patchSchema({\n  ...FIELDS,\n';
for (const field of it.objects.merged) {
out += '  ';
out += ts(field.name);
out += ': ';
out += ts(field.schema);
out += ',\n';
}
out += '});';
} else {
out += 'patchSchema(FIELDS);';
}
out += '\n';
}

    return out;
  },
  "tests/acceptance_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What was asked for: each sentence of the request, seen from a client.\n *\n * @module\n */\n';
if (it.usesAssert) {
out += 'import assert from "node:assert/strict";\n';
}
if (it.usesConfig) {
out += 'import { readSystemConfig } from "../config/system_config.ts";\n';
}
if (it.checks.length > 0) {
out += 'import {\n';
for (const check of it.checks) {
out += '  ';
out += ts(check);
out += ',\n';
}
out += '} from "../kit/acceptance.ts";\n';
}
if (it.database) {
out += 'import { ';
out += ts(it.database.name);
out += ' } from "../kit/';
out += ts(it.database.file);
out += '.ts";\n';
}
if (it.outcomes.length > 0) {
out += 'import { ';
for (const outcome of it.outcomes) {
out += ts(outcome);
out += ', ';
}
out += ' } from "../kit/expect_outcome.ts";\n';
}
if (it.responses.length > 0) {
out += 'import { ';
for (const response of it.responses) {
out += ts(response);
out += ', ';
}
out += ' } from "../kit/testing.ts";\n';
}
if (it.samples.length > 0) {
out += 'import {\n';
for (const sample of it.samples) {
out += '  ';
out += ts(sample);
out += ',\n';
}
out += '} from "./samples.ts";\n';
}
if (it.usesSystem) {
out += 'import { startTestSystem } from "./test_system.ts";\n';
}
for (const test of it.tests) {
out += '\nDeno.test(';
out += ts(test.title);
out += ', ';
if (test.usesSystem) {
out += 'async ';
}
out += '() => {\n';
if (test.usesSystem) {
out += '  await using test = await startTestSystem();\n';
}
out += '  ';
out += ts(test.statement);
out += ';\n});\n';
}
if (it.untested.length > 0) {
out += '\n// Not tested here, because no client can see it:\n';
for (const line of it.untested) {
out += '// - ';
out += ts(line);
out += '\n';
}
}

    return out;
  },
  "tests/access/entity_access_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Who may do what with ';
out += ts(it.labelPlural);
out += ': every rule, tried by everybody.\n *\n * @module\n */\nimport { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";\nimport type { Entity } from "../../kit/entity_spec.ts";\n';
if (it.owner || it.role || it.bypass || it.hidden) {
out += 'import { expectProblem } from "../../kit/testing.ts";\n';
}
out += 'import { ';
if (it.aggregates) {
out += ts(it.aggregates);
out += ', ';
}
out += ts(it.constant);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\nimport { ';
out += ts(it.imports);
out += ' } from "../samples.ts";\nimport { startTestSystem, type TestSystem } from "../test_system.ts";\n\n/** Somebody who tries: given the system and the entity, the id of who it is. */\ntype Actor = (test: TestSystem, made: Entity, ownerId: string) => Promise<string | undefined>;\n\n/** Lets somebody try everything in a system of its own. */\nasync function tryAs(\n  t: Deno.TestContext,\n  who: Actor,\n  steps: Parameters<typeof tryAccess>[2],\n';
if (it.unseen) {
out += '  state: Record<string, unknown> = ';
out += ts(it.unseen.seen);
out += ',\n';
}
out += '): Promise<void> {\n  await using test = await startTestSystem();\n  const owner = await ';
out += ts(it.makeUser);
out += '(test.system);\n  let actorId: string | undefined;\n  const trial: AccessTrial = {\n    path: ';
out += ts(it.constant);
out += '.path,\n    make: async () => {\n      const made = ';
if (it.unseen) {
out += ts(it.unseen.make);
} else {
out += ts(it.make);
}
out += ';\n      actorId = await who(test, made, owner.id);\n      return made;\n    },\n    body: () => ';
out += ts(it.bodyPromise);
out += ',\n    client: () => test.as(actorId),\n    find: async (id) => {\n      const found = await test.system.';
out += ts(it.controller);
out += '.';
out += ts(it.handler);
out += '({ operation: "get", id });\n      return found.ok ? found.value : undefined;\n    },\n';
if (it.aggregates) {
out += '    aggregates: ';
out += ts(it.aggregates);
out += '.map(({ name }) => name),\n';
}
out += '  };\n  await tryAccess(t, trial, steps);\n}\n';
for (const trial of it.trials) {
out += '\nDeno.test(';
out += ts(trial.title);
out += ', (t) =>\n  tryAs(t, ';
out += ts(trial.actor);
out += ', [\n';
for (const step of trial.steps) {
out += '    ';
out += ts(step);
out += ',\n';
}
out += '  ]));\n';
}
if (it.unseen) {
for (const trial of it.unseen.trials) {
out += '\nDeno.test(';
out += ts(trial.title);
out += ', (t) =>\n  tryAs(t, ';
out += ts(trial.actor);
out += ', [\n';
for (const step of trial.steps) {
out += '    ';
out += ts(step);
out += ',\n';
}
out += '  ], ';
out += ts(it.unseen.state);
out += '));\n';
}
}
if (it.owner) {
out += '\nDeno.test("nobody makes ';
out += ts(it.one);
out += ' another\'s, or takes one", async () => {\n  await using test = await startTestSystem();\n  const other = await ';
out += ts(it.makeUser);
out += '(test.system);\n';
if (it.creator) {
out += '  const creator = await ';
out += ts(it.creator);
out += ';\n  const body = { ...';
out += ts(it.body);
out += ', ';
out += ts(it.owner);
out += ': other.id };\n  expectProblem(await test.as(creator.id).post(';
out += ts(it.constant);
out += '.path, body), 422, "';
out += ts(it.owner);
out += '");\n';
}
if (it.changer) {
out += '  const owner = await ';
out += ts(it.changer);
out += ';\n  const made = await ';
out += ts(it.makeName);
out += '(test.system, { ';
out += ts(it.owner);
out += ': owner.id });\n  const path = `${';
out += ts(it.constant);
out += '.path}/${made.id}`;\n  expectProblem(await test.as(owner.id).patch(path, { ';
out += ts(it.owner);
out += ': other.id }), 422, "';
out += ts(it.owner);
out += '");\n';
}
out += '});\n';
}
if (it.role) {
out += '\nDeno.test("nobody gives themselves another role", async () => {\n  await using test = await startTestSystem();\n  const user = await ';
out += ts(it.makeUser);
out += '(test.system);\n  const client = test.as(user.id);\n  const path = `${';
out += ts(it.constant);
out += '.path}/${user.id}`;\n  expectProblem(await client.patch(path, { role: ';
out += ts(it.role);
out += ' }), 403);\n';
if (it.roleKeeper && it.roleOther) {
out += '  const keeper = await ';
out += ts(it.makeUser);
out += '(test.system, { role: ';
out += ts(it.roleKeeper);
out += ' });\n  const own = `${';
out += ts(it.constant);
out += '.path}/${keeper.id}`;\n  expectProblem(await test.as(keeper.id).patch(own, { role: ';
out += ts(it.roleOther);
out += ' }), 403);\n  const given = await test.as(keeper.id).patch<{ role: string }>(path, { role: ';
out += ts(it.role);
out += ' });\n  if (given.body.role !== ';
out += ts(it.role);
out += ') throw new Error("a role could not be given");\n';
}
out += '});\n';
}
if (it.bypass) {
out += '\nDeno.test("nobody does by a body what they may not do by ';
out += ts(it.bypass.action);
out += '", async () => {\n  await using test = await startTestSystem();\n';
if (!it.isUser) {
out += '  const owner = await ';
out += ts(it.makeUser);
out += '(test.system);\n';
}
out += '  const made = ';
out += ts(it.make);
out += ';\n  const client = test.as(';
if (it.isUser) {
out += 'made.id';
} else {
out += 'owner.id';
}
out += ');\n  expectProblem(await client.patch(`${';
out += ts(it.constant);
out += '.path}/${made.id}`, ';
out += ts(it.bypass.body);
out += '), 403);\n';
if (it.bypass.creates) {
out += '  const body = { ...';
out += ts(it.body);
out += ', ...';
out += ts(it.bypass.body);
out += ' };\n  expectProblem(await client.post(';
out += ts(it.constant);
out += '.path, body), 403);\n';
}
out += '});\n';
}
if (it.hidden) {
out += '\nDeno.test("nobody refers to what they may not read", async () => {\n  await using test = await startTestSystem();\n  const stranger = await ';
out += ts(it.hidden.sender);
out += ';\n  const body = ';
out += ts(it.body);
out += ';\n  expectProblem(await test.as(stranger.id).post(';
out += ts(it.constant);
out += '.path, body), 422, "';
out += ts(it.hidden.field);
out += '");\n});\n';
}

    return out;
  },
  "tests/access/resource_access_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Who may do what with ';
out += ts(it.labelPlural);
out += ': every rule, tried by everybody.\n *\n * @module\n */\nimport {\n  type Intruder,\n  type ResourceStep,\n  tryResource,\n';
if (it.owned) {
out += '  tryTheft,\n';
}
out += '  tryWrongSchemes,\n} from "../../kit/resource_access_trials.ts";\nimport { ';
out += ts(it.constant);
out += ' } from "../subjects/';
out += ts(it.file);
out += '_subject.ts";\nimport { startTrialSystem } from "../trial_system.ts";\n\n/** Lets somebody try everything, each in a system of its own. */\nfunction tryAs(t: Deno.TestContext, who: Intruder, steps: readonly ResourceStep[]): Promise<void> {\n  return tryResource(t, ';
out += ts(it.constant);
out += ', { start: startTrialSystem, who, steps });\n}\n';
for (const trial of it.trials) {
out += '\nDeno.test(';
out += ts(trial.title);
out += ', (t) =>\n  tryAs(t, ';
out += ts(trial.who);
out += ', [\n';
for (const step of trial.steps) {
out += '    ';
out += ts(step);
out += ',\n';
}
out += '  ]));\n';
}
out += '\n';
if (it.unseen) {
out += '/** What puts one into a state in which not everybody sees it. */\nconst UNSEEN = ';
out += ts(it.unseen.state);
out += ';\n\n/** Lets somebody try everything with one that not everybody sees. */\nfunction tryUnseenAs(t: Deno.TestContext, who: Intruder, steps: readonly ResourceStep[]): Promise<void> {\n  return tryResource(t, ';
out += ts(it.constant);
out += ', { start: startTrialSystem, who, state: UNSEEN, steps });\n}\n';
for (const trial of it.unseen.trials) {
out += '\nDeno.test(';
out += ts(trial.title);
out += ', (t) =>\n  tryUnseenAs(t, ';
out += ts(trial.who);
out += ', [\n';
for (const step of trial.steps) {
out += '    ';
out += ts(step);
out += ',\n';
}
out += '  ]));\n';
}
out += '\n';
}
out += 'Deno.test("no token counts behind another word than the API\'s own", () =>\n  tryWrongSchemes(';
out += ts(it.constant);
out += ', startTrialSystem));\n';
if (it.owned) {
out += '\nDeno.test("nobody makes ';
out += ts(it.one);
out += ' another\'s, or takes one", () =>\n  tryTheft(';
out += ts(it.constant);
out += ', startTrialSystem));\n';
}

    return out;
  },
  "tests/access/tenants_test.ts.eta": (it) => {
    let out = "";
out += '/**\n';
if (it.entities.length > 0) {
out += ' * Two tenants, and everybody of the second tries everything of the first.\n';
} else {
out += ' * Who registers opens a tenant, and whom somebody creates joins theirs.\n';
}
out += ' *\n * @module\n */\nimport assert from "node:assert/strict";\n';
if (it.told) {
out += 'import { expectError } from "../../kit/expect_error.ts";\n';
}
if (it.entities.length > 0) {
out += 'import { tryOtherTenant } from "../../kit/tenant_trial.ts";\n';
}
if (!it.told) {
out += 'import { expectProblem } from "../../kit/testing.ts";\n';
}
for (const model of it.models) {
out += 'import { ';
out += ts(model.constant);
out += ' } from "../../models/';
out += ts(model.file);
out += '.ts";\n';
}
out += 'import { ';
out += ts(it.samples);
out += ' } from "../samples.ts";\n';
if (it.entities.length > 0) {
out += 'import { startTestSystem, type TestSystem } from "../test_system.ts";\n\n/** The roles of the second tenant\'s users. */\nconst ROLES: readonly (string | undefined)[] = ';
out += ts(it.roles);
out += ';\n\n/** Makes a user of a tenant of their own. */\nasync function stranger(test: TestSystem, role?: string): Promise<string> {\n  const { id } = await ';
out += ts(it.makeTenant);
out += '(test.system);\n  const user = await ';
out += ts(it.makeUser);
out += '(test.system, { ';
out += ts(it.field);
out += ': id, ...(role === undefined ? {} : { role }) });\n  return user.id;\n}\n';
} else {
out += 'import { startTestSystem } from "../test_system.ts";\n';
}
for (const entity of it.entities) {
out += '\nDeno.test("';
out += ts(entity.title);
out += ' of another tenant are not there", async (t) => {\n  for (const role of ROLES) {\n    await t.step(role ?? "user", async () => {\n      await using test = await startTestSystem();\n      const trial = {\n        spec: ';
out += ts(entity.constant);
out += ',\n        made: await ';
out += ts(entity.make);
out += ',\n        client: test.as(await stranger(test, role)),\n        role,\n        find: async (id: string) => {\n          const found = await test.system.';
out += ts(entity.controller);
out += '.';
out += ts(entity.handler);
out += '({ operation: "get", id });\n          return found.ok ? found.value : undefined;\n        },\n      };\n      await tryOtherTenant(trial, [\n';
for (const step of entity.steps) {
out += '        ';
out += ts(step);
out += ',\n';
}
out += '      ]);\n    });\n  }\n});\n';
if (entity.creates) {
out += '\nDeno.test("';
out += ts(entity.title);
out += ' are made in one\'s own tenant, of what is there", async () => {\n  await using test = await startTestSystem();\n  const { id: elsewhere } = await ';
out += ts(it.makeTenant);
out += '(test.system);\n  const user = await ';
out += ts(it.makeUser);
out += '(test.system';
out += ts(entity.creates.role);
out += ');\n  const client = test.as(user.id);\n  const body = await ';
out += ts(entity.body);
out += ';\n  expectProblem(await client.post(';
out += ts(entity.constant);
out += '.path, { ...body, ';
out += ts(entity.creates.field);
out += ': elsewhere }), 422, "';
out += ts(entity.creates.field);
out += '");\n';
if (entity.creates.references.length > 0) {
out += '  const outsider = test.as(await stranger(test';
if (it.hasRoles) {
out += ', user.role';
}
out += '));\n';
}
for (const reference of entity.creates.references) {
out += '  const ';
out += ts(reference.field);
out += ' = (await ';
out += ts(reference.make);
out += ').id;\n  expectProblem(await outsider.post(';
out += ts(entity.constant);
out += '.path, { ...body, ';
out += ts(reference.field);
out += ' }), 422, "';
out += ts(reference.field);
out += '");\n';
}
out += '});\n';
}
}
if (it.open) {
out += '\n/** What an answer to a registration says of the user. */\ninterface Member {\n  readonly ';
out += ts(it.field);
out += ': string;\n  readonly role?: string;\n}\n\nDeno.test("whoever registers opens a tenant of their own';
if (it.last) {
out += ', as ';
out += ts(it.last.word);
}
out += '", async () => {\n  await using test = await startTestSystem();\n  const client = test.as();\n  const { id } = await home(test.system);\n  const wish = { ...await ';
out += ts(it.userBody);
out += ', password: "a long password" };\n  const body = { ...wish, ';
out += ts(it.relation);
out += ': await ';
out += ts(it.tenantBody);
out += ' };\n  ';
out += ts(it.expect);
out += 'await client.post(';
out += ts(it.register);
out += ', wish), 422, "';
out += ts(it.relation);
out += '");\n  ';
out += ts(it.expect);
out += 'await client.post(';
out += ts(it.register);
out += ', { ...body, ';
out += ts(it.field);
out += ': id }), 422, "';
out += ts(it.field);
out += '");\n';
for (const reference of it.references) {
out += '  const ';
out += ts(reference.field);
out += ' = (await ';
out += ts(reference.make);
out += ').id;\n  ';
out += ts(it.expect);
out += 'await client.post(';
out += ts(it.register);
out += ', { ...body, ';
out += ts(reference.field);
out += ' }), 422, "';
out += ts(reference.field);
out += '");\n';
}
out += '  const made = await client.post<{ user: Member }>(';
out += ts(it.register);
out += ', body);\n  assert.equal(made.status, 201, JSON.stringify(made.body));\n  assert.notEqual(made.body.user.';
out += ts(it.field);
out += ', id);\n';
if (it.last) {
out += '  assert.equal(made.body.user.role, ';
out += ts(it.last.literal);
out += ');\n';
}
out += '});\n\nDeno.test("who is refused leaves no tenant behind", async () => {\n  await using test = await startTestSystem();\n  const { ';
out += ts(it.signIn);
out += ' } = await ';
out += ts(it.makeUser);
out += '(test.system);\n  const count = async () => {\n    const query = { limit: 200, sort: [], filters: [] };\n    const reply = await test.system.';
out += ts(it.tenantController);
out += '.';
out += ts(it.tenantHandler);
out += '({ operation: "list", query });\n    return reply.ok && reply.value !== null && "items" in reply.value ? reply.value.items.length : undefined;\n  };\n  const before = await count();\n  const body = { ...await ';
out += ts(it.userBody);
out += ', ';
out += ts(it.signIn);
out += ', ';
out += ts(it.relation);
out += ': await ';
out += ts(it.tenantBody);
out += ' };\n  ';
out += ts(it.expect);
out += 'await test.as().post(';
out += ts(it.register);
out += ', { ...body, password: "a long password" }), 409);\n  assert.equal(await count(), before);\n});\n';
}
if (it.inviter) {
out += '\nDeno.test("whom somebody creates joins their tenant';
if (it.first) {
out += ', as ';
out += ts(it.first.word);
}
out += '", async () => {\n  await using test = await startTestSystem();\n  const inviter = await ';
out += ts(it.makeUser);
out += '(test.system, ';
out += ts(it.inviter);
out += ');\n  const client = test.as(inviter.id);\n  const body = { ...await ';
out += ts(it.userBody);
out += ', password: "a long password" };\n  const opened = { ...body, ';
out += ts(it.relation);
out += ': await ';
out += ts(it.tenantBody);
out += ' };\n  ';
out += ts(it.expect);
out += 'await client.post(';
out += ts(it.register);
out += ', opened), 422, "';
out += ts(it.relation);
out += '");\n  const made = await client.post<{ ';
out += ts(it.field);
out += ': string; role?: string }>(';
out += ts(it.register);
out += ', body);\n  assert.equal(made.status, 201, JSON.stringify(made.body));\n  assert.equal(made.body.';
out += ts(it.field);
out += ', inviter.';
out += ts(it.field);
out += ');\n';
if (it.first) {
out += '  assert.equal(made.body.role, ';
out += ts(it.first.literal);
out += ');\n';
}
out += '});\n';
}

    return out;
  },
  "tests/boot_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The system as a whole: it starts, answers over HTTP, gets over failures, and stops.\n *\n * @module\n */\nimport assert from "node:assert/strict";\n';
if (it.probe) {
out += 'import { crashable } from "../kit/crashable.ts";\n';
if (it.probe.errors) {
out += 'import { expectError } from "../kit/expect_error.ts";\n';
}
out += 'import { expectValue } from "../kit/expect_outcome.ts";\nimport { type ExpectedChannel, expectWiring } from "../kit/expect_wiring.ts";\n';
if (it.probe.errors) {
out += 'import { type ApiResponse';
if (it.probe.hides) {
out += ', expectContains';
}
out += ' } from "../kit/testing.ts";\n';
} else {
out += 'import { type ApiResponse, ';
if (it.probe.hides) {
out += 'expectContains, ';
}
out += 'expectProblem } from "../kit/testing.ts";\n';
}
out += 'import { ';
out += ts(it.probe.imports);
out += ' } from "./samples.ts";\nimport { buildTestSystem, startTestSystem } from "./test_system.ts";\n';
} else {
out += 'import { type ExpectedChannel, expectWiring } from "../kit/expect_wiring.ts";\nimport { startTestSystem } from "./test_system.ts";\n';
}
out += '\nconst CHANNELS: readonly ExpectedChannel[] = [\n';
for (const channel of it.channels) {
out += '  ';
out += ts(channel);
out += ',\n';
}
out += '];\n\nDeno.test("the system is ready once it has started", async () => {\n  await using test = await startTestSystem();\n  const url = await test.system.';
out += ts(it.gateway);
out += '.listening;\n  const response = await fetch(`${url}/health/ready`);\n  await response.body?.cancel();\n  assert.equal(response.status, 200);\n  assert.deepEqual(\n    test.system.harness.health().components.map((component) => component.state),\n    ';
out += ts(it.states);
out += ',\n  );\n});\n\nDeno.test("the system serves its API documents", async () => {\n  await using test = await startTestSystem();\n  const document = await test.client.get<{ openapi: string }>("/openapi.json");\n  assert.equal(document.body.openapi, "3.1.0");\n  assert.equal((await test.client.get("/docs")).status, 200);\n});\n\nDeno.test("the system is wired as it should be, and tells so in its metrics", async () => {\n  await using test = await startTestSystem();\n  const request = new Request("http://test.invalid/metrics");\n  const metrics = await test.system.';
out += ts(it.gateway);
out += '.fetch(request);\n  assert.equal(metrics.status, 200);\n  expectWiring(test.system.harness, await metrics.text(), { system: ';
out += ts(it.system);
out += ', channels: CHANNELS });\n});\n\nDeno.test("the system logs where it listens, and that it runs", async () => {\n  await using test = await startTestSystem();\n  const url = await test.system.';
out += ts(it.gateway);
out += '.listening;\n  const listening = test.log.find(({ event }) => event === "listening");\n  assert.equal(listening?.url, url);\n  const running = test.log.find(({ event }) => event === "running");\n  assert.equal(running?.system, ';
out += ts(it.system);
out += ');\n});\n\nDeno.test("the system stops clean, with nothing lost in its channels", async () => {\n  await using test = await startTestSystem();\n  await test.client.get("/health");\n  const report = await test.system.harness.stop();\n  assert.deepEqual(report.abandoned, []);\n  assert.equal(test.system.harness.state, "stopped");\n});\n';
if (it.probe) {
out += '\nDeno.test("a request that a controller has in hand when it fails is answered 503, and not repeated", async () => {\n  await using test = ';
out += ts(it.probe.awaits);
out += 'buildTestSystem();\n  const controller = test.system.';
out += ts(it.probe.controller);
out += ';\n  const life = crashable(controller);\n  await test.system.harness.start();\n';
if (it.probe.readsEntity) {
out += '  const ';
out += ts(it.probe.entity);
out += ' = await ';
out += ts(it.probe.makeName);
out += '(test.system);\n';
}
if (it.probe.body) {
out += '  const body = ';
out += ts(it.probe.body);
out += ';\n';
}
out += '  const ask = () => ';
out += ts(it.probe.request);
out += ';\n\n  const { ';
out += ts(it.probe.handler);
out += ' } = controller;\n  let handled = 0;\n  controller.';
out += ts(it.probe.handler);
out += ' = () => {\n    handled++;\n    void life.crash();\n    return new Promise<never>(() => {});\n  };\n  await expectRefusal(ask);\n  await life.recover();\n  assert.equal(handled, 1);\n  controller.';
out += ts(it.probe.handler);
out += ' = ';
out += ts(it.probe.handler);
out += ';\n  assert.equal((await ask()).status, ';
out += ts(it.probe.status);
out += ');\n});\n\nDeno.test("while a store is down the system is not ready and says so at once; then it has what it had", async () => {\n  await using test = ';
out += ts(it.probe.awaits);
out += 'buildTestSystem();\n  const life = crashable(test.system.';
out += ts(it.probe.store);
out += ');\n  await test.system.harness.start();\n  const ';
out += ts(it.probe.entity);
out += ' = await ';
out += ts(it.probe.makeName);
out += '(test.system);\n';
if (it.probe.body) {
out += '  const body = ';
out += ts(it.probe.body);
out += ';\n';
}
out += '  const ask = () => ';
out += ts(it.probe.request);
out += ';\n\n  await life.crash();\n  assert.equal((await test.client.get("/health/ready")).status, 503);\n  assert.equal((await test.client.get("/health/live")).status, 200);\n  await expectRefusal(ask);\n  await life.recover();\n  assert.equal((await test.client.get("/health/ready")).status, 200);\n  const { id } = ';
out += ts(it.probe.entity);
out += ';\n  const found = await test.system.';
out += ts(it.probe.controller);
out += '.';
out += ts(it.probe.handler);
out += '({ operation: "get", id });\n';
if (it.probe.hides) {
out += '  expectContains(expectValue(found), { ...';
out += ts(it.probe.entity);
out += ' });\n';
} else {
out += '  assert.deepEqual(expectValue(found), ';
out += ts(it.probe.entity);
out += ');\n';
}
out += '  assert.equal((await ask()).status, ';
out += ts(it.probe.status);
out += ');\n});\n\nDeno.test("the endpoint listens on its port again after it has failed", async () => {\n  await using test = ';
out += ts(it.probe.awaits);
out += 'buildTestSystem();\n  const endpoint = test.system.';
out += ts(it.gateway);
out += ';\n  const life = crashable(endpoint);\n  await test.system.harness.start();\n  const url = await endpoint.listening;\n  await life.crash();\n  await life.recover();\n  const response = await fetch(`${url}/health/ready`);\n  await response.body?.cancel();\n  assert.equal(response.status, 200);\n});\n\n/** Expects to be told to come back, and not only when the time for an answer is up. */\nasync function expectRefusal(ask: () => Promise<ApiResponse<unknown>>): Promise<void> {\n  const asked = performance.now();\n  const response = await ask();\n';
if (it.probe.errors) {
out += '  expectError(';
out += ts(it.probe.errors);
out += ', response, 503);\n';
} else {
out += '  expectProblem(response, 503);\n';
}
out += '  assert.ok(response.headers.has("retry-after"));\n  const waited = performance.now() - asked;\n  assert.ok(waited < 5000, `refused after ${waited} ms`);\n}\n';
}

    return out;
  },
  "tests/client/entity_client_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The client about ';
out += ts(it.labelPlural);
out += ', against the system under test: what it gives back and throws, and its types.\n *\n * @module\n */\n';
if (it.usesAssert) {
out += 'import assert from "node:assert/strict";\n';
}
if (it.imports) {
out += 'import { ';
out += ts(it.imports);
out += ' } from "../../client/client.ts";\n';
}
if (it.actions.length > 0) {
out += 'import { expectContains } from "../../kit/testing.ts";\n';
}
if (it.samples) {
out += 'import { ';
out += ts(it.samples);
out += ' } from "../samples.ts";\n';
}
out += 'import { ';
out += ts(it.clients);
out += ' } from "../test_system.ts";\n';
if (it.create) {
out += '\nDeno.test("the client creates ';
out += ts(it.one);
out += '", async () => {\n  await using test = await startTestSystem();\n  const client = ';
out += ts(it.create.client);
out += ';\n';
for (const parent of it.parents) {
out += '  const ';
out += ts(parent.variable);
out += ' = ';
out += ts(parent.make);
out += ';\n';
}
out += '  const body: ';
out += ts(it.create.type);
out += ' = {\n';
for (const field of it.create.fields) {
out += '    ';
out += ts(field.name);
out += ': ';
out += ts(field.value);
out += ',\n';
}
out += '  };\n  const created = await client.';
out += ts(it.part);
out += '.create(';
out += ts(it.within);
out += 'body);\n';
if (it.create.readBy) {
out += '  assert.deepEqual(await client.';
out += ts(it.part);
out += '.get(';
out += ts(it.within);
out += 'created.';
out += ts(it.create.readBy);
out += '), created);\n';
}
if (it.create.refusesUnknown) {
out += '  const unknown = { ...body, nosuchfield: 1 };\n  await assert.rejects(client.';
out += ts(it.part);
out += '.create(';
out += ts(it.within);
out += 'unknown), refusal(422));\n';
}
out += '  // @ts-expect-error: its type has no such field\n  assert.equal(created.nosuchfield, undefined);\n});\n';
}
if (it.get) {
out += '\nDeno.test("the client reads ';
out += ts(it.one);
out += '", async () => {\n  await using test = await startTestSystem();\n  const client = ';
out += ts(it.get.client);
out += ';\n';
for (const parent of it.parents) {
out += '  const ';
out += ts(parent.variable);
out += ' = ';
out += ts(parent.make);
out += ';\n';
}
out += '  const ';
out += ts(it.variable);
out += ' = ';
out += ts(it.make);
out += ';\n  const found = await client.';
out += ts(it.part);
out += '.get(';
out += ts(it.within);
out += ts(it.key);
out += ');\n';
if (it.get.ifChanged) {
out += '  const same = { ifNoneMatch: tagOf(found) };\n  assert.equal(await client.';
out += ts(it.part);
out += '.getIfChanged(';
out += ts(it.within);
out += ts(it.key);
out += ts(it.get.query);
out += 'same), undefined);\n';
} else {
out += '  assert.equal(typeof found, "object");\n';
}
if (it.get.query) {
out += '  const part = await client.';
out += ts(it.part);
out += '.get(';
out += ts(it.within);
out += ts(it.key);
out += '{ fields: ["createdAt"] });\n  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });\n  // @ts-expect-error: it was not asked for\n  assert.equal(part.updatedAt, undefined);\n';
}
out += '  await assert.rejects(client.';
out += ts(it.part);
out += '.get(';
out += ts(it.within);
out += ts(it.get.missing);
out += '), refusal(404));\n});\n';
}
if (it.list) {
out += '\nDeno.test("the client lists all ';
out += ts(it.labelPlural);
out += ', page by page", async () => {\n  await using test = await startTestSystem();\n  const client = ';
out += ts(it.list.client);
out += ';\n';
for (const parent of it.parents) {
out += '  const ';
out += ts(parent.variable);
out += ' = ';
out += ts(parent.make);
out += ';\n';
}
out += '  const stored = [';
out += ts(it.make);
out += ', ';
out += ts(it.make);
out += '];\n  const keys = new Set<unknown>();\n  for await (const one of client.';
out += ts(it.part);
out += '.listAll(';
out += ts(it.within);
out += '{ limit: 1 })) keys.add(one.';
out += ts(it.list.field);
out += ');\n  assert.equal(keys.size, stored.length);\n});\n';
}
if (it.patch) {
out += '\nDeno.test("the client changes ';
out += ts(it.one);
out += '", async () => {\n  await using test = await startTestSystem();\n  const client = ';
out += ts(it.patch.client);
out += ';\n';
for (const parent of it.parents) {
out += '  const ';
out += ts(parent.variable);
out += ' = ';
out += ts(parent.make);
out += ';\n';
}
out += '  const ';
out += ts(it.variable);
out += ' = ';
out += ts(it.make);
out += ';\n  const change = { ';
out += ts(it.patch.name);
out += ': ';
out += ts(it.patch.value);
out += ' } as const;\n  const changed = await client.';
out += ts(it.part);
out += '.patch(';
out += ts(it.within);
out += ts(it.key);
out += 'change);\n  assert.deepEqual({ ...changed, ...change }, changed);\n});\n';
}
if (it.remove) {
out += '\nDeno.test("the client deletes ';
out += ts(it.one);
out += '", async () => {\n  await using test = await startTestSystem();\n  const client = ';
out += ts(it.remove.client);
out += ';\n';
for (const parent of it.parents) {
out += '  const ';
out += ts(parent.variable);
out += ' = ';
out += ts(parent.make);
out += ';\n';
}
out += '  const ';
out += ts(it.variable);
out += ' = ';
out += ts(it.make);
out += ';\n  await client.';
out += ts(it.part);
out += '.delete(';
out += ts(it.within);
out += ts(it.key);
out += ');\n  await assert.rejects(client.';
out += ts(it.part);
out += '.delete(';
out += ts(it.within);
out += ts(it.key);
out += '), refusal(404));\n});\n';
}
for (const action of it.actions) {
out += '\nDeno.test("the client carries out ';
out += ts(action.name);
out += ' on ';
out += ts(it.one);
out += '", async () => {\n  await using test = await startTestSystem();\n  const client = ';
out += ts(action.client);
out += ';\n';
for (const parent of it.parents) {
out += '  const ';
out += ts(parent.variable);
out += ' = ';
out += ts(parent.make);
out += ';\n';
}
out += '  const ';
out += ts(it.variable);
out += ' = ';
out += ts(action.make);
out += ';\n  const done = await client.';
out += ts(it.part);
out += '.';
out += ts(action.name);
out += '(';
out += ts(it.within);
out += ts(it.key);
out += ');\n  expectContains(done, ';
out += ts(action.effect);
out += ');\n});\n';
}
for (const mark of it.marks) {
out += '\nDeno.test("the client sets the mark ';
out += ts(mark.words);
out += ' on ';
out += ts(it.one);
out += ' and takes it back", async () => {\n  await using test = await startTestSystem();\n  const client = ';
out += ts(mark.client);
out += ';\n';
for (const parent of it.parents) {
out += '  const ';
out += ts(parent.variable);
out += ' = ';
out += ts(parent.make);
out += ';\n';
}
out += '  const ';
out += ts(it.variable);
out += ' = ';
out += ts(it.make);
out += ';\n  const marked = await client.';
out += ts(it.part);
out += '.';
out += ts(mark.set);
out += '(';
out += ts(it.within);
out += ts(it.key);
out += ');\n  const plain = await client.';
out += ts(it.part);
out += '.';
out += ts(mark.take);
out += '(';
out += ts(it.within);
out += ts(it.key);
out += ');\n';
if (mark.field) {
out += '  assert.deepEqual([marked.';
out += ts(mark.field);
out += ', plain.';
out += ts(mark.field);
out += '], [true, false]);\n';
} else {
out += '  assert.equal(typeof marked, typeof plain);\n';
}
out += '});\n';
}

    return out;
  },
  "tests/client/signing_in_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The client of somebody who signs in, against the system under test.\n *\n * @module\n */\nimport assert from "node:assert/strict";\n';
if (it.samples) {
out += 'import { ';
out += ts(it.samples);
out += ' } from "../samples.ts";\n';
}
out += 'import { clientOf, refusal, startTestSystem } from "../test_system.ts";\n\nDeno.test("the client signs in, and sends the token that it is given", async () => {\n  await using test = await startTestSystem();\n  let token: string | undefined';
if (it.registrar) {
out += ' = await test.tokenOf((';
out += ts(it.registrar);
out += ').id)';
}
out += ';\n  const client = clientOf(test, () => token);\n  const body = {\n';
for (const field of it.fields) {
out += '    ';
out += ts(field.name);
out += ': ';
out += ts(field.value);
out += ',\n';
}
out += '    password: crypto.randomUUID(),\n  } as const;\n  await client.';
out += ts(it.part);
out += '.register(body);\n  const { ';
out += ts(it.signInField);
out += ', password } = body;\n  const signedIn = await client.';
out += ts(it.part);
out += '.login({ ';
out += ts(it.signInField);
out += ', password });\n  token = undefined;\n  await assert.rejects(client.';
out += ts(it.part);
out += '.';
out += ts(it.self);
out += '(), refusal(401));\n  token = signedIn.';
out += ts(it.token);
out += ';\n  const self = await client.';
out += ts(it.part);
out += '.';
out += ts(it.self);
out += '();\n  assert.equal(typeof self, "object");\n  const wrong = { ';
out += ts(it.signInField);
out += ', password: crypto.randomUUID() };\n  await assert.rejects(client.';
out += ts(it.part);
out += '.login(wrong), refusal(401));\n});\n';

    return out;
  },
  "tests/contract/account_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * One\'s own account: register, sign in, see and change oneself, and get in without a right to.\n *\n * @module\n */\nimport type { AccountSubject } from "../../kit/account_stage.ts";\nimport { accountTrials } from "../../kit/account_trials.ts";\n';
if (it.hides) {
out += 'import { hiddenAccountTrials } from "../../kit/hidden_account_trials.ts";\n';
}
if (it.tenants) {
out += 'import { tenantAccountTrials } from "../../kit/tenant_account_trials.ts";\n';
}
out += 'import { ';
out += ts(it.users);
out += ' } from "../../models/';
out += ts(it.usersFile);
out += '.ts";\nimport { ACCOUNT } from "../../resources/account.ts";\nimport { API_SHAPE } from "../../resources/api_shape.ts";\nimport { TEST_AUTH } from "../test_system.ts";\nimport { startTrialSystem } from "../trial_system.ts";\n\n/** What is declared of accounts; fields have the names that the model has for them. */\nconst ACCOUNTS: AccountSubject = ';
out += ts(it.subject);
out += ';\n\nfor (const { title, run } of accountTrials(ACCOUNTS)) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';
if (it.hides) {
out += '\nfor (const { title, run } of hiddenAccountTrials(ACCOUNTS)) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';
}
if (it.tenants) {
out += '\nfor (const { title, run } of tenantAccountTrials(ACCOUNTS)) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';
}

    return out;
  },
  "tests/contract/aggregates/resource_aggregates_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What lists of ';
out += ts(it.labelPlural);
out += ' come to is what is in them.\n *\n * @module\n */\nimport { aggregateTrials } from "../../../kit/resource_aggregate_trials.ts";\nimport { ';
out += ts(it.constant);
out += ' } from "../../../models/';
out += ts(it.model);
out += '.ts";\nimport { ';
out += ts(it.subject);
out += ' } from "../../subjects/';
out += ts(it.file);
out += '_subject.ts";\nimport { startTrialSystem } from "../../trial_system.ts";\n\nconst TRIALS = aggregateTrials(';
out += ts(it.subject);
out += ', {\n  aggregates: ';
out += ts(it.specs);
out += ',\n  values: ';
out += ts(it.values);
out += ',\n});\n\nfor (const { title, run } of TRIALS) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';

    return out;
  },
  "tests/contract/bulk/entity_bulk_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Several ';
out += ts(it.labelPlural);
out += ' at once: all or none.\n *\n * @module\n */\nimport { type BulkStage, bulkTrials } from "../../../kit/bulk_trials.ts";\nimport type { Page } from "../../../kit/entity_request.ts";\nimport { expectValue } from "../../../kit/expect_outcome.ts";\nimport type { ';
out += ts(it.typeName);
out += ' } from "../../../models/';
out += ts(it.file);
out += '.ts";\nimport { ';
out += ts(it.imports);
out += ' } from "../../samples.ts";\nimport { startTestSystem } from "../../test_system.ts";\n\nconst SUBJECT = ';
out += ts(it.subject);
out += ' as const;\n\nasync function startStage(): Promise<BulkStage> {\n  const test = await startTestSystem();\n  const { system } = test;\n  return {\n    client: test.client,\n';
if (it.auth) {
out += '    nobody: test.as(),\n';
}
if (it.stranger) {
out += '    stranger: test.as((await ';
out += ts(it.stranger);
out += '(system)).id),\n';
}
out += '    body: () => ';
out += ts(it.body);
out += ',\n    make: () => ';
out += ts(it.make);
out += '(system),\n    all: async () => {\n      const query = { limit: 200, sort: [{ field: "id", descending: false }], filters: [] };\n      const reply = await system.';
out += ts(it.controller);
out += '.';
out += ts(it.handler);
out += '({ operation: "list", query });\n      return (expectValue(reply) as Page<';
out += ts(it.typeName);
out += '>).items;\n    },\n    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),\n  };\n}\n\nfor (const { title, run } of bulkTrials(SUBJECT)) {\n  Deno.test(title, () => run(startStage));\n}\n';

    return out;
  },
  "tests/contract/bulk/resource_bulk_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Several ';
out += ts(it.labelPlural);
out += ' at once: all or none.\n *\n * @module\n */\nimport { resourceBulkTrials } from "../../../kit/resource_bulk_trials.ts";\nimport { ';
out += ts(it.subject);
out += ' } from "../../subjects/';
out += ts(it.file);
out += '_subject.ts";\nimport { startTrialSystem } from "../../trial_system.ts";\n\nconst TRIALS = resourceBulkTrials(';
out += ts(it.subject);
out += ', ';
out += ts(it.options);
out += ');\n\nfor (const { title, run } of TRIALS) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';

    return out;
  },
  "tests/contract/cache/entity_cache_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What is kept of ';
out += ts(it.labelPlural);
out += ' in memory: read from there, and never as it was before a write.\n *\n * @module\n */\nimport { cacheTrials } from "../../../kit/cache_trials.ts";\nimport { ';
out += ts(it.constant);
out += ' } from "../../../models/';
out += ts(it.file);
out += '.ts";\nimport { ';
out += ts(it.imports);
out += ' } from "../../samples.ts";\nimport { startTestSystem } from "../../test_system.ts";\n\nconst TRIALS = cacheTrials({\n  spec: ';
out += ts(it.constant);
out += ',\n  start: () => startTestSystem(),\n  make: ({ system }) => ';
out += ts(it.make);
out += '(system),\n  ask: ({ system }, request) => ';
out += ts(it.controller);
out += '(request),\n  writes: [\n';
for (const write of it.writes) {
out += '    {\n      title: ';
out += ts(write.title);
out += ',\n';
if (write.make) {
out += '      make: ';
out += ts(write.make);
out += ',\n';
}
out += '      run: ';
out += ts(write.run);
out += ',\n    },\n';
}
out += '  ],\n});\n\nfor (const { title, run } of TRIALS) Deno.test(title, run);\n';

    return out;
  },
  "tests/contract/endpoint_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * ';
out += ts(it.title);
out += '\n *\n * @module\n */\nimport type { Client } from "../../client/client.ts";\nimport type { CustomEndpoint } from "../../kit/custom_endpoint.ts";\nimport type { EndpointStage, EndpointSubject } from "../../kit/endpoint_subject.ts";\nimport { endpointTrials } from "../../kit/endpoint_trials.ts";\nimport { ';
out += ts(it.constant);
out += ' } from "../../logic/';
out += ts(it.file);
out += '.ts";\nimport { SYSTEM_ENDPOINTS } from "../../logic/system_endpoints.ts";\n';
if (it.users) {
out += 'import { actor } from "../samples.ts";\n';
}
out += 'import { startTestSystem } from "../test_system.ts";\n\n/** What is tried, with what it takes and what it does not. */\nconst SUBJECT: EndpointSubject<Client> = ';
out += ts(it.subject);
out += ';\n\n/** Starts a system in which the endpoint is this one. */\nasync function start(endpoint: CustomEndpoint<Client>): Promise<EndpointStage> {\n  const test = await startTestSystem(';
out += ts(it.before);
out += 'SYSTEM_ENDPOINTS.map((one) => one.name === endpoint.name ? endpoint : one));\n  return {\n';
if (it.users) {
out += '    as: async (role) => test.as((await actor(test.system, role)).id),\n    nobody: test.as(),\n';
} else {
out += '    nobody: test.client,\n';
}
out += '    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),\n  };\n}\n\nfor (const { title, run } of endpointTrials(SUBJECT)) {\n  Deno.test(';
out += ts(it.label);
out += ' + title, () => run(start));\n}\n';

    return out;
  },
  "tests/contract/entity_fields_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What clients can rely on: the fields of ';
out += ts(it.labelPlural);
out += ' that follow from others';
if (it.hidden.length > 0) {
out += ', or that no answer shows';
}
out += '.\n *\n * @module\n */\nimport assert from "node:assert/strict";\nimport { ';
if (it.usesContains) {
out += 'expectContains';
}
if (it.usesContains && it.usesProblem) {
out += ', ';
}
if (it.usesProblem) {
out += 'expectProblem';
}
out += ' } from "../../kit/testing.ts";\nimport type { ';
out += ts(it.typeName);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\nimport { ';
out += ts(it.imports);
out += ' } from "../samples.ts";\nimport { startTestSystem } from "../test_system.ts";\n';
if (it.computed) {
out += '\n/** What is given, and what comes of it exactly. */\nconst CASES: readonly { given: Record<string, number | null>; expected: Record<string, number | null> }[] = [\n';
for (const one of it.computed.cases) {
out += '  { given: ';
out += ts(one.given);
out += ', expected: ';
out += ts(one.expected);
out += ' },\n';
}
out += '];\n\nDeno.test("POST ';
out += ts(it.path);
out += ' computes ';
out += ts(it.computed.names);
out += '", async () => {\n  for (const { given, expected } of CASES) {\n    await using test = await startTestSystem();\n    const created = await test.client.post<';
out += ts(it.typeName);
out += '>("';
out += ts(it.path);
out += '", { ...';
out += ts(it.bodyCall);
out += ', ...given });\n    assert.equal(created.status, 201, JSON.stringify(created.body));\n    expectContains(created.body, expected);\n  }\n});\n';
if (it.computed.patch) {
out += '\nDeno.test("PATCH ';
out += ts(it.path);
out += '/{id} computes ';
out += ts(it.computed.names);
out += ' again", async () => {\n  await using test = await startTestSystem();\n  const { id } = await ';
out += ts(it.makeName);
out += '(test.system);\n  for (const { given, expected } of [...CASES, ...CASES]) {\n    const changed = await test.client.patch<';
out += ts(it.typeName);
out += '>(`';
out += ts(it.path);
out += '/${id}`, given);\n    assert.equal(changed.status, 200, JSON.stringify(changed.body));\n    expectContains(changed.body, expected);\n  }\n});\n';
}
}
for (const field of it.hidden) {
out += '\nDeno.test("POST ';
out += ts(it.path);
out += ' takes the ';
out += ts(field.name);
out += ', and no answer shows it", async () => {\n  await using test = await startTestSystem();\n  const body = { ...';
out += ts(it.bodyCall);
out += ', ';
out += ts(field.name);
out += ': ';
out += ts(field.value);
out += ' };\n  const created = await test.client.post<';
out += ts(it.typeName);
out += '>("';
out += ts(it.path);
out += '", body);\n  assert.equal(created.status, 201, JSON.stringify(created.body));\n  assert.equal(Object.hasOwn(created.body, "';
out += ts(field.name);
out += '"), false);\n';
if (it.list) {
out += '  const listed = await test.client.get<{ items: ';
out += ts(it.typeName);
out += '[] }>("';
out += ts(it.path);
out += '");\n  assert.deepEqual(listed.body.items, [created.body]);\n  const filter = new URLSearchParams({ ';
out += ts(field.name);
out += ': String(body.';
out += ts(field.name);
out += ') });\n  expectProblem(await test.client.get(`';
out += ts(it.path);
out += '?${filter}`), 422, "';
out += ts(field.name);
out += '");\n  expectProblem(await test.client.get("';
out += ts(it.path);
out += '?sort=';
out += ts(field.name);
out += '"), 422, "sort");\n';
}
out += '});\n';
}

    return out;
  },
  "tests/contract/entity_files_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What clients can rely on: the files of ';
out += ts(it.one);
out += ' come back as they were sent, and nothing else is kept.\n *\n * @module\n */\nimport { checkFile } from "../../kit/file_trials.ts";\nimport { ';
out += ts(it.makeName);
out += ' } from "../samples.ts";\nimport { startTestSystem } from "../test_system.ts";\n';
for (const file of it.files) {
out += '\nDeno.test("PUT, GET and DELETE ';
out += ts(it.path);
out += '/{id}/';
out += ts(file.name);
out += ' keep a file", async (t) => {\n  await checkFile(t, {\n    field: "';
out += ts(file.name);
out += '",\n    rule: ';
out += ts(file.rule);
out += ',\n    start: async () => {\n      const test = await startTestSystem();\n      const { id } = await ';
out += ts(it.makeName);
out += '(test.system);\n      return {\n        fetch: test.fetch,\n';
if (it.users) {
out += '        strangers: (request) => test.system.';
out += ts(it.gateway);
out += '.fetch(request),\n';
}
out += '        folder: test.filesDir,\n        path: `';
out += ts(it.path);
out += '/${id}`,\n        [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),\n      };\n    },\n';
if (it.softDelete) {
out += '    softDelete: true,\n';
}
out += '  });\n});\n';
}

    return out;
  },
  "tests/contract/entity_objects_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What clients can rely on: PATCH merges the objects inside ';
out += ts(it.one);
out += ', and they hold nothing else than declared.\n *\n * @module\n */\nimport { expectMerged } from "../../kit/expect_objects.ts";\nimport type { ';
out += ts(it.typeName);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\nimport { ';
out += ts(it.makeName);
out += ' } from "../samples.ts";\nimport { startTestSystem } from "../test_system.ts";\n';
for (const object of it.objects) {
out += '\nDeno.test("PATCH ';
out += ts(it.path);
out += '/{id} merges the ';
out += ts(object.name);
out += '", async () => {\n  await using test = await startTestSystem();\n  const made: ';
out += ts(it.typeName);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n  await expectMerged(test, {\n    path: `';
out += ts(it.path);
out += '/${made.id}`,\n    before: made.';
out += ts(object.name);
out += ',\n    field: "';
out += ts(object.name);
out += '",\n    change: ';
out += ts(object.change);
out += ',\n  });\n});\n';
}

    return out;
  },
  "tests/contract/entity_selection_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Reads of ';
out += ts(it.labelPlural);
out += ' that ask for some fields only';
if (it.includes.length > 0) {
out += ', or for what belongs to them';
}
out += '.\n *\n * @module\n */\n';
if (it.cost || it.includes.length > 0) {
out += 'import {';
if (it.cost) {
out += ' expectConstantCost,';
}
out += ' expectInclude';
if (it.askers) {
out += ', type IncludeAnswer';
}
out += ' } from "../../kit/expect_include.ts";\n';
}
if (it.fields) {
out += 'import { expectSelection } from "../../kit/expect_selection.ts";\n';
}
out += 'import { ';
out += ts(it.imports);
out += ' } from "../samples.ts";\nimport { startTestSystem';
if (it.askers) {
out += ', type TestSystem';
}
out += ' } from "../test_system.ts";\n';
if (it.askers) {
out += '\n/** Who asks, given whom the entities belong to: the id of the user. */\nconst ASKERS: readonly {\n  readonly who: string;\n  readonly find: (test: TestSystem, owner: string) => Promise<string | undefined>;\n}[] = [\n';
for (const asker of it.askers) {
out += '  { who: ';
out += ts(asker.title);
out += ', find: ';
out += ts(asker.find);
out += ' },\n';
}
out += '];\n';
}
if (it.fields) {
out += '\nDeno.test("GET ';
out += ts(it.path);
out += ' answers with the fields that are asked for", async () => {\n  await using test = await startTestSystem();\n  const { id } = ';
out += ts(it.fields.make);
out += ';\n  await expectSelection({\n    client: test.client,\n    path: "';
out += ts(it.path);
out += '",\n    id,\n    fields: ';
out += ts(it.fields.names);
out += ',\n';
if (it.fields.hidden) {
out += '    hidden: ';
out += ts(it.fields.hidden);
out += ',\n';
}
out += '    reads: ';
out += ts(it.fields.reads);
out += ',\n  });\n});\n';
}
for (const include of it.includes) {
out += '\n';
if (it.askers) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += ' includes ';
out += ts(include.name);
out += ' as far as whoever asks may read them", async (t) => {\n  const answers: Readonly<Record<string, IncludeAnswer>> = ';
out += ts(include.answers);
out += ';\n  for (const { who, find } of ASKERS) {\n    await t.step(who, async () => {\n      await using test = await startTestSystem();\n      const owner = ';
out += ts(it.makeUser);
out += ';\n      const { id } = ';
out += ts(include.make);
out += ';\n';
for (const other of include.others) {
out += '      ';
out += ts(other);
out += ';\n';
}
out += '      await expectInclude(';
out += ts(include.subject);
out += ', {\n        client: test.as(await find(test, owner.id)),\n        id,\n        reads: ';
out += ts(it.reads);
out += ',\n        ...answers[who],\n      });\n    });\n  }\n});\n';
} else {
out += 'Deno.test("GET ';
out += ts(it.path);
out += ' includes ';
out += ts(include.name);
out += '", async () => {\n  await using test = await startTestSystem();\n  const { id } = ';
out += ts(include.make);
out += ';\n';
for (const other of include.others) {
out += '  ';
out += ts(other);
out += ';\n';
}
out += '  await expectInclude(';
out += ts(include.subject);
out += ', {\n    client: test.client,\n    id,\n    reads: ';
out += ts(it.reads);
out += ',\n    ...';
out += ts(include.answers);
out += ',\n  });\n});\n';
}
}
if (it.cost) {
out += '\nDeno.test("GET ';
out += ts(it.path);
out += ' costs as many messages for many as for few, whatever it includes", async () => {\n  await using test = await startTestSystem();\n';
if (it.askers) {
if (it.cost.owned) {
out += '  const owner = ';
out += ts(it.makeUser);
out += ';\n';
}
out += '  const client = test.as(';
if (it.cost.asker) {
out += ts(it.cost.asker);
}
out += ');\n';
} else {
out += '  const { client } = test;\n';
}
out += '  await expectConstantCost({\n    read: () => client.get("';
out += ts(it.path);
out += '?limit=50&include=';
out += ts(it.cost.names);
out += '"),\n    make: async () => {\n';
if (it.cost.others.length > 0) {
out += '      const { id } = ';
out += ts(it.cost.make);
out += ';\n';
} else {
out += '      ';
out += ts(it.cost.make);
out += ';\n';
}
for (const other of it.cost.others) {
out += '      ';
out += ts(other);
out += ';\n';
}
out += '    },\n    messages: () =>\n      test.system.harness.metrics().channels.reduce((sum, { sent }) => sum + sent, 0),\n  });\n});\n';
}

    return out;
  },
  "tests/contract/entity_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What clients can rely on: every endpoint of ';
out += ts(it.labelPlural);
out += ', called in process.\n *\n * @module\n */\n';
if (it.usesAssert) {
out += 'import assert from "node:assert/strict";\n';
}
if (it.list) {
out += 'import type { Page } from "../../kit/entity_request.ts";\n';
}
if (it.conditions) {
out += 'import { ';
out += ts(it.conditions);
out += ' } from "../../kit/expect_conditions.ts";\n';
}
if (it.aggregates) {
out += 'import { expectAggregates } from "../../kit/expect_aggregates.ts";\n';
}
if (it.actions.some(({ adjustments }) => adjustments.length > 0)) {
out += 'import { expectAdjustment } from "../../kit/expect_adjustment.ts";\n';
}
if (it.filters) {
out += 'import { expectFilters } from "../../kit/expect_filters.ts";\n';
}
if (it.restoration) {
out += 'import { expectRestoration } from "../../kit/expect_restoration.ts";\n';
}
if (it.search) {
out += 'import { expectSearch } from "../../kit/expect_search.ts";\n';
}
if (it.states.length > 0) {
out += 'import { expectStateRule } from "../../kit/expect_state_rules.ts";\n';
}
if (it.overlaps.length > 0) {
out += 'import { expectNoOverlap, expectTakenOnce, type OverlapTrial } from "../../kit/expect_no_overlap.ts";\n';
}
out += 'import { ';
if (it.usesContains) {
out += 'expectContains, ';
}
out += 'expectProblem';
if (it.usesInit) {
out += ', textInit';
}
out += ' } from "../../kit/testing.ts";\n';
if (it.shown !== "body") {
out += 'import { shown } from "../../kit/shown_entity.ts";\n';
}
if (it.shown !== "body" || it.aggregates) {
out += 'import { ';
if (it.aggregates) {
out += ts(it.aggregates.constant);
out += ', ';
}
out += ts(it.constant);
if (it.usesType) {
out += ', type ';
out += ts(it.typeName);
}
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\n';
} else if (it.usesType) {
out += 'import type { ';
out += ts(it.typeName);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\n';
}
if (it.imports) {
out += 'import { ';
out += ts(it.imports);
out += ' } from "../samples.ts";\n';
}
out += 'import { startTestSystem';
if (it.overlaps.length > 0) {
out += ', type TestSystem';
}
out += ' } from "../test_system.ts";\n\n';
if (it.list) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += ' lists ';
out += ts(it.labelPlural);
out += ' page by page", async () => {\n  await using test = await startTestSystem();\n  const first = await ';
out += ts(it.makeName);
out += '(test.system);\n  const second = await ';
out += ts(it.makeName);
out += '(test.system);\n\n  const page = await test.client.get<Page<';
out += ts(it.typeName);
out += '>>("';
out += ts(it.path);
out += '?limit=1';
out += ts(it.byId);
out += '");\n  assert.equal(page.status, 200);\n  assert.deepEqual(page.body.items, [first]);\n  const rest = await test.client.get<Page<';
out += ts(it.typeName);
out += '>>(`';
out += ts(it.path);
out += '?limit=1';
out += ts(it.byId);
out += '&cursor=${page.body.nextCursor}`);\n  assert.deepEqual(rest.body, { items: [second], nextCursor: null });\n});\n\nDeno.test("GET ';
out += ts(it.path);
out += ' sorts';
if (it.filter) {
out += ' and filters';
}
out += '", async () => {\n  await using test = await startTestSystem();\n  const first = await ';
out += ts(it.makeName);
out += '(test.system);\n  const second = await ';
out += ts(it.makeName);
out += '(test.system';
if (it.filter) {
out += ', ';
out += ts(it.filter.overrides);
}
out += ');\n\n  const sorted = await test.client.get<Page<';
out += ts(it.typeName);
out += '>>("';
out += ts(it.path);
out += '?sort=-id");\n  assert.deepEqual(sorted.body.items, [second, first]);\n';
if (it.filter) {
out += '  const filter = new URLSearchParams({ ';
out += ts(it.filter.field);
out += ': String(';
out += ts(it.filter.value);
out += ') });\n  const filtered = await test.client.get<Page<';
out += ts(it.typeName);
out += '>>(`';
out += ts(it.path);
out += '?${filter}`);\n  assert.deepEqual(filtered.body.items, [second]);\n';
}
out += '});\n\n';
if (it.search) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += '?q= finds the beginnings of words", async () => {\n  await using test = await startTestSystem();\n  await expectSearch({\n    client: test.client,\n    path: "';
out += ts(it.path);
out += '",\n    fields: ';
out += ts(it.search.fields);
out += ',\n    make: (texts) => ';
out += ts(it.makeName);
out += '(test.system, texts),\n';
if (it.search.patches) {
out += '    patches: true,\n';
}
if (it.search.deletes) {
out += '    deletes: true,\n';
}
if (it.search.restores) {
out += '    restores: true,\n';
}
out += '  });\n});\n\n';
}
if (it.filters) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += ' filters by each field", async () => {\n  await using test = await startTestSystem();\n  await expectFilters({\n    client: test.client,\n    path: "';
out += ts(it.path);
out += '",\n    entity: await ';
out += ts(it.makeName);
out += '(test.system),\n    fields: ';
out += ts(it.filters.fields);
out += ',\n    choices: ';
out += ts(it.filters.choices);
out += ',\n  });\n});\n\n';
}
if (it.finds.length > 0) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += '?q= finds a text wherever it may be", async () => {\n  await using test = await startTestSystem();\n  await ';
out += ts(it.makeName);
out += '(test.system);\n  for (const field of [';
for (const field of it.finds) {
out += ts(field);
out += ', ';
}
out += ']) {\n    const q = `needle ${field}`;\n    const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system, { [field]: q });\n    const found = await test.client.get<Page<';
out += ts(it.typeName);
out += '>>(`';
out += ts(it.path);
out += '?${new URLSearchParams({ q })}`);\n    assert.deepEqual(found.body.items, [';
out += ts(it.variable);
out += ']);\n  }\n});\n\n';
}
if (it.aggregates) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += '/… tells what the list comes to", async () => {\n  await using test = await startTestSystem();\n  const values: Record<string, unknown>[] = ';
out += ts(it.aggregates.values);
out += ';\n  await expectAggregates({\n    client: test.client,\n    spec: ';
out += ts(it.constant);
out += ',\n    aggregates: ';
out += ts(it.aggregates.constant);
out += ',\n    make: (n) => ';
out += ts(it.makeName);
out += '(test.system, values[n % values.length]),\n';
if (it.aggregates.deletes) {
out += '    deletes: true,\n';
}
out += '  });\n});\n\n';
}
if (it.order) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += ' sorts by ';
out += ts(it.order);
out += ' unless it is told otherwise", async () => {\n  await using test = await startTestSystem();\n  for (let i = 0; i < 3; i++) await ';
out += ts(it.makeName);
out += '(test.system);\n  const plain = await test.client.get<Page<';
out += ts(it.typeName);
out += '>>("';
out += ts(it.path);
out += '?limit=2");\n  const sorted = await test.client.get<Page<';
out += ts(it.typeName);
out += '>>("';
out += ts(it.path);
out += '?limit=2&sort=';
out += ts(it.order);
out += '");\n  assert.deepEqual(plain.body, sorted.body);\n  const rest = await test.client.get<Page<';
out += ts(it.typeName);
out += '>>(`';
out += ts(it.path);
out += '?limit=2&cursor=${plain.body.nextCursor}`);\n  assert.equal(rest.body.items.length, 1);\n});\n\n';
}
out += 'Deno.test("GET ';
out += ts(it.path);
out += ' refuses parameters that make no sense", async () => {\n  await using test = await startTestSystem();\n  expectProblem(await test.client.get("';
out += ts(it.path);
out += '?limit=0"), 422, "limit");\n  expectProblem(await test.client.get("';
out += ts(it.path);
out += '?nosuchfield=1"), 422, "nosuchfield");\n  expectProblem(await test.client.get("';
out += ts(it.path);
out += '?cursor=nonsense"), 400);\n});\n\n';
}
if (it.create) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += ' creates ';
out += ts(it.one);
out += '", async () => {\n  await using test = await startTestSystem();\n  const body = ';
out += ts(it.bodyCall);
out += ';\n\n  const created = await test.client.post<';
out += ts(it.typeName);
out += '>("';
out += ts(it.path);
out += '", body);\n  assert.equal(created.status, 201);\n  assert.equal(created.headers.get("location"), `';
out += ts(it.path);
out += '/${created.body.id}`);\n  expectContains(created.body, ';
out += ts(it.shown);
out += ');\n';
if (it.get) {
out += '  const found = await test.client.get(`';
out += ts(it.path);
out += '/${created.body.id}`);\n  assert.deepEqual(found.body, created.body);\n';
}
out += '});\n\nDeno.test("POST ';
out += ts(it.path);
out += ' refuses what is not ';
out += ts(it.one);
out += '", async (t) => {\n  await using test = await startTestSystem();\n  const body = ';
out += ts(it.bodyCall);
out += ';\n\n  const refused: [string, Record<string, unknown>, string][] = [\n';
for (const bad of it.badBodies) {
out += '    [';
out += ts(bad.title);
out += ', { ';
out += ts(bad.field);
out += ': ';
out += ts(bad.value);
out += ' }, ';
out += ts(bad.path);
out += '],\n';
}
out += '    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],\n  ];\n  for (const [what, change, path] of refused) {\n    await t.step(what, async () => {\n      expectProblem(await test.client.post("';
out += ts(it.path);
out += '", { ...body, ...change }), 422, path);\n    });\n  }\n  await t.step("a body that is no JSON", async () => {\n    expectProblem(await test.client.send("';
out += ts(it.path);
out += '", textInit("POST", "{")), 400);\n  });\n  await t.step("another media type", async () => {\n    expectProblem(await test.client.send("';
out += ts(it.path);
out += '", textInit("POST", "a=b", "text/plain")), 415);\n  });\n});\n\n';
}
if (it.create && it.takenBodies.length > 0) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += ' takes ';
out += ts(it.one);
out += ' at its limits", async (t) => {\n  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [\n';
for (const body of it.takenBodies) {
out += '    [';
out += ts(body.title);
out += ', ';
out += ts(body.change);
if (body.expected !== body.change) {
out += ', ';
out += ts(body.expected);
}
out += '],\n';
}
out += '  ];\n  for (const [what, change, expected = change] of taken) {\n    await t.step(what, async () => {\n      await using test = await startTestSystem();\n      const body = ';
out += ts(it.bodyCall);
out += ';\n      const created = await test.client.post<';
out += ts(it.typeName);
out += '>("';
out += ts(it.path);
out += '", { ...body, ...change });\n      assert.equal(created.status, 201, JSON.stringify(created.body));\n      expectContains(created.body, expected);\n    });\n  }\n});\n\n';
}
for (const { name, overrides } of it.uniqueFields) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += ' refuses a second ';
out += ts(it.label);
out += ' with the same ';
out += ts(name);
out += '", async () => {\n  await using test = await startTestSystem();\n';
if (overrides === "{}") {
out += '  const taken = (await ';
out += ts(it.makeName);
out += '(test.system)).';
out += ts(name);
out += ';\n';
} else {
out += '  const { ';
out += ts(name);
out += ': taken } = await ';
out += ts(it.makeName);
out += '(test.system, ';
out += ts(overrides);
out += ');\n';
}
out += '  expectProblem(await test.client.post("';
out += ts(it.path);
out += '", { ...';
out += ts(it.bodyCall);
out += ', ';
out += ts(name);
out += ': taken }), 409, "';
out += ts(name);
out += '");\n});\n\n';
}
for (const slug of it.slugs) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += ' makes the ';
out += ts(slug.name);
out += ' of the ';
out += ts(slug.from);
out += ', with a number when it is taken", async () => {\n  await using test = await startTestSystem();\n  for (const slug of [';
out += ts(slug.slug);
out += ', ';
out += ts(slug.second);
out += ']) {\n    const body = { ...';
out += ts(it.bodyCall);
out += ', ';
out += ts(slug.from);
out += ': ';
out += ts(slug.text);
out += ' };\n    const created = await test.client.post<';
out += ts(it.typeName);
out += '>("';
out += ts(it.path);
out += '", body);\n    assert.equal(created.status, 201);\n    assert.equal(created.body.';
out += ts(slug.name);
out += ', slug);\n  }\n});\n';
if (slug.follows) {
out += '\nDeno.test("PATCH ';
out += ts(it.path);
out += '/{id} makes the ';
out += ts(slug.name);
out += ' anew when the ';
out += ts(slug.from);
out += ' changes", async () => {\n  await using test = await startTestSystem();\n  const made: ';
out += ts(it.typeName);
out += '[] = [];\n  for (let i = 0; i < 2; i++) {\n    const body = { ...';
out += ts(it.bodyCall);
out += ', ';
out += ts(slug.from);
out += ': ';
out += ts(slug.text);
out += ' };\n    made.push((await test.client.post<';
out += ts(it.typeName);
out += '>("';
out += ts(it.path);
out += '", body)).body);\n  }\n  const [first, second] = made;\n  const rename = (id: string | undefined, ';
out += ts(slug.from);
out += ': string) =>\n    test.client.patch<';
out += ts(it.typeName);
out += '>(`';
out += ts(it.path);
out += '/${id}`, { ';
out += ts(slug.from);
out += ' });\n  const same = await rename(second?.id, ';
out += ts(slug.text);
out += '.toUpperCase());\n  assert.equal(same.body.';
out += ts(slug.name);
out += ', ';
out += ts(slug.second);
out += ');\n  const moved = await rename(first?.id, "Another one");\n  assert.equal(moved.body.';
out += ts(slug.name);
out += ', "another-one");\n  const taken = await rename(second?.id, "another ONE");\n  assert.equal(taken.body.';
out += ts(slug.name);
out += ', "another-one-2");\n});\n';
}
out += '\n';
}
for (const set of it.uniqueSets) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += ' refuses a second ';
out += ts(it.label);
out += ' with the same ';
out += ts(set.title);
out += '", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system';
if (set.overrides !== "{}") {
out += ', ';
out += ts(set.overrides);
}
out += ');\n  const body = { ...';
out += ts(it.bodyCall);
for (const field of set.fields) {
out += ', ';
out += ts(field);
out += ': ';
out += ts(it.variable);
out += '.';
out += ts(field);
}
out += ' };\n  const refused = await test.client.post("';
out += ts(it.path);
out += '", body);\n';
for (const field of set.fields) {
out += '  expectProblem(refused, 409, "';
out += ts(field);
out += '");\n';
}
if (set.other) {
out += '  const other = { ...body, ';
out += ts(set.other.name);
out += ': ';
out += ts(set.other.value);
out += ' };\n  assert.equal((await test.client.post("';
out += ts(it.path);
out += '", other)).status, 201);\n';
}
out += '});\n\n';
}
for (const overlap of it.overlaps) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += ' lets no two ';
out += ts(it.labelPlural);
out += ' overlap from ';
out += ts(overlap.from);
out += ' to ';
out += ts(overlap.until);
out += '", async (t) => {\n  const trial = ';
out += ts(overlap.signature);
out += ' => {\n';
for (const field of overlap.shared) {
out += '    const ';
out += ts(field.name);
out += ' = ';
out += ts(field.value);
out += ';\n';
}
out += '    return {\n      client: test.client,\n      path: "';
out += ts(it.path);
out += '",\n      ends: ["';
out += ts(overlap.from);
out += '", "';
out += ts(overlap.until);
out += '"],\n      points: ';
out += ts(overlap.points);
out += ',\n      body: ';
out += ts(overlap.bodyStart);
out += '() => ({ ...';
out += ts(it.bodyCall);
for (const field of overlap.shared) {
out += ', ';
out += ts(field.name);
}
out += ' }),\n';
out += ts(overlap.more);
out += '    };\n  };\n  await t.step("one after another", async () => {\n    await using test = await startTestSystem();\n    await expectNoOverlap(';
out += ts(overlap.awaits);
out += 'trial(test));\n  });\n  await t.step("all at once", async () => {\n    await using test = await startTestSystem();\n    await expectTakenOnce(';
out += ts(overlap.awaits);
out += 'trial(test));\n  });\n});\n\n';
}
if (it.get) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += '/{id} reads one ';
out += ts(it.label);
out += '", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n  const found = await test.client.get(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`);\n  assert.equal(found.status, 200);\n  assert.deepEqual(found.body, ';
out += ts(it.variable);
out += ');\n  expectProblem(await test.client.get(`';
out += ts(it.path);
out += '/${crypto.randomUUID()}`), 404);\n  expectProblem(await test.client.get("';
out += ts(it.path);
out += '/no-uuid"), 404);\n});\n\n';
if (it.key && it.keyInPath) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += '/{';
out += ts(it.key);
out += '} reads one ';
out += ts(it.label);
out += ', too", async () => {\n  await using test = await startTestSystem();\n  await ';
out += ts(it.makeName);
out += '(test.system);\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n  const found = await test.client.get(`';
out += ts(it.path);
out += '/${';
out += ts(it.keyInPath);
out += '}`);\n  assert.deepEqual([found.status, found.body], [200, ';
out += ts(it.variable);
out += ']);\n  expectProblem(await test.client.get("';
out += ts(it.path);
out += '/no-such-one"), 404);\n});\n\n';
}
out += 'Deno.test("GET ';
out += ts(it.path);
out += '/{id} gives nothing to who has what there is", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n  await expectConditionalRead(test.client, `';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`);\n});\n\n';
}
if (it.replace) {
out += 'Deno.test("PUT ';
out += ts(it.path);
out += '/{id} replaces ';
out += ts(it.one);
out += ', never creates one", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n  const body = { ...';
out += ts(it.bodyCall);
for (const field of it.immutable) {
out += ', ';
out += ts(field.name);
out += ': ';
out += ts(it.variable);
out += '.';
out += ts(field.name);
}
out += ' };\n  const replaced = await test.client.put<';
out += ts(it.typeName);
out += '>(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`, body);\n  assert.equal(replaced.status, 200);\n  expectContains(replaced.body, { ...';
out += ts(it.shown);
out += ', id: ';
out += ts(it.variable);
out += '.id, createdAt: ';
out += ts(it.variable);
out += '.createdAt });\n  expectProblem(await test.client.put(`';
out += ts(it.path);
out += '/${crypto.randomUUID()}`, body), 404);\n});\n\n';
}
if (it.patch) {
out += 'Deno.test("PATCH ';
out += ts(it.path);
out += '/{id} changes only what is given", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n';
if (it.changed) {
out += '  const changed = await test.client.patch<';
out += ts(it.typeName);
out += '>(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`, { ';
out += ts(it.changed.field);
out += ': ';
out += ts(it.changed.value);
out += ' });\n  assert.equal(changed.status, 200);\n  assert.deepEqual(changed.body, { ...';
out += ts(it.variable);
out += ', ';
out += ts(it.changed.field);
out += ': ';
out += ts(it.changed.value);
out += ts(it.changed.followers);
out += ', updatedAt: changed.body.updatedAt });\n';
}
out += '  const same = await test.client.patch(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`, {});\n  assert.equal(same.status, 200);\n  const back = await test.client.patch(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`, same.body);\n  assert.deepEqual([back.status, back.body], [200, same.body]);\n  expectProblem(await test.client.patch(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`, { id: crypto.randomUUID() }), 422, "id");\n  expectProblem(await test.client.patch(`';
out += ts(it.path);
out += '/${crypto.randomUUID()}`, {}), 404);\n});\n\n';
}
for (const field of it.fixed) {
out += 'Deno.test("PATCH ';
out += ts(it.path);
out += '/{id} never changes ';
out += ts(field.name);
out += '", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n  expectProblem(await test.client.patch(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`, { ';
out += ts(field.name);
out += ': ';
out += ts(field.other);
out += ' }), 422, "';
out += ts(field.name);
out += '");\n});\n\n';
}
for (const { field, targets } of it.hierarchies) {
out += 'Deno.test("';
if (it.patch) {
out += 'PATCH';
} else {
out += 'PUT';
}
out += ' ';
out += ts(it.path);
out += '/{id} never makes ';
out += ts(it.one);
out += ' lead to itself by ';
out += ts(field);
out += '", async () => {\n  await using test = await startTestSystem();\n  const top = await ';
out += ts(it.makeName);
out += '(test.system);\n  const middle = await ';
out += ts(it.makeName);
out += '(test.system, { ';
out += ts(field);
out += ': top.id });\n  const bottom = await ';
out += ts(it.makeName);
out += '(test.system, { ';
out += ts(field);
out += ': middle.id });\n  for (const { id } of ';
out += ts(targets);
out += ') {\n';
if (it.patch) {
out += '    const refused = await test.client.patch(`';
out += ts(it.path);
out += '/${top.id}`, { ';
out += ts(field);
out += ': id });\n';
} else {
out += '    const body = { ...';
out += ts(it.bodyCall);
for (const fixed of it.immutable) {
out += ', ';
out += ts(fixed.name);
out += ': top.';
out += ts(fixed.name);
}
out += ', ';
out += ts(field);
out += ': id };\n    const refused = await test.client.put(`';
out += ts(it.path);
out += '/${top.id}`, body);\n';
}
out += '    expectProblem(refused, 422, "';
out += ts(field);
out += '");\n  }\n});\n\n';
}
if (it.delete) {
out += 'Deno.test("DELETE ';
out += ts(it.path);
out += '/{id} deletes ';
out += ts(it.one);
out += ' once", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n  assert.equal((await test.client.delete(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`)).status, 204);\n  expectProblem(await test.client.delete(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`), 404);\n});\n\n';
}
if (it.restoration) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += '/{id}/restore brings back what was deleted", async () => {\n  await using test = await startTestSystem();\n  await expectRestoration({\n    client: test.client,\n    path: "';
out += ts(it.path);
out += '",\n    make: () => ';
out += ts(it.makeName);
out += '(test.system),\n';
if (it.restoration.get) {
out += '    reads: true,\n';
}
if (it.restoration.list) {
out += '    lists: true,\n';
}
if (it.restoration.unique) {
out += '    take: ({ ';
out += ts(it.restoration.unique);
out += ' }) => ';
out += ts(it.makeName);
out += '(test.system, { ';
out += ts(it.restoration.unique);
out += ' }),\n';
}
out += '  });\n});\n\n';
}
for (const state of it.states) {
out += 'Deno.test("';
out += ts(it.path);
out += ' asks ';
out += ts(state.title);
out += '", async () => {\n  await using test = await startTestSystem();\n  await expectStateRule({\n    make: ';
out += ts(state.make);
out += ',\n';
if (state.makes.length > 0) {
out += '    makes: {\n';
for (const { name, make } of state.makes) {
out += '      ';
out += ts(name);
out += ': ';
out += ts(make);
out += ',\n';
}
out += '    },\n';
}
out += '    target: ';
out += ts(state.target);
out += ',\n    store: ';
out += ts(state.store);
out += ',\n    shut: ';
out += ts(state.shut);
out += ',\n    attempts: {\n';
for (const { name, send } of state.attempts) {
out += '      ';
out += ts(name);
out += ': ';
out += ts(send);
out += ',\n';
}
out += '    },\n';
if (state.exempt !== "[]") {
out += '    exempt: ';
out += ts(state.exempt);
out += ',\n';
}
out += '  });\n});\n\n';
}
if (it.changes) {
out += 'Deno.test("';
out += ts(it.path);
out += '/{id} is changed only on conditions that hold", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system);\n  const path = `';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`;\n';
if (it.replace) {
out += '  const body = { ...';
out += ts(it.bodyCall);
for (const field of it.immutable) {
out += ', ';
out += ts(field.name);
out += ': ';
out += ts(it.variable);
out += '.';
out += ts(field.name);
}
out += ' };\n  await expectConditionalChange(test.client, path, textInit("PUT", JSON.stringify(body)));\n';
}
if (it.patch) {
out += '  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));\n';
}
if (it.delete) {
out += '  await expectConditionalChange(test.client, path, { method: "DELETE" });\n';
}
out += '});\n\n';
}
for (const action of it.actions) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += '/{id}/';
out += ts(action.path);
out += ' takes effect, also a second time", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system';
out += ts(action.before);
out += ');\n  const done = await test.client.post<';
out += ts(it.typeName);
out += '>(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}/';
out += ts(action.path);
out += '`);\n  assert.equal(done.status, 200);\n  expectContains(done.body, ';
out += ts(action.effect);
out += ');\n';
for (const field of action.times) {
out += '  assert.ok(Date.parse(String(done.body.';
out += ts(field);
out += ')) > 0, "';
out += ts(field);
out += ' is no time");\n';
}
out += '  const again = await test.client.post(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}/';
out += ts(action.path);
out += '`);\n  assert.deepEqual([again.status, again.body], [200, done.body]);\n  expectProblem(await test.client.post(`';
out += ts(it.path);
out += '/${crypto.randomUUID()}/';
out += ts(action.path);
out += '`), 404);\n});\n\nDeno.test("POST ';
out += ts(it.path);
out += '/{id}/';
out += ts(action.path);
out += ' takes effect only on conditions that hold", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system';
out += ts(action.before);
out += ');\n  const path = `';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}/';
out += ts(action.path);
out += '`;\n  await expectConditionalChange(test.client, path, { method: "POST" });\n});\n\n';
for (const adjustment of action.adjustments) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += '/{id}/';
out += ts(action.path);
out += ' changes ';
out += ts(adjustment.relation);
out += '.';
out += ts(adjustment.field);
out += ' with it, once or not at all", async () => {\n  await using test = await startTestSystem();\n  await expectAdjustment({\n    client: test.client,\n    path: "';
out += ts(it.path);
out += '",\n    action: "';
out += ts(action.path);
out += '",\n    field: "';
out += ts(adjustment.field);
out += '",\n    by: ';
out += ts(adjustment.by);
out += ',\n    start: ';
out += ts(adjustment.start);
out += ',\n    target: (';
out += ts(adjustment.field);
out += ') => ';
out += ts(adjustment.makeTarget);
out += '(test.system, { ';
out += ts(adjustment.field);
out += ' }),\n    readTarget: ';
out += ts(adjustment.readTarget);
out += ',\n    make: async (';
out += ts(adjustment.reference);
out += ') => await ';
out += ts(it.makeName);
out += '(test.system, { ';
out += ts(adjustment.reference);
out += ts(adjustment.state);
out += ' }),\n    read: ';
out += ts(adjustment.read);
out += ',\n';
out += ts(adjustment.more);
out += '  });\n});\n\n';
}
for (const refused of action.forbidden) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += '/{id}/';
out += ts(action.path);
out += ' is refused ';
if (refused.lacks) {
out += 'without a value of ';
out += ts(refused.lacks);
} else {
out += 'in another state';
}
out += '", async () => {\n  await using test = await startTestSystem();\n  const ';
out += ts(it.variable);
out += ' = await ';
out += ts(it.makeName);
out += '(test.system, ';
out += ts(refused.state);
out += ');\n  expectProblem(await test.client.post(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}/';
out += ts(action.path);
out += '`), 409);\n';
if (action.bypass) {
out += '  const bypass = await test.client.patch(`';
out += ts(it.path);
out += '/${';
out += ts(it.variable);
out += '.id}`, ';
out += ts(action.bypass);
out += ');\n  expectProblem(bypass, 409);\n';
}
out += '});\n\n';
}
}
for (const refused of it.refused) {
out += 'Deno.test("';
out += ts(refused.method);
out += ' ';
out += ts(refused.title);
out += ' does not exist", async () => {\n  await using test = await startTestSystem();\n  expectProblem(await test.client.send(';
out += ts(refused.url);
out += ', { method: "';
out += ts(refused.method);
out += '" }), ';
out += ts(refused.status);
out += ');\n});\n\n';
}

    return out;
  },
  "tests/contract/http/rate_limit_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * How often a client may ask, and what it hears after that.\n *\n * @module\n */\nimport { RATE_LIMIT_TRIALS } from "../../../kit/rate_limit_trials.ts";\n';
if (it.makeUser) {
out += 'import { ';
out += ts(it.makeUser);
out += ' } from "../../samples.ts";\n';
}
out += 'import { ';
out += ts(it.imports);
out += ' } from "../../test_system.ts";\n\nfor (const { title, run } of RATE_LIMIT_TRIALS) {\n  Deno.test(title, () =>\n    run(async (limit) => {\n      const test = await startTestSystem(';
out += ts(it.before);
out += 'limit);\n      return {\n        fetch: (request) => test.system.';
out += ts(it.gateway);
out += '.fetch(request),\n';
if (it.makeUser) {
out += '        newUser: async () => {\n          const { id } = await ';
out += ts(it.makeUser);
out += '(test.system);\n          return `';
out += ts(it.scheme);
out += ' ${await test.tokenOf(id)}`;\n        },\n';
}
out += '        [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),\n      };\n    }));\n}\n';

    return out;
  },
  "tests/contract/http/workers_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Several workers: they share a port and a database, and are one system from the outside.\n *\n * @module\n */\nimport { readSystemConfig } from "../../../config/system_config.ts";\nimport { openTestSchema } from "../../../kit/postgres_test_schema.ts";\nimport { expectTeam } from "../../../kit/worker_trials.ts";\n\nDeno.test("two workers answer as one system, count every request once and stop clean", async () => {\n  await using schema = await openTestSchema();\n  const config = readSystemConfig(new Map([\n    ["WORKERS", "2"],\n    ["HOST", "127.0.0.1"],\n    ["PORT", "0"],\n    ["LOG_LEVEL", "error"],\n    ["DATABASE_URL", schema.url],\n    ["DATABASE_CONNECTIONS", "4"],\n';
if (it.files) {
out += '    ["FILES_DIR", "data/test_files"],\n';
}
if (it.schedule) {
out += '    ["SCHEDULE", "off"],\n';
}
out += '  ]));\n  await expectTeam(config, () => new Worker(new URL("../../../worker.ts", import.meta.url), { type: "module" }));\n});\n';

    return out;
  },
  "tests/contract/idempotency/keys_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Requests with an `Idempotency-Key`: carried out once each, and answered again as they were.\n *\n * @module\n */\n';
if (it.own || it.needed) {
out += 'import { ';
if (it.needed) {
out += 'expectKeyNeeded, ';
}
if (it.own) {
out += 'expectOwnKeys, ';
}
out += 'type KeyedOperation, onceTrials } from "../../../kit/once_trials.ts";\n';
} else {
out += 'import { type KeyedOperation, onceTrials } from "../../../kit/once_trials.ts";\n';
}
if (it.needed) {
out += 'import { apiClient } from "../../../kit/testing.ts";\n';
}
out += 'import { ';
out += ts(it.imports);
out += ' } from "../../samples.ts";\nimport { startTestSystem, type TestSystem } from "../../test_system.ts";\n\nconst OPERATIONS: readonly KeyedOperation<TestSystem>[] = [\n';
for (const operation of it.operations) {
out += '  {\n    name: ';
out += ts(operation.name);
out += ',\n    prepare: ';
out += ts(operation.prepare);
out += ',\n';
if (operation.another) {
out += '    another: ';
out += ts(operation.another);
out += ',\n';
}
out += '  },\n';
}
out += '];\n\nfor (const { title, run } of onceTrials(OPERATIONS)) {\n  Deno.test(title, () => run(startTestSystem));\n}\n';
if (it.own) {
out += '\nDeno.test("a key is its sender\'s: nobody else gets the answer", async () => {\n  await using test = await startTestSystem();\n  const one = await actor(test.system';
out += ts(it.own.role);
out += ');\n  const other = await ';
out += ts(it.own.makeUser);
out += '(test.system';
out += ts(it.own.made);
out += ');\n  const call = { path: ';
out += ts(it.own.path);
out += ', body: ';
out += ts(it.own.body);
out += ' };\n  await expectOwnKeys(call, { one: test.as(one.id), other: test.as(other.id) });\n});\n';
}
if (it.needed) {
out += '\nDeno.test("a request without a key is refused", async () => {\n  await using test = await startTestSystem();\n';
if (it.needed.role) {
out += '  const token = await test.tokenOf((await actor(test.system';
out += ts(it.needed.role);
out += ')).id);\n';
}
out += '  const client = apiClient((request) => {\n';
if (it.needed.role) {
out += '    request.headers.set("authorization", `Bearer ${token}`);\n';
}
out += '    return test.system.';
out += ts(it.needed.gateway);
out += '.fetch(request);\n  });\n  const call = { path: ';
out += ts(it.needed.path);
out += ', body: ';
out += ts(it.needed.body);
out += ' };\n  await expectKeyNeeded(call, client);\n});\n';
}

    return out;
  },
  "tests/contract/live/entity_live_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Live updates of ';
out += ts(it.labelPlural);
out += ', as clients hear them: by server-sent events and by a WebSocket.\n *\n * @module\n */\n';
if (it.users) {
out += 'import type { Entity } from "../../../kit/entity_spec.ts";\n';
}
out += 'import { expectValue } from "../../../kit/expect_outcome.ts";\nimport { ';
if (it.users) {
out += 'type LiveAnswer, ';
}
out += 'tryLive } from "../../../kit/live_trial.ts";\nimport { ';
out += ts(it.constant);
out += ' } from "../../../models/';
out += ts(it.file);
out += '.ts";\nimport { ';
out += ts(it.imports);
out += ' } from "../../samples.ts";\nimport { startTestSystem';
if (it.users) {
out += ', type TestSystem';
}
out += ' } from "../../test_system.ts";\n';
if (it.users) {
out += '\n/** Somebody who listens: given the system, one that is there, and the id of whoever it belongs to. */\ntype Actor = (test: TestSystem, made: Entity, ownerId: string) => Promise<string | undefined>;\n\n/** Lets somebody listen to a system of its own. */\nasync function tryAs(who: Actor, answer: LiveAnswer, state: Record<string, unknown> = {}): Promise<void> {\n  await using test = await startTestSystem();\n  const owner = await ';
out += ts(it.users.makeUser);
out += '(test.system);\n  const make = async () => ';
out += ts(it.make);
out += ';\n  const listener = await who(test, await make(), owner.id);\n';
} else {
out += '\nDeno.test("live updates of ';
out += ts(it.labelPlural);
out += ' tell of every change, in order", async () => {\n  await using test = await startTestSystem();\n  const make = async () => ';
out += ts(it.make);
out += ';\n';
}
out += '  await tryLive({\n    path: ';
out += ts(it.constant);
out += '.path,\n    url: await test.system.';
out += ts(it.gateway);
out += '.listening,\n';
if (it.users) {
out += '    ...(listener === undefined ? {} : { token: await test.tokenOf(listener) }),\n';
}
out += '    witness: expectValue(test.system.liveFeed.handleSubscribe({ entity: ';
out += ts(it.nameLiteral);
out += ' })),\n    make,\n    remove: async (id) =>\n      (await test.system.';
out += ts(it.controller);
out += '.';
out += ts(it.handler);
out += '({ operation: "delete", id })).ok,\n    stop: () => test.system.harness.stop(),\n  }, ';
if (it.users) {
out += 'answer';
} else {
out += '"allowed"';
}
out += ');\n';
if (it.users) {
out += '}\n';
for (const trial of it.users.trials) {
out += '\nDeno.test(';
out += ts(trial.title);
out += ', () => tryAs(';
out += ts(trial.actor);
out += ', ';
out += ts(trial.answer);
if (trial.state) {
out += ', ';
out += ts(trial.state);
}
out += '));\n';
}
} else {
out += '});\n';
}

    return out;
  },
  "tests/contract/live/resource_live_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Whoever listens to ';
out += ts(it.labelPlural);
out += ' is told what they could read at that moment, and nothing else.\n *\n * @module\n */\nimport { liveTrials } from "../../../kit/resource_live_trials.ts";\nimport { ';
out += ts(it.subject);
out += ' } from "../../subjects/';
out += ts(it.file);
out += '_subject.ts";\nimport { startTrialSystem } from "../../trial_system.ts";\n\nconst TRIALS = liveTrials(';
out += ts(it.subject);
out += ', ';
out += ts(it.options);
out += ');\n\nfor (const { title, run } of TRIALS) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';

    return out;
  },
  "tests/contract/resource_files_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What clients can rely on: the files of ';
out += ts(it.one);
out += ' come back as they were sent, and nothing else is kept.\n *\n * @module\n */\nimport { checkFile } from "../../kit/file_trials.ts";\nimport { type ResourceFileSubject, resourceFileTrial, resourceFileTrials } from "../../kit/resource_file_trials.ts";\nimport { ';
out += ts(it.constant);
out += ' } from "../subjects/';
out += ts(it.file);
out += '_subject.ts";\nimport { startTrialSystem } from "../trial_system.ts";\n\n/** The files, each by its name. */\nconst FILES: readonly ResourceFileSubject[] = [\n';
for (const file of it.files) {
out += '  { subject: ';
out += ts(it.constant);
out += ', name: ';
out += ts(file.name);
out += ', rule: ';
out += ts(file.rule);
out += ' },\n';
}
out += '];\n\nfor (const file of FILES) {\n  Deno.test(`PUT, GET and DELETE keep the file ${file.name}`, (t) =>\n    checkFile(t, resourceFileTrial(file, startTrialSystem, { softDelete: ';
out += ts(it.softDelete);
out += ' })));\n  for (const { title, run } of resourceFileTrials(file)) {\n    Deno.test(title, () => run(startTrialSystem));\n  }\n}\n';

    return out;
  },
  "tests/contract/resource_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The API of ';
out += ts(it.labelPlural);
out += ' keeps to all that is declared of it.\n *\n * @module\n */\n';
for (const one of it.imports) {
out += 'import { ';
out += ts(one.constant);
out += ' } from "../../kit/';
out += ts(one.file);
out += '.ts";\n';
}
out += 'import { ';
out += ts(it.constant);
out += ' } from "../subjects/';
out += ts(it.file);
out += '_subject.ts";\nimport { startTrialSystem } from "../trial_system.ts";\n\nfor (const { title, run } of resourceTrials(';
out += ts(it.constant);
out += ')) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';
for (const one of it.more) {
out += '\nfor (const { title, run } of ';
out += ts(one.constant);
out += '(';
out += ts(it.constant);
out += ')) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';
}

    return out;
  },
  "tests/contract/schedules_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What is done by itself: to what is due, and to nothing else.\n *\n * @module\n */\nimport assert from "node:assert/strict";\nimport { trySchedule } from "../../kit/schedule_trial.ts";\nimport { SCHEDULES } from "../../schedule/schedules.ts";\nimport { ';
out += ts(it.imports);
out += ' } from "../samples.ts";\nimport { startTestSystem } from "../test_system.ts";\n';
for (const schedule of it.schedules) {
out += '\nDeno.test(';
out += ts(schedule.title);
out += ', async () => {\n  await using test = await startTestSystem();\n  const schedule = SCHEDULES.find(({ name }) => name === ';
out += ts(schedule.nameLiteral);
out += ');\n  assert.ok(schedule);\n  await trySchedule(schedule, {\n    make: () => ';
out += ts(schedule.make);
out += '(test.system';
out += ts(schedule.state);
out += '),\n    send: (request) => test.system.';
out += ts(schedule.controller);
out += '.';
out += ts(schedule.handler);
out += '(request),\n  });\n});\n';
}

    return out;
  },
  "tests/contract/values_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The API of ';
out += ts(it.labelPlural);
out += ' has each value that is in use, once.\n *\n * @module\n */\n';
if (it.confined) {
out += 'import { tenantValueTrials } from "../../kit/tenant_value_trials.ts";\nimport { type ValuesSubject, valueTrials } from "../../kit/value_trials.ts";\n';
} else {
out += 'import { valueTrials } from "../../kit/value_trials.ts";\n';
}
out += 'import { API_SHAPE } from "../../resources/api_shape.ts";\nimport { startTrialSystem } from "../trial_system.ts";\n\n';
if (it.confined) {
out += 'const SUBJECT: ValuesSubject = ';
out += ts(it.subject);
out += ';\nconst TRIALS = [...valueTrials(SUBJECT), ...tenantValueTrials(SUBJECT)];\n';
} else {
out += 'const TRIALS = valueTrials(';
out += ts(it.subject);
out += ');\n';
}
out += '\nfor (const { title, run } of TRIALS) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';

    return out;
  },
  "tests/contract/webhooks/delivery_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Webhooks as receivers see them: signed, in order, again until they are taken.\n *\n * @module\n */\n';
if (it.asks) {
out += 'import { expectValue } from "../../../kit/expect_outcome.ts";\n';
}
out += 'import { type WebhookOccasion, webhookTrials } from "../../../kit/webhook_trials.ts";\nimport { ';
out += ts(it.imports);
out += ' } from "../../samples.ts";\nimport { buildTestSystem, ';
if (it.auth) {
out += 'TEST_AUTH, ';
}
out += 'type TestSystem } from "../../test_system.ts";\n\nconst OCCASIONS: readonly WebhookOccasion<TestSystem>[] = [\n';
for (const occasion of it.occasions) {
out += '  {\n    webhook: ';
out += ts(occasion.webhook);
out += ',\n    type: ';
out += ts(occasion.type);
out += ',\n    hidden: ';
out += ts(occasion.hidden);
out += ',\n    happen: async (test) => {\n      const { id } = await ';
out += ts(occasion.make);
out += '(test.system';
out += ts(occasion.state);
out += ');\n';
if (occasion.request) {
out += '      expectValue(await test.system.';
out += ts(occasion.controller);
out += '.';
out += ts(occasion.handler);
out += '(';
out += ts(occasion.request);
out += '));\n';
}
out += '      return id;\n    },\n  },\n';
}
out += '];\n\nfor (const { title, run } of webhookTrials(OCCASIONS)) {\n  Deno.test(title, () => run((webhooks) => buildTestSystem(';
out += ts(it.before);
out += 'webhooks)));\n}\n';

    return out;
  },
  "tests/property/entity_property_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What holds for every ';
out += ts(it.label);
out += ', not only for the examples.\n *\n * @module\n */\nimport fc from "fast-check";\nimport assert from "node:assert/strict";\n';
if (it.arbitraries) {
out += 'import { ';
out += ts(it.arbitraries);
out += ' } from "../../kit/arbitraries.ts";\n';
}
if (it.slots.length > 0) {
out += 'import { slotEnd, slotStart } from "../../kit/sample_slot.ts";\n';
}
if (it.writes.length > 0) {
out += 'import { ';
if (it.create) {
out += 'expectContains, ';
}
out += 'textInit } from "../../kit/testing.ts";\n';
}
if (it.create && it.shown !== "body") {
out += 'import { shown } from "../../kit/shown_entity.ts";\nimport { ';
out += ts(it.constant);
out += ', type ';
out += ts(it.typeName);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\n';
} else if (it.create) {
out += 'import type { ';
out += ts(it.typeName);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\n';
}
if (it.samples) {
out += 'import { ';
out += ts(it.samples);
out += ' } from "../samples.ts";\n';
}
out += 'import { startTestSystem } from "../test_system.ts";\n\n';
if (it.create) {
out += 'Deno.test("POST ';
out += ts(it.path);
out += ' keeps whatever is valid", async () => {\n  await using test = await startTestSystem();\n';
for (const parent of it.parents) {
out += '  const ';
out += ts(parent.field);
out += ' = (await ';
out += ts(parent.makeName);
out += '(test.system';
out += ts(parent.state);
out += ')).id;\n';
}
out += '  const bodies = fc.record({\n';
for (const field of it.fields) {
out += '    ';
out += ts(field.name);
out += ': ';
out += ts(field.arbitrary);
out += ',\n';
}
if (it.slots.length > 0) {
out += '    slot: fc.nat(50_000),\n  }).map(({ slot, ...body }) => ({\n    ...body,\n';
for (const slot of it.slots) {
out += '    ';
out += ts(slot.name);
out += ': ';
out += ts(slot.value);
out += ',\n';
}
out += '  }));\n';
} else {
out += '  });\n';
}
out += '  await fc.assert(\n    fc.asyncProperty(bodies, async (body) => {\n      const created = await test.client.post<';
out += ts(it.typeName);
out += '>("';
out += ts(it.path);
out += '", body);\n';
if (it.unique) {
out += '      if (created.status === 409) return; // The run has made one like it before.\n';
}
out += '      assert.equal(created.status, 201, JSON.stringify(created.body));\n      expectContains(created.body, ';
out += ts(it.shown);
out += ');\n';
if (it.get) {
out += '      const found = await test.client.get(`';
out += ts(it.path);
out += '/${created.body.id}`);\n      assert.deepEqual(found.body, created.body);\n';
}
out += '    }),\n    { numRuns: 50 },\n  );\n});\n\n';
}
for (const write of it.writes) {
out += 'Deno.test("';
out += ts(write.method);
out += ' ';
out += ts(write.title);
out += ' survives any JSON", async () => {\n  await using test = await startTestSystem();\n  const path = ';
out += ts(write.url);
out += ';\n  await fc.assert(\n    fc.asyncProperty(fc.json(), async (text) => {\n      const answer = await test.client.send(path, textInit("';
out += ts(write.method);
out += '", text));\n      assert.ok(answer.status < 500, `answered ${answer.status}`);\n    }),\n    { numRuns: 50 },\n  );\n});\n\n';
}
if (it.list) {
out += 'Deno.test("GET ';
out += ts(it.path);
out += ' survives any parameters", async () => {\n  await using test = await startTestSystem();\n  const names = fc.constantFrom("limit", "cursor", "sort", "q", "id", ';
out += ts(it.parameterNames);
out += ');\n  await fc.assert(\n    fc.asyncProperty(fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }), async (pairs) => {\n      const answer = await test.client.get(`';
out += ts(it.path);
out += '?${new URLSearchParams(pairs)}`);\n      assert.ok(answer.status < 500, `answered ${answer.status}`);\n    }),\n    { numRuns: 50 },\n  );\n});\n';
}

    return out;
  },
  "tests/property/resource_property_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What holds for ';
out += ts(it.labelPlural);
out += ' of every kind, not only for the examples.\n *\n * @module\n */\n';
if (it.create) {
out += 'import fc from "fast-check";\n';
}
if (it.arbitraries) {
out += 'import { ';
out += ts(it.arbitraries);
out += ' } from "../../kit/arbitraries.ts";\n';
}
out += 'import { propertyTrials } from "../../kit/resource_property_trials.ts";\n';
if (it.slots.length > 0) {
out += 'import { slotEnd, slotStart } from "../../kit/sample_slot.ts";\n';
}
if (it.samples) {
out += 'import { ';
out += ts(it.samples);
out += ' } from "../samples.ts";\n';
}
out += 'import { ';
out += ts(it.constant);
out += ' } from "../subjects/';
out += ts(it.file);
out += '_subject.ts";\nimport { startTrialSystem } from "../trial_system.ts";\n\n';
if (it.create) {
out += '/** Valid bodies, in the names that the model has for fields; references are added. */\nconst BODIES = fc.record({\n';
for (const field of it.fields) {
out += '  ';
out += ts(field.name);
out += ': ';
out += ts(field.arbitrary);
out += ',\n';
}
if (it.slots.length > 0) {
out += '  slot: fc.nat(50_000),\n}).map(({ slot, ...body }) => ({\n  ...body,\n';
for (const slot of it.slots) {
out += '  ';
out += ts(slot.name);
out += ': ';
out += ts(slot.value);
out += ',\n';
}
out += '}));\n';
} else {
out += '});\n';
}
out += '\nfor (const { title, run } of propertyTrials(';
out += ts(it.constant);
out += ', BODIES)) {\n';
} else {
out += 'for (const { title, run } of propertyTrials(';
out += ts(it.constant);
out += ')) {\n';
}
out += '  Deno.test(title, () => run(startTrialSystem));\n}\n';

    return out;
  },
  "tests/samples.ts.eta": (it) => {
    let out = "";
out += '/**\n * Makes entities for the tests.\n *\n * @module\n */\nimport { expectValue } from "../kit/expect_outcome.ts";\n';
if (it.slotted) {
out += 'import { nextSlot, slotEnd, slotStart } from "../kit/sample_slot.ts";\n';
}
if (it.puts) {
out += 'import { clientFields, putServerFields } from "../kit/server_fields.ts";\n';
}
if (it.hides) {
out += 'import { shown } from "../kit/shown_entity.ts";\n';
}
out += 'import type { System } from "../main.ts";\n';
for (const sample of it.samples) {
if (sample.spec) {
out += 'import { ';
out += ts(sample.spec);
out += ', type ';
out += ts(sample.typeName);
out += ' } from "../models/';
out += ts(sample.file);
out += '.ts";\n';
} else {
out += 'import type { ';
out += ts(sample.typeName);
out += ' } from "../models/';
out += ts(sample.file);
out += '.ts";\n';
}
}
for (const sample of it.samples) {
out += '\n';
for (const list of sample.lists) {
out += '/** What the ';
out += ts(list.about);
out += ' of ';
out += ts(sample.one);
out += ' may be. */\nexport const ';
out += ts(list.name);
out += ': readonly string[] = ';
out += ts(list.values);
out += ';\n\n';
}
out += '/** Makes a body that creates ';
out += ts(sample.one);
out += '. */\nexport ';
out += ts(sample.bodySignature);
out += ' {\n';
if (sample.numbered) {
out += '  made++;\n';
}
if (sample.slotted) {
out += '  const slot = nextSlot();\n';
}
out += '  return {\n';
for (const field of sample.fields) {
out += '    ';
out += ts(field.name);
out += ': ';
out += ts(field.value);
out += ',\n';
}
out += '  };\n}\n\n/** Stores ';
out += ts(sample.one);
out += '. */\nexport async function ';
out += ts(sample.makeName);
out += '(system: System, overrides: Record<string, unknown> = {}): Promise<';
out += ts(sample.typeName);
out += '> {\n  const body = { ...';
out += ts(sample.bodyCall);
out += ', ';
if (sample.owner) {
out += ts(sample.owner);
out += ', ';
}
if (sample.home) {
out += ts(sample.home);
out += ', ';
}
if (sample.seen) {
out += ts(sample.seen);
out += ', ';
}
out += '...overrides };\n';
if (sample.store && sample.spec) {
out += '  const made = expectValue(\n    await system.';
out += ts(sample.controller);
out += '.';
out += ts(sample.handler);
out += '({ operation: "create", body: clientFields(';
out += ts(sample.spec);
out += ', body) }),\n  ) as ';
out += ts(sample.typeName);
out += ';\n  const put = await putServerFields(';
out += ts(sample.spec);
out += ', { made, body }, (command) => system.';
out += ts(sample.store.name);
out += '.';
out += ts(sample.store.handler);
out += '(command));\n';
if (sample.hides) {
out += '  return shown(';
out += ts(sample.spec);
out += ', put);\n';
} else {
out += '  return put;\n';
}
} else if (sample.spec) {
out += '  const made = expectValue(\n    await system.';
out += ts(sample.controller);
out += '.';
out += ts(sample.handler);
out += '({ operation: "create", body }),\n  ) as ';
out += ts(sample.typeName);
out += ';\n  return shown(';
out += ts(sample.spec);
out += ', made);\n';
} else {
out += '  return expectValue(\n    await system.';
out += ts(sample.controller);
out += '.';
out += ts(sample.handler);
out += '({ operation: "create", body }),\n  ) as ';
out += ts(sample.typeName);
out += ';\n';
}
out += '}\n';
}
if (it.home) {
out += '\n/** The ';
out += ts(it.home.one);
out += ' that the samples belong to. */\nexport function home(system: System): Promise<';
out += ts(it.home.typeName);
out += '> {\n  const known = HOMES.get(system) ?? ';
out += ts(it.home.makeName);
out += '(system);\n  HOMES.set(system, known);\n  return known;\n}\n\nconst HOMES = new WeakMap<System, Promise<';
out += ts(it.home.typeName);
out += '>>();\n';
}
if (it.actor) {
out += '\n/** Who asks in tests, and whom the samples belong to: one user of each role. */\nexport function actor(system: System, role?: string): Promise<';
out += ts(it.actor.typeName);
out += '> {\n  const known = ACTORS.get(system) ?? new Map<string | undefined, Promise<';
out += ts(it.actor.typeName);
out += '>>();\n  ACTORS.set(system, known);\n  const user = known.get(role) ?? ';
out += ts(it.actor.makeName);
out += '(system, role === undefined ? {} : { role });\n  known.set(role, user);\n  return user;\n}\n\nconst ACTORS = new WeakMap<System, Map<string | undefined, Promise<';
out += ts(it.actor.typeName);
out += '>>>();\n';
}
if (it.numbered) {
out += '\n// Counts what has been made, so that unique fields differ.\nlet made = 0;\n';
}
if (it.picks) {
out += '\n/** Picks another of the values each time, and after the last the first again. */\nfunction pick(values: readonly unknown[]): unknown {\n  return values[made % values.length];\n}\n';
}

    return out;
  },
  "tests/security/entity_security_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What attackers try with ';
out += ts(it.labelPlural);
out += '.\n *\n * @module\n */\nimport { hostileTrials } from "../../kit/hostile_trials.ts";\nimport { ';
out += ts(it.constant);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\nimport { ';
out += ts(it.imports);
out += ' } from "../samples.ts";\nimport { startTestSystem } from "../test_system.ts";\n\nconst TRIALS = hostileTrials({\n  spec: ';
out += ts(it.constant);
out += ',\n  operations: ';
out += ts(it.operations);
out += ',\n  actions: ';
out += ts(it.actions);
out += ',\n  start: startTestSystem,\n  body: ';
out += ts(it.body);
out += ',\n  make: ';
out += ts(it.make);
out += ',\n});\n\nfor (const { title, run } of TRIALS) Deno.test(title, run);\n';

    return out;
  },
  "tests/security/resource_security_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What attackers try with ';
out += ts(it.labelPlural);
out += '.\n *\n * @module\n */\nimport { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";\nimport { ';
out += ts(it.constant);
out += ' } from "../subjects/';
out += ts(it.file);
out += '_subject.ts";\nimport { startTrialSystem } from "../trial_system.ts";\n\nfor (const { title, run } of hostileResourceTrials(';
out += ts(it.constant);
out += ')) {\n  Deno.test(title, () => run(startTrialSystem));\n}\n';

    return out;
  },
  "tests/subjects/resource_subject.ts.eta": (it) => {
    let out = "";
out += '/**\n * All that is declared of ';
out += ts(it.labelPlural);
out += ': what the tests hold the API to.\n *\n * @module\n */\nimport type { ResourceSubject } from "../../kit/resource_subject.ts";\n';
for (const model of it.models) {
out += 'import { ';
out += ts(model.constant);
out += ' } from "../../models/';
out += ts(model.file);
out += '.ts";\n';
}
out += 'import { API_SHAPE } from "../../resources/api_shape.ts";\nimport { ';
out += ts(it.resource);
out += ' } from "../../resources/';
out += ts(it.file);
out += '_resource.ts";\n';
for (const other of it.others) {
out += 'import { ';
out += ts(other.constant);
out += ' } from "../../resources/';
out += ts(other.file);
out += '_resource.ts";\n';
}
out += '\n/** What is declared of ';
out += ts(it.labelPlural);
out += '; fields have the names that the model has for them. */\nexport const ';
out += ts(it.constant);
out += ': ResourceSubject = ';
out += ts(it.subject);
out += ';\n';

    return out;
  },
  "tests/test_system.ts.eta": (it) => {
    let out = "";
out += '/**\n * Starts the system for a test: whole, in this process, with a database of its own.\n *\n * @module\n */\nimport type { LogEntry } from "@autocoder/harness";\n';
if (it.postgres) {
out += 'import { openTestSchema } from "../kit/postgres_test_schema.ts";\n';
}
if (it.auth) {
if (it.auth.entities.length > 0) {
out += 'import { ACCESS } from "../access/access_rules.ts";\n';
}
if (it.auth.entities.length > 0) {
out += 'import { type ActingEntity, actingRequest } from "../kit/acting_request.ts";\n';
}
out += 'import { signAccessToken } from "../kit/access_token.ts";\nimport type { AuthConfig } from "../kit/auth_settings.ts";\n';
}
if (it.keyed) {
out += 'import { keyedRequest } from "../kit/keyed_request.ts";\n';
}
if (it.rateLimit) {
out += 'import type { ClientRateLimit } from "../kit/client_rate_limit.ts";\n';
}
if (it.endpoints) {
if (!it.clients) {
out += 'import type { Client } from "../client/client.ts";\n';
}
out += 'import type { CustomEndpoint } from "../kit/custom_endpoint.ts";\nimport { SYSTEM_ENDPOINTS } from "../logic/system_endpoints.ts";\n';
}
out += 'import { type ApiClient, apiClient } from "../kit/testing.ts";\n';
if (it.webhooks) {
out += 'import type { WebhookConfig } from "../kit/webhook_settings.ts";\n';
}
if (it.clients) {
out += 'import { ApiError, Client } from "../client/client.ts";\n';
}
out += 'import { buildSystem, type System } from "../main.ts";\n';
if (it.auth) {
for (const entity of it.auth.entities) {
out += 'import { ';
out += ts(entity.constant);
out += ' } from "../models/';
out += ts(entity.file);
out += '.ts";\n';
}
if (it.clients || it.auth.entities.length > 0) {
out += 'import { actor } from "./samples.ts";\n';
}
}
out += '\n/** A system under test. */\nexport interface TestSystem extends AsyncDisposable {\n  /** The system. */\n  readonly system: System;\n  /** What it has logged. */\n  readonly log: readonly LogEntry[];\n';
if (it.auth) {
if (it.auth.entities.length > 0) {
out += '  /** Calls its API without the network, each time as somebody who may. */\n  readonly client: ApiClient;\n';
} else {
out += '  /** Calls its API without the network, as nobody. */\n  readonly client: ApiClient;\n';
}
out += '  /** Calls its API as nobody, or as the user whose id is given. */\n  as(userId?: string): ApiClient;\n  /** Makes an access token of a user. */\n  readonly tokenOf: (userId: string) => Promise<string>;\n';
} else {
out += '  /** Calls its API without the network. */\n  readonly client: ApiClient;\n';
}
if (it.files) {
out += '  /** The folder of its files. */\n  readonly filesDir: string;\n';
}
out += '  /** Sends a request as `client` does, and gives the answer as it is. */\n  readonly fetch: (request: Request) => Response | Promise<Response>;\n}\n';
if (it.auth) {
out += '\n/** The settings of users in tests: hashes are cheap, and nothing is tried too often. */\nexport const TEST_AUTH: AuthConfig = {\n  secret: crypto.randomUUID() + crypto.randomUUID(),\n  accessSeconds: 900,\n  refreshSeconds: 3600,\n  passwordCost: { n: 1024, r: 8, p: 1 },\n';
if (it.auth.minPasswordLength) {
out += '  minPasswordLength: ';
out += ts(it.auth.minPasswordLength);
out += ',\n';
}
out += '  limits: {\n    account: { tries: 1000, seconds: 60 },\n    address: { tries: 1000, seconds: 60 },\n    registration: { tries: 1000, seconds: 60 },\n  },\n};\n';
}
if (it.webhooks) {
out += '\n/** The settings of webhooks in tests: nobody listens. */\nexport const NO_WEBHOOKS: WebhookConfig = { targets: {}, secret: "", attempts: 1 };\n';
}
if (it.rateLimit) {
out += '\n/** The limit of requests in tests: nobody meets it. */\nexport const HIGH_LIMIT: ClientRateLimit = { requests: 1_000_000, seconds: 60 };\n';
}
out += '\n/** Starts a system; it listens on a free port of the loopback address. */\nexport async function startTestSystem(';
out += ts(it.parameters);
out += '): Promise<TestSystem> {\n  const test = ';
if (it.postgres) {
out += 'await ';
}
out += 'buildTestSystem(';
out += ts(it.passedOn);
out += ');\n  await test.system.harness.start();\n  return test;\n}\n\n/** Builds a system';
if (it.logic) {
out += ' without guards and hooks';
}
out += ', for tests that have something to do before its harness starts it. */\n';
if (it.postgres) {
out += 'export async function buildTestSystem(';
out += ts(it.parameters);
out += '): Promise<TestSystem> {\n  const schema = await openTestSchema();\n';
if (it.files) {
out += '  const filesDir = `data/test_files/${crypto.randomUUID()}`;\n';
}
out += '  const log: LogEntry[] = [];\n  const system = await buildSystem(';
out += ts(it.config);
out += ', (entry) => void log.push(entry)';
if (it.logic) {
out += ', {}';
}
if (it.endpoints) {
out += ', endpoints';
}
out += ');\n';
} else {
out += 'export function buildTestSystem(';
out += ts(it.parameters);
out += '): TestSystem {\n';
if (it.files) {
out += '  const filesDir = `data/test_files/${crypto.randomUUID()}`;\n';
}
out += '  const log: LogEntry[] = [];\n  const system = buildSystem(';
out += ts(it.config);
out += ', (entry) => void log.push(entry)';
if (it.logic) {
out += ', {}';
}
if (it.endpoints) {
out += ', endpoints';
}
out += ');\n';
}
if (it.auth) {
out += '  const options = { secret: auth.secret, issuer: ';
out += ts(it.auth.issuer);
out += ', seconds: auth.accessSeconds };\n  const tokenOf = (userId: string) => signAccessToken(options, userId);\n';
if (it.auth.entities.length > 0) {
out += '  const fetch = async (request: Request) =>\n    system.';
out += ts(it.gateway);
out += '.fetch(await actingRequest(';
if (it.keyed) {
out += 'keyedRequest(request)';
} else {
out += 'request';
}
out += ', ENTITIES, async (role) => tokenOf((await actor(system, role)).id)));\n';
} else {
out += '  const fetch = (request: Request) => system.';
out += ts(it.gateway);
out += '.fetch(';
if (it.keyed) {
out += 'keyedRequest(request)';
} else {
out += 'request';
}
out += ');\n';
}
out += '  return {\n    system,\n    log,\n    client: apiClient(fetch),\n    as: (userId) =>\n      apiClient(async (request) => {\n        if (userId !== undefined) request.headers.set("authorization", `';
out += ts(it.auth.scheme);
out += ' ${await tokenOf(userId)}`);\n        return await system.';
out += ts(it.gateway);
out += '.fetch(';
if (it.keyed) {
out += 'keyedRequest(request)';
} else {
out += 'request';
}
out += ');\n      }),\n    tokenOf,\n';
} else {
out += '  const fetch = (request: Request) => system.';
out += ts(it.gateway);
out += '.fetch(';
if (it.keyed) {
out += 'keyedRequest(request)';
} else {
out += 'request';
}
out += ');\n  return {\n    system,\n    log,\n    client: apiClient(fetch),\n';
}
out += '    fetch,\n';
if (it.files) {
out += '    filesDir,\n';
}
if (it.postgres) {
out += '    [Symbol.asyncDispose]: async () => {\n      await system.harness.stop();\n';
if (it.files) {
out += '      await Deno.remove(filesDir, { recursive: true });\n';
}
out += '      await schema[Symbol.asyncDispose]();\n    },\n';
} else if (it.files) {
out += '    [Symbol.asyncDispose]: async () => {\n      await system.harness.stop();\n      await Deno.remove(filesDir, { recursive: true });\n    },\n';
} else {
out += '    [Symbol.asyncDispose]: async () => void await system.harness.stop(),\n';
}
out += '  };\n}\n';
if (it.clients) {
out += '\n/** Makes a client of the system under test, without the network. */\nexport function clientOf(test: TestSystem';
if (it.auth) {
out += ', token?: () => string | undefined | Promise<string>';
}
out += '): Client {\n  return new Client({ url: "http://test.invalid", fetch: test.fetch';
if (it.auth) {
out += ', token';
}
out += ' });\n}\n';
if (it.auth) {
out += '\n/** Makes a client that somebody is signed in with. */\nexport async function signedIn(test: TestSystem, role?: string): Promise<Client> {\n  const { id } = await actor(test.system, role);\n  return clientOf(test, () => test.tokenOf(id));\n}\n';
}
out += '\n/** Recognizes the error of a client\'s call that is refused. */\nexport function refusal(status: number): (error: unknown) => boolean {\n  return (error) => error instanceof ApiError && error.status === status && error.messages.length > 0;\n}\n';
}
if (it.auth && it.auth.entities.length > 0) {
out += '\nconst ENTITIES: readonly ActingEntity[] = [\n';
for (const entity of it.auth.entities) {
out += '  { path: ';
out += ts(entity.constant);
out += '.path, access: ';
out += ts(entity.access);
if (entity.role) {
out += ', role: ';
out += ts(entity.role);
}
out += ' },\n';
}
out += '];\n';
}

    return out;
  },
  "tests/trial_system.ts.eta": (it) => {
    let out = "";
out += '/**\n * Starts the system for a trial of its API, with ways past all rules to make and read what the trial needs.\n *\n * @module\n */\n';
if (it.sight) {
out += 'import { ACCESS } from "../access/access_rules.ts";\n';
}
if (it.auth) {
out += 'import type { Entity } from "../kit/entity_spec.ts";\n';
}
if (it.auth || it.live) {
out += 'import { expectValue } from "../kit/expect_outcome.ts";\n';
}
out += 'import type { TrialSystem } from "../kit/resource_subject.ts";\nimport { ';
out += ts(it.samples);
out += ' } from "./samples.ts";\nimport { startTestSystem } from "./test_system.ts";\n\n/** Starts a system for one trial. */\nexport async function startTrialSystem(): Promise<TrialSystem> {\n  const test = await startTestSystem();\n  const { system } = test;\n  return {\n';
if (it.auth) {
out += '    as: (userId) => test.as(userId),\n    actor: (role) => actor(system, role),\n    tokenOf: (userId) => test.tokenOf(userId),\n    register: async (body) => {\n      const reply = await system.';
out += ts(it.auth.controller);
out += '.handleProcessRequest({\n        operation: "register",\n        body,\n        client: "test",\n      });\n      const value = expectValue(reply);\n      return (value !== null && "user" in value ? value.user : value) as Entity;\n    },\n';
} else {
out += '    as: () => test.client,\n';
}
out += '    make: {\n';
for (const entity of it.entities) {
out += '      ';
out += ts(entity.key);
out += ': (values) => ';
out += ts(entity.makeName);
out += '(system, values),\n';
}
out += '    },\n    bodies: {\n';
for (const entity of it.entities) {
out += '      ';
out += ts(entity.key);
out += ': () => ';
out += ts(entity.body);
out += ',\n';
}
out += '    },\n    sources: {\n';
for (const entity of it.entities) {
out += '      ';
out += ts(entity.key);
out += ': (request) => system.';
out += ts(entity.controller);
out += '.';
out += ts(entity.handler);
out += '(request),\n';
}
out += '    },\n';
if (it.stores.length > 0) {
out += '    stores: {\n';
for (const one of it.stores) {
out += '      ';
out += ts(one.key);
out += ': { execute: system.';
out += ts(one.store);
out += '.';
out += ts(one.handler);
out += '.bind(system.';
out += ts(one.store);
out += ') },\n';
}
out += '    },\n';
}
if (it.live) {
out += '    live: {\n      url: system.';
out += ts(it.live.gateway);
out += '.listening,\n      watch: (entity) => expectValue(system.';
out += ts(it.live.feed);
out += '.handleSubscribe({ entity })).signals(),\n      stop: () => system.harness.stop(),\n    },\n';
}
if (it.sight) {
out += '    sight: ';
out += ts(it.sight);
out += ',\n';
}
if (it.files) {
out += '    fetch: test.fetch,\n    folder: test.filesDir,\n';
}
out += '    messages: () =>\n      system.harness.metrics().channels.reduce((sum, { sent }) => sum + sent, 0),\n    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),\n  };\n}\n';

    return out;
  },
  "tests/unit/api_gateway_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The API endpoint alone, with stubs in place of the controllers.\n *\n * @module\n */\nimport assert from "node:assert/strict";\nimport { checkComponent } from "@autocoder/harness/testing";\nimport { ';
out += ts(it.className);
out += ' } from "../../components/';
out += ts(it.file);
out += '.ts";\n';
if (it.keyed) {
out += 'import { keyedRequest } from "../../kit/keyed_request.ts";\n';
}
if (it.replies) {
out += 'import { MemoryDatabase } from "../../kit/memory_database.ts";\nimport { keepRepliesInMemory } from "../../kit/memory_replies.ts";\n';
}
if (it.files) {
out += 'import { FileStore } from "../../kit/file_store.ts";\n';
}
if (it.endpoints) {
out += 'import { LogicTally } from "../../kit/logic_tally.ts";\n';
}
if (it.controllerPorts.length > 0) {
out += 'import { conflict, failed';
if (it.viewer) {
out += ', ok';
}
out += ' } from "../../kit/problem.ts";\n';
}
out += 'import { apiClient';
if (it.requests.length > 0) {
out += ', expectProblem';
}
out += ' } from "../../kit/testing.ts";\n\nconst HEALTH = { status: "ok", live: true, ready: true, components: [] };\n\n/** Makes an endpoint that listens on any free port. */\nfunction makeEndpoint(): ';
out += ts(it.className);
out += ' {\n  const config = { host: "127.0.0.1", port: 0, health: () => HEALTH, metrics: () => ""';
if (it.viewer) {
out += ', addressHeader: ""';
}
if (it.replies) {
out += ', replies: keepRepliesInMemory(new MemoryDatabase())';
}
if (it.files) {
out += ', files: new FileStore("data/test_files/api_gateway")';
}
if (it.rateLimit) {
out += ', rateLimit: { requests: 1000, seconds: 60 }';
}
if (it.endpoints) {
out += ', endpoints: [], tally: new LogicTally()';
}
out += ' };\n  return new ';
out += ts(it.className);
out += '("';
out += ts(it.file);
out += '", config);\n}\n';
if (it.controllerPorts.length > 0) {
out += '\n/** What every controller answers here: with a status that the endpoint never gives by itself. */\nconst refuse = () => failed(conflict("Not in this test."));\n';
}
out += '\nDeno.test("';
out += ts(it.className);
out += ' keeps the contract of a component", async () => {\n  await checkComponent(makeEndpoint, {\n    replies: {\n';
for (const port of it.controllerPorts) {
out += '      ';
out += ts(port);
out += ': refuse,\n';
}
if (it.viewer) {
out += '      auth_requests: () => ok(';
out += ts(it.viewer);
out += '),\n';
}
out += '    },\n    exercise: async (endpoint) => {\n';
if (it.viewer) {
out += '      const client = apiClient((request) => {\n        request.headers.set("authorization", "Bearer anything");\n        return fetch(';
if (it.keyed) {
out += 'keyedRequest(request)';
} else {
out += 'request';
}
out += ');\n      }, await endpoint.listening);\n';
} else {
out += '      const client = apiClient(';
if (it.keyed) {
out += '(request) => fetch(keyedRequest(request))';
} else {
out += 'fetch';
}
out += ', await endpoint.listening);\n';
}
out += '      assert.equal((await client.get("/health/live")).status, 200);\n';
for (const request of it.requests) {
out += '      expectProblem(await ';
out += ts(request);
out += ', 409);\n';
}
out += '    },\n    realTime: true, // it waits for the network\n  });\n});\n';

    return out;
  },
  "tests/unit/auth_controller_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * Who gets in, and who does not: registration, login, tokens.\n *\n * @module\n */\nimport assert from "node:assert/strict";\nimport { checkComponent } from "@autocoder/harness/testing";\nimport { AuthController } from "../../components/auth_controller.ts";\n';
if (it.trials) {
out += 'import { AUTH_ATTACKS, type AuthTrial } from "../../kit/auth_trials.ts";\nimport type { AuthConfig } from "../../kit/auth_settings.ts";\nimport type { Entity } from "../../kit/entity_spec.ts";\nimport { expectValue } from "../../kit/expect_outcome.ts";\nimport { failed, notFound } from "../../kit/problem.ts";\nimport { expectProblem } from "../../kit/testing.ts";\nimport { ';
out += ts(it.bodyNames);
out += ' } from "../samples.ts";\nimport { startTestSystem, TEST_AUTH } from "../test_system.ts";\n\n/** Starts a system for one try. */\nasync function start(change: Partial<AuthConfig> = {}): Promise<AuthTrial> {\n  const auth: AuthConfig = { ...TEST_AUTH, ...change };\n  const test = await startTestSystem(auth);\n  const { authController } = test.system;\n  return {\n    client: test.as(),\n    auth,\n    issuer: ';
out += ts(it.issuer);
out += ',\n    signIn: ';
out += ts(it.signIn);
out += ',\n    body: () => ';
out += ts(it.bodyPromise);
out += ',\n    register: async (body) => {\n      const reply = await authController.handleProcessRequest({ operation: "register", body, client: "test" });\n      const value = expectValue(reply);\n      return (value !== null && "user" in value ? value.user : value) as Entity;\n    },\n    remove: async (id) => {\n      const reply = await authController.sendToUserRequests({ operation: "delete", id });\n      assert.ok(reply.ok);\n    },\n    hashes: () => authController.hashes,\n    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),\n  };\n}\n\n';
} else {
out += 'import { AUTH_REQUEST_ATTACKS, type AuthRequestTrial } from "../../kit/auth_request_trials.ts";\nimport type { AuthConfig } from "../../kit/auth_settings.ts";\nimport { failed, notFound } from "../../kit/problem.ts";\nimport { ';
out += ts(it.bodyNames);
out += ' } from "../samples.ts";\nimport { startTestSystem, TEST_AUTH } from "../test_system.ts";\n\n/** Starts a system for one try. */\nasync function start(change: Partial<AuthConfig> = {}): Promise<AuthRequestTrial> {\n  const test = await startTestSystem({ ...TEST_AUTH, ...change });\n  const { authController } = test.system;\n  return {\n    ask: (request) => authController.handleProcessRequest(request),\n    signIn: ';
out += ts(it.signIn);
out += ',\n    body: () => ';
out += ts(it.bodyPromise);
out += ',\n    remove: async (id) => {\n      const reply = await authController.sendToUserRequests({ operation: "delete", id });\n      assert.ok(reply.ok);\n    },\n    hashes: () => authController.hashes,\n    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),\n  };\n}\n\n';
}
out += 'Deno.test("AuthController has made no password hash before it is set up", () => {\n  const controller = new AuthController("auth_controller", { auth: TEST_AUTH });\n  assert.equal(controller.hashes, 0);\n});\n\nDeno.test("AuthController keeps the contract of a component", async () => {\n  const missing = () => ({ kind: "missing" });\n  await checkComponent(() => new AuthController("auth_controller", { auth: TEST_AUTH }), {\n    messages: { process_request: [{ operation: "logout", token: "nonsense" }] },\n    // No request at all: its handler throws.\n    failing: { process_request: [null] },\n    replies: {\n      user_requests: () => failed(notFound("user")),\n';
if (it.tenants) {
out += '      tenant_requests: () => failed(notFound("tenant")),\n';
}
out += '      credential_operation: missing,\n      refresh_token_operation: missing,\n    },\n  });\n});\n\n';
if (it.trials) {
out += 'for (const { title, run } of AUTH_ATTACKS) Deno.test(title, () => run(start));\n\n';
if (it.open) {
out += 'Deno.test("POST /auth/register makes a user and signs them in", async () => {\n  await using trial = await start();\n  const body = { ...await trial.body(), password: "correct horse battery" };\n  const made = await trial.client.post<{ user: Entity; accessToken: string }>("/auth/register", body);\n  assert.equal(made.status, 201, JSON.stringify(made.body));\n  assert.equal(made.headers.get("location"), `${';
out += ts(it.path);
out += '}/${made.body.user.id}`);\n  const headers = { authorization: `Bearer ${made.body.accessToken}` };\n  const me = await trial.client.send("/auth/me", { headers });\n  assert.deepEqual(me.body, made.body.user);\n  expectProblem(await trial.client.post("/auth/register", body), 409);\n});\n';
if (it.limits.length > 0) {
out += '\nDeno.test("POST /auth/register holds a user to the limits of each field", async (t) => {\n  const tried: [string, Record<string, unknown>, number][] = [\n';
for (const one of it.limits) {
out += '    [';
out += ts(one.title);
out += ', ';
out += ts(one.change);
out += ', ';
out += ts(one.status);
out += '],\n';
}
out += '  ];\n  for (const [what, change, status] of tried) {\n    await t.step(what, async () => {\n      await using trial = await start();\n      const body = { ...await trial.body(), password: "correct horse battery", ...change };\n      const made = await trial.client.post("/auth/register", body);\n      assert.equal(made.status, status, JSON.stringify(made.body));\n    });\n  }\n});\n';
}
} else {
out += 'Deno.test("POST /auth/register is for those who may create users", async () => {\n  await using trial = await start();\n  const body = { ...await trial.body(), password: "correct horse battery" };\n  expectProblem(await trial.client.post("/auth/register", body), 401);\n});\n';
}
} else {
out += 'for (const { title, run } of AUTH_REQUEST_ATTACKS) {\n  Deno.test(title, () => run(start));\n}\n';
}

    return out;
  },
  "tests/unit/controller_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The controller of ';
out += ts(it.entity.labelPlural);
out += ' alone, with a table in memory in place of the store.\n *\n * @module\n */\nimport assert from "node:assert/strict";\nimport { checkComponent } from "@autocoder/harness/testing";\nimport { benchComponent';
if (it.refers) {
out += ', standalone';
}
out += ' } from "../../kit/component_bench.ts";\nimport type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";\nimport { expectFailure, expectValue } from "../../kit/expect_outcome.ts";\nimport { MemoryDatabase } from "../../kit/memory_database.ts";\nimport { MemoryTable } from "../../kit/memory_table.ts";\nimport type { StoreCommand } from "../../kit/store_command.ts";\nimport { expectContains } from "../../kit/testing.ts";\nimport { ';
out += ts(it.className);
out += ' } from "../../components/';
out += ts(it.file);
out += '.ts";\nimport { ';
out += ts(it.entity.constant);
out += ', type ';
out += ts(it.entity.typeName);
out += ' } from "../../models/';
out += ts(it.entity.file);
out += '.ts";\n\nconst BODY = ';
out += ts(it.body);
out += ';\n\n/** Opens an empty table in memory. */\nfunction openTable() {\n  return new MemoryTable<';
out += ts(it.entity.typeName);
out += '>(';
out += ts(it.tableSpec);
out += ', new MemoryDatabase());\n}\n\n/** Runs the controller between the test and a table in memory. */\nasync function start() {\n  const table = openTable();\n  const bench = await benchComponent(new ';
out += ts(it.className);
out += '("';
out += ts(it.file);
out += '", {}), {\n    ';
out += ts(it.storePort);
out += ': (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>) => table.execute(command),\n  });\n  return {\n    ask: (request: EntityRequest) => bench.request<EntityReply<';
out += ts(it.entity.typeName);
out += '>>("';
out += ts(it.requestPort);
out += '", request),\n    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),\n  };\n}\n\nDeno.test("';
out += ts(it.className);
out += ' keeps the contract of a component", async () => {\n  const table = openTable();\n  await checkComponent(() => new ';
out += ts(it.className);
out += '("';
out += ts(it.file);
out += '", {}), {\n    messages: {\n';
for (const port of it.requestPorts) {
out += '      ';
out += ts(port);
out += ': [{ operation: "create", body: BODY }],\n';
}
out += '    },\n    // No request at all: its handler throws.\n    failing: { ';
for (const port of it.requestPorts) {
out += ts(port);
out += ': [null], ';
}
out += '},\n    replies: {\n      ';
out += ts(it.storePort);
out += ': (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>) => table.execute(command),\n    },\n  });\n});\n\nDeno.test("';
out += ts(it.className);
out += ' gives a new ';
out += ts(it.entity.label);
out += ' its id, times and defaults", async () => {\n  await using controller = await start();\n  const ';
out += ts(it.variable);
out += ' = expectValue(await controller.ask({ operation: "create", body: BODY })) as ';
out += ts(it.entity.typeName);
out += ';\n  expectContains(';
out += ts(it.variable);
out += ', BODY);\n  assert.match(';
out += ts(it.variable);
out += '.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);\n  assert.equal(';
out += ts(it.variable);
out += '.createdAt, ';
out += ts(it.variable);
out += '.updatedAt);\n';
for (const field of it.defaults) {
out += '  assert.deepEqual(';
out += ts(it.variable);
out += '.';
out += ts(field.name);
out += ', ';
out += ts(field.value);
out += ');\n';
}
out += '});\n\nDeno.test("';
out += ts(it.className);
out += ' knows what is not there", async () => {\n  await using controller = await start();\n  for (const operation of ["get", "delete"] as const) {\n    expectFailure(await controller.ask({ operation, id: crypto.randomUUID() }), 404);\n  }\n});\n';
for (const one of it.computed) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' computes what follows from other fields", async () => {\n  await using controller = await start();\n  const body = { ...BODY, ...';
out += ts(one.given);
out += ' };\n  const created = expectValue(await controller.ask({ operation: "create", body }));\n  expectContains(created, ';
out += ts(one.expected);
out += ');\n});\n';
}
for (const slug of it.slugs) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' makes ';
out += ts(slug.field);
out += ' of ';
out += ts(slug.from);
out += '", async () => {\n  await using controller = await start();\n  const make = async (';
out += ts(slug.from);
out += ': string) =>\n    expectValue(await controller.ask({ operation: "create", body: { ...BODY, ';
out += ts(slug.from);
out += ' } })) as ';
out += ts(it.entity.typeName);
out += ';\n';
if (slug.made.length > 0) {
out += '  for (const [text, slug] of [';
for (const one of slug.made) {
out += ts(one);
out += ', ';
}
out += '] as const) {\n    assert.equal((await make(text)).';
out += ts(slug.field);
out += ', slug);\n  }\n';
}
out += '  const made = await make(';
out += ts(slug.text);
out += ');\n  const body = { ';
out += ts(slug.from);
out += ': ';
out += ts(slug.other);
out += ' };\n  const changed = expectValue(await controller.ask({ operation: "patch", id: made.id, body })) as ';
out += ts(it.entity.typeName);
out += ';\n  assert.equal(changed.';
out += ts(slug.field);
out += ', ';
out += ts(slug.moved);
out += ');\n});\n';
}
for (const rule of it.brokenBodies) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' refuses ';
out += ts(rule.title);
out += '", async () => {\n  await using controller = await start();\n  const body = { ...BODY, ';
out += ts(rule.field);
out += ': ';
out += ts(rule.value);
out += ' };\n  expectFailure(await controller.ask({ operation: "create", body }), 422);\n});\n';
}
if (it.notNull.length > 0) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' refuses null where something must be", async () => {\n  await using controller = await start();\n  for (const field of [';
for (const field of it.notNull) {
out += ts(field);
out += ', ';
}
out += ']) {\n    const body = { ...BODY, [field]: null };\n    expectFailure(await controller.ask({ operation: "create", body }), 422);\n  }\n});\n';
}
for (const action of it.actions) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' carries out ';
out += ts(action.name);
out += '", async () => {\n  await using controller = await start();\n  const body = { ...BODY';
out += ts(action.before);
out += ' };\n  const { id } = expectValue(await controller.ask({ operation: "create", body })) as ';
out += ts(it.entity.typeName);
out += ';\n  const done = expectValue(await controller.ask({ operation: "action", id, action: "';
out += ts(action.name);
out += '" }));\n  expectContains(done, ';
out += ts(action.effect);
out += ');\n});\n';
}
out += '\nDeno.test("';
out += ts(it.className);
out += ' goes on after its store has failed", async () => {\n  let broken = true;\n  const table = openTable();\n  await using bench = await benchComponent(new ';
out += ts(it.className);
out += '("';
out += ts(it.file);
out += '", {}), {\n    ';
out += ts(it.storePort);
out += ': (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>) => {\n      if (broken) throw new Error("the disk is gone");\n      return table.execute(command);\n    },\n  });\n  const request: EntityRequest = { operation: "create", body: BODY };\n  await assert.rejects(bench.request("';
out += ts(it.requestPort);
out += '", request));\n  broken = false;\n  expectValue(await bench.request<EntityReply<';
out += ts(it.entity.typeName);
out += '>>("';
out += ts(it.requestPort);
out += '", request));\n});\n';

    return out;
  },
  "tests/unit/entity_examples_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What the examples of the blueprint say of the logic of ';
out += ts(it.labelPlural);
out += '.\n *\n * @module\n */\nimport assert from "node:assert/strict";\n';
if (it.computed) {
out += 'import { logicComputation } from "../../kit/computed_logic.ts";\nimport { expectValue } from "../../kit/expect_outcome.ts";\n';
}
if (it.refuses) {
out += 'import { isRefusal } from "../../kit/logic_trials.ts";\n';
}
out += 'import { ';
out += ts(it.constants);
out += ' } from "../../logic/';
out += ts(it.file);
out += '_logic.ts";\n';
if (it.computed) {
out += 'import { type ';
out += ts(it.typeName);
out += ', ';
out += ts(it.computed.spec);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\n';
} else {
out += 'import type { ';
out += ts(it.typeName);
out += ' } from "../../models/';
out += ts(it.file);
out += '.ts";\n';
}
out += '\n/** What an example does not give. */\nconst SAMPLE: ';
out += ts(it.typeName);
out += ' = ';
out += ts(it.sample);
out += ';\n';
if (it.refuses) {
out += '\nconst CONTEXT = { operation: "example", now: SAMPLE.updatedAt, before: SAMPLE };\n';
}
if (it.computed) {
out += '\nconst compute = logicComputation(';
out += ts(it.computed.spec);
out += ', ';
out += ts(it.computed.fields);
out += ');\n';
}
for (const example of it.examples) {
out += '\nDeno.test(';
out += ts(example.title);
out += ', ';
if (example.async) {
out += 'async ';
}
out += '() => {\n  const given: ';
out += ts(it.typeName);
out += ' = ';
out += ts(example.given);
out += ';\n  ';
out += ts(example.check);
out += '\n});\n';
}

    return out;
  },
  "tests/unit/entity_logic_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The controller of ';
out += ts(it.entity.labelPlural);
out += ' asks the logic of its own, and holds its answers to the rules.\n *\n * What the blueprint\'s logic means is for its author to test: here other logic stands in its place.\n *\n * @module\n */\nimport assert from "node:assert/strict";\nimport { ';
out += ts(it.className);
out += ' } from "../../components/';
out += ts(it.file);
out += '.ts";\nimport { benchComponent';
if (it.refers) {
out += ', standalone';
}
out += ' } from "../../kit/component_bench.ts";\nimport type { EntityLogic } from "../../kit/entity_logic.ts";\nimport type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";\nimport { logicTrials } from "../../kit/logic_trials.ts";\nimport { MemoryDatabase } from "../../kit/memory_database.ts";\nimport { MemoryTable } from "../../kit/memory_table.ts";\nimport type { StoreCommand } from "../../kit/store_command.ts";\nimport { ';
out += ts(it.logic);
out += ' } from "../../logic/';
out += ts(it.entity.file);
out += '_logic.ts";\nimport { SYSTEM_LOGIC } from "../../logic/system_logic.ts";\nimport { ';
out += ts(it.entity.constant);
out += ', type ';
out += ts(it.entity.typeName);
out += ' } from "../../models/';
out += ts(it.entity.file);
out += '.ts";\n\n/** Runs the controller with some logic between the test and a table in memory. */\nasync function start(logic: EntityLogic<';
out += ts(it.entity.typeName);
out += '>) {\n  const table = new MemoryTable<';
out += ts(it.entity.typeName);
out += '>(';
out += ts(it.tableSpec);
out += ', new MemoryDatabase());\n  const bench = await benchComponent(new ';
out += ts(it.className);
out += '("';
out += ts(it.file);
out += '", { logic }), {\n    ';
out += ts(it.storePort);
out += ': (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>) => table.execute(command),\n  });\n  return {\n    ask: (request: EntityRequest) => bench.request<EntityReply<';
out += ts(it.entity.typeName);
out += '>>("';
out += ts(it.requestPort);
out += '", request),\n    put: (entity: ';
out += ts(it.entity.typeName);
out += ') => Promise.resolve(table.execute({ kind: "update", entity, version: 1 })),\n    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),\n  };\n}\n\nDeno.test("the system has the logic of ';
out += ts(it.entity.labelPlural);
out += '", () => {\n  assert.equal(SYSTEM_LOGIC.';
out += ts(it.member);
out += ', ';
out += ts(it.logic);
out += ');\n});\n\nconst TRIALS = logicTrials<';
out += ts(it.entity.typeName);
out += '>(';
out += ts(it.trials);
out += ');\n\nfor (const { title, run } of TRIALS) Deno.test(`';
out += ts(it.className);
out += ' ${title}`, () => run(start));\n';

    return out;
  },
  "tests/unit/entity_rules_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What ';
out += ts(it.labelPlural);
out += ' may hold, field by field';
if (it.schemas && it.check) {
out += ': their schema and their rules';
} else if (it.schemas) {
out += ': their schema';
} else {
out += ': their rules';
}
out += ' alone.\n *\n * @module\n */\nimport { ';
out += ts(it.imports);
out += ', type FieldTrial } from "../../kit/expect_fields.ts";\n';
if (it.schemas) {
out += 'import { ';
if (it.schemas.body) {
out += ts(it.schemas.constant);
out += '_BODY, ';
}
if (it.schemas.patch) {
out += ts(it.schemas.constant);
out += '_PATCH';
}
out += ' } from "../../schemas/';
out += ts(it.file);
out += '_schema.ts";\n';
}
if (it.check) {
out += 'import { ';
out += ts(it.check);
out += ' } from "../../validations/';
out += ts(it.file);
out += '_rules.ts";\n';
}
out += '\nconst FIELDS: readonly FieldTrial[] = [\n';
for (const trial of it.trials) {
out += '  ';
out += ts(trial);
out += ',\n';
}
out += '];\n';
if (it.schemas) {
out += '\nDeno.test("the schema of ';
out += ts(it.one);
out += ' takes what each field may hold, and nothing else", () => {\n';
if (it.schemas.body) {
out += '  expectBodies(';
out += ts(it.schemas.constant);
out += '_BODY, FIELDS);\n';
}
if (it.schemas.patch) {
out += '  expectPatches(';
out += ts(it.schemas.constant);
out += '_PATCH, FIELDS);\n';
}
out += '});\n';
}
if (it.check) {
out += '\nDeno.test("the rules of ';
out += ts(it.one);
out += ' say which field breaks them, and how", () => {\n  expectRules(';
out += ts(it.check);
out += ', FIELDS);\n});\n';
}

    return out;
  },
  "tests/unit/live_feed_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What tells clients of changes, alone, with a database in memory.\n *\n * @module\n */\nimport assert from "node:assert/strict";\nimport { checkComponent } from "@autocoder/harness/testing";\nimport { LiveFeed } from "../../components/live_feed.ts";\nimport { benchComponent } from "../../kit/component_bench.ts";\nimport type { ChangeListener } from "../../kit/live_change.ts";\nimport type { LiveSubscription } from "../../kit/live_subscription.ts";\nimport { MemoryChanges } from "../../kit/memory_changes.ts";\nimport { MemoryDatabase } from "../../kit/memory_database.ts";\nimport type { Outcome } from "../../kit/problem.ts";\n';
for (const entity of it.entities) {
if (entity.constant === it.first) {
out += 'import { ';
out += ts(entity.constant);
out += ' } from "../../models/';
out += ts(entity.file);
out += '.ts";\n';
}
}
out += '\nDeno.test("LiveFeed keeps the contract of a component", async () => {\n  await checkComponent(() =>\n    new LiveFeed("live_feed", { changes: new MemoryChanges(new MemoryDatabase()), streams: 1 }), {\n    messages: { subscribe: [{ entity: ';
out += ts(it.first);
out += '.name }] },\n  });\n});\n\nDeno.test("LiveFeed tells whoever listens of changes, and refuses one stream too many", async () => {\n  let heard: ChangeListener | undefined;\n  const changes = {\n    watch: (_specs: unknown, listener: ChangeListener) => {\n      heard = listener;\n      return { [Symbol.asyncDispose]: () => Promise.resolve() };\n    },\n  };\n  const feed = new LiveFeed("live_feed", { changes, streams: 1 });\n  await using bench = await benchComponent(feed, {});\n  const listen = () => bench.request<Outcome<LiveSubscription>>("subscribe", { entity: ';
out += ts(it.first);
out += '.name });\n  const opened = await listen();\n  assert.ok(opened.ok);\n  const refused = await listen();\n  assert.equal(refused.ok ? 200 : refused.problem.status, 503);\n  const change = { entity: ';
out += ts(it.first);
out += '.name, id: crypto.randomUUID(), kind: "created" } as const;\n  heard?.change(change);\n  const signals = opened.value.signals();\n  await signals.next(); // ready\n  const told = (await signals.next()).value;\n  assert.deepEqual(told && "change" in told ? told.change : told, change);\n  opened.value.close();\n  assert.ok((await listen()).ok, "a place is free again");\n  assert.match(feed.figures(), /^live_changes_total 1$/m);\n});\n';

    return out;
  },
  "tests/unit/scheduler_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * What keeps schedules, alone, with a ledger in memory.\n *\n * @module\n */\nimport { checkComponent } from "@autocoder/harness/testing";\nimport { Scheduler } from "../../components/scheduler.ts";\nimport { MemoryDatabase } from "../../kit/memory_database.ts";\nimport { MemorySchedules } from "../../kit/memory_schedules.ts";\nimport { ok } from "../../kit/problem.ts";\n\nDeno.test("Scheduler keeps the contract of a component", () => check({ enabled: true }));\n\nDeno.test("Scheduler keeps the contract of a component while it is off", () => check({ enabled: false }));\n\nasync function check({ enabled }: { readonly enabled: boolean }): Promise<void> {\n  await checkComponent(() =>\n    new Scheduler("scheduler", { ledger: new MemorySchedules(new MemoryDatabase()), enabled }), {\n    replies: {\n';
for (const port of it.ports) {
out += '      ';
out += ts(port.name);
out += ': nothing,\n';
}
out += '    },\n  });\n}\n\n/** What every controller answers here: nothing is due. */\nfunction nothing() {\n  return ok({ items: [], nextCursor: null });\n}\n';

    return out;
  },
  "tests/unit/store_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The store of ';
out += ts(it.entity.labelPlural);
out += ' alone, reached by its port.\n *\n * @module\n */\nimport assert from "node:assert/strict";\n';
if (it.sql || it.postgres) {
out += 'import { fileURLToPath } from "node:url";\n';
}
out += 'import { checkComponent } from "@autocoder/harness/testing";\nimport { benchComponent';
if (it.standsIn) {
out += ', standIn';
}
out += ' } from "../../kit/component_bench.ts";\n';
if (it.caches) {
out += 'import { EntityCaches } from "../../kit/entity_caches.ts";\n';
}
if (it.postgres) {
out += 'import { openMigratedPostgres, readMigrations } from "../../kit/postgres_migrations.ts";\nimport { ';
if (it.refers) {
out += 'dropForeignKeys, ';
}
out += 'openTestSchema } from "../../kit/postgres_test_schema.ts";\n';
} else if (it.sql) {
out += 'import { migrate, readMigrations } from "../../kit/migrations.ts";\nimport { openSqlite } from "../../kit/sqlite_database.ts";\n';
} else {
out += 'import { MemoryDatabase } from "../../kit/memory_database.ts";\n';
}
if (it.found) {
out += 'import { expectFound } from "../../kit/expect_found.ts";\n';
}
out += 'import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";\nimport { ';
out += ts(it.className);
out += ' } from "../../components/';
out += ts(it.file);
out += '.ts";\nimport type { ';
out += ts(it.entity.typeName);
out += ' } from "../../models/';
out += ts(it.entity.file);
out += '.ts";\n\nconst ';
out += ts(it.constant);
out += ': ';
out += ts(it.entity.typeName);
out += ' = ';
out += ts(it.sample);
out += ';\n\n';
if (it.postgres) {
out += '/** Opens an empty place in the tests\' database. */\nasync function openPlace() {\n  const schema = await openTestSchema();\n  const migrations = readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url)));\n  const database = await openMigratedPostgres({ url: schema.url, connections: 2 }, migrations);\n';
if (it.refers) {
out += '  // The entities it refers to are not there: this test is about the store alone.\n  await dropForeignKeys(schema.url);\n';
}
out += '  return {\n    database,\n    async [Symbol.asyncDispose]() {\n      await database[Symbol.asyncDispose]();\n      await schema[Symbol.asyncDispose]();\n    },\n  };\n}\n';
} else {
out += '/** Opens an empty database. */\nfunction openDatabase() {\n';
if (it.sql) {
out += '  const database = openSqlite({ path: ":memory:", durability: "full" });\n  migrate(database, readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))));\n';
if (it.refers) {
out += '  // The entities it refers to are not there: this test is about the store alone.\n  database.exec("PRAGMA foreign_keys = OFF");\n';
}
out += '  return database;\n';
} else if (it.standsIn) {
out += '  const database = new MemoryDatabase();\n';
for (const target of it.targets) {
out += '  standIn(database, ';
out += ts(target.table);
out += ', ';
out += ts(it.constant);
out += '.';
out += ts(target.field);
out += ');\n';
}
out += '  return database;\n';
} else {
out += '  return new MemoryDatabase();\n';
}
out += '}\n';
}
out += '\n/** Runs the store on an empty database. */\nasync function start() {\n';
if (it.postgres) {
out += '  const place = await openPlace();\n  const { database } = place;\n';
} else {
out += '  const database = openDatabase();\n';
}
out += '  const bench = await benchComponent(new ';
out += ts(it.className);
out += '("';
out += ts(it.file);
out += '", { database';
if (it.caches) {
out += ', caches: new EntityCaches()';
}
out += ' }), {});\n  return {\n    run: (command: StoreCommand<';
out += ts(it.entity.typeName);
out += '>) =>\n      bench.request<StoreResult<';
out += ts(it.entity.typeName);
out += '>>("';
out += ts(it.requestPort);
out += '", command),\n    async [Symbol.asyncDispose]() {\n      await bench[Symbol.asyncDispose]();\n';
if (it.postgres) {
out += '      await place[Symbol.asyncDispose]();\n';
} else {
out += '      database[Symbol.dispose]();\n';
}
out += '    },\n  };\n}\n\nDeno.test("';
out += ts(it.className);
out += ' keeps the contract of a component", async () => {\n';
if (it.postgres) {
out += '  await using place = await openPlace();\n  const { database } = place;\n';
} else {
out += '  using database = openDatabase();\n';
}
out += '  await checkComponent(() => new ';
out += ts(it.className);
out += '("';
out += ts(it.file);
out += '", { database';
if (it.caches) {
out += ', caches: new EntityCaches()';
}
out += ' }), {\n    messages: {\n';
for (const port of it.requestPorts) {
out += '      ';
out += ts(port);
out += ': [\n        { kind: "insert", entity: ';
out += ts(it.constant);
out += ' },\n        { kind: "get", id: ';
out += ts(it.constant);
out += '.id },\n        { kind: "delete", id: ';
out += ts(it.constant);
out += '.id, now: ';
out += ts(it.constant);
out += '.updatedAt },\n      ],\n';
}
out += '    },\n    // No command at all: its handler throws.\n    failing: { ';
for (const port of it.requestPorts) {
out += ts(port);
out += ': [null], ';
}
out += '},\n';
if (it.postgres) {
out += '    realTime: true, // it waits for the network\n';
}
out += '  });\n});\n\nDeno.test("';
out += ts(it.className);
out += ' returns ';
out += ts(it.entity.one);
out += ' as it was stored", async () => {\n  await using store = await start();\n  assert.deepEqual(await store.run({ kind: "insert", entity: ';
out += ts(it.constant);
out += ' }), { kind: "entity", entity: ';
out += ts(it.constant);
out += ', version: 1 });\n  assert.deepEqual(await store.run({ kind: "get", id: ';
out += ts(it.constant);
out += '.id }), { kind: "entity", entity: ';
out += ts(it.constant);
out += ', version: 1 });\n});\n\nDeno.test("';
out += ts(it.className);
out += ' updates only the version that was read", async () => {\n  await using store = await start();\n  await store.run({ kind: "insert", entity: ';
out += ts(it.constant);
out += ' });\n  const entity = { ...';
out += ts(it.constant);
out += ', updatedAt: "2030-01-02T00:00:00.000Z" };\n  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), { kind: "entity", entity, version: 2 });\n  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), { kind: "stale" });\n});\n\nDeno.test("';
out += ts(it.className);
out += ' deletes ';
out += ts(it.entity.one);
out += ' once", async () => {\n  await using store = await start();\n  await store.run({ kind: "insert", entity: ';
out += ts(it.constant);
out += ' });\n  const command = { kind: "delete", id: ';
out += ts(it.constant);
out += '.id, now: ';
out += ts(it.constant);
out += '.updatedAt } as const;\n  assert.deepEqual(await store.run(command), { kind: "deleted" });\n  assert.deepEqual(await store.run(command), { kind: "missing" });\n});\n';
if (it.found) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' finds ';
out += ts(it.entity.one);
out += ' by its values", async () => {\n  await using store = await start();\n  await store.run({ kind: "insert", entity: ';
out += ts(it.constant);
out += ' });\n  await expectFound((command) => store.run(command), ';
out += ts(it.constant);
out += ', ';
out += ts(it.found);
out += ');\n});\n';
}
if (it.cacheSeconds) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' shows what another process wrote when what it keeps is too old", async () => {\n  let now = 0;\n';
if (it.postgres) {
out += '  await using place = await openPlace();\n  const { database } = place;\n';
} else {
out += '  using database = openDatabase();\n';
}
out += '  const open = (caches: EntityCaches) => benchComponent(new ';
out += ts(it.className);
out += '("';
out += ts(it.file);
out += '", { database, caches }), {});\n  await using here = await open(new EntityCaches(() => now));\n  await using elsewhere = await open(new EntityCaches(() => now));\n  await here.request("';
out += ts(it.requestPort);
out += '", { kind: "insert", entity: ';
out += ts(it.constant);
out += ' });\n  const read = () => here.request("';
out += ts(it.requestPort);
out += '", { kind: "get", id: ';
out += ts(it.constant);
out += '.id, cached: true });\n  const old = await read();\n  assert.deepEqual(old, { kind: "entity", entity: ';
out += ts(it.constant);
out += ', version: 1 });\n  const entity = { ...';
out += ts(it.constant);
out += ', updatedAt: "2030-01-02T00:00:00.000Z" };\n  await elsewhere.request("';
out += ts(it.requestPort);
out += '", { kind: "update", entity, version: 1 });\n  now = ';
out += ts(it.cacheSeconds);
out += ' * 1000 - 1;\n  assert.deepEqual(await read(), old);\n  now++;\n  assert.deepEqual(await read(), { kind: "entity", entity, version: 2 });\n});\n';
}
for (const field of it.uniqueFields) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' refuses a second ';
out += ts(field.name);
out += '", async () => {\n  await using store = await start();\n  await store.run({ kind: "insert", entity: ';
out += ts(it.constant);
out += ' });\n  const entity: ';
out += ts(it.entity.typeName);
out += ' = { ...';
out += ts(it.constant);
out += ', ';
out += ts(field.others);
out += 'id: "01890a5d-ac96-774b-bcce-b302099a8099" };\n  assert.deepEqual(await store.run({ kind: "insert", entity }), { kind: "duplicate", field: "';
out += ts(field.name);
out += '" });\n';
if (field.otherCase) {
out += '  const same: ';
out += ts(it.entity.typeName);
out += ' = { ...entity, ';
out += ts(field.name);
out += ': ';
out += ts(field.otherCase);
out += ' };\n  assert.deepEqual(await store.run({ kind: "insert", entity: same }), { kind: "duplicate", field: "';
out += ts(field.name);
out += '" });\n';
}
out += '});\n';
}
for (const set of it.uniqueSets) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' refuses a second ';
out += ts(it.entity.label);
out += ' with the same ';
out += ts(set.title);
out += '", async () => {\n  await using store = await start();\n  await store.run({ kind: "insert", entity: ';
out += ts(it.constant);
out += ' });\n  const entity: ';
out += ts(it.entity.typeName);
out += ' = { ...';
out += ts(it.constant);
out += ', ';
out += ts(set.others);
out += 'id: "01890a5d-ac96-774b-bcce-b302099a8099" };\n  assert.deepEqual(await store.run({ kind: "insert", entity }), { kind: "duplicate", field: ';
out += ts(set.first);
out += ', fields: ';
out += ts(set.fields);
out += ' });\n});\n';
}
if (it.overlap) {
out += '\nDeno.test("';
out += ts(it.className);
out += ' lets no two ';
out += ts(it.entity.labelPlural);
out += ' overlap from ';
out += ts(it.overlap.from);
out += ' to ';
out += ts(it.overlap.until);
out += '", async () => {\n  await using store = await start();\n  const taken: ';
out += ts(it.entity.typeName);
out += ' = { ...';
out += ts(it.constant);
out += ', ';
out += ts(it.overlap.state);
out += '};\n  await store.run({ kind: "insert", entity: taken });\n  const entity: ';
out += ts(it.entity.typeName);
out += ' = { ...taken, ';
out += ts(it.overlap.others);
out += 'id: "01890a5d-ac96-774b-bcce-b302099a8099" };\n  assert.deepEqual(await store.run({ kind: "insert", entity }), { kind: "overlap", rule: 0 });\n  assert.deepEqual(await store.run({ kind: "get", id: entity.id }), { kind: "missing" });\n});\n';
}

    return out;
  },
  "tests/unit/system_config_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The settings: their defaults, their limits and where each goes.\n *\n * @module\n */\nimport { readSystemConfig } from "../../config/system_config.ts";\nimport { expectSettings, type SettingTrial } from "../../kit/expect_settings.ts";\n\nconst TRIALS: readonly SettingTrial[] = [\n';
for (const trial of it.trials) {
out += '  ';
out += ts(trial);
out += ',\n';
}
out += '];\n\nDeno.test("readSystemConfig() takes each setting within its limits, and puts it where it belongs", () => {\n';
if (it.secret) {
out += '  const secret = crypto.randomUUID();\n  expectSettings(readSystemConfig, TRIALS, { AUTH_SECRET: secret });\n';
} else {
out += '  expectSettings(readSystemConfig, TRIALS);\n';
}
out += '});\n';

    return out;
  },
  "tests/unit/webhook_sender_test.ts.eta": (it) => {
    let out = "";
out += '/**\n * The sender of webhooks alone, with an outbox in memory.\n *\n * @module\n */\nimport assert from "node:assert/strict";\nimport { SystemExecutionHarness } from "@autocoder/harness";\nimport { checkComponent } from "@autocoder/harness/testing";\nimport { WebhookSender } from "../../components/webhook_sender.ts";\nimport { MemoryDatabase } from "../../kit/memory_database.ts";\nimport { MemoryOutbox } from "../../kit/memory_outbox.ts";\nimport { startReceiver } from "../../kit/webhook_receiver.ts";\nimport { verifyWebhook } from "../../kit/webhook_signature.ts";\nimport { WEBHOOKS } from "../../webhooks/webhooks.ts";\n\nDeno.test("WebhookSender keeps the contract of a component", async () => {\n  await checkComponent(() =>\n    new WebhookSender("webhook_sender", {\n      outbox: new MemoryOutbox(new MemoryDatabase()),\n      webhooks: { targets: {}, secret: "", attempts: 1 },\n    })\n  );\n});\n\nDeno.test("WebhookSender tells each webhook what waits for it, signed", async () => {\n  await using receiver = startReceiver();\n  const outbox = new MemoryOutbox(new MemoryDatabase());\n  const secret = `whsec_${btoa(crypto.randomUUID())}`;\n  const targets = Object.fromEntries(WEBHOOKS.map(({ name }) => [name, receiver.url]));\n  const sender = new WebhookSender("webhook_sender", { outbox, webhooks: { targets, secret, attempts: 3 } });\n  const events = WEBHOOKS.map(({ name }) => {\n    const subject = crypto.randomUUID();\n    return { id: crypto.randomUUID(), webhook: name, subject, body: JSON.stringify({ subject }) };\n  });\n  outbox.keep(events);\n  const harness = new SystemExecutionHarness({ name: "test" }).registerComponent(sender);\n  await harness.start();\n  for (const { id, subject, body } of events) {\n    const told = await receiver.toldOf(subject);\n    assert.deepEqual([told.headers.get("webhook-id"), told.body], [id, body]);\n    assert.ok(verifyWebhook(secret, told));\n  }\n  await harness.stop();\n});\n';

    return out;
  },
  "validations/entity_computed.ts.eta": (it) => {
    let out = "";
out += '/**\n * What follows from other fields of ';
out += ts(it.one);
out += ', worked out whenever one is written.\n *\n * @module\n */\nimport type { ComputedField } from "../kit/computed_fields.ts";\n';
if (it.imports) {
out += 'import { ';
out += ts(it.imports);
out += ' } from "../kit/exact_arithmetic.ts";\n';
}
out += 'import type { ';
out += ts(it.typeName);
out += ' } from "../models/';
out += ts(it.file);
out += '.ts";\n\n/** The computed fields, each after those that it is computed of. */\nexport const ';
out += ts(it.constant);
out += ': readonly ComputedField<';
out += ts(it.typeName);
out += '>[] = [\n';
for (const field of it.fields) {
out += '  // ';
out += ts(field.about);
out += '\n  { field: ';
out += ts(field.name);
out += ', of: (';
out += ts(field.parameter);
out += ') => ';
out += ts(field.value);
out += ' },\n';
}
out += '];\n';

    return out;
  },
  "validations/entity_rules.ts.eta": (it) => {
    let out = "";
out += '/**\n * The rules that every ';
out += ts(it.label);
out += ' keeps, whoever writes it.\n *\n * @module\n */\n';
if (it.comparesDurations) {
out += 'import { compareDurations } from "../kit/clock.ts";\n';
}
out += 'import type { FieldError } from "../kit/problem.ts";\nimport type { ';
out += ts(it.typeName);
out += ' } from "../models/';
out += ts(it.file);
out += '.ts";\n\n/** Checks ';
out += ts(it.one);
out += ' as a whole; returns what is wrong, field by field. */\nexport function ';
out += ts(it.checkName);
out += '(';
out += ts(it.parameter);
out += ': ';
out += ts(it.typeName);
out += '): readonly FieldError[] {\n';
if (it.rules.length === 0) {
out += '  void ';
out += ts(it.parameter);
out += '; // The schema says all there is to say so far.\n  return [];\n';
} else {
out += '  const errors: FieldError[] = [];\n';
for (const rule of it.rules) {
out += '  if (';
out += ts(rule.broken);
out += ') {\n    errors.push({ path: ';
out += ts(rule.path);
out += ', message: ';
out += ts(rule.message);
out += ' });\n  }\n';
}
out += '  return errors;\n';
}
out += '}\n';

    return out;
  },
  "webhooks/webhooks.ts.eta": (it) => {
    let out = "";
out += '/**\n * Who is told of what. Where each webhook goes is a setting; docs/WEBHOOKS.md says how it is told.\n *\n * @module\n */\nimport type { WebhookSpec } from "../kit/webhook_event.ts";\n\n/** Every webhook of the system. */\nexport const WEBHOOKS: readonly WebhookSpec[] = [\n';
for (const webhook of it.webhooks) {
out += '  // ';
out += ts(webhook.about);
out += '\n  ';
out += ts(webhook.spec);
out += ',\n';
}
out += '];\n';

    return out;
  },
  "worker.ts.eta": (it) => {
    let out = "";
out += '/**\n * One of several workers that serve the port together: the whole system, in a thread that `main.ts` starts.\n *\n * @module\n */\nimport type { SystemConfig } from "./config/system_config.ts";\nimport { serveAsWorker } from "./kit/serve_as_worker.ts";\nimport { buildSystem } from "./main.ts";\n\nserveAsWorker<SystemConfig>({\n  build: async (config, log, seat) => (await buildSystem(config, log, ';
out += ts(it.before);
out += 'seat)).harness,\n});\n';

    return out;
  },
};

// Languages without a template yet would be unused imports.
void [md, sql, text, ts, yaml];
