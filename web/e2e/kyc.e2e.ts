import type { Page } from "@playwright/test";
import { join } from "./member.ts";
import { goTo, signInAs } from "./staff.ts";
import { expect, test } from "./story.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><script>alert(1)</script></svg>';
const MEGABYTE = 1024 * 1024;

/** A photo as a telephone takes it: drawn and encoded by the browser itself. */
async function photo(page: Page, words: string): Promise<Buffer> {
  const encoded = await page.evaluate((text) => {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 420;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.fillStyle = "#f0ece2";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#202228";
    pen.font = "32px sans-serif";
    pen.fillText(text, 40, 80);
    return canvas.toDataURL("image/jpeg", 0.9);
  }, words);
  return Buffer.from(encoded.split(",")[1] ?? "", "base64");
}

interface Sent {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

function send(page: Page, requirement: string, file: Sent): Promise<void> {
  return page.getByTestId(`file-${requirement}`).setInputFiles(file);
}

test("an identity check: wrong files are refused, right ones compared, and the member is verified", async ({
  page,
  another,
  complaints,
}) => {
  const person = await join(page);
  await page.goto("/account/verification");
  await page.getByLabel("Document number").fill("UT 300 912");
  await page.getByLabel("Valid until").fill("2034-05-31");

  await test.step("what is not a photo or a PDF is refused with a sentence", async () => {
    complaints.foresee(/\/kyc\/documents(\/[^/]+\/complete)?$/, 422);
    const refusal = page.getByRole("alert");
    await send(page, "identity", {
      name: "passport.svg",
      mimeType: "image/svg+xml",
      buffer: Buffer.from(SVG),
    });
    await expect(refusal).toContainText("Send a photo or scan as JPEG, PNG or WebP, or a PDF.");
    await send(page, "identity", { name: "passport.jpg", mimeType: "image/jpeg", buffer: Buffer.from(SVG) });
    await expect(refusal).toContainText("The file is neither a JPEG, PNG or WebP picture nor a PDF.");
    await send(page, "identity", {
      name: "passport.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.alloc(15 * MEGABYTE + 1),
    });
    await expect(refusal).toContainText("The file is larger than 15 MB.");
    await expect(page.getByText("0 of 2 received")).toBeVisible();
  });

  await test.step("the documents are sent and handed in", async () => {
    for (const [requirement, words] of [
      ["identity", "PASSPORT"],
      ["address", "BILL"],
    ] as const) {
      const buffer = await photo(page, words);
      await send(page, requirement, { name: `${requirement}.jpg`, mimeType: "image/jpeg", buffer });
      await expect(page.getByTestId(`file-${requirement}`)).toHaveCount(0);
    }
    await page.getByLabel("Full name").fill("Erika Exempel");
    await page.getByLabel("Address").fill("Strandvägen 7, Stockholm");
    await page.getByRole("button", { name: "Submit for checking" }).click();
    await expect(page.getByText("We have your documents")).toBeVisible();
  });

  const desk = await another();
  await test.step("a reviewer compares side by side and approves by keyboard", async () => {
    await signInAs(desk, "compliance");
    await goTo(desk, "Identity checks");
    await desk.getByRole("link", { name: person.username }).click();
    const facts = desk.locator("section").filter({ has: desk.getByRole("heading", { name: "Compare" }) });
    await expect(facts).toContainText("Erika Exempel");
    await expect(facts).toContainText("UT 300 912");
    await expect(facts).toContainText("approved");
    await desk.getByRole("button", { name: "Utility bill" }).click();
    const picture = desk.getByRole("img", { name: "address.jpg" });
    await expect.poll(() => picture.evaluate((drawn) => (drawn as HTMLImageElement).naturalWidth)).toBe(640);
    await desk.getByRole("button", { name: "Take" }).click();
    await expect(desk.getByRole("button", { name: "Put back" })).toBeVisible();
    await desk.keyboard.press("a");
    await expect(desk.getByRole("heading", { level: 1, name: "Identity checks" })).toBeVisible();
  });

  await test.step("the member sees it, and until when", async () => {
    await page.reload();
    await expect(page.getByText("Your identity is verified")).toBeVisible();
    await expect(page.getByText(/It holds until/)).toBeVisible();
    await page.goto("/account");
    await expect(page.getByText("Verified", { exact: true })).toBeVisible();
  });
});
