/**
 * Applies the rules of members between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Member, MEMBER_SPEC } from "../models/member.ts";
import { checkMember } from "../validations/member_rules.ts";

/** Keeps the rules for a member: answers requests with the help of the store. */
export class MemberController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "MemberRequest" },
    store_operation: { direction: "out", type: "MemberStoreCommand" },
  };

  #members: EntityService<Member> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#members = new EntityService<Member>({
      spec: MEMBER_SPEC,
      defaults: { name: null },
      check: checkMember,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Member>> {
    if (!this.#members) throw new Error("The controller is not set up");
    return this.#members.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Member>,
  ): Promise<StoreResult<Member>> {
    return this.request<StoreResult<Member>>("store_operation", command);
  }
}
