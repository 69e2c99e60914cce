/** What is listened to of a router; the kit knows none. */
interface Leaving {
  state: { location: { pathname: string } };
  subscribe: (
    event: "onBeforeNavigate",
    hear: (event: { toLocation: { pathname: string } }) => void,
  ) => () => void;
}

/** Until one goes to another page, pages stand there at once: the drawing of the first one was there already. */
export function arrive(router: Leaving): void {
  const { pathname } = router.state.location;
  document.documentElement.dataset.arriving = "";
  const stop = router.subscribe("onBeforeNavigate", ({ toLocation }) => {
    if (toLocation.pathname === pathname) return;
    delete document.documentElement.dataset.arriving;
    stop();
  });
}
