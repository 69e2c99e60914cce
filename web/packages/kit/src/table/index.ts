export { type Column, ResourceTable } from "./resource-table";
