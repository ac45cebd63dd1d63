/**
 * The HTTP API: turns requests into messages for the controllers, and their replies into responses.
 *
 * @module
 */
import {
  type ComponentContext,
  HarnessComponent,
  type PortSpec,
} from "@autocoder/harness";
import { ACCESS } from "../access/access_rules.ts";
import { referenceCheck } from "../kit/access_guard.ts";
import openapi from "../docs/openapi.json" with { type: "json" };
import { mountAuth } from "../kit/auth_routes.ts";
import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";
import { fromConnection } from "../kit/client_address.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { mountLink } from "../kit/link_routes.ts";
import { mountMark } from "../kit/mark_routes.ts";
import { resourceGuard } from "../kit/resource_guard.ts";
import { mountResource } from "../kit/resource_routes.ts";
import type { Sources } from "../kit/resource_spec.ts";
import { mountRestore } from "../kit/restore_routes.ts";
import type { Health } from "../kit/system_routes.ts";
import { type User } from "../models/user.ts";
import { type Course } from "../models/course.ts";
import { type Lesson } from "../models/lesson.ts";
import { type Topic } from "../models/topic.ts";
import { type Review } from "../models/review.ts";
import { type Place } from "../models/place.ts";
import { COURSE_TOPIC_SPEC, type CourseTopic } from "../models/course_topic.ts";
import { COURSE_LIKE_SPEC, type CourseLike } from "../models/course_like.ts";
import { API_SHAPE } from "../resources/api_shape.ts";
import { PERSON_RESOURCE } from "../resources/person_resource.ts";
import { COURSE_RESOURCE } from "../resources/course_resource.ts";
import { LESSON_RESOURCE } from "../resources/lesson_resource.ts";
import { TOPIC_RESOURCE } from "../resources/topic_resource.ts";
import { REVIEW_RESOURCE } from "../resources/review_resource.ts";
import { PLACE_RESOURCE } from "../resources/place_resource.ts";
import { LOGIN, REGISTRATION } from "../schemas/auth_schema.ts";
import { COURSE_BODY, COURSE_PATCH } from "../schemas/course_schema.ts";
import { LESSON_BODY, LESSON_PATCH } from "../schemas/lesson_schema.ts";
import { TOPIC_BODY, TOPIC_PATCH } from "../schemas/topic_schema.ts";
import { REVIEW_BODY, REVIEW_PATCH } from "../schemas/review_schema.ts";
import { PLACE_BODY, PLACE_PATCH } from "../schemas/place_schema.ts";

/** What the endpoint needs. */
export interface LessonHallAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
  /** The header by which a trusted proxy tells the client's address; empty to take the connection's. */
  readonly addressHeader: string | undefined;
}

