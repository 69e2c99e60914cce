import { activate, I18nRoot, startLocale, useT } from "@stakehouse/i18n";
import { createQueryClient, OfflineBar } from "@stakehouse/kit";
import { EmptyState, startLook, Toaster } from "@stakehouse/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { loadCatalogue } from "./catalogue";
import "./styles.css";

function Face() {
  const t = useT();
  return <EmptyState title={t("player.title")} />;
}

async function start(): Promise<void> {
  startLook();
  await activate(startLocale(), loadCatalogue);
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <I18nRoot>
      <QueryClientProvider client={createQueryClient()}>
        <OfflineBar />
        <Face />
        <Toaster />
      </QueryClientProvider>
    </I18nRoot>,
  );
}

void start();
