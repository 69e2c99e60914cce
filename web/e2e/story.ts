import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** A refusal that belongs to a story: the browser reports every answer of 400 and above as an error. */
interface Foreseen {
  path: RegExp;
  status: number;
}

/** What pages complained about while a story went on. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly foreseen: Foreseen[] = [];

  /** Takes an answer as part of the story; everything else that appears on a console fails it. */
  foresee(path: RegExp, status: number): void {
    this.foreseen.push({ path, status });
  }

  /** Listens to all pages of a context: console, uncaught errors, violations of the content policy. */
  async listen(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) =>
        console.error(`content policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`),
      );
    });
    context.on("weberror", (event) => this.heard.push(`uncaught: ${event.error().message}`));
    context.on("console", (message) => {
      if (message.type() !== "error") return;
      const { pathname } = new URL(message.location().url || "about:blank");
      const status = Number(/status of (\d{3})/.exec(message.text())?.[1] ?? 0);
      if (this.foreseen.some((one) => one.status === status && one.path.test(pathname))) return;
      this.heard.push(`${pathname}: ${message.text()}`);
    });
  }

  /** Fails the story if anything was heard. */
  check(): void {
    expect(this.heard, "nothing on any console, no violation of the content policy").toEqual([]);
  }
}

interface Story {
  complaints: Complaints;
  /** Opens a browser of its own for another person of the story. */
  another: () => Promise<Page>;
}

/** A story: Playwright's test, which also fails on anything that a page complains about. */
export const test = base.extend<Story>({
  complaints: async ({ browserName: _ }, use) => {
    const complaints = new Complaints();
    await use(complaints);
    complaints.check();
  },
  context: async ({ context, complaints }, use) => {
    await complaints.listen(context);
    await use(context);
  },
  another: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      await complaints.listen(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
