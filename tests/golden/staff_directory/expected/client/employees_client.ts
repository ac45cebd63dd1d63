/**
 * The part of the client about employees.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  eachByCursor,
  segment,
} from "../kit/api_client_runtime.ts";

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

/** What is answered about employees. */
export interface EmployeePage {
  /** The items. */
  readonly items: readonly Employee[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by name. */
  readonly name?: string;
  /** Filter by email. */
  readonly email?: string;
  /** Filter by managerId. Empty stands for null. */
  readonly managerId?: string | null;
  /** Filter by buddyId. Empty stands for null. */
  readonly buddyId?: string | null;
}

/** Calls the operations about employees. */
export class EmployeesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List employees. */
  async list(
    query: EmployeesQuery = {},
    options: CallOptions = {},
  ): Promise<EmployeePage> {
    return await this.#caller.send<EmployeePage>({
      method: "GET",
      path: "/employees",
      query,
      options,
    });
  }

  /** List employees. Goes through all pages, each read when it is needed. */
  listAll(
    query: EmployeesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Employee, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Employee> {
    return await this.#caller.send<Employee>({
      method: "GET",
      path: `/employees/${segment(id)}`,
      options,
    });
  }

  /** Read one employee. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Employee | undefined> {
    return await this.#caller.sendIfChanged<Employee>({
      method: "GET",
      path: `/employees/${segment(id)}`,
      options,
    });
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
