export { SlotSymbol, SymbolSheet } from "./slot-symbols";
