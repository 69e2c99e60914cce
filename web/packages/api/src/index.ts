export { type ApiClient, type Call, createClient, type Tokens } from "./client";
export { Intent, uuid } from "./intent";
export { isProblem, NetworkFailure, Problem, type ProblemDocument } from "./problem";
export { tenantHint, tenantOf } from "./tenant";