/** Serves the REST API and passes each request on to its controller. */
export class LessonHallAPIGateway
  extends HarnessComponent<LessonHallAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    user_requests: { direction: "out", type: "UserRequest" },
    course_requests: { direction: "out", type: "CourseRequest" },
    lesson_requests: { direction: "out", type: "LessonRequest" },
    topic_requests: { direction: "out", type: "TopicRequest" },
    review_requests: { direction: "out", type: "ReviewRequest" },
    place_requests: { direction: "out", type: "PlaceRequest" },
    course_topic_requests: { direction: "out", type: "CourseTopicRequest" },
    course_like_requests: { direction: "out", type: "CourseLikeRequest" },
    auth_requests: { direction: "out", type: "AuthRequest" },
  };

  #fetch: Api["fetch"] | undefined;
  readonly #listener = new HttpListener(
    (request, info) => this.fetch(fromConnection(request, info)),
    {
      hostname: this.config.host,
      port: this.config.port,
    },
  );

  /** Builds the routes and opens the listener; after a failure, on the port it had. */
  override setup(context?: ComponentContext): void {
    const { health, metrics } = this.config;
    const api = createApi({ openapi, health, metrics, log: context?.log });
    const ask = (request: AuthRequest) => this.sendToAuthRequests(request);
    const sources: Sources = {
      user: (request) => this.sendToUserRequests(request),
      course: (request) => this.sendToCourseRequests(request),
      lesson: (request) => this.sendToLessonRequests(request),
      topic: (request) => this.sendToTopicRequests(request),
      review: (request) => this.sendToReviewRequests(request),
      place: (request) => this.sendToPlaceRequests(request),
      course_topic: (request) => this.sendToCourseTopicRequests(request),
      course_like: (request) => this.sendToCourseLikeRequests(request),
    };
    const guards = {
      user: resourceGuard(ACCESS.user, ask, API_SHAPE),
      course: resourceGuard(ACCESS.course, ask, API_SHAPE),
      lesson: resourceGuard(ACCESS.lesson, ask, API_SHAPE),
      topic: resourceGuard(ACCESS.topic, ask, API_SHAPE),
      review: resourceGuard(ACCESS.review, ask, API_SHAPE),
      place: resourceGuard(ACCESS.place, ask, API_SHAPE),
    };
    const common = { sources, guards, shape: API_SHAPE };
    mountAuth(api, {
      registration: REGISTRATION,
      login: LOGIN,
      usersPath: "/api/people",
      basePath: "/api",
      scheme: API_SHAPE.scheme,
      open: true,
      access: ACCESS.user,
      addressHeader: this.config.addressHeader,
      ask,
    });
    mountResource(api, {
      ...common,
      resource: PERSON_RESOURCE,
      operations: [{ operation: "get" }],
    });
    mountResource(api, {
      ...common,
      resource: COURSE_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: COURSE_BODY },
        { operation: "replace", schema: COURSE_BODY },
        { operation: "patch", schema: COURSE_PATCH },
        { operation: "delete" },
      ],
      actions: ["open", "close"],
      lists: { drafts: [{ kind: "field", field: "state", value: "draft" }] },
    });
    mountMark(api, { ...common, resource: COURSE_RESOURCE, operations: [] }, {
      name: "like",
      link: COURSE_LIKE_SPEC,
      target: "courseId",
      user: "userId",
    });
    mountLink(api, { ...common, resource: COURSE_RESOURCE, operations: [] }, {
      path: "topics",
      link: COURSE_TOPIC_SPEC,
      own: "courseId",
      other: "topicId",
      resource: TOPIC_RESOURCE,
      param: "name",
    });
    mountResource(api, {
      ...common,
      resource: LESSON_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: LESSON_BODY },
        { operation: "replace", schema: LESSON_BODY },
        { operation: "patch", schema: LESSON_PATCH },
        { operation: "delete" },
      ],
      checkReferences: referenceCheck(ask, {
        courseId: {
          access: ACCESS.course,
          label: "course",
          send: (request) => this.sendToCourseRequests(request),
        },
      }, API_SHAPE.scheme),
    });
    mountRestore(api, { ...common, resource: LESSON_RESOURCE, operations: [] });
    mountResource(api, {
      ...common,
      resource: TOPIC_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: TOPIC_BODY },
        { operation: "replace", schema: TOPIC_BODY },
        { operation: "patch", schema: TOPIC_PATCH },
        { operation: "delete" },
      ],
    });
    mountResource(api, {
      ...common,
      resource: REVIEW_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: REVIEW_BODY },
        { operation: "replace", schema: REVIEW_BODY },
        { operation: "patch", schema: REVIEW_PATCH },
        { operation: "delete" },
      ],
      checkReferences: referenceCheck(ask, {
        courseId: {
          access: ACCESS.course,
          label: "course",
          send: (request) => this.sendToCourseRequests(request),
        },
      }, API_SHAPE.scheme),
    });
    mountRestore(api, { ...common, resource: REVIEW_RESOURCE, operations: [] });
    mountResource(api, {
      ...common,
      resource: PLACE_RESOURCE,
      operations: [
        { operation: "list" },
        { operation: "get" },
        { operation: "create", schema: PLACE_BODY },
        { operation: "replace", schema: PLACE_BODY },
        { operation: "patch", schema: PLACE_PATCH },
        { operation: "delete" },
      ],
    });
    this.#fetch = api.fetch;
    const url = this.#listener.open();
    context?.log({
      level: "info",
      event: "listening",
      component: this.name,
      url,
    });
  }

  /** Serves until the system stops, then finishes the requests in hand. */
  override process(): Promise<void> {
    return this.#listener.serve(this.signal);
  }

  /** Closes the listener, if it is still open, and the outputs. */
  override async cleanup(): Promise<void> {
    await this.#listener.close();
    await super.cleanup();
  }

  /** The address it listens on, as soon as it does. */
  get listening(): Promise<string> {
    return this.#listener.listening;
  }

  /** Answers one request, as the listener does. */
  fetch(request: Request): Response | Promise<Response> {
    if (!this.#fetch) throw new Error("The endpoint is not set up");
    return this.#fetch(request);
  }

  /** Sends a request out by `user_requests` and waits for the controller's reply. */
  sendToUserRequests(request: EntityRequest): Promise<EntityReply<User>> {
    return this.request<EntityReply<User>>("user_requests", request);
  }

  /** Sends a request out by `course_requests` and waits for the controller's reply. */
  sendToCourseRequests(request: EntityRequest): Promise<EntityReply<Course>> {
    return this.request<EntityReply<Course>>("course_requests", request);
  }

  /** Sends a request out by `lesson_requests` and waits for the controller's reply. */
  sendToLessonRequests(request: EntityRequest): Promise<EntityReply<Lesson>> {
    return this.request<EntityReply<Lesson>>("lesson_requests", request);
  }

  /** Sends a request out by `topic_requests` and waits for the controller's reply. */
  sendToTopicRequests(request: EntityRequest): Promise<EntityReply<Topic>> {
    return this.request<EntityReply<Topic>>("topic_requests", request);
  }

  /** Sends a request out by `review_requests` and waits for the controller's reply. */
  sendToReviewRequests(request: EntityRequest): Promise<EntityReply<Review>> {
    return this.request<EntityReply<Review>>("review_requests", request);
  }

  /** Sends a request out by `place_requests` and waits for the controller's reply. */
  sendToPlaceRequests(request: EntityRequest): Promise<EntityReply<Place>> {
    return this.request<EntityReply<Place>>("place_requests", request);
  }

  /** Sends a request out by `course_topic_requests` and waits for the controller's reply. */
  sendToCourseTopicRequests(
    request: EntityRequest,
  ): Promise<EntityReply<CourseTopic>> {
    return this.request<EntityReply<CourseTopic>>(
      "course_topic_requests",
      request,
    );
  }

  /** Sends a request out by `course_like_requests` and waits for the controller's reply. */
  sendToCourseLikeRequests(
    request: EntityRequest,
  ): Promise<EntityReply<CourseLike>> {
    return this.request<EntityReply<CourseLike>>(
      "course_like_requests",
      request,
    );
  }

  /** Sends a request out by `auth_requests` and waits for the reply. */
  sendToAuthRequests(request: AuthRequest): Promise<AuthReply> {
    return this.request<AuthReply>("auth_requests", request);
  }
}
