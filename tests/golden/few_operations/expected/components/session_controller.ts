/**
 * Applies the rules of sessions between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Session, SESSION_SPEC } from "../models/session.ts";
import { checkSession } from "../validations/session_rules.ts";

/** Keeps the rules for a session: answers requests with the help of the store. */
export class SessionController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "SessionRequest" },
    store_operation: { direction: "out", type: "SessionStoreCommand" },
  };

  #sessions: EntityService<Session> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#sessions = new EntityService<Session>({
      spec: SESSION_SPEC,
      defaults: {},
      check: checkSession,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Session>> {
    if (!this.#sessions) throw new Error("The controller is not set up");
    return this.#sessions.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Session>,
  ): Promise<StoreResult<Session>> {
    return this.request<StoreResult<Session>>("store_operation", command);
  }
}
