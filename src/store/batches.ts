/** Both databases limit the parameters of one statement (SQLite to 32 766), and a statement is compiled for every number of rows. */
export function* batches<Item>(items: readonly Item[], size = 200): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
