import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { request as ask } from "node:http";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import type { Colleague } from "./staff.ts";

const PYTHON = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));

/** Sets the beginning and the last proof of somebody's sessions back, as the database's superuser. */
const AGED = `
import json, os, sys
import psycopg

kept = json.load(open(os.path.join(os.environ["STAKEHOUSE_HOME"], "house.json")))
place = dict(host="127.0.0.1", port=kept["ports"]["postgres"], dbname="stakehouse", user="postgres")
with psycopg.connect(**place, password=kept["secrets"]["superuser"]) as conn:
    done = conn.execute(
        "UPDATE sessions SET created_at = created_at - interval '11 minutes',"
        " stepped_up_at = stepped_up_at - interval '11 minutes'"
        " WHERE user_id = (SELECT id FROM users WHERE email = %s)",
        [sys.argv[1]],
    )
    assert done.rowcount > 0, "nobody of that address has a session"
`;

/** Lets the ten minutes go by in which a proof counts: what the house asks from then on, it asks itself. */
export function letProofsAge({ email }: Pick<Colleague, "email">): void {
  const env = { ...process.env, STAKEHOUSE_HOME: process.env.E2E_HOME };
  const done = spawnSync(PYTHON, ["-c", AGED, email], { env, encoding: "utf8" });
  expect(done.status, done.stdout + done.stderr).toBe(0);
}

const HERE = "127.0.0.1";
const ELSEWHERE = "127.0.0.2";

/** The settings of a house's staff, changed from another address of this machine than the browser's. */
export async function admitFrom(owner: Colleague, networks: string[]): Promise<void> {
  const { access_token } = await fromElsewhere<{ access_token: string }>(
    owner.tenant,
    "POST",
    "/auth/login",
    {
      email: owner.email,
      password: owner.password,
    },
  );
  const path = "/settings/staff_access";
  const { version } = await fromElsewhere<{ version: number }>(
    owner.tenant,
    "GET",
    path,
    undefined,
    access_token,
  );
  const change = { value: { networks }, version, reason: "A story of who may come from where" };
  await fromElsewhere(owner.tenant, "PUT", path, change, access_token);
}

/** The network of whoever calls with `admitFrom`, which is not the browser's. */
export const THAT_NETWORK = `${ELSEWHERE}/32`;
export const BROWSERS_ADDRESS = HERE;

function fromElsewhere<T>(
  tenant: string,
  method: string,
  path: string,
  body?: unknown,
  token?: string,
): Promise<T> {
  const { port } = new URL(process.env.E2E_URL ?? "");
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    "x-requested-with": "stakehouse",
    "x-tenant": tenant,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const place = { host: HERE, port, localAddress: ELSEWHERE, method, path: `/api/staff/v1${path}`, headers };
  return new Promise((resolve, reject) => {
    const sent = ask(place, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => {
        if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(text) as T);
        else reject(new Error(`${method} ${path}: ${text}`));
      });
    }).on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
