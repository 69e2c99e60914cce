import { useT } from "@stakehouse/i18n";
import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";

function watch(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Whether the device has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );
}

/** A line across the top while there is no network. */
export function OfflineBar() {
  const t = useT();
  if (useOnline()) return null;
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-2 text-sm text-warning"
    >
      <WifiOff size={16} aria-hidden="true" />
      {t("state.offline")}
    </p>
  );
}
