import { type ReactNode, startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";

/**
 * Puts a face where its drawing stands, in slices: whoever touches the page meanwhile is answered between them.
 *
 * The build keeps this file with React in a script of its own, which runs as soon as it has come, before the rest.
 */
export function mount(place: Element, face: ReactNode): void {
  startTransition(() => createRoot(place).render(<Arrived place={place}>{face}</Arrived>));
}

/** The drawing answered nothing; the face does. */
function Arrived({ place, children }: { place: Element; children: ReactNode }) {
  useLayoutEffect(() => place.removeAttribute("inert"), [place]);
  return children;
}
