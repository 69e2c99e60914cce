import { NetworkFailure } from "@stakehouse/api";
import { onlineManager, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { createQueryClient } from "../src/query";

function Page({ ask }: { ask: () => Promise<string> }) {
  const { data, error } = useQuery({ queryKey: ["sessions"], queryFn: ask, retryDelay: 1 });
  return <p>{data ?? (error ? "no connection" : "grey")}</p>;
}

function Act({ send }: { send: () => Promise<void> }) {
  const end = useMutation({ mutationFn: send });
  return (
    <button type="button" onClick={() => end.mutate()}>
      {end.isError ? "not ended" : "end"}
    </button>
  );
}

function show(page: ReactNode) {
  render(<QueryClientProvider client={createQueryClient()}>{page}</QueryClientProvider>);
}

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

it("says so where there is no network, instead of grey for ever, and asks again once there is one", async () => {
  let network = false;
  onlineManager.setOnline(false);
  show(
    <Page
      ask={async () => {
        if (!network) throw new NetworkFailure(new Error("offline"));
        return "two sessions";
      }}
    />,
  );
  await waitFor(() => expect(screen.getByText("no connection")).toBeTruthy());

  network = true;
  onlineManager.setOnline(true);
  await waitFor(() => expect(screen.getByText("two sessions")).toBeTruthy());
});

it("lets what was pressed without a network fail at once, so that it does not happen later by itself", async () => {
  let sent = 0;
  onlineManager.setOnline(false);
  show(
    <Act
      send={async () => {
        sent += 1;
        throw new NetworkFailure(new Error("offline"));
      }}
    />,
  );
  fireEvent.click(screen.getByRole("button"));
  await waitFor(() => expect(screen.getByText("not ended")).toBeTruthy());

  onlineManager.setOnline(true);
  expect(sent).toBe(1);
});
