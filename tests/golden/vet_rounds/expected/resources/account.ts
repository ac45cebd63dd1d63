/**
 * How users see their own account, and where.
 *
 * @module
 */
import type { AccountShape } from "../kit/account_routes.ts";
import { PRACTICE_RESOURCE } from "./practice_resource.ts";

/** The paths of accounts, and what is shown there. */
export const ACCOUNT: AccountShape = {
  name: "user",
  paths: {
    register: "/api/accounts",
    login: "/api/accounts/login",
    self: "/api/account",
  },
  shows: {
    email: "email",
    full_name: "fullName",
    role: "role",
    practice: {
      kind: "one",
      field: "practiceId",
      of: "practice",
      shows: PRACTICE_RESOURCE.shows,
    },
  },
  token: "token",
  tenants: {
    name: "practice",
    shows: PRACTICE_RESOURCE.shows,
    accepts: ["name", "openSince"],
    open: true,
  },
};
