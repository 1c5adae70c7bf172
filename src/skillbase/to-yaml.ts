import {Document, isScalar, visit} from 'yaml'
import {minimal} from './minimal.ts'
import type {Skillbase} from './schema/skillbase.ts'

/** The file of a skillbase. Reading it gives the same skillbase, and writing that one the same bytes. */
export function toYaml(skillbase: Skillbase): string {
  const document = new Document(minimal(skillbase), {aliasDuplicateObjects: false})
  visit(document, {
    Seq(_, list) {
      const words = list.items.map((item) => (isScalar(item) ? String(item.value) : undefined))
      // Short lists read better on one line.
      if (words.every((word) => word !== undefined && !word.includes('\n')) && words.join(', ').length <= 80) list.flow = true
    },
  })
  return document.toString({lineWidth: 0, flowCollectionPadding: false})
}
