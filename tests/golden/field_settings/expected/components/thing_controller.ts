/**
 * Applies the rules of things between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Thing, THING_SPEC } from "../models/thing.ts";
import { checkThing } from "../validations/thing_rules.ts";

/** Keeps the rules for a thing: answers requests with the help of the store. */
export class ThingController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ThingRequest" },
    store_operation: { direction: "out", type: "ThingStoreCommand" },
  };

  #things: EntityService<Thing> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#things = new EntityService<Thing>({
      spec: THING_SPEC,
      defaults: {
        note: null,
        work: null,
        long: null,
        repository: null,
        born: null,
        key: null,
        home: "01890a5d-ac96-774b-bcce-b302099a8057",
        kind: null,
        count: null,
        weight: null,
        price: null,
        takes: null,
        break: "PT1H30M",
      },
      check: checkThing,
      store: (command) => this.sendToStoreOperation(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      process_request: (request: EntityRequest) =>
        this.handleProcessRequest(request),
    });
  }

  /** Answers a request that came in by `process_request`. */
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Thing>> {
    if (!this.#things) throw new Error("The controller is not set up");
    return this.#things.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Thing>,
  ): Promise<StoreResult<Thing>> {
    return this.request<StoreResult<Thing>>("store_operation", command);
  }
}
