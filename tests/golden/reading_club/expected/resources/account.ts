/**
 * How users see their own account, and where.
 *
 * @module
 */
import type { AccountShape } from "../kit/account_routes.ts";

/** The paths of accounts, and what is shown there. */
export const ACCOUNT: AccountShape = {
  name: "reader",
  paths: {
    register: "/api/readers",
    login: "/api/readers/login",
    self: "/api/me",
  },
  changeMethod: "PUT",
  shows: { email: "email", name: "name", about: "about" },
  token: "token",
  setsPassword: true,
};
