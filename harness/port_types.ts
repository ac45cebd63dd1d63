import type { PortSpec } from "./graph.ts";
import type { Message } from "./message.ts";
import type { Handler } from "./port_server.ts";

/**
 * What passes the ports of a component, by port, for the compiler: `HarnessComponent` takes it as its
 * second type argument and then refuses a port that is not declared, a value of another type, and a
 * handler that expects one.
 *
 * @example A component whose ports are typed
 * ```ts
 * import { HarnessComponent, type RequestReply } from "@autocoder/harness";
 *
 * type Ports = {
 *   in: { order: { sku: string; pieces: number } };
 *   out: { total: number; price: RequestReply<string, number> };
 * };
 * class Totals extends HarnessComponent<undefined, Ports> {
 *   override readonly ports = {
 *     order: { direction: "in" },
 *     total: { direction: "out" },
 *     price: { direction: "out" },
 *   } as const;
 *   override process(): Promise<void> {
 *     return this.serve({
 *       order: async ({ sku, pieces }) =>
 *         this.send("total", pieces * await this.request("price", sku)),
 *     });
 *   }
 * }
 * new Totals("totals", undefined);
 * ```
 */
export interface PortTypes {
  /** The values that come in, by in port. */
  readonly in?: object;
  /** The values that leave, by out port. */
  readonly out?: object;
}

/** What passes a port by which requests are made and answered. */
export interface RequestReply<Q, A> {
  /** What is asked. Only the compiler knows of it. */
  readonly request: Q;
  /** What is answered. Only the compiler knows of it. */
  readonly reply: A;
}

/** Ports of which the compiler knows nothing: any name, and any value. */
export interface UntypedPorts extends PortTypes {
  /** Each handler says itself what it expects. */
  readonly in: Readonly<Record<string, never>>;
  /** Anything may be sent. */
  readonly out: Readonly<Record<string, unknown>>;
}

/** The in ports of a component and what comes in by them. */
export type InTypes<P extends PortTypes> = P extends
  { readonly in: infer I extends object } ? I : Readonly<Record<never, never>>;

/** The out ports of a component and what leaves by them. */
export type OutTypes<P extends PortTypes> = P extends
  { readonly out: infer O extends object } ? O : Readonly<Record<never, never>>;

/** The declarations that typed ports need; without types, any. */
export type PortSpecs<P extends PortTypes> = {
  readonly [K in keyof (InTypes<P> & OutTypes<P>) & string]:
    & PortSpec
    & (string extends K ? unknown
      : { readonly direction: K extends keyof InTypes<P> ? "in" : "out" });
};

/** The handlers of in ports. */
export type Handlers<P extends PortTypes> = {
  readonly [K in keyof InTypes<P> & string]?: HandlerOf<InTypes<P>[K]>;
};

/** A handler of values, or of requests, of a type. */
export type HandlerOf<T> = [T] extends [never] ? Handler
  : [T] extends [RequestReply<infer Q, infer A>]
    ? (data: Q, message: Message<Q>) => A | Promise<A>
  : (data: T, message: Message<T>) => unknown;

/** The out ports by which requests are made whose answers have a type. */
export type RequestPorts<P extends PortTypes> = {
  [K in keyof OutTypes<P> & string]: OutTypes<P>[K] extends
    RequestReply<unknown, unknown> ? K : never;
}[keyof OutTypes<P> & string];

/** What is given to a port to be sent. */
export type Sent<T> = [T] extends [RequestReply<infer Q, unknown>] ? Q : T;

/** What comes back from a port by which requests are made. */
export type Reply<T> = [T] extends [RequestReply<unknown, infer A>] ? A
  : unknown;
