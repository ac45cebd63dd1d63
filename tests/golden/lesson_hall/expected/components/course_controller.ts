/**
 * Applies the rules of courses between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import { stateGuard } from "../kit/requirement.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Course, COURSE_SPEC } from "../models/course.ts";
import { checkCourse } from "../validations/course_rules.ts";

/** Keeps the rules for a course: answers requests with the help of the store. */
export class CourseController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "CourseRequest" },
    store_operation: { direction: "out", type: "CourseStoreCommand" },
  };

  #courses: EntityService<Course> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#courses = new EntityService<Course>({
      spec: COURSE_SPEC,
      defaults: { state: "draft", placeId: null },
      check: checkCourse,
      actions: {
        open: { set: { state: "open" }, when: { state: ["draft"] } },
        close: { set: { state: "closed" }, when: { state: ["open"] } },
      },
      guard: stateGuard({
        spec: COURSE_SPEC,
        editable: { state: ["draft", "open"] },
        exempt: ["delete"],
      }),
      grants: OWNERSHIP,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Course>> {
    if (!this.#courses) throw new Error("The controller is not set up");
    return this.#courses.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Course>,
  ): Promise<StoreResult<Course>> {
    return this.request<StoreResult<Course>>("store_operation", command);
  }
}
