import { waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { mount } from "../src/mount";

it("takes the place of the drawing and answers", async () => {
  document.body.innerHTML = '<div id="root" inert><p>the drawing</p></div>';
  const root = document.querySelector<HTMLElement>("#root") as HTMLElement;
  mount(root, <p>the face</p>);
  await waitFor(() => expect(root.textContent).toBe("the face"));
  expect(root.hasAttribute("inert")).toBe(false);
});
