/**
 * How users see their own account, and where.
 *
 * @module
 */
import type { AccountShape } from "../kit/account_routes.ts";

/** The paths of accounts, and what is shown there. */
export const ACCOUNT: AccountShape = {
  name: "user",
  paths: { register: "/v2/users", login: "/v2/users/login", self: "/v2/user" },
  shows: { id: "id", email: "email", full_name: "fullName" },
  token: "token",
};
