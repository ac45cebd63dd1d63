/**
 * Applies the rules of bodies between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Body, BODY_SPEC } from "../models/body.ts";
import { checkBody } from "../validations/body_rules.ts";

/** Keeps the rules for a body: answers requests with the help of the store. */
export class BodyController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "BodyRequest" },
    store_operation: { direction: "out", type: "BodyStoreCommand" },
  };

  #bodies: EntityService<Body> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#bodies = new EntityService<Body>({
      spec: BODY_SPEC,
      defaults: { enabled: null },
      check: checkBody,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Body>> {
    if (!this.#bodies) throw new Error("The controller is not set up");
    return this.#bodies.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Body>,
  ): Promise<StoreResult<Body>> {
    return this.request<StoreResult<Body>>("store_operation", command);
  }
}
