/** A problem document (RFC 9457) as the server writes it. */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail?: string;
  instance?: string;
  errors?: { field: string; code?: string; detail: string }[];
}

/** A refusal or a fault the server answered; `code` is stable, `message` is a sentence for the person. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly traceId: string | null;
  /** The sentence for each refused field, by the field's last name in the request. */
  readonly fields: Record<string, string>;
  readonly retryAfterSeconds: number | null;
  /** What else the server told, by name: until when, how much is left. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(document: ProblemDocument, headers: Headers) {
    super(document.detail ?? document.title ?? document.code);
    this.name = "Problem";
    this.status = document.status;
    this.code = document.code;
    this.title = document.title ?? document.code;
    this.traceId = headers.get("x-request-id");
    this.facts = { ...document };
    this.retryAfterSeconds = Number.parseInt(headers.get("retry-after") ?? "", 10) || null;
    this.fields = Object.fromEntries(
      (document.errors ?? []).map((error) => [lastName(error.field ?? ""), error.detail]),
    );
  }
}

/** The request never got an answer: no network, or the server is gone. */
export class NetworkFailure extends Error {
  constructor(cause: unknown) {
    super("network", { cause });
    this.name = "NetworkFailure";
  }
}

/** Tells whether an error is a problem document, with a given code where one is named. */
export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

/** Reads a failed answer; an answer without a problem document (a proxy's page) becomes one. */
export async function readProblem(response: Response): Promise<Problem> {
  const fallback: ProblemDocument = { status: response.status, code: `http_${response.status}` };
  try {
    const document = (await response.json()) as Partial<ProblemDocument>;
    return new Problem({ ...fallback, ...document }, response.headers);
  } catch {
    return new Problem(fallback, response.headers);
  }
}

function lastName(path: string): string {
  return path.split(/[./]/).filter(Boolean).at(-1) ?? path;
}
