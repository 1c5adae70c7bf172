import {Flags} from './oclif.ts'
import {formats} from './output.ts'

/** Flags that mean the same in every command that has them. */
export const outputFlag = {
  output: Flags.option({char: 'o', options: formats, default: 'table', description: 'how to print the list'})(),
}

export const yesFlag = {
  yes: Flags.boolean({char: 'y', description: 'answer every question with yes'}),
}

export const companyFlag = {
  company: Flags.string({
    env: 'VOICECTL_COMPANY',
    helpValue: 'REF',
    description: 'company (tenant) to work in: slug, id or unique beginning of an id',
  }),
}
