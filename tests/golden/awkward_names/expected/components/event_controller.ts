/**
 * Applies the rules of events between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { EVENT_SPEC, type EventEntity } from "../models/event.ts";
import { checkEventEntity } from "../validations/event_rules.ts";

/** Keeps the rules for an event: answers requests with the help of the store. */
export class EventController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "EventEntityRequest" },
    store_operation: { direction: "out", type: "EventEntityStoreCommand" },
  };

  #events: EntityService<EventEntity> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#events = new EntityService<EventEntity>({
      spec: EVENT_SPEC,
      defaults: {},
      check: checkEventEntity,
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
  handleProcessRequest(
    request: EntityRequest,
  ): Promise<EntityReply<EventEntity>> {
    if (!this.#events) throw new Error("The controller is not set up");
    return this.#events.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<EventEntity>,
  ): Promise<StoreResult<EventEntity>> {
    return this.request<StoreResult<EventEntity>>("store_operation", command);
  }
}
