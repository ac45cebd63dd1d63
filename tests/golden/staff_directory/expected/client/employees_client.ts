/**
 * The part of the client about employees.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  type CursorPage,
  eachByCursor,
  segment,
  type Selected,
} from "../kit/api_client_runtime.ts";
import type { Badge } from "./badges_client.ts";

/** An employee of the system. */
export interface Employee {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The employee's name. */
  readonly name: string;
  /** The employee's email. Unique, whatever its case. Cannot be changed after creation. */
  readonly email: string;
  /** The employee that is the employee's manager. Never leads back to itself. */
  readonly managerId: string | null;
  /** The employee that is the employee's buddy. */
  readonly buddyId: string | null;
}

/** Some fields of an employee, and what is included. */
export interface EmployeeSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The employee's name. */
  readonly name?: string;
  /** The employee's email. Unique, whatever its case. Cannot be changed after creation. */
  readonly email?: string;
  /** The employee that is the employee's manager. Never leads back to itself. */
  readonly managerId?: string | null;
  /** The employee that is the employee's buddy. */
  readonly buddyId?: string | null;
  /** Only if included: its employee, or null where there is none that whoever asks may read. */
  readonly manager?: Employee | null;
  /** Only if included: its employee, or null where there is none that whoever asks may read. */
  readonly buddy?: Employee | null;
  /** Only if included: its employees in their order, at most 200, or 20 of each in a list. */
  readonly employeesByManager?: readonly Employee[];
  /** Only if included: its employees in their order, at most 200, or 20 of each in a list. */
  readonly employeesByBuddy?: readonly Employee[];
  /** Only if included: its badge, or null where there is none that whoever asks may read. */
  readonly badge?: Badge | null;
}

/** The body to create an employee. */
export interface EmployeeCreate {
  /** The employee's name. */
  readonly name: string;
  /** The employee's email. Unique, whatever its case. Cannot be changed after creation. */
  readonly email: string;
  /** The employee that is the employee's manager. Never leads back to itself. */
  readonly managerId?: string | null;
  /** The employee that is the employee's buddy. */
  readonly buddyId?: string | null;
}

/** The body to replace one employee. */
export interface EmployeeReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The employee's name. */
  readonly name: string;
  /** The employee's email. Unique, whatever its case. Cannot be changed after creation. */
  readonly email: string;
  /** The employee that is the employee's manager. Never leads back to itself. */
  readonly managerId?: string | null;
  /** The employee that is the employee's buddy. */
  readonly buddyId?: string | null;
}

/** The body to change some fields of one employee. */
export interface EmployeePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The employee's name. */
  readonly name?: string;
  /** The employee's email. Unique, whatever its case. Cannot be changed after creation. */
  readonly email?: string;
  /** The employee that is the employee's manager. Never leads back to itself. */
  readonly managerId?: string | null;
  /** The employee that is the employee's buddy. */
  readonly buddyId?: string | null;
}

/** What a list of employees can say. */
export interface EmployeesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name, email, managerId, buddyId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "name"
    | "email"
    | "managerId"
    | "buddyId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: ReadonlyArray<
    "manager" | "buddy" | "employeesByManager" | "employeesByBuddy" | "badge"
  >;
  /** Filter by name. */
  readonly name?: string;
  /** Filter by email. */
  readonly email?: string;
  /** Filter by managerId. Empty stands for null. */
  readonly managerId?: string | null;
  /** Filter by buddyId. Empty stands for null. */
  readonly buddyId?: string | null;
}

/** What a read of one of the employees can say. */
export interface EmployeesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "name"
    | "email"
    | "managerId"
    | "buddyId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: ReadonlyArray<
    "manager" | "buddy" | "employeesByManager" | "employeesByBuddy" | "badge"
  >;
}

/** Calls the operations about employees. */
export class EmployeesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List employees. */
  async list<const Q extends EmployeesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Employee, EmployeeSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Employee, EmployeeSelection, Q>>
    >({ method: "GET", path: "/employees", query, options });
  }

  /** List employees. Goes through all pages, each read when it is needed. */
  listAll<const Q extends EmployeesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Employee, EmployeeSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create an employee. */
  async create(
    body: EmployeeCreate,
    options: CallOptions = {},
  ): Promise<Employee> {
    return await this.#caller.send<Employee>({
      method: "POST",
      path: "/employees",
      body,
      options,
    });
  }

  /** Read one employee. */
  async get<const Q extends EmployeesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Employee, EmployeeSelection, Q>> {
    return await this.#caller.send<Selected<Employee, EmployeeSelection, Q>>({
      method: "GET",
      path: `/employees/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one employee. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends EmployeesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Employee, EmployeeSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Employee, EmployeeSelection, Q>
    >({ method: "GET", path: `/employees/${segment(id)}`, query, options });
  }

  /** Replace one employee. */
  async replace(
    id: string,
    body: EmployeeReplace,
    options: ConditionalOptions = {},
  ): Promise<Employee> {
    return await this.#caller.send<Employee>({
      method: "PUT",
      path: `/employees/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one employee. */
  async patch(
    id: string,
    body: EmployeePatch,
    options: ConditionalOptions = {},
  ): Promise<Employee> {
    return await this.#caller.send<Employee>({
      method: "PATCH",
      path: `/employees/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one employee. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/employees/${segment(id)}`,
      options,
    });
  }
}
