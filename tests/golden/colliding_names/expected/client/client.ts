/**
 * A client of colliding names: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { ApisClient } from "./apis_client.ts";
import { SqlsClient } from "./sqls_client.ts";
import { BodiesClient } from "./bodies_client.ts";
import { TestsClient } from "./tests_client.ts";
import { StartsClient } from "./starts_client.ts";
import { ControllersClient } from "./controllers_client.ts";
import { DonesClient } from "./dones_client.ts";
import { ChangedsClient } from "./changeds_client.ts";
import { XesClient } from "./xes_client.ts";
import { ReceiptsClient } from "./receipts_client.ts";
import { UuidsClient } from "./uuids_client.ts";
import { AssertsClient } from "./asserts_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  CursorPage,
  Selected,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./apis_client.ts";
export type * from "./sqls_client.ts";
export type * from "./bodies_client.ts";
export type * from "./tests_client.ts";
export type * from "./starts_client.ts";
export type * from "./controllers_client.ts";
export type * from "./dones_client.ts";
export type * from "./changeds_client.ts";
export type * from "./xes_client.ts";
export type * from "./receipts_client.ts";
export type * from "./uuids_client.ts";
export type * from "./asserts_client.ts";

/** Names and ranges that could collide with what generated code uses. */
export class Client {
  /** The operations about apis. */
  readonly apis: ApisClient;
  /** The operations about sqls. */
  readonly sqls: SqlsClient;
  /** The operations about bodies. */
  readonly bodies: BodiesClient;
  /** The operations about tests. */
  readonly tests: TestsClient;
  /** The operations about starts. */
  readonly starts: StartsClient;
  /** The operations about controllers. */
  readonly controllers: ControllersClient;
  /** The operations about dones. */
  readonly dones: DonesClient;
  /** The operations about changeds. */
  readonly changeds: ChangedsClient;
  /** The operations about xes. */
  readonly xes: XesClient;
  /** The operations about receipts. */
  readonly receipts: ReceiptsClient;
  /** The operations about uuids. */
  readonly uuids: UuidsClient;
  /** The operations about asserts. */
  readonly asserts: AssertsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.apis = new ApisClient(caller);
    this.sqls = new SqlsClient(caller);
    this.bodies = new BodiesClient(caller);
    this.tests = new TestsClient(caller);
    this.starts = new StartsClient(caller);
    this.controllers = new ControllersClient(caller);
    this.dones = new DonesClient(caller);
    this.changeds = new ChangedsClient(caller);
    this.xes = new XesClient(caller);
    this.receipts = new ReceiptsClient(caller);
    this.uuids = new UuidsClient(caller);
    this.asserts = new AssertsClient(caller);
  }
}
