import { describe, expect, it } from "vitest";
import { filtersOf, parseSearch, placesOf, stringifySearch, texts } from "~/app/search";

describe("the search of an address", () => {
  it("stays text, whatever it looks like", () => {
    expect(parseSearch("?query=1e3&page=007&standing=true")).toEqual({
      query: "1e3",
      page: "007",
      standing: "true",
    });
  });

  it("comes back from its own writing", () => {
    const search = { query: "anna & söhne", country: "DE", cursor: "a+b/c=" };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });

  it("is empty where nothing is chosen", () => {
    expect(stringifySearch({ query: undefined, standing: "", page: null })).toBe("");
  });

  it("keeps only the names that a page knows", () => {
    const read = texts("query", "standing");
    expect(read({ query: "anna", standing: "", evil: "<script>", page: 3 })).toEqual({ query: "anna" });
  });

  it("tells the filters of a list from the place in it", () => {
    const search = { query: "anna", cursor: "x", page: "2", tab: "rounds", entry: "y", standing: undefined };
    expect(filtersOf(search)).toEqual({ query: "anna" });
    expect(placesOf(search)).toEqual({ tab: "rounds" });
  });
});
