import { uuid } from "./intent";

/** What every request says of itself: whose house, whose session, and the trace it belongs to. */
export function headersOf(tenant: string | null, token: string | null): Headers {
  const headers = new Headers({ accept: "application/json", "x-requested-with": "stakehouse" });
  if (tenant) headers.set("x-tenant", tenant);
  if (token) headers.set("authorization", `Bearer ${token}`);
  headers.set("traceparent", `00-${uuid().replaceAll("-", "")}-${uuid().replaceAll("-", "").slice(16)}-01`);
  return headers;
}
