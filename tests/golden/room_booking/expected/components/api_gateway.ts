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
import openapi from "../docs/openapi.json" with { type: "json" };
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { mountEntity } from "../kit/entity_routes.ts";
import { type Api, createApi } from "../kit/http_api.ts";
import { HttpListener } from "../kit/http_listener.ts";
import { includesOf } from "../kit/included_entities.ts";
import type { Health } from "../kit/system_routes.ts";
import { type Room, ROOM_SPEC } from "../models/room.ts";
import { ROOM_BODY, ROOM_PATCH } from "../schemas/room_schema.ts";
import { type Booking, BOOKING_SPEC } from "../models/booking.ts";
import { BOOKING_BODY, BOOKING_PATCH } from "../schemas/booking_schema.ts";

/** What the endpoint needs. */
export interface RoomBookingAPIGatewayConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Reports how the system is. */
  readonly health: () => Health;
  /** Renders the system's metrics for Prometheus. */
  readonly metrics: () => string;
}

/** Serves the REST API and passes each request on to its controller. */
export class RoomBookingAPIGateway
  extends HarnessComponent<RoomBookingAPIGatewayConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    room_requests: { direction: "out", type: "RoomRequest" },
    booking_requests: { direction: "out", type: "BookingRequest" },
  };

  #api: Api | undefined;
  readonly #listener = new HttpListener((request) => this.fetch(request), {
    hostname: this.config.host,
    port: this.config.port,
  });

  /** Builds the routes and opens the listener; after a failure, on the port it had. */
  override setup(context?: ComponentContext): void {
    const { health, metrics } = this.config;
    const api = createApi({ openapi, health, metrics, log: context?.log });
    const related = {
      room: {
        spec: ROOM_SPEC,
        send: (request: EntityRequest) => this.sendToRoomRequests(request),
      },
      booking: {
        spec: BOOKING_SPEC,
        send: (request: EntityRequest) => this.sendToBookingRequests(request),
      },
    };
    mountEntity(api, {
      spec: ROOM_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      createSchema: ROOM_BODY,
      replaceSchema: ROOM_BODY,
      patchSchema: ROOM_PATCH,
      includes: includesOf({
        bookings: { kind: "many", field: "roomId", of: related.booking },
      }),
      send: (request) => this.sendToRoomRequests(request),
    });
    mountEntity(api, {
      spec: BOOKING_SPEC,
      operations: ["list", "get", "create", "replace", "patch", "delete"],
      actions: ["grant"],
      createSchema: BOOKING_BODY,
      replaceSchema: BOOKING_BODY,
      patchSchema: BOOKING_PATCH,
      includes: includesOf({
        room: { kind: "one", field: "roomId", of: related.room },
      }),
      send: (request) => this.sendToBookingRequests(request),
    });
    this.#api = api;
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
    if (!this.#api) throw new Error("The endpoint is not set up");
    return this.#api.fetch(request);
  }

  /** Sends a request out by `room_requests` and waits for the controller's reply. */
  sendToRoomRequests(request: EntityRequest): Promise<EntityReply<Room>> {
    return this.request<EntityReply<Room>>("room_requests", request);
  }

  /** Sends a request out by `booking_requests` and waits for the controller's reply. */
  sendToBookingRequests(request: EntityRequest): Promise<EntityReply<Booking>> {
    return this.request<EntityReply<Booking>>("booking_requests", request);
  }
}
