/** Who hears of a change outside components; `watch` is what `useSyncExternalStore` takes. */
export function hearers() {
  const all = new Set<() => void>();
  return {
    watch(listener: () => void): () => void {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell(): void {
      for (const listener of all) listener();
    },
  };
}
