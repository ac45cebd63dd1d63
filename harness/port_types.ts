import type { PortSpec } from "./graph.ts";
import type { Message } from "./message.ts";

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
 *   out: { total: number };
 *   asks: { price: RequestReply<string, number> };
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
 * new Totals("totals");
 * ```
 */
export interface PortTypes {
  /** The values that come in, by in port. */
  readonly in?: object;
  /** The values that leave, by out port. */
  readonly out?: object;
  /** The requests that come in, by in port: each a `RequestReply`. */
  readonly answers?: object;
  /** The requests that leave, by out port: each a `RequestReply`. */
  readonly asks?: object;
}

/** What is asked and answered by a port. Only the compiler knows of it. */
export interface RequestReply<Q, A> {
  /** What is asked. */
  readonly request: Q;
  /** What is answered. */
  readonly reply: A;
}

/** Ports of which the compiler knows nothing: any name, and any value. */
export interface UntypedPorts extends PortTypes {
  /** Each handler says itself what it expects. */
  readonly in: Readonly<Record<string, never>>;
  /** Anything may be sent. */
  readonly out: Readonly<Record<string, unknown>>;
}

/** The in ports of a component for values, and what comes in by them. */
export type InTypes<P extends PortTypes> = P extends
  { readonly in: infer I extends object } ? I : None;

/** The out ports of a component for values, and what leaves by them. */
export type OutTypes<P extends PortTypes> = P extends
  { readonly out: infer O extends object } ? O : None;

/** The in ports of a component for requests. */
export type AnswerTypes<P extends PortTypes> = P extends
  { readonly answers: infer A extends Requests<A> } ? A : None;

/** The out ports of a component for requests. */
export type AskTypes<P extends PortTypes> = P extends
  { readonly asks: infer A extends Requests<A> } ? A : None;

/** The declarations that typed ports need; without types, any. */
export type PortSpecs<P extends PortTypes> =
  & Declared<InTypes<P> & AnswerTypes<P>, "in">
  & Declared<OutTypes<P> & AskTypes<P>, "out">;

/** The handlers of in ports. */
export type Handlers<P extends PortTypes> =
  & {
    readonly [K in keyof InTypes<P> & string]?: (
      data: InTypes<P>[K],
      message: Message<InTypes<P>[K]>,
    ) => unknown;
  }
  & {
    readonly [K in keyof AnswerTypes<P> & string]?: (
      data: RequestOf<AnswerTypes<P>[K]>,
      message: Message<RequestOf<AnswerTypes<P>[K]>>,
    ) => ReplyOf<AnswerTypes<P>[K]> | Promise<ReplyOf<AnswerTypes<P>[K]>>;
  };

/** What is asked by a port for requests. */
export type RequestOf<T> = T extends RequestReply<infer Q, unknown> ? Q : never;

/** What is answered by a port for requests. */
export type ReplyOf<T> = T extends RequestReply<unknown, infer A> ? A : never;

/** No ports. */
export type None = Readonly<Record<never, never>>;

/** Something in which every value is a request and its reply. */
export type Requests<A> = {
  readonly [K in keyof A]: RequestReply<unknown, unknown>;
};

/** Declarations of ports by name, in one direction. */
export type Declared<T, D extends PortSpec["direction"]> = {
  readonly [K in keyof T & string]:
    & PortSpec
    & (string extends K ? unknown : { readonly direction: D });
};
